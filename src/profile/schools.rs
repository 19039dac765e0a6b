//! The schools of a multi-academy trust, each as a profile of its own.
//!
//! In: the trust's profile, in which each school names its file or gives its answers. Out: a [`Member`] for each, whose profile
//! is whole. A school with a file of its own shares nothing; one that is described in the trust's file has the trust's answers where it
//! gives none, but for those that it takes back with nothing after the colon.
//!
//! Not here: whether a school can belong to a trust at all (`check`).

use serde_json::{Map, Value};

use super::likeness::shows_no_profile;
use super::read::read_profile;
use super::trust::School;
use super::whole::Profile;
use crate::finding::{Code, Failure, Finding, Locate, Place, visible_path};
use crate::law::{Setting, YearGroups};
use crate::text::Sources;
use crate::yaml::{Index, Read, Unread, overlay_values};

/// The answers that a trust gives for all its schools.
const SHARED: [&str; 11] = [
    "policy",
    "vision",
    "programme",
    "gatsby",
    "impact",
    "send",
    "provider_access",
    "linked_policies",
    "resources",
    "own_sections",
    "brand",
];
/// What is the same in the setting of every school.
const SHARED_OF_SETTING: [&str; 3] = ["learner_term", "local_authority", "hub"];
/// What each school must say for itself under a shared heading, because the law asks it of each school.
const OWN: [(&str, &[&str]); 2] =
    [("programme", &["summary_url"]), ("provider_access", &["contact", "url", "encounters", "opportunities"])];

/// One school of a trust.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its profile.
    pub profile: Profile,
    /// Where its fields stand, if it has a file of its own.
    index: Option<Index>,
    /// Where it stands in the trust's profile: `schools[2]`.
    place: String,
}

/// The schools that a trust's profile lists, and what is wrong with their files. The trust's year groups are those of its schools.
///
/// # Errors
/// If a school's file cannot be got at.
pub fn read_schools(
    trust: &mut Profile,
    index: &Index,
    sources: &mut Sources,
) -> Result<(Vec<Member>, Vec<Finding>), Failure> {
    let (mut members, mut findings) = (Vec::new(), Vec::new());
    for (number, school) in trust.schools.iter().enumerate() {
        let place = format!("schools[{number}]");
        let unusable = |title: String, help: &str| {
            Finding::error(Code::CP018, title).at_field(format!("{place}.profile")).with_help(help)
        };
        let file =
            match (&school.profile, &school.setting) {
                (Some(file), None) => file,
                (None, Some(_)) => {
                    let taken_back: Vec<&str> = index.left_empty(&place).collect();
                    members.push(Member { profile: described(trust, school, &taken_back), index: None, place });
                    continue;
                }
                (Some(_), Some(_)) => {
                    findings.push(unusable(
                        "a school is given twice: by its file, and by its answers".to_owned(),
                        "keep `profile:` alone, or take it out and keep the answers",
                    ));
                    continue;
                }
                (None, None) => {
                    let finding = Finding::error(Code::CP018, "a school of the trust is not named").at_field(&place);
                    findings.push(finding.with_help(
                        "give `profile:` with the school's file, or `setting:` with its name, type and years",
                    ));
                    continue;
                }
            };
        let path = index.file_named(&format!("{place}.profile"), file, sources);
        if !path.is_file() {
            findings.push(unusable(
                format!("there is no file `{}`", visible_path(&path)),
                "write the path to the school's profile from the folder of this one, such as `oakfield-academy.yaml`",
            ));
            continue;
        }
        match read_profile(&path, sources) {
            Ok(Read { value, .. }) if value.setting.kind == Setting::MultiAcademyTrust => findings.push(unusable(
                format!("`{}` is the profile of a trust, not of a school", visible_path(&path)),
                "list the schools themselves",
            )),
            Ok(Read { value, index, findings: remarks }) => {
                findings.extend(remarks);
                members.push(Member { profile: value, index: Some(index), place });
            }
            Err(Unread::Findings(mistakes)) if shows_no_profile(&mistakes, sources) => findings.push(unusable(
                format!("`{}` is not a profile", visible_path(&path)),
                "write the path to the school's profile from the folder of this one, such as `oakfield-academy.yaml`",
            )),
            Err(Unread::Failure(failure)) if failure.is_no_file() => findings
                .push(unusable(failure.to_string(), "name the school's profile, a text file that ends in .yaml")),
            Err(Unread::Findings(mistakes)) => findings.extend(mistakes),
            Err(Unread::Failure(failure)) => return Err(failure),
        }
    }
    if trust.setting.kind == Setting::MultiAcademyTrust {
        let years = members.iter().flat_map(|member| member.profile.setting.year_groups.iter());
        trust.setting.year_groups = YearGroups::new(years);
    }
    Ok((members, findings))
}

/// The profile of a school that is described in its trust's file, without the shared answers that it takes back.
fn described(trust: &Profile, school: &School, taken_back: &[&str]) -> Profile {
    let mut shared = fields_of(serde_json::to_value(trust));
    let setting = shared.remove("setting").map(|setting| fields_of(Ok(setting))).unwrap_or_default();
    shared.retain(|heading, _| SHARED.contains(&heading.as_str()));
    for (heading, names) in OWN {
        if let Some(Value::Object(fields)) = shared.get_mut(heading) {
            fields.retain(|name, _| !names.contains(&name.as_str()));
        }
    }
    let mut setting: Map<String, Value> =
        setting.into_iter().filter(|(name, _)| SHARED_OF_SETTING.contains(&name.as_str())).collect();
    setting.insert("trust".to_owned(), Value::from(trust.setting.name.to_string()));
    shared.insert("setting".to_owned(), Value::Object(setting));
    let own = Value::Object(fields_of(serde_json::to_value(school)));
    let mut whole = overlay_values(Value::Object(shared), own);
    for field in taken_back {
        take_back(&mut whole, field);
    }
    serde_json::from_value(whole).unwrap_or_default()
}

/// Takes an answer out of a profile. Those in lists are the school's own anyway.
fn take_back(answers: &mut Value, field: &str) {
    let (headings, name) = field.rsplit_once('.').unwrap_or(("", field));
    let mut steps = headings.split('.').filter(|step| !step.is_empty());
    if let Some(Value::Object(fields)) = steps.try_fold(answers, |value, step| value.get_mut(step)) {
        fields.remove(name);
    }
}

fn fields_of(value: Result<Value, serde_json::Error>) -> Map<String, Value> {
    match value {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

impl Member {
    /// Where its fields stand, if it has a file of its own.
    pub fn index(&self) -> Option<&Index> {
        self.index.as_ref()
    }

    /// A finding on the school as one on the trust: it says which school it is about, and points to where the answer stands or
    /// belongs, in the school's own file or in the trust's.
    pub fn place(&self, mut finding: Finding, trust: &Index, sources: &Sources) -> Finding {
        let name = &self.profile.setting.name;
        finding.title = format!("{name}: {}", finding.title);
        let also: Vec<(Place, String)> =
            finding.also.drain(..).map(|(place, label)| (self.moved(&place, trust, sources).0, label)).collect();
        let (at, label) = self.moved(&finding.at, trust, sources);
        finding.field = finding.field.or_else(|| finding.at.field().map(str::to_owned));
        Finding { at, also, label: finding.label.or(label), ..finding }
    }

    /// A place in the school's profile as one in the trust's, with what to write there.
    fn moved(&self, place: &Place, trust: &Index, sources: &Sources) -> (Place, Option<String>) {
        let Some(field) = place.field() else { return (place.clone(), None) };
        match &self.index {
            Some(index) => {
                if let Place::Word { at, word, .. } = place
                    && let Some(span) = index.word(field, *at, word, sources)
                {
                    return (Place::Span(span), None);
                }
                let located = index.locate(field);
                let place =
                    located.span.map_or_else(|| Place::File(sources.get(index.file()).name.clone()), Place::Span);
                (place, located.label)
            }
            None => {
                let field = self.field_in_trust(field, trust);
                match place {
                    Place::Word { at, word, .. } => (Place::Word { field, at: *at, word: word.clone() }, None),
                    _ => (Place::Field(field), None),
                }
            }
        }
    }

    /// Where a field of a school without a file of its own stands in the trust's file, or belongs: under the school, or where the
    /// trust gives the answer for all.
    pub fn field_in_trust(&self, field: &str, trust: &Index) -> String {
        let own = format!("{}.{field}", self.place);
        let shared = !trust.contains(&own) && can_be_shared_answer(field);
        if shared { field.to_owned() } else { own }
    }
}

/// Whether a trust gives the answer for all its schools, where a school does not give its own.
pub fn can_be_shared_answer(field: &str) -> bool {
    let mut steps = field.split(['.', '[']);
    let (heading, name) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
    let own = OWN.iter().any(|(of, names)| *of == heading && names.contains(&name));
    match heading {
        "setting" => SHARED_OF_SETTING.contains(&name),
        _ => SHARED.contains(&heading) && !own,
    }
}
