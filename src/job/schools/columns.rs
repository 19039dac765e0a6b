//! Which field the heading of a column means.
//!
//! In: the heading as a spreadsheet has it: "Careers leader email", "roles.careers_leader.email", "Head's name". Out: the path of the field, or what was
//! most likely meant. Capital letters, spaces and signs do not matter, and neither do the usual other words for a telephone and an address.
//!
//! Fields within lists have no column: a list of schools has one row for each school.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::form::field_label;
use crate::profile::single_fields;
use crate::text::{capital, slip_of};

/// What hubs call a column otherwise than the profile does, folded.
const OTHER_NAMES: [(&str, &str); 13] = [
    ("school", "setting.name"),
    ("schoolname", "setting.name"),
    ("nameofschool", "setting.name"),
    ("institution", "setting.name"),
    ("kind", "setting.type"),
    ("schooltype", "setting.type"),
    ("typeofschool", "setting.type"),
    ("years", "setting.year_groups"),
    ("schoolurn", "setting.urn"),
    ("uniquereferencenumber", "setting.urn"),
    ("la", "setting.local_authority"),
    ("mat", "setting.trust"),
    ("senconame", "roles.senco.name"),
];
/// Words that mean the same in a heading, folded.
const SAME: [(&str, &str); 8] = [
    ("telephonenumber", "phone"),
    ("telephone", "phone"),
    ("phonenumber", "phone"),
    ("emailaddress", "email"),
    ("websiteaddress", "website"),
    ("headteacher", "head"),
    ("principal", "head"),
    ("jobtitle", "title"),
];

/// Every field that a column can be for.
static FIELDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let has_column = |path: &String| path.contains('.') && !path.contains(".also") && !path.starts_with("brand.");
    single_fields().into_iter().filter(has_column).collect()
});

/// The fields by all that they are called, folded.
static NAMES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let mut names: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for path in FIELDS.iter() {
        let steps: Vec<&str> = path.split('.').collect();
        // `roles.careers_leader.email` is "Careers leader email" too, and the name of a person is the person.
        let mut called: Vec<String> = (0..steps.len()).map(|from| steps[from..].concat()).collect();
        if let (Some((&"name", before)), true) = (steps.split_last(), steps.len() > 2) {
            called.push(before[1..].concat());
        }
        // What a school's form calls it, with and without the heading that it stands under there.
        let own = field_label(path);
        called.extend(path.rsplit_once('.').map(|(above, _)| field_label(above) + &own));
        called.push(own);
        for name in called {
            let paths = names.entry(folded(&name)).or_default();
            if !paths.contains(&path.as_str()) {
                paths.push(path);
            }
        }
    }
    // What several fields are called by is that of the institution itself, if one of them is, and otherwise none.
    let one = |(name, paths): (String, Vec<&'static str>)| {
        let own = paths.iter().find(|path| path.starts_with("setting."));
        let only = paths.first().filter(|_| paths.len() == 1);
        own.or(only).map(|path| (name, *path))
    };
    let others = OTHER_NAMES.iter().map(|(name, path)| ((*name).to_owned(), *path));
    names.into_iter().filter_map(one).chain(others).collect()
});

/// The field that a heading means.
///
/// # Errors
/// The label of the field that was most likely meant, if one is near.
pub(super) fn field_of(heading: &str) -> Result<&'static str, Option<String>> {
    let name = folded(heading);
    if let Some(path) = NAMES.get(&name) {
        return Ok(path);
    }
    // Too short a word is near to everything.
    let near = (name.chars().count() > 3).then(|| slip_of(&name, NAMES.keys().map(String::as_str))).flatten();
    Err(near.and_then(|near| NAMES.get(near)).map(|path| label(path)))
}

/// What a field's column is called in the empty list and in what is said: "Careers leader email".
pub(super) fn label(path: &str) -> String {
    let words = match path {
        "setting.urn" => return "URN".to_owned(),
        "setting.name" => "school name".to_owned(),
        _ => path.split_once('.').map_or(path, |(_, rest)| rest).replace(['_', '.'], " "),
    };
    capital(&words)
}

/// Letters and digits alone, in small letters, with one word for those that mean the same.
fn folded(heading: &str) -> String {
    let letters = heading.replace("’s", "").replace("'s", "").to_lowercase();
    let mut name: String = letters.chars().filter(|c| c.is_alphanumeric()).collect();
    for (other, word) in SAME {
        name = name.replace(other, word);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, field_of, label};

    #[test]
    fn a_column_is_known_by_any_name_of_its_field() {
        for (heading, field) in [
            ("URN", "setting.urn"),
            ("School", "setting.name"),
            ("School name", "setting.name"),
            ("name", "setting.name"),
            ("Type", "setting.type"),
            ("Year groups", "setting.year_groups"),
            ("Kind of institution", "setting.type"),
            ("Unique reference number (URN)", "setting.urn"),
            ("Careers leader: Email address", "roles.careers_leader.email"),
            ("Website", "setting.website"),
            ("Telephone", "setting.phone"),
            ("Careers leader", "roles.careers_leader.name"),
            ("Careers Leader - email address", "roles.careers_leader.email"),
            ("careers leader's telephone number", "roles.careers_leader.phone"),
            ("roles.careers_leader.email", "roles.careers_leader.email"),
            ("Headteacher", "roles.head.name"),
            ("Principal's name", "roles.head.name"),
            ("SENCO", "roles.senco.name"),
            ("Local authority", "setting.local_authority"),
            ("provider_access.url", "provider_access.url"),
        ] {
            assert_eq!(field_of(heading), Ok(field), "{heading}");
        }
    }

    #[test]
    fn every_field_is_known_by_its_path_and_by_its_label() {
        for path in FIELDS.iter() {
            assert_eq!(field_of(path), Ok(path.as_str()));
        }
        for path in ["setting.urn", "setting.name", "roles.careers_leader.email", "roles.head.title"] {
            assert_eq!(field_of(&label(path)), Ok(path));
        }
    }

    #[test]
    fn a_near_miss_is_asked_about_and_anything_else_is_not_known() {
        assert_eq!(field_of("Careers leader emial"), Err(Some("Careers leader email".to_owned())));
        assert_eq!(field_of("Visited by the hub in spring"), Err(None));
        assert_eq!(field_of("x"), Err(None));
        // Who it is the email of is not said.
        assert!(field_of("Email").is_err());
    }
}
