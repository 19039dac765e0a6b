//! The name of the file for a new profile.
//!
//! In: the institution's name, if it is known. Out: a name that is good on every computer.

use crate::text::{portable_name, slug};

/// The name of the file: that of the institution, in small letters with hyphens.
pub fn file_name_for(institution: Option<&str>) -> String {
    /// Longer names are cut off: a path has an end on Windows.
    const LONGEST: usize = 60;
    let name: String = slug(institution.unwrap_or_default()).chars().take(LONGEST).collect();
    let name = format!("{}.yaml", name.trim_end_matches('-'));
    // A name in another script has none of the letters that every computer takes.
    match name.starts_with('.') || portable_name(&name).is_err() {
        true => "our-profile.yaml".to_owned(),
        false => name,
    }
}

#[cfg(test)]
mod tests {
    use super::file_name_for;

    #[test]
    fn a_file_has_the_name_of_its_school() {
        for (school, file) in [
            (Some("Oakfield Academy"), "oakfield-academy.yaml"),
            (Some("St Mary’s C of E School (Aided)"), "st-marys-c-of-e-school-aided.yaml"),
            (Some("学校"), "our-profile.yaml"),
            (Some("Con"), "our-profile.yaml"),
            (None, "our-profile.yaml"),
        ] {
            assert_eq!(file_name_for(school), file);
        }
        assert!(file_name_for(Some(&"Long ".repeat(50))).len() < 70);
    }
}
