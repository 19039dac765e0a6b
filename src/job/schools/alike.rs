//! Whether the register says of a school what its profile says, in other signs.
//!
//! In: a field, and its answer in the profile and in the register. Out: yes or no. A register writes names in capitals and numbers without spaces;
//! a school need not be told of that.

use serde_json::Value;

use crate::text::dialled;

/// Whether both answers say the same.
pub(super) fn alike(field: &str, own: &Value, register: &Value) -> bool {
    let (Some(own), Some(register)) = (own.as_str(), register.as_str()) else { return own == register };
    match field {
        "setting.phone" => match (dialled(own), dialled(register)) {
            (Some(own), Some(register)) => own == register,
            _ => folded(own) == folded(register),
        },
        "setting.website" => site(own) == site(register),
        // "Exampleshire County Council" is the authority for Exampleshire.
        "setting.local_authority" => folded(own).contains(&folded(register)),
        _ => folded(own) == folded(register),
    }
}

fn folded(words: &str) -> String {
    words.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A website without what is the same for readers: its scheme and a slash at its end.
fn site(address: &str) -> String {
    let address = address.to_lowercase();
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(&address);
    bare.trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn other_signs_for_the_same_are_no_difference() {
        for (field, own, register, same) in [
            ("setting.phone", "01632 960100", "01632960100", true),
            ("setting.phone", "01632 960101", "01632960100", false),
            ("setting.website", "https://www.oakfield.example", "http://www.oakfield.example/", true),
            ("setting.website", "https://www.oakfield.example", "https://oakfield.example/new", false),
            ("setting.trust", "Meadowbank Learning Trust", "MEADOWBANK LEARNING TRUST", true),
            ("setting.local_authority", "Exampleshire County Council", "Exampleshire", true),
            ("setting.local_authority", "Exampleshire County Council", "Otherset", false),
            ("setting.name", "St Mary’s School", "St Mary's School", true),
            ("roles.head.name", "Dr Zoë Calloway", "Ms Ada Field", false),
        ] {
            assert_eq!(alike(field, &own.into(), &register.into()), same, "{field}: {own}");
        }
    }
}
