//! The people of a profile: who leads careers guidance and who can be asked.
//!
//! In a file a role is one person, or a list of those who share it. In a profile it is the first of them, who holds the others: so
//! `roles.careers_leader.email` is an answer whether one person has the role or two (`shares` turns one into the other).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::yaml::{Form, Line};

/// The heading of a person under which stand those who share the role.
pub(crate) const ALSO: &str = "also";

/// The people who lead and deliver careers guidance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// The careers leader, whose name, email address and telephone number are published. Two who share the role are a list.
    #[serde(default)]
    #[schemars(extend("x-shares" = true))]
    pub careers_leader: Person,
    /// The senior leader responsible for careers.
    #[serde(default)]
    #[schemars(extend("x-shares" = true))]
    pub senior_leader: Person,
    /// The careers adviser, who gives personal guidance.
    #[serde(default)]
    #[schemars(extend("x-shares" = true))]
    pub careers_adviser: Person,
    /// The governor or trustee who takes a strategic interest in careers.
    #[serde(default)]
    #[schemars(extend("x-shares" = true))]
    pub link_governor: Person,
    /// The special educational needs co-ordinator.
    #[serde(default)]
    #[schemars(extend("x-shares" = true))]
    pub senco: Person,
    /// The designated teacher for looked-after and previously looked-after children.
    #[serde(default)]
    #[schemars(extend("x-shares" = true))]
    pub designated_teacher: Person,
    /// Who leads the institution: its headteacher, principal or head of centre. `setting.head_term` says what you call them.
    #[serde(default)]
    #[schemars(extend("x-shares" = true))]
    pub head: Person,
    /// What your teachers, tutors or trainers do for careers, in your own words.
    #[serde(default)]
    pub teachers: Teachers,
    /// Other people with a part in careers guidance, each with a `role`.
    #[serde(default)]
    pub others: Vec<OtherPerson>,
}

/// What those who teach do for careers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Teachers {
    /// What they are responsible for, in your own words, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["Invite a visitor from industry at least once a year"]]))]
    pub responsibilities: Vec<Line>,
    /// Whether those lines stand in place of ours, rather than after them: yes or no. What the law asks stays in any case.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub responsibilities_instead: Option<bool>,
}

/// A person with a role in careers guidance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The person's name.
    #[serde(default)]
    #[schemars(extend("examples" = ["Priya Nair"]))]
    pub name: Option<Line>,
    /// The person's job title.
    #[serde(default)]
    #[schemars(extend("examples" = ["Assistant Headteacher"]))]
    pub title: Option<Line>,
    /// The person's email address.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Email, "examples" = ["careers@oakfield.example"]))]
    pub email: Option<Line>,
    /// The person's telephone number, in quotes so that its leading zero stays.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Phone, "examples" = ["01632 960101"]))]
    pub phone: Option<Line>,
    /// The organisation the person works for, if it is not this institution.
    #[serde(default)]
    #[schemars(extend("examples" = ["Pathways Guidance Ltd"]))]
    pub organisation: Option<Line>,
    /// Training taken for the role, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["Careers Leader training, Careers & Enterprise Company, 2024"]]))]
    pub training: Vec<Line>,
    /// The qualification held for the role.
    #[serde(default)]
    #[schemars(extend("examples" = ["Level 6 Diploma in Career Guidance and Development"]))]
    pub qualification: Option<Line>,
    /// The level of that qualification: 6 or above for a careers adviser.
    #[serde(default)]
    #[schemars(range(min = 1, max = 8), extend("examples" = [6]))]
    pub qualification_level: Option<u8>,
    /// Whether this institution employs the person: yes or no.
    #[serde(default)]
    #[schemars(extend("examples" = ["no"]))]
    pub employed_by_setting: Option<bool>,
    /// Whether the person is on the UK Register of Career Development Professionals: yes or no.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub on_adviser_register: Option<bool>,
    /// While nobody holds the role: who does its work, or until when. Leave the name out then.
    #[serde(default)]
    #[schemars(extend("examples" = ["Ruth Calloway, headteacher, covers until January"]))]
    pub vacant: Option<Line>,
    /// What the role is responsible for, in your own words, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["Runs the careers drop-in on Thursdays"]]))]
    pub responsibilities: Vec<Line>,
    /// Whether those lines stand in place of ours, rather than after them: yes or no. What the law asks stays in any case.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub responsibilities_instead: Option<bool>,
    /// Others who share the role.
    #[serde(default)]
    #[schemars(extend("x-repeats" = true))]
    pub also: Vec<Person>,
}

impl Person {
    /// Everybody who shares the role, each with the way from the role to their answers: nothing, `.also[0]`.
    pub fn everybody(&self) -> impl Iterator<Item = (String, &Person)> {
        let others = self.also.iter().enumerate().map(|(at, person)| (format!(".also[{at}]"), person));
        std::iter::once((String::new(), self)).chain(others)
    }
}

/// Somebody else with a part in careers guidance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherPerson {
    /// What the person does: "Careers administrator".
    #[schemars(extend("examples" = ["Careers administrator"]))]
    pub role: Line,
    /// The person's name.
    #[schemars(extend("examples" = ["Tom Field"]))]
    pub name: Line,
    /// The person's job title, if it is not the role.
    #[serde(default)]
    pub title: Option<Line>,
    /// The person's email address.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Email, "examples" = ["careers@oakfield.example"]))]
    pub email: Option<Line>,
    /// The person's telephone number, in quotes.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Phone, "examples" = ["01632 960101"]))]
    pub phone: Option<Line>,
    /// The organisation the person works for, if it is not this institution: that of an enterprise adviser, say.
    #[serde(default)]
    #[schemars(extend("examples" = ["Marsh Engineering Ltd"]))]
    pub organisation: Option<Line>,
    /// What the person is responsible for, in one line.
    #[serde(default)]
    #[schemars(extend("examples" = ["Books visitors and work experience"]))]
    pub responsibility: Option<Line>,
    /// What the person is responsible for, where it takes several lines.
    #[serde(default)]
    #[schemars(extend("examples" = [["Books visitors", "Keeps the careers web pages up to date"]]))]
    pub responsibilities: Vec<Line>,
}
