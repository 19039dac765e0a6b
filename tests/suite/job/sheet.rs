//! A school's form: what a profile says goes into a workbook and comes back as it was, whatever programs and people do to it on the way.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use careers_policy::finding::{Code, Finding, Place};
use careers_policy::job::{FilledForm, Intake, Unfilled, fill_profile, form_of, new_form};
use careers_policy::law::{SETTINGS, Setting};
use careers_policy::profile::{Profile, field_kind, field_paths};
use careers_policy::workbook::{Look, ReadSheet, Value, Workbook};
use proptest::prelude::*;

use crate::amount::{cases, some};
use crate::sandbox::Sandbox;
use crate::school::{library, starters};

/// A workbook as it is read back.
fn as_read(workbook: &Workbook) -> Vec<ReadSheet> {
    let sheets = workbook.sheets.iter().map(|sheet| ReadSheet {
        name: Some(sheet.name.clone()),
        rows: sheet.rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect(),
    });
    sheets.collect()
}

fn words(words: &str) -> Value {
    Value::Words(words.to_owned())
}

/// The profiles of the repository in a folder of their own.
fn profiles(name: &str) -> Sandbox {
    let sandbox = Sandbox::empty(name);
    sandbox.copy("profiles", "profiles");
    sandbox.copy("packs", "packs");
    sandbox
}

fn form(path: &Path) -> Vec<ReadSheet> {
    as_read(&form_of(path).unwrap_or_else(|why| panic!("{why:#?}")).workbook)
}

fn filled(sheets: &[ReadSheet], path: &Path) -> FilledForm {
    fill_profile(sheets, "form.xlsx", path).unwrap_or_else(|why| panic!("{why:#?}"))
}

fn profile(path: &Path) -> Profile {
    let intake = Intake::read(path).unwrap();
    intake.institution.unwrap_or_else(|| panic!("{:#?}", intake.findings)).profile
}

/// The cells of the answer to a question, by the name of its field.
fn rows_of(sheets: &[ReadSheet], field: &str) -> Vec<(usize, usize)> {
    let all = sheets.iter().enumerate().flat_map(|(sheet, read)| {
        read.rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.get(5) == Some(&words(field)))
            .map(move |(row, _)| (sheet, row))
    });
    all.collect()
}

fn answer(sheets: &mut [ReadSheet], field: &str, value: Value) {
    let (sheet, row) = rows_of(sheets, field)[0];
    sheets[sheet].rows[row][1] = value;
}

/// The row with the names of the fields of a list.
fn names_in(rows: &[Vec<Value>]) -> Option<usize> {
    let is_name =
        |value: &Value| matches!(value, Value::Words(name) if name.contains('.') && !name.contains([' ', '@', '/']));
    rows.iter().take(8).position(|row| row.len() > 1 && row.iter().all(is_name))
}

fn sheet<'a>(sheets: &'a mut [ReadSheet], name: &str) -> &'a mut ReadSheet {
    sheets.iter_mut().find(|sheet| sheet.name.as_deref() == Some(name)).unwrap()
}

#[test]
fn every_starter_comes_back_from_its_form_with_not_a_byte_changed() {
    let folder = profiles("form-same");
    for name in some(6, starters()) {
        let path = folder.path().join("profiles").join(format!("{name}.yaml"));
        let form = form_of(&path).unwrap();
        let again = filled(&as_read(&form.workbook), &path);
        assert_eq!((again.changed, again.new, again.gone), (0, 0, 0), "{name}");
        assert_eq!(again.text(), fs::read_to_string(&path).unwrap(), "{name}");
        assert!(form.not_shown.iter().all(|field| field == "schools"), "{name}: {:?}", form.not_shown);
        if !form.not_shown.is_empty() {
            continue;
        }
        let new = path.with_file_name(format!("new-{name}.yaml"));
        let written = filled(&as_read(&form.workbook), &new);
        written.write().unwrap();
        assert_eq!(profile(&new), profile(&path), "{name}");
        assert_eq!(form_of(&new).unwrap().workbook, form.workbook, "{name}");
    }
}

#[test]
fn an_empty_form_asks_every_kind_for_what_the_law_asks_and_becomes_no_profile_without_a_name() {
    for setting in some(3, SETTINGS.to_vec()) {
        let workbook = new_form(&library().catalogue, setting);
        for sheet in &workbook.sheets {
            assert!(sheet.name.chars().count() <= 31 && !sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\']));
        }
        let cells = || workbook.sheets.iter().flat_map(|sheet| &sheet.rows).flatten();
        let filled = cells().filter(|cell| cell.look == Look::Answer && cell.value != Value::Empty).count();
        assert_eq!(filled, 1, "its kind is filled in, and nothing else");
        assert!(cells().any(|cell| cell.look == Look::Statutory), "{setting:?}");
        // Words of a file of answers, which nobody sees who fills in a form.
        for cell in cells() {
            let Value::Words(words) = &cell.value else { continue };
            assert!(
                !words.contains('`') && !words.contains("in quotes") && !words.contains("behind the colon"),
                "{words}"
            );
        }
        let slips = slips(&as_read(&workbook), Path::new("new.yaml"));
        let name = slips.iter().find(|slip| slip.code == Code::CP005).unwrap();
        assert_eq!(name.at, Place::File("form.xlsx: Your institution!B4".to_owned()));
        assert_eq!(name.help, ["write the answer in this cell"]);
    }
}

fn slips(sheets: &[ReadSheet], path: &Path) -> Vec<Finding> {
    match fill_profile(sheets, "form.xlsx", path) {
        Err(Unfilled::Slips(slips, _)) => slips,
        other => panic!("{other:#?}"),
    }
}

/// The same without a logo, which takes a while to be read.
fn harbour(name: &str) -> (Sandbox, std::path::PathBuf) {
    let folder = profiles(name);
    let path = folder.path().join("profiles").join("harbour-view-school.yaml");
    (folder, path)
}

fn oakfield(name: &str) -> (Sandbox, std::path::PathBuf) {
    let folder = profiles(name);
    let path = folder.path().join("profiles").join("oakfield-academy.yaml");
    (folder, path)
}

#[test]
fn what_is_changed_added_and_emptied_changes_its_own_lines_alone() {
    let (_folder, path) = oakfield("form-changes");
    let before = fs::read_to_string(&path).unwrap();
    let mut sheets = form(&path);
    answer(&mut sheets, "governance.chair", words("Zoë O'Neill"));
    answer(&mut sheets, "roles.careers_leader.organisation", words("Oak & Ash: \"Guides\""));
    answer(&mut sheets, "roles.careers_leader.phone", Value::Empty);
    let filled = filled(&sheets, &path);
    assert_eq!((filled.changed, filled.new, filled.gone), (1, 1, 1));
    let left: Vec<&str> = before.lines().filter(|line| !filled.text().lines().any(|new| new == *line)).collect();
    // The number of the careers leader stands elsewhere too.
    assert_eq!(left, ["  chair: Morag Sinclair"]);
    assert!(filled.text().contains("    phone:\n"));
    filled.write().unwrap();
    let after = profile(&path);
    assert_eq!(after.governance.chair.as_deref(), Some("Zoë O'Neill"));
    assert_eq!(after.roles.careers_leader.organisation.as_deref(), Some("Oak & Ash: \"Guides\""));
    assert_eq!(after.roles.careers_leader.phone, None);
}

#[test]
fn rows_of_a_list_are_added_taken_out_and_moved_with_their_lines() {
    let (_folder, path) = oakfield("form-rows");
    let before = profile(&path);
    let mut sheets = form(&path);
    let rows = &mut sheet(&mut sheets, "Activities").rows;
    let names = names_in(rows).unwrap();
    rows.swap(names + 1, names + 2);
    rows.remove(names + 4);
    let empty = rows.len() - 3;
    let (title, term) = {
        let names = &rows[names];
        let place =
            |name: &str| names.iter().position(|cell| *cell == words(&format!("programme.activities.{name}"))).unwrap();
        (place("title"), place("term"))
    };
    rows[empty][title] = words("A day at the =1+1 works");
    rows[empty][term] = words("Summer");
    rows[empty][0] = words("9");
    let filled = filled(&sheets, &path);
    assert_eq!((filled.changed, filled.new), (0, 2), "{}", filled.text());
    filled.write().unwrap();
    let after = profile(&path).programme.activities;
    let mut meant = before.programme.activities.clone();
    meant.swap(0, 1);
    meant.remove(3);
    assert_eq!(after[..after.len() - 1], meant[..]);
    assert_eq!(&*after.last().unwrap().title, "A day at the =1+1 works");
}

#[test]
fn awkward_words_come_back_as_they_are() {
    let (_folder, path) = oakfield("form-awkward");
    let long = "Ä".repeat(300);
    let names = [
        "Marks & Sons",
        "St Mary's \"Old\" School",
        "'quoted'",
        "007",
        "=1+1",
        "+44 plan",
        "-minus",
        "@home",
        "yes",
        "null",
        "~",
        "# no remark",
        "a: b",
        "ends with:",
        "🎓 Careers",
        "مدرسة النور",
        "[brackets], {braces}",
        "back\\slash",
        "%percent",
        "1e5",
        "* star",
        "| bar",
        "2026-09-01",
        long.as_str(),
    ];
    let mut sheets = form(&path);
    let rows = &mut sheet(&mut sheets, "Linked policies").rows;
    let first = rows.len() - 25;
    for (row, name) in rows[first..].iter_mut().zip(names) {
        row[0] = words(name);
    }
    answer(&mut sheets, "governance.committee", words("=1+1"));
    filled(&sheets, &path).write().unwrap();
    let after = profile(&path);
    let titles: Vec<&str> = after.linked_policies.iter().map(|policy| &*policy.title).collect();
    assert!(titles.ends_with(&names), "{titles:#?}");
    assert_eq!(after.governance.committee.as_deref(), Some("=1+1"));
    let again = filled(&form(&path), &path);
    assert_eq!(again.text(), fs::read_to_string(&path).unwrap());
}

#[test]
fn what_programs_and_people_do_to_a_form_is_read_as_it_is_meant() {
    let (_folder, path) = oakfield("form-as-meant");
    let before = profile(&path);
    let mut sheets = form(&path);
    // Numbers, days and truth in place of words.
    answer(&mut sheets, "setting.urn", Value::Number(99201.0));
    answer(&mut sheets, "setting.phone", Value::Number(1_632_960_100.0));
    answer(&mut sheets, "setting.year_groups", Value::Day("2026-11-07".parse().unwrap()));
    answer(&mut sheets, "policy.approved_on", Value::Number(46211.0));
    answer(&mut sheets, "send.disabled_role_models", Value::Truth(true));
    answer(&mut sheets, "setting.name", words("  Oakfield Academy\u{a0} "));
    for sheet in &mut sheets {
        // A row put in above, a column moved, the names of fields gone, a sheet given another name.
        sheet.rows.insert(0, Vec::new());
        for row in &mut sheet.rows {
            if row.len() == 6 {
                row[5] = Value::Empty;
                row.insert(0, Value::Empty);
                let moved = row.remove(2);
                row.push(moved);
            }
        }
    }
    sheet(&mut sheets, "Vision").name = Some("Vision (2)".to_owned());
    sheet(&mut sheets, "Start here").name = Some("Notes".to_owned());
    let filled = filled(&sheets, &path);
    filled.write().unwrap();
    let mut meant = before;
    meant.setting.urn = Some("099201".into());
    meant.setting.phone = Some("01632960100".into());
    meant.setting.year_groups = careers_policy::law::YearGroups::parse("7-11").unwrap();
    meant.policy.approved_on = Some("2026-07-08".parse().unwrap());
    meant.send.disabled_role_models = Some(true);
    assert_eq!(profile(&path), meant);
}

#[test]
fn a_list_is_found_by_its_headings_where_the_names_of_its_fields_are_gone() {
    let (_folder, path) = oakfield("form-headings");
    let mut sheets = form(&path);
    for sheet in &mut sheets {
        if let Some(names) = names_in(&sheet.rows) {
            sheet.rows.remove(names);
            sheet.rows.iter_mut().for_each(|row| row.reverse());
        }
    }
    let again = filled(&sheets, &path);
    assert_eq!(again.text(), fs::read_to_string(&path).unwrap());
}

#[test]
fn every_slip_is_told_at_once_by_its_sheet_and_cell_and_nothing_is_written() {
    let (_folder, path) = oakfield("form-slips");
    let before = fs::read_to_string(&path).unwrap();
    let mut sheets = form(&path);
    answer(&mut sheets, "policy.approved_on", words("31 June 2026"));
    answer(&mut sheets, "setting.learner_term", words("children"));
    let history = &mut sheet(&mut sheets, "Version history").rows;
    let half = history.len() - 1;
    history[half][0] = words("9.0");
    sheet(&mut sheets, "Vision").rows.push(vec![words("Visoin"), words("to see")]);
    let last = sheet(&mut sheets, "Vision").rows.len();
    let slips = slips(&sheets, &path);
    let told: Vec<String> =
        slips.iter().map(|slip| format!("{} {:?}: {}", slip.code.id(), slip.at, slip.title)).collect();
    let has = |code: &str, place: &str| told.iter().any(|told| told.starts_with(code) && told.contains(place));
    let (sheet_at, row) = rows_of(&sheets, "policy.approved_on")[0];
    assert_eq!(sheets[sheet_at].name.as_deref(), Some("Policy"));
    assert!(has("CP008", &format!("form.xlsx: Policy!B{}\"", row + 1)), "{told:#?}");
    let (_, row) = rows_of(&sheets, "setting.learner_term")[0];
    assert!(has("CP007", &format!("form.xlsx: Your institution!B{}\"", row + 1)), "{told:#?}");
    assert!(
        has("CP005", &format!("form.xlsx: Version history!A{}\"", half + 1))
            || has("CP005", &format!("form.xlsx: Version history!B{}\"", half + 1)),
        "{told:#?}"
    );
    assert!(has("CP004", &format!("form.xlsx: Vision!B{last}\"")), "{told:#?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn a_workbook_that_is_no_form_is_refused_in_a_sentence() {
    let sheets = [ReadSheet { name: Some("Budget".to_owned()), rows: vec![vec![words("Item"), words("Cost")]] }];
    match fill_profile(&sheets, "budget.xlsx", Path::new("new.yaml")) {
        Err(Unfilled::NotAForm(why)) => assert!(why.starts_with("budget.xlsx: this is no form"), "{why}"),
        other => panic!("{other:#?}"),
    }
}

#[test]
fn a_role_that_two_share_becomes_a_list_and_one_again() {
    let (_folder, path) = oakfield("form-two");
    let new = path.with_file_name("two.yaml");
    let mut sheets = form(&path);
    answer(&mut sheets, "roles.careers_leader[1].name", words("Ines Duarte"));
    answer(&mut sheets, "roles.careers_leader[1].email", words("i.duarte@oakfield.example"));
    filled(&sheets, &new).write().unwrap();
    let both = profile(&new).roles.careers_leader;
    assert_eq!(both.also.len(), 1);
    assert_eq!(both.also[0].name.as_deref(), Some("Ines Duarte"));
    let mut sheets = form(&new);
    answer(&mut sheets, "roles.careers_leader[1].email", words("not an address"));
    let (_, row) = rows_of(&sheets, "roles.careers_leader[1].email")[0];
    let told = slips(&sheets, &new);
    assert!(format!("{:?}", told[0].at).contains(&format!("People!B{}\"", row + 1)), "{told:#?}");
    answer(&mut sheets, "roles.careers_leader[1].name", Value::Empty);
    answer(&mut sheets, "roles.careers_leader[1].email", Value::Empty);
    filled(&sheets, &new).write().unwrap();
    assert_eq!(profile(&new), profile(&path));
}

#[test]
fn what_a_form_does_not_ask_stays_with_its_comments() {
    let folder = Sandbox::empty("form-unasked");
    let path = folder.path().join("school.yaml");
    let text = "# ours\nsetting:\n  name: Old   # as on the sign\n  type: academy\n  year_groups: 7-11\nvision:\n  # few\n  values:\n    - Curiosity # first\n    # in between\n    - Courage\n  statement: >\n    To see\n    far.\nnotes_of_ours: keep me\n";
    folder.write("school.yaml", text);
    let mut sheets = form(&path);
    answer(&mut sheets, "setting.name", words("New"));
    let at = rows_of(&sheets, "vision.values");
    sheets[at[1].0].rows[at[1].1][1] = words("Kindness");
    answer(&mut sheets, "vision.statement", words("To see\nfarther: all."));
    // The field that is not known is still not known, so the profile is not read; it is kept all the same.
    match fill_profile(&sheets, "form.xlsx", &path) {
        Err(Unfilled::Slips(slips, _)) => assert!(slips.iter().all(|slip| slip.code == Code::CP004), "{slips:#?}"),
        other => panic!("{other:#?}"),
    }
    folder.write("school.yaml", text.replace("notes_of_ours: keep me\n", ""));
    let after = filled(&sheets, &path);
    let expected = "# ours\nsetting:\n  name: New   # as on the sign\n  type: academy\n  year_groups: 7-11\nvision:\n  # few\n  values:\n    - Curiosity # first\n    # in between\n    - Kindness\n  statement: |-\n    To see\n    farther: all.\n";
    assert_eq!(after.text(), expected);
}

proptest! {
    #![proptest_config(cases(4, 64))]

    #[test]
    fn what_is_read_back_is_what_was_meant(changes in prop::collection::vec((any::<prop::sample::Index>(), "[ -~é\u{a0}🎓]{0,40}"), 1..12)) {
        let (_folder, path) = harbour("form-any");
        let before = fs::read_to_string(&path).unwrap();
        let mut sheets = form(&path);
        // Any words will do in these, and in no others.
        let free = ["governance.chair", "governance.committee", "governance.responsibilities", "vision.statement", "vision.values", "vision.aims",
            "programme.methods", "programme.introduction", "roles.head.title", "roles.senior_leader.name", "impact.sharing", "support.at_risk", "support.groups"];
        let cells: Vec<(usize, usize)> = free.iter().flat_map(|field| rows_of(&sheets, field)).collect();
        for (index, typed) in &changes {
            let (sheet, row) = *index.get(&cells);
            sheets[sheet].rows[row][1] = if typed.trim().is_empty() { Value::Empty } else { words(typed.trim()) };
        }
        let filled = filled(&sheets, &path);
        filled.write().unwrap();
        let again = form(&path);
        for field in free {
            let given = |sheets: &[ReadSheet]| -> Vec<String> {
                let cells = rows_of(sheets, field).into_iter().map(|(sheet, row)| sheets[sheet].rows[row][1].clone());
                cells.filter(|value| *value != Value::Empty).map(|value| format!("{value:?}").split_whitespace().collect::<Vec<_>>().join(" ")).collect()
            };
            prop_assert_eq!(given(&again), given(&sheets), "{}", field);
        }
        let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(comments(filled.text()), comments(&before));
    }
}

#[test]
fn a_kind_without_years_is_asked_for_stages() {
    let college = new_form(&library().catalogue, Setting::FeCollege);
    let has = |name: &str| {
        college.sheets.iter().flat_map(|sheet| &sheet.rows).flatten().any(|cell| cell.value == words(name))
    };
    assert!(
        has("programme.activities.stage") && !has("programme.activities.year_groups") && !has("setting.year_groups")
    );
}

#[test]
fn every_field_has_a_place_in_a_form_and_no_label_stands_twice_on_a_sheet() {
    let forms = [Setting::Academy, Setting::FeCollege].map(|setting| new_form(&library().catalogue, setting));
    let cells = || forms.iter().flat_map(|form| &form.sheets).flat_map(|sheet| &sheet.rows).flatten();
    let names: BTreeSet<&str> = cells()
        .filter_map(|cell| match &cell.value {
            Value::Words(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let of_advisers = ["qualification", "qualification_level", "employed_by_setting", "on_adviser_register"];
    for path in field_paths().into_iter().filter(|path| field_kind(path).is_some() && !path.starts_with("schools")) {
        let name = match path.split_once(".actions.") {
            Some((_, column)) => format!("gatsby.actions.{column}"),
            None => path.clone(),
        };
        let is_of_advisers = of_advisers.iter().any(|field| path.ends_with(&format!(".{field}")));
        assert!(is_of_advisers || names.contains(name.as_str()), "{path}");
    }
    for sheet in forms.iter().flat_map(|form| &form.sheets) {
        let mut labels = BTreeSet::new();
        for row in
            sheet.rows.iter().filter(|row| row.len() == 6 && row[1].look == Look::Answer && row[0].look == Look::Plain)
        {
            let Value::Words(label) = &row[0].value else { continue };
            assert!(labels.insert(label), "{}: {label}", sheet.name);
        }
    }
}
