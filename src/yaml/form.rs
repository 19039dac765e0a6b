//! The forms that words of a certain kind have: a telephone number, an email address, a version.
//!
//! In: a field's schema, in which `x-form` names the form. Out: the pattern for the validator, and what is wrong with words
//! that do not have the form.
//!
//! A type names the form of a field, `#[schemars(extend("x-form" = Form::Phone))]`; `Schema` puts the pattern there.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::phrase::short;

/// The keyword of a schema that names the form of a field's words.
pub(super) const X_FORM: &str = "x-form";

/// What words look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Form {
    /// A telephone number, or words with one in them. Letters stand apart from digits, but for an extension.
    Phone,
    /// A web address.
    Web,
    /// An email address.
    Email,
    /// A colour: six digits, with or without the sign before them.
    Colour,
    /// A version: up to three numbers with full stops between them.
    Version,
    /// A number of people, a percentage with its sign, or a published mark in place of a number: `41`, `4.1%`, `SUPP`.
    Number,
    /// A percentage, with or without its sign, or a published mark.
    PerCent,
    /// So many digits.
    Digits(u8),
}

/// The digits of a percentage.
const SHARE: &str = r"(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)";

/// The name of a website or of a mail server, in the letters that all servers know.
const HOST: &str = r"([A-Za-z0-9-]+\.)+([A-Za-z]{2,}|[Xx][Nn]--[A-Za-z0-9-]+)";

/// What official figures have in place of a number: `SUPP`, `z`, `c`, `*`, `fewer than 5`.
const MARK: &str = r"[^0-9]+|(fewer than|less than|under|below|<) ?[0-9]{1,2}( ?%)?";

/// What is wrong with words that do not have their form.
pub(super) struct Wrong {
    /// In words that follow the name of the field: "is not a colour".
    pub(super) what: String,
    /// What to look at.
    pub(super) label: Option<String>,
}

impl Form {
    /// The form that a keyword of a schema names.
    pub(super) fn from_keyword(value: &Value) -> Option<Form> {
        Form::deserialize(value).ok()
    }

    /// The regular expression for words of this form.
    pub(super) fn pattern(self) -> String {
        match self {
            // Words of letters, and groups of digits with at most an extension joined to them.
            Form::Phone => "^[^0-9A-Za-z]*(([A-Za-z]+|(ext|x)?[0-9]+((ext|x)[0-9]*)?)([^0-9A-Za-z]+|$))+$".to_owned(),
            // The name of a website, and nobody's name before it: who reads `school.example@other.example` goes elsewhere.
            Form::Web => format!(r"^https?://{HOST}(:[0-9]{{1,5}})?([/?#][^\s<>]*)?$"),
            // Nothing that a link would take for something else than the address: `?subject=`, `&`, `%`.
            Form::Email => format!(r"^[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@{HOST}$"),
            Form::Colour => "^#?[0-9a-fA-F]{6}$".to_owned(),
            Form::Version => r"^[0-9]+(\.[0-9]+){0,2}$".to_owned(),
            Form::Number => format!("^([0-9]{{1,3}}(,[0-9]{{3}}){{1,2}}|[0-9]{{1,7}}|{SHARE} ?(%|per cent)|{MARK})$"),
            Form::PerCent => format!("^({SHARE}( ?(%|per cent))?|{MARK})$"),
            Form::Digits(count) => format!("^[0-9]{{{count}}}$"),
        }
    }

    /// What is wrong with some words that do not have this form.
    pub(super) fn wrong(self, text: &str) -> Wrong {
        let (what, label) = match self {
            Form::Phone => ("is not a telephone number", Some("a letter stands among the digits".into())),
            Form::Web => ("is not a web address", Some(wrong_in_address(text))),
            Form::Email => ("is not an email address", Some(wrong_in_email(text).into())),
            Form::Colour => (
                "is not a colour",
                Some("a colour is six digits and letters from a to f, in quotation marks, such as \"#14466b\"".into()),
            ),
            Form::Version => ("should be numbers with full stops between them", None),
            Form::Number => (
                "is not a number of learners",
                Some("write a whole number, a percentage such as 4.1%, or a mark such as SUPP".into()),
            ),
            Form::PerCent => {
                ("is not a percentage", Some("write a number up to 100, such as 4.1, or a mark such as SUPP".into()))
            }
            Form::Digits(count) => {
                return Wrong { what: format!("should be {count} digits"), label: Some(wrong_in_digits(text)) };
            }
        };
        Wrong { what: what.to_owned(), label }
    }
}

fn wrong_in_address(text: &str) -> String {
    let host = text.trim_start_matches('/');
    if host.contains('.') && !host.contains([' ', ':', '<', '>', '@']) {
        format!("write https://{}", short(host))
    } else if text.starts_with("http") && !text.contains(char::is_whitespace) {
        "after https:// stands the name of a website, such as www.school.example".to_owned()
    } else {
        "an address begins with https:// and has no spaces".to_owned()
    }
}

fn wrong_in_email(text: &str) -> &'static str {
    match text.matches('@').count() {
        0 => "an address has an @ in it",
        1 if text.contains(char::is_whitespace) => "an address has no spaces in it, and only one is given here",
        1 if text.contains(['?', '&', '%', '/', ':', '=', '#']) => {
            "only the address belongs here, such as careers@school.example"
        }
        1 => "an address ends like school.example: words with a full stop between them",
        _ => "only one address stands here; a second person has an entry of their own",
    }
}

fn wrong_in_digits(text: &str) -> String {
    if text.chars().all(|c| c.is_ascii_digit()) {
        format!("this has {}", text.len())
    } else {
        "this has something else in it".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Form;

    #[test]
    fn a_form_is_named_in_a_schema_and_found_again() {
        for form in [Form::Phone, Form::Version, Form::Digits(6)] {
            assert_eq!(Form::from_keyword(&json!(form)), Some(form));
        }
        assert_eq!(Form::from_keyword(&json!("a poem")), None);
        assert_eq!(Form::Digits(6).pattern(), "^[0-9]{6}$");
    }
}
