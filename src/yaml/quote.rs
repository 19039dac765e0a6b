//! Values as they are written in YAML: in quotation marks where they need them.
//!
//! In: a value, or words. Out: what to write after the colon.

use serde_json::Value;

/// A value as it would stand after the colon, in quotes where it needs them.
pub(crate) fn as_yaml(value: &Value) -> String {
    match value {
        Value::String(text) => quoted_if_needed(text),
        Value::Array(entries) => {
            format!("[{}]", entries.iter().map(in_list).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// A value as it would stand between the brackets of a list.
pub(super) fn in_list(value: &Value) -> String {
    match value {
        Value::String(text) if text.contains([',', '[', ']', '{', '}']) => in_quotes(text),
        other => as_yaml(other),
    }
}

/// Words as they would stand after the colon: in quotes where YAML or a spreadsheet would take them for something else.
pub(super) fn quoted_if_needed(text: &str) -> String {
    let special_start = text.starts_with(|c: char| "-?:,[]{}#&*!|>'\"%@`~ ".contains(c));
    let number_like = text.starts_with(['0', '+']) || (text.parse::<f64>().is_ok() && !text.contains('-'));
    if text.is_empty()
        || special_start
        || number_like
        || text.contains(": ")
        || text.contains(" #")
        || text.ends_with([':', ' '])
    {
        in_quotes(text)
    } else {
        text.to_owned()
    }
}

/// Words in double quotation marks.
pub(super) fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A value as it would have to stand in quotation marks, to copy.
pub(super) fn requoted(value: &str) -> String {
    let inner = ['"', '\''].into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(value);
    let inner = inner.trim_matches(|c| matches!(c, '“' | '”'));
    if inner.contains('"') && !inner.contains('\'') { format!("'{inner}'") } else { in_quotes(inner) }
}

#[cfg(test)]
mod tests {
    use super::requoted;

    #[test]
    fn a_value_is_put_in_the_marks_that_fit() {
        assert_eq!(requoted("write to us: by email"), "\"write to us: by email\"");
        assert_eq!(requoted("\"Oakfield\" School"), "'\"Oakfield\" School'");
        assert_eq!(requoted("'St Mary's'"), "\"St Mary's\"");
        assert_eq!(requoted("\"Mary's \"x\""), "\"Mary's \\\"x\"");
    }
}
