//! The kinds of institution that a profile can be for, and the groups of them that duties are given to.
//!
//! In: nothing. Out: [`Setting`] and [`SettingGroup`].
//!
//! Not here: what a setting must do (that is the catalogue's), or the words for its learners and governors (`terms.yaml`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of institution a profile is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// A community, foundation or voluntary school maintained by a local authority.
    #[default]
    MaintainedSchool,
    /// An academy: also free schools, university technical colleges and studio schools.
    Academy,
    /// A community or foundation special school.
    MaintainedSpecialSchool,
    /// An academy or free school that is a special school.
    SpecialAcademy,
    /// A non-maintained special school.
    NonMaintainedSpecialSchool,
    /// A pupil referral unit maintained by a local authority.
    PupilReferralUnit,
    /// An academy or free school for alternative provision.
    AlternativeProvisionAcademy,
    /// A sixth-form college in the further education sector.
    SixthFormCollege,
    /// A 16 to 19 academy or free school.
    SixteenToNineteenAcademy,
    /// A further education college.
    FeCollege,
    /// An independent training provider.
    TrainingProvider,
    /// An independent school.
    IndependentSchool,
    /// A multi-academy trust, for one policy of all its schools. The law's duties are those of its academies.
    MultiAcademyTrust,
}

/// Every kind of institution that has duties of its own, in the order they are listed everywhere. A trust is not among them: it is the
/// proprietor of its academies, and what the law asks of it is what it asks of them.
pub const SETTINGS: [Setting; 12] = [
    Setting::MaintainedSchool,
    Setting::Academy,
    Setting::MaintainedSpecialSchool,
    Setting::SpecialAcademy,
    Setting::NonMaintainedSpecialSchool,
    Setting::PupilReferralUnit,
    Setting::AlternativeProvisionAcademy,
    Setting::SixthFormCollege,
    Setting::SixteenToNineteenAcademy,
    Setting::FeCollege,
    Setting::TrainingProvider,
    Setting::IndependentSchool,
];

impl Setting {
    /// Every kind of institution that a profile can be for: those with duties of their own, and a multi-academy trust.
    pub fn kinds() -> impl Iterator<Item = Setting> {
        SETTINGS.into_iter().chain([Setting::MultiAcademyTrust])
    }

    /// The name in a profile: `academy`.
    pub fn id(self) -> &'static str {
        match self {
            Setting::MaintainedSchool => "maintained_school",
            Setting::Academy => "academy",
            Setting::MaintainedSpecialSchool => "maintained_special_school",
            Setting::SpecialAcademy => "special_academy",
            Setting::NonMaintainedSpecialSchool => "non_maintained_special_school",
            Setting::PupilReferralUnit => "pupil_referral_unit",
            Setting::AlternativeProvisionAcademy => "alternative_provision_academy",
            Setting::SixthFormCollege => "sixth_form_college",
            Setting::SixteenToNineteenAcademy => "sixteen_to_nineteen_academy",
            Setting::FeCollege => "fe_college",
            Setting::TrainingProvider => "training_provider",
            Setting::IndependentSchool => "independent_school",
            Setting::MultiAcademyTrust => "multi_academy_trust",
        }
    }

    /// The setting of that name, if there is one.
    pub fn from_id(id: &str) -> Option<Setting> {
        Setting::kinds().find(|setting| setting.id() == id)
    }

    /// The setting with its article, for a sentence: "an academy".
    pub fn with_article(self) -> &'static str {
        match self {
            Setting::MaintainedSchool => "a maintained school",
            Setting::Academy => "an academy",
            Setting::MaintainedSpecialSchool => "a maintained special school",
            Setting::SpecialAcademy => "a special academy",
            Setting::NonMaintainedSpecialSchool => "a non-maintained special school",
            Setting::PupilReferralUnit => "a pupil referral unit",
            Setting::AlternativeProvisionAcademy => "an alternative provision academy",
            Setting::SixthFormCollege => "a sixth-form college",
            Setting::SixteenToNineteenAcademy => "a 16 to 19 academy",
            Setting::FeCollege => "a further education college",
            Setting::TrainingProvider => "a training provider",
            Setting::IndependentSchool => "an independent school",
            Setting::MultiAcademyTrust => "a multi-academy trust",
        }
    }

    /// The setting without its article, for the head of a column: "academy".
    pub fn without_article(self) -> &'static str {
        let words = self.with_article();
        words.split_once(' ').map_or(words, |(_, kind)| kind)
    }

    /// Whether the provider access duty binds it: Education Act 1997, s.42B(2).
    ///
    /// The section lists academies, alternative provision academies, community, foundation and voluntary schools,
    /// community and foundation special schools, and pupil referral units, where they provide secondary education.
    /// A 16 to 19 academy falls outside, for it is not a school: Education Act 1996, s.4(1B).
    pub fn owes_provider_access(self) -> bool {
        self.is_state_school()
    }

    /// Whether it is a state school in the sense of s.42A and s.42B of the Education Act 1997.
    pub fn is_state_school(self) -> bool {
        SettingGroup::StateSchools.settings().contains(&self)
    }

    /// Whether it teaches by school year groups, so that a profile must say which.
    pub fn has_year_groups(self) -> bool {
        !matches!(self, Setting::FeCollege | Setting::TrainingProvider | Setting::MultiAcademyTrust)
    }

    /// Whether it may be funded by a local authority or the Secretary of State or not, so that it has to say so: paragraph (f) of the lists in
    /// sections 13(5) and 72(5) of the Education and Skills Act 2008. Non-maintained special schools nearly always are.
    pub fn may_be_funded(self) -> bool {
        matches!(self, Setting::TrainingProvider | Setting::IndependentSchool)
    }

    /// Whether a multi-academy trust can be its proprietor: the four kinds of academy.
    pub fn can_belong_to_trust(self) -> bool {
        use Setting::{Academy, AlternativeProvisionAcademy, SixteenToNineteenAcademy, SpecialAcademy};
        matches!(self, Academy | SpecialAcademy | AlternativeProvisionAcademy | SixteenToNineteenAcademy)
    }
}

/// A name for several settings at once, so that a duty need not list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingGroup {
    /// The six kinds of school that s.42A and s.42B bind.
    StateSchools,
    /// The settings that are for learners over 16: the two kinds of college and 16 to 19 academies.
    Colleges,
    /// Independent schools and non-maintained special schools, to which the careers duties do not apply.
    OutsideSchools,
    /// All twelve.
    All,
}

impl SettingGroup {
    /// The group of that name in a duty: `state_schools`, `colleges`, `outside_schools`, `all`.
    pub fn from_id(id: &str) -> Option<SettingGroup> {
        match id {
            "state_schools" => Some(SettingGroup::StateSchools),
            "colleges" => Some(SettingGroup::Colleges),
            "outside_schools" => Some(SettingGroup::OutsideSchools),
            "all" => Some(SettingGroup::All),
            _ => None,
        }
    }

    /// The settings in the group.
    pub fn settings(self) -> &'static [Setting] {
        match self {
            SettingGroup::StateSchools => &[
                Setting::MaintainedSchool,
                Setting::Academy,
                Setting::MaintainedSpecialSchool,
                Setting::SpecialAcademy,
                Setting::PupilReferralUnit,
                Setting::AlternativeProvisionAcademy,
            ],
            SettingGroup::Colleges => {
                &[Setting::SixthFormCollege, Setting::SixteenToNineteenAcademy, Setting::FeCollege]
            }
            SettingGroup::OutsideSchools => &[Setting::NonMaintainedSpecialSchool, Setting::IndependentSchool],
            SettingGroup::All => &SETTINGS,
        }
    }
}
