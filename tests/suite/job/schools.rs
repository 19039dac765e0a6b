//! Profiles from a list of schools: lists as programs save them, second runs, changes in place, and what is never written over.

use std::fs;
use std::path::Path;

use careers_policy::job::{
    Done, Intake, Planned, Refused, SchoolsOptions, find_list, find_profiles, plan_schools, read_registers,
    refresh_profile, schools_template, way_to,
};
use careers_policy::workbook::{Cell, Value, read_workbook, write_workbook};

use crate::sandbox::Sandbox;
use crate::school::{checked, library, repository, today};

const LIST: &str = "URN,School name,Type,Year groups,Careers leader,Careers leader email,Careers leader telephone number\n\
    100001,Oakfield Academy,academy,7 to 13,Zoë Nair,careers@oakfield.example,1632960101\n\
    100002,St Mary’s School,maintained school,7-11,\"Field, Ada\",,\n";

fn plan(bytes: &[u8], options: &SchoolsOptions<'_>) -> (Vec<Planned>, Vec<Refused>) {
    let sheets = read_workbook(bytes, "schools.csv").unwrap();
    plan_schools(&find_list(&sheets).unwrap(), options, library(), today())
}

fn options(folder: &Path) -> SchoolsOptions<'_> {
    SchoolsOptions { folder, extends: None, pack: None, register: None }
}

/// Runs a list, writes what comes of it, and says what that was: new, changed, as it was, not taken.
fn run(bytes: &[u8], options: &SchoolsOptions<'_>) -> [usize; 4] {
    let (planned, refused) = plan(bytes, options);
    planned.iter().for_each(|plan| plan.write().unwrap());
    let of = |is_it: fn(&Done) -> bool| planned.iter().filter(|plan| is_it(&plan.done)).count();
    [
        of(|done| matches!(done, Done::New)),
        of(|done| matches!(done, Done::Changed(_))),
        of(|done| matches!(done, Done::Unchanged)),
        refused.len(),
    ]
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    texts.sort();
    texts
}

/// The list in each encoding that spreadsheet programs save, with either sign between its cells.
fn saved() -> Vec<(String, Vec<u8>)> {
    let semicolons = LIST.replace("\"Field, Ada\"", "Field\u{0} Ada").replace(',', ";").replace('\u{0}', ",");
    let mut all = Vec::new();
    for (sign, text) in [("commas", LIST.to_owned()), ("semicolons", semicolons)] {
        let windows = text.chars().map(|c| match c {
            '’' => 0x92,
            c => u8::try_from(u32::from(c)).unwrap(),
        });
        let wide = "\u{feff}".chars().chain(text.chars()).collect::<String>();
        all.push((format!("{sign}, UTF-8"), text.clone().into_bytes()));
        all.push((format!("{sign}, UTF-8 with a mark"), wide.clone().into_bytes()));
        all.push((format!("{sign}, Windows-1252"), windows.collect()));
        all.push((format!("{sign}, UTF-16"), wide.encode_utf16().flat_map(u16::to_le_bytes).collect()));
    }
    all
}

#[test]
fn a_list_is_read_however_it_was_saved_and_a_second_run_changes_nothing() {
    let mut first: Option<Vec<(String, String)>> = None;
    for (number, (name, bytes)) in saved().into_iter().enumerate() {
        let sandbox = Sandbox::empty(&format!("list-{number}"));
        assert_eq!(run(&bytes, &options(sandbox.path())), [2, 0, 0, 0], "{name}");
        let made = texts(sandbox.path());
        assert_eq!(
            made.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["oakfield-academy.yaml", "st-marys-school.yaml"]
        );
        assert!(made[0].1.contains("name: Zoë Nair") && made[0].1.contains("phone: \"01632960101\""), "{}", made[0].1);
        assert_eq!(first.get_or_insert_with(|| made.clone()), &made, "{name}");
        assert_eq!(run(&bytes, &options(sandbox.path())), [0, 0, 2, 0], "{name}");
        assert_eq!(texts(sandbox.path()), made, "{name}");
    }
}

#[test]
fn a_change_touches_its_own_lines_alone() {
    let sandbox = Sandbox::empty("list-change");
    let before = "# Ours: do not touch.\r\nsetting: {name: \"Oakfield\", type: academy, urn: '100001', year_groups: 7-13}\r\nroles:\r\n  careers_leader: # since May\r\n    name: 'Priya Nair' # she\r\n    email:\r\n";
    sandbox.write("ours.yaml", before);
    let list = "urn,careers leader,careers leader email,head name,website\n100001,Ann Lee,ann@oakfield.example,,oakfield.example\n";
    let (planned, refused) = plan(list.as_bytes(), &options(sandbox.path()));
    assert_eq!(refused, []);
    let Done::Changed(differs) = &planned[0].done else { panic!("{planned:?}") };
    let said: Vec<String> = differs
        .iter()
        .map(|differs| {
            format!(
                "{} {:?} {:?} {}",
                differs.field,
                differs.at.as_ref().map(|(_, line)| line),
                differs.old,
                differs.new
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "roles.careers_leader.name Some(5) Some(\"Priya Nair\") Ann Lee",
            "roles.careers_leader.email Some(6) None ann@oakfield.example",
            "setting.website None None https://oakfield.example",
        ]
    );
    planned[0].write().unwrap();
    let after = fs::read_to_string(sandbox.path().join("ours.yaml")).unwrap();
    let meant = before
        .replace("'Priya Nair' # she", "'Ann Lee' # she")
        .replace("email:", "email: ann@oakfield.example")
        .replace("7-13}", "7-13, website: https://oakfield.example}");
    assert_eq!(after, meant);
    assert_eq!(run(list.as_bytes(), &options(sandbox.path())), [0, 0, 1, 0]);
}

#[test]
fn a_row_that_cannot_be_taken_is_refused_whole_with_its_cell_and_the_others_are_taken() {
    let sandbox = Sandbox::empty("list-refused");
    sandbox.write(
        "hill-school.yaml",
        "setting: {name: Another School, type: academy, urn: \"100050\", year_groups: 7-11}\n",
    );
    let list = "urn,school,type,careers leader email,years\n\
        100001,Oakfield,academy,no address,7-11\n\
        100002,Fellside,acadmey,,\n\
        12,Glen,academy,,\n\
        ,,academy,,\n\
        100003,Hill School,,,\n\
        ,Hill School,academy,,7-11\n\
        100004,Riverside,academy,,seven\n\
        100005,Valley,academy,,7-11\n\
        100005,Valley,academy,,7-11\n";
    let (planned, refused) = plan(list.as_bytes(), &options(sandbox.path()));
    let places: Vec<(u32, &str)> = refused.iter().map(|refused| (refused.row, refused.place.as_str())).collect();
    assert_eq!(places, [(2, "D2"), (3, "C3"), (4, "A4"), (5, "A5"), (6, "A6"), (7, "A7"), (8, "E8"), (10, "A10")]);
    for (refused, words) in refused.iter().zip([
        "cannot be taken. An address has an @ in it",
        "did you mean academy?",
        "\"12\" is no URN",
        "names no school",
        "write its kind into the column Type",
        "hill-school.yaml is there already and is not this school's",
        "\"seven\" cannot be taken",
        "An earlier row is for the same school",
    ]) {
        assert!(refused.why.contains(words), "{}", refused.why);
    }
    assert_eq!(planned.len(), 1);
    planned[0].write().unwrap();
    // Another file that came in the meantime stays.
    assert!(planned[0].write().is_err());
    assert_eq!(texts(sandbox.path()).len(), 2);
}

#[test]
fn two_schools_of_one_name_are_two_profiles() {
    let sandbox = Sandbox::empty("list-names");
    let list = "URN,School,Type\n100001,St Mary's School,academy\n100002,St Mary's School,maintained school\n";
    assert_eq!(run(list.as_bytes(), &options(sandbox.path())), [2, 0, 0, 0]);
    let names: Vec<String> = texts(sandbox.path()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["st-marys-school-100002.yaml", "st-marys-school.yaml"]);
    assert_eq!(run(list.as_bytes(), &options(sandbox.path())), [0, 0, 2, 0]);
}

#[test]
fn with_the_register_a_number_is_enough_and_what_the_row_says_wins() {
    let sandbox = Sandbox::empty("list-register");
    let list = b"URN;Careers leader email;Website\n100001;careers@oakfield.example;https://careers.oakfield.example\n100003;;\n100010;;\n";
    let sheets = read_workbook(list, "schools.csv").unwrap();
    let files = ["edubasealldata20261120.csv", "links_edubasealldata20261120.csv"];
    let files = files.map(|file| repository("fixtures/register").join(file));
    let register = read_registers(&files, &find_list(&sheets).unwrap().urns()).unwrap();
    let options = SchoolsOptions {
        register: Some((&register, "edubasealldata20261120.csv".to_owned())),
        ..options(sandbox.path())
    };
    let (planned, refused) = plan(list, &options);
    assert_eq!(refused.len(), 1);
    assert!(
        refused[0].why.ends_with("it was followed by Fellside Academy (URN 100013): give that URN."),
        "{}",
        refused[0].why
    );
    assert!(planned[1].told[0].contains("`setting.website` was left out"), "{:?}", planned[1].told);
    assert_eq!(run(list, &options), [2, 0, 0, 1]);
    let text = fs::read_to_string(sandbox.path().join("oakfield-academy.yaml")).unwrap();
    // The row's own answer is nothing to confirm; the register's is.
    assert!(text.contains("\n  website: https://careers.oakfield.example\n"), "{text}");
    assert!(!text.contains("confirm it.\n  website:") && text.contains("confirm it.\n  address: Mill Lane"), "{text}");
    assert_eq!(run(list, &options), [0, 0, 2, 1]);
}

#[test]
fn new_profiles_share_the_hubs_answers_and_its_pack() {
    let sandbox = Sandbox::empty("list-shared");
    sandbox.copy("packs", "packs");
    sandbox.write(
        "hub.yaml",
        "setting:\n  hub: Exampleshire Careers Hub\n  local_authority: Exampleshire County Council\n",
    );
    let folder = sandbox.path().join("schools");
    let options = SchoolsOptions {
        extends: Some(way_to(&sandbox.path().join("hub.yaml"), &folder).unwrap()),
        pack: Some(way_to(&sandbox.path().join("packs/exampleshire-hub"), &folder).unwrap()),
        ..options(&folder)
    };
    assert_eq!(
        (options.extends.as_deref(), options.pack.as_deref()),
        (Some("../hub.yaml"), Some("../packs/exampleshire-hub"))
    );
    fs::create_dir(&folder).unwrap();
    assert_eq!(run(LIST.as_bytes(), &options), [2, 0, 0, 0]);
    let profile = Intake::read(&folder.join("oakfield-academy.yaml")).unwrap();
    let setting = &profile.profile().unwrap().setting;
    assert_eq!(setting.hub.as_deref(), Some("Exampleshire Careers Hub"));
    assert_eq!(profile.packs().len(), 1);
}

#[test]
fn the_empty_list_can_be_filled_in_and_read_back() {
    let sandbox = Sandbox::empty("list-template");
    let mut template = schools_template();
    let row = &mut template.sheets[0].rows[1];
    for (at, value) in [
        (0, Value::Number(100_001.0)),
        (1, Value::Words("Oakfield".into())),
        (2, Value::Words("academy".into())),
        (3, Value::Day("2026-11-07".parse().unwrap())),
    ] {
        row[at] = Cell { value, ..Cell::default() };
    }
    let (_, refused) = plan(&write_workbook(&template).unwrap(), &options(sandbox.path()));
    assert_eq!(refused[0].place, "Schools!D2");
    assert!(refused[0].why.contains("has made the date 7 November 2026 of the year groups"), "{}", refused[0].why);
    template.sheets[0].rows[1][3].value = Value::Words("7 to 11".into());
    assert_eq!(run(&write_workbook(&template).unwrap(), &options(sandbox.path())), [1, 0, 0, 0]);
}

#[test]
fn a_hundred_schools_become_profiles_that_are_checked() {
    let sandbox = Sandbox::empty("list-hundred");
    let kinds = ["academy", "maintained school", "special academy", "pupil referral unit", "fe college"];
    let mut list = String::from("URN,School,Type,Careers leader,Careers leader email\n");
    for at in 0..100 {
        let kind = kinds[at % kinds.len()];
        list.push_str(&format!("{},School Number {at},{kind},Leader {at},leader{at}@school.example\n", 100_000 + at));
    }
    assert_eq!(run(list.as_bytes(), &options(sandbox.path())), [100, 0, 0, 0]);
    let paths = find_profiles(&[sandbox.path().to_owned()]).unwrap();
    assert_eq!(paths.len(), 100);
    // Years are not in the list, so they are what is missing; reading itself finds nothing.
    for path in paths.iter().step_by(9) {
        assert!(checked(path).intake.institution.is_some(), "{}", path.display());
    }
}

#[test]
fn a_profile_is_held_against_the_register_and_keeps_what_says_the_same() {
    let sandbox = Sandbox::empty("refresh");
    let text = "# ours\nsetting:\n  name: Oakfield Academy # printed so\n  type: maintained_school\n  urn: \"100001\"\n  year_groups: 7-13\n  phone: \"01632 960100\"\n  website: http://www.oakfield.example/\n  local_authority: Exampleshire County Council\n  address: Old Road, Exampleton\nroles:\n  head: {name: Sam Okoro}\n";
    sandbox.write("ours.yaml", text);
    let path = sandbox.path().join("ours.yaml");
    let intake = Intake::read(&path).unwrap();
    let file = repository("fixtures/register/edubasealldata20261120.csv");
    let register = read_registers(&[file], &[100_001].into()).unwrap();
    let refreshed = refresh_profile(&intake, &register, library(), today()).unwrap();
    let fields: Vec<(&str, Option<usize>)> =
        refreshed.differs.iter().map(|differs| (differs.field, differs.at.as_ref().map(|(_, line)| *line))).collect();
    assert_eq!(fields, [("setting.address", Some(10)), ("roles.head.name", Some(12)), ("roles.head.title", None)]);
    // Other law may bind it, so the kind is told and stays.
    assert!(refreshed.told[0].contains("the register has it as an academy"), "{:?}", refreshed.told);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    refreshed.text.unwrap().write().unwrap();
    let after = text
        .replace("Old Road, Exampleton", "Mill Lane, Exampleton, EX1 2AB")
        .replace("{name: Sam Okoro}", "{name: Dr Zoë Calloway, title: Principal}");
    assert_eq!(fs::read_to_string(&path).unwrap(), after);
    let again = refresh_profile(&Intake::read(&path).unwrap(), &register, library(), today()).unwrap();
    assert_eq!((again.differs, again.text.is_none()), (Vec::new(), true));
}
