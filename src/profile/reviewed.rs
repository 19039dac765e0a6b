//! What an institution reviews: its documents and its published information, each by a day that the profile gives.
//!
//! Not here: how long each may stand (`catalogue`), or whether a day is allowed (`check`).

use super::whole::Profile;
use crate::law::{Date, DayOrMonth};

/// Something that is reviewed by a day that the profile gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reviewed {
    /// The careers policy.
    CareersPolicy,
    /// The provider access policy statement.
    ProviderAccessPolicy,
    /// The careers information on the website.
    WebsiteInformation,
}

/// All that is reviewed.
pub const REVIEWED: [Reviewed; 3] =
    [Reviewed::CareersPolicy, Reviewed::ProviderAccessPolicy, Reviewed::WebsiteInformation];

impl Reviewed {
    /// The document's id, which names its outline.
    pub fn document(self) -> &'static str {
        match self {
            Reviewed::CareersPolicy => "careers-policy",
            Reviewed::ProviderAccessPolicy => "provider-access-policy",
            Reviewed::WebsiteInformation => "website-information",
        }
    }

    /// What it is called in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Reviewed::CareersPolicy => "careers policy",
            Reviewed::ProviderAccessPolicy => "provider access policy statement",
            Reviewed::WebsiteInformation => "published careers information",
        }
    }

    /// The heading of the profile under which its dates stand.
    pub fn section(self) -> &'static str {
        match self {
            Reviewed::CareersPolicy => "policy",
            Reviewed::ProviderAccessPolicy => "provider_access",
            Reviewed::WebsiteInformation => "programme",
        }
    }

    /// Whether somebody approves it.
    pub fn is_approved(self) -> bool {
        match self {
            Reviewed::CareersPolicy | Reviewed::ProviderAccessPolicy => true,
            Reviewed::WebsiteInformation => false,
        }
    }

    /// The day it was approved; the first of its month where no more is known, so that a review is never set too late.
    pub fn approved_on(self, profile: &Profile) -> Option<Date> {
        let approved = match self {
            Reviewed::CareersPolicy => profile.policy.approved_on,
            Reviewed::ProviderAccessPolicy => profile.provider_access.approved_on,
            Reviewed::WebsiteInformation => None,
        };
        approved.map(DayOrMonth::first)
    }

    /// The day by which it is to be reviewed; the last of its month where no more is said, as "by July" means.
    pub fn next_review(self, profile: &Profile) -> Option<Date> {
        let next = match self {
            Reviewed::CareersPolicy => profile.policy.next_review,
            Reviewed::ProviderAccessPolicy => profile.provider_access.next_review,
            Reviewed::WebsiteInformation => profile.programme.next_review,
        };
        next.map(DayOrMonth::last)
    }
}
