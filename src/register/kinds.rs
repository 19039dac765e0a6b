//! The register's kinds of establishment, and which of ours each is.
//!
//! In: a code, as the column "TypeOfEstablishment (code)" has it; where the code is lost, the name. Out: [`Ours`]. The codes of the register's
//! own program are others, and never stand in the extract.

use super::entry::Entry;
use crate::law::Setting;
use crate::law::Setting::{
    Academy, AlternativeProvisionAcademy, FeCollege, IndependentSchool, MaintainedSchool, MaintainedSpecialSchool,
    NonMaintainedSpecialSchool, PupilReferralUnit, SixteenToNineteenAcademy, SixthFormCollege, SpecialAcademy,
};

/// Which of our kinds an establishment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ours {
    /// This one.
    Is(Setting),
    /// This one, most likely: what somebody has to look at.
    Likely(Setting, &'static str),
    /// One of several, which the register does not tell apart: why.
    OneOf(&'static [Setting], &'static str),
    /// None: what it is, to follow "it is".
    None(&'static str),
}

use Ours::{Is, Likely, None as Outside, OneOf};

/// Of what is told from the name of a college's kind.
const COLLEGE: &str = "the register does not always tell a sixth-form college from a further education college";
const TECHNOLOGY: &str =
    "a city technology college is independent in law, and bound as an academy is only where its agreement says so";
const SIXTH_FORM: &str =
    "the register does not say whether a sixth form centre is a college, an academy or part of schools";
const POST_16: &str = "the register does not say what law a special post-16 institution comes under";

/// The kinds by their codes, each with its name in the register.
pub const KINDS: [(u32, &str, Ours); 41] = [
    (1, "Community school", Is(MaintainedSchool)),
    (2, "Voluntary aided school", Is(MaintainedSchool)),
    (3, "Voluntary controlled school", Is(MaintainedSchool)),
    (5, "Foundation school", Is(MaintainedSchool)),
    (6, "City technology college", Likely(Academy, TECHNOLOGY)),
    (7, "Community special school", Is(MaintainedSpecialSchool)),
    (8, "Non-maintained special school", Is(NonMaintainedSpecialSchool)),
    (10, "Other independent special school", Is(IndependentSchool)),
    (11, "Other independent school", Is(IndependentSchool)),
    (12, "Foundation special school", Is(MaintainedSpecialSchool)),
    (14, "Pupil referral unit", Is(PupilReferralUnit)),
    (15, "Local authority nursery school", Outside("a nursery school, and careers guidance begins in Year 7")),
    (18, "Further education", Likely(FeCollege, COLLEGE)),
    (24, "Secure units", Outside("a secure unit, for which there is no wording here")),
    (25, "Offshore schools", Outside("an offshore school, and only the law of England is known here")),
    (
        26,
        "Service children's education",
        Outside("a service children's school, and only the law of England is known here"),
    ),
    (27, "Miscellaneous", Outside("of no kind that the register has a name for")),
    (28, "Academy sponsor led", Is(Academy)),
    (
        29,
        "Higher education institutions",
        Outside("a higher education institution, for which there is no wording here"),
    ),
    (30, "Welsh establishment", Outside("a Welsh establishment, and only the law of England is known here")),
    (31, "Sixth form centres", OneOf(&[SixthFormCollege, SixteenToNineteenAcademy, MaintainedSchool], SIXTH_FORM)),
    (32, "Special post 16 institution", OneOf(&[FeCollege, IndependentSchool, NonMaintainedSpecialSchool], POST_16)),
    (33, "Academy special sponsor led", Is(SpecialAcademy)),
    (34, "Academy converter", Is(Academy)),
    (35, "Free schools", Is(Academy)),
    (36, "Free schools special", Is(SpecialAcademy)),
    (37, "British schools overseas", Outside("a British school overseas, and only the law of England is known here")),
    (38, "Free schools alternative provision", Is(AlternativeProvisionAcademy)),
    (39, "Free schools 16 to 19", Is(SixteenToNineteenAcademy)),
    (40, "University technical college", Is(Academy)),
    (41, "Studio schools", Is(Academy)),
    (42, "Academy alternative provision converter", Is(AlternativeProvisionAcademy)),
    (43, "Academy alternative provision sponsor led", Is(AlternativeProvisionAcademy)),
    (44, "Academy special converter", Is(SpecialAcademy)),
    (45, "Academy 16-19 converter", Is(SixteenToNineteenAcademy)),
    (46, "Academy 16 to 19 sponsor led", Is(SixteenToNineteenAcademy)),
    (47, "Children's centre", Outside("a children's centre, and careers guidance begins in Year 7")),
    (48, "Children's centre linked site", Outside("a children's centre, and careers guidance begins in Year 7")),
    (49, "Online provider", Outside("an online provider, for which there is no wording here")),
    (
        56,
        "Institution funded by other government department",
        Outside("funded by another government department, for which there is no wording here"),
    ),
    (57, "Academy secure 16 to 19", Outside("a secure 16 to 19 academy, for which there is no wording here")),
];

/// Which of our kinds an establishment is; every one may be meant where the register has a kind that is not known here.
pub fn kind_of(entry: &Entry) -> Ours {
    let of_code = |kind: &&(u32, &str, Ours)| entry.kind_code == Some(kind.0);
    let of_name = |kind: &&(u32, &str, Ours)| {
        entry.kind_code.is_none() && entry.kind_name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case(kind.1))
    };
    let known = KINDS.iter().find(|kind| of_code(kind) || of_name(kind));
    match known {
        Some((18, _, _)) if entry.is_sixth_form_college() => Likely(SixthFormCollege, COLLEGE),
        Some((_, _, ours)) => *ours,
        None => OneOf(&[], "the register has it under a kind that is not known here"),
    }
}
