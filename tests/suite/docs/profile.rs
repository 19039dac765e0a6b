//! The reference of the profile, `docs/src/profile.md`: every heading and field that the program reads, with what is said of it, an
//! example, and whom the catalogue asks for it; before them an index by what a school wants to say, and after them the ids of sections. `cargo
//! bless` writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use careers_policy::catalogue::{Duty, field_duties};
use careers_policy::law::{SETTINGS, Setting, SettingGroup};
use careers_policy::profile::{field_choices, field_help, field_paths, headings};
use snapbox::{Assert, Data};

use super::section_ids::section_ids;
use super::to_say::{leads_to, to_say};
use super::written_so::written_so;
use crate::school::{library, repository};

const OPENING: &str = "\
# Every field of a profile

At the end of this chapter you know what can stand in a profile, and what your kind of institution is asked for.

A field is named by the headings above it, with points between them. `roles.careers_leader.name` is written so:

```yaml
roles:
  careers_leader:
    name: Priya Nair
```

The last column says whom the law asks for an answer, and to whom it is recommended. Some is asked only where it applies: of a school with a sixth
form, for instance; and where one of several will do, as an email address or a telephone number, each is marked. `careers-policy check` says what is
asked of your school, and `careers-policy explain` with the name of a field says by which law. No profile can do without `setting.name` and
`setting.type`. What is asked of a trust's schools is asked of its policy for them all.

This page is written from the program itself.
";

/// The kinds of institution by the fewest names.
fn named(mut settings: BTreeSet<&'static str>) -> String {
    let ids = |group: &[Setting]| group.iter().map(|setting| setting.id()).collect::<Vec<_>>();
    let mut names: Vec<String> = Vec::new();
    let groups = [
        (ids(&SETTINGS), "all"),
        (ids(SettingGroup::StateSchools.settings()), "state schools"),
        (ids(SettingGroup::Colleges.settings()), "colleges"),
        (ids(SettingGroup::OutsideSchools.settings()), "independent and non-maintained special schools"),
    ];
    for (members, name) in groups {
        if members.iter().all(|member| settings.contains(member)) {
            settings.retain(|setting| !members.contains(setting));
            names.push(name.to_owned());
        }
    }
    let single = SETTINGS.iter().filter(|setting| settings.contains(setting.id()));
    names.extend(single.map(|setting| setting.with_article().to_owned()));
    names.join(", ")
}

/// Whom the catalogue asks for the field, and how strongly; empty where it asks nobody.
fn asked(path: &str, duties: &[(Setting, BTreeMap<String, Duty>)]) -> String {
    let of = |duty: Duty| -> BTreeSet<&'static str> {
        let bound = duties.iter().filter(|(_, fields)| fields.get(path) == Some(&duty));
        bound.map(|(setting, _)| setting.id()).collect()
    };
    let said = [(Duty::Statutory, "law"), (Duty::Recommended, "recommended")].map(|(duty, word)| (word, of(duty)));
    let said = said.into_iter().filter(|(_, settings)| !settings.is_empty());
    said.map(|(word, settings)| format!("{word}: {}", named(settings))).collect::<Vec<_>>().join("; ")
}

/// Words as they can stand in a cell of a table.
fn cell(words: &str) -> String {
    words.replace('\n', " ").replace('|', "\\|").replace('<', "&lt;")
}

fn code(words: &str) -> String {
    if words.contains('`') { format!("`` {words} ``") } else { format!("`{words}`") }
}

fn row(path: &str, duty: &str) -> String {
    let help = field_help(path).unwrap();
    let choices: Vec<String> =
        field_choices(path).iter().map(|(word, means)| format!("`{word}`: {}", means.trim_end_matches('.'))).collect();
    let choices = if choices.is_empty() { String::new() } else { format!(" One of {}.", choices.join("; ")) };
    let example = match help.entries.as_slice() {
        [] => help.example.filter(|example| !example.contains('\n')).map(|example| code(&example)).unwrap_or_default(),
        entries if entries.iter().any(|entry| entry.contains('\n')) => String::new(),
        entries => entries.iter().map(|entry| code(&format!("- {entry}"))).collect::<Vec<_>>().join(" "),
    };
    let what = cell(&format!("{}{choices}", help.description));
    format!("| `{path}` | {what} | {} | {duty} |\n", cell(&example).replace("&lt;", "<"))
}

fn reference() -> String {
    let duties: Vec<_> =
        SETTINGS.iter().map(|setting| (*setting, field_duties(&library().catalogue, *setting))).collect();
    let mut page = OPENING.to_owned() + &to_say();
    let paths = field_paths();
    for heading in headings() {
        write!(page, "\n## {heading}\n").unwrap();
        let below = format!("{heading}.");
        let mut fields: Vec<&String> = paths.iter().filter(|path| path.starts_with(&below)).collect();
        if fields.is_empty() {
            fields.extend(paths.iter().filter(|path| *path == heading));
        } else {
            let description = field_help(heading).unwrap().description;
            write!(page, "\n{}\n", description.replace('\n', " ")).unwrap();
        }
        page.push_str("\n| field | what it holds | for example | asked of |\n| --- | --- | --- | --- |\n");
        // Roles, benchmarks and the like have the same fields, which stand here once, and again where somebody is asked for them or the index leads
        // to them.
        let mut first = BTreeMap::new();
        let mut alike = BTreeSet::new();
        for path in fields {
            let duty = asked(path, &duties);
            if let Some((group, field)) = path.strip_prefix(&below).and_then(|rest| rest.split_once('.')) {
                let model = *first.entry((field, field_help(path).unwrap().description)).or_insert(group);
                if model != group && duty.is_empty() && !leads_to(path) {
                    alike.insert((group, model));
                    continue;
                }
            }
            page.push_str(&row(path, &duty));
        }
        let mut models: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (group, model) in alike {
            models.entry(model).or_default().push(format!("`{below}{group}`"));
        }
        page.push_str(&written_so(heading));
        for (model, groups) in models {
            write!(
                page,
                "\nWhat stands under `{below}{model}` can stand under {} too, where it fits.\n",
                groups.join(", ")
            )
            .unwrap();
        }
    }
    page + &section_ids(&library().catalogue)
}

#[test]
fn the_reference_of_the_profile_is_the_programs_own() {
    let kept = repository("docs/src/profile.md");
    Assert::new().action_env("SNAPSHOTS").eq(Data::from(reference()).raw(), Data::read_from(&kept, None).raw());
}
