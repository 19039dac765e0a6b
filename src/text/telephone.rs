//! Telephone numbers of the United Kingdom, read exactly or not at all.
//!
//! In: words such as `01632 960233 ext 214`. Out: what a telephone dials, `+441632960233;ext=214`, where the words are one whole number
//! and nothing else. Nothing otherwise: a link that rings somebody else is worse than none.
//!
//! The lengths are those of Ofcom's National Telephone Numbering Plan. Short codes and numbers of other countries are not read.

/// Area codes with some local numbers of five digits, so that the whole has one digit fewer.
const SHORT_AREAS: [&str; 40] = [
    "1204", "1208", "1254", "1276", "1297", "1298", "1363", "1364", "1384", "1386", "1404", "1420", "1460", "1461",
    "1480", "1488", "1524", "1527", "1562", "1566", "1606", "1629", "1635", "1647", "1659", "1695", "1726", "1744",
    "1750", "1768", "1827", "1837", "1884", "1900", "1905", "1935", "1946", "1949", "1963", "1995",
];

/// The most digits of an extension.
const LONGEST_EXTENSION: usize = 7;

/// What a telephone dials for some words, as RFC 3966 writes it without `tel:`.
pub fn dialled(words: &str) -> Option<String> {
    let words = words.replace(['\u{a0}', '\u{202f}'], " ").trim().to_ascii_lowercase();
    let (number, extension) = match words.find(['e', 'x']) {
        Some(at) => (&words[..at], Some(extension(&words[at..])?)),
        None => (words.as_str(), None),
    };
    let number = national(number.trim_end_matches([' ', ',', '(']))?;
    let extension = extension.map(|digits| format!(";ext={digits}")).unwrap_or_default();
    Some(format!("+44{number}{extension}"))
}

/// The digits of an extension: of `ext 214`, `ext. 214`, `extension 214`, `x214`.
fn extension(words: &str) -> Option<&str> {
    let named = ["extension", "extn", "ext", "x"].iter().find_map(|name| words.strip_prefix(name))?;
    let digits = named.trim_start_matches(['.', ':']).trim();
    let sound = (1..=LONGEST_EXTENSION).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then_some(digits)
}

/// The digits after the country code, if they are as many as such a number has.
fn national(words: &str) -> Option<String> {
    let abroad = words.strip_prefix("+44").or_else(|| words.strip_prefix("0044")).map(str::trim_start);
    let rest = match abroad {
        // The zero in brackets, or without them, is dialled only within the country.
        Some(rest) => rest.strip_prefix("(0)").or_else(|| rest.strip_prefix('0')).unwrap_or(rest),
        None => words,
    };
    let digits = digits(rest.trim_start())?;
    let significant = match abroad {
        Some(_) => digits.as_str(),
        None => digits.strip_prefix('0')?,
    };
    is_whole(significant).then(|| significant.to_owned())
}

/// The digits of a number in groups; nothing where a group or its brackets may mean something else, such as `960381-2`.
fn digits(words: &str) -> Option<String> {
    let (area, local) = match words.strip_prefix('(') {
        Some(rest) => rest.split_once(')')?,
        None => ("", words),
    };
    let written = |part: &str| part.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '.'));
    let last_group = local.rsplit(['-', '–', '.']).next().unwrap_or_default();
    let ends_short = last_group.len() < local.trim_start().len() && last_group.trim().len() < 3;
    if !written(area) || !written(local) || ends_short {
        return None;
    }
    Some([area, local].concat().chars().filter(char::is_ascii_digit).collect())
}

/// Whether a number without its leading zero has as many digits as its kind has.
fn is_whole(number: &str) -> bool {
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| number.starts_with(prefix));
    match number.len() {
        10 => {
            let is_area = number.starts_with('1') && !number.starts_with("10");
            let is_mobile = number.starts_with('7');
            let is_service = starts(&["55", "56", "80", "84", "87", "90", "91", "98"]);
            is_area || is_mobile || is_service || starts(&["20", "23", "24", "28", "29", "30", "33", "34", "37"])
        }
        9 => number.starts_with("800") || starts(&SHORT_AREAS),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::dialled;

    fn dials(words: &str, number: &str) {
        assert_eq!(dialled(words).as_deref(), Some(number), "{words}");
    }

    fn is_not_read(words: &str) {
        assert_eq!(dialled(words), None, "{words}");
    }

    #[test]
    fn a_number_is_read_however_its_groups_are_written() {
        for words in [
            "01632 960201",
            "01632960201",
            "(01632) 960201",
            "01632-960-201",
            "01632\u{a0}960 201",
            "+441632960201",
            "+44 1632 960201",
            "+44 (0)1632 960201",
            "+44(0) 1632 960201",
            "+44 01632 960201",
            "0044 1632 960201",
            "+44 (1632) 960201",
        ] {
            dials(words, "+441632960201");
        }
    }

    /// The ranges that Ofcom keeps for films and books, and the kinds of number that have none.
    #[test]
    fn each_kind_of_number_is_read_at_its_length() {
        dials("0113 496 0123", "+441134960123");
        dials("020 7946 0123", "+442079460123");
        dials("028 9649 6123", "+442896496123");
        dials("029 2018 0123", "+442920180123");
        dials("0306 999 0123", "+443069990123");
        dials("07700 900123", "+447700900123");
        dials("0808 157 0123", "+448081570123");
        dials("0909 879 0123", "+449098790123");
        dials("0845 000 0000", "+448450000000");
        dials("0800 123456", "+44800123456");
        dials("01204 96020", "+44120496020");
    }

    #[test]
    fn an_extension_is_not_part_of_the_number() {
        for words in [
            "01632 960233 ext 214",
            "01632 960233 ext. 214",
            "01632 960233, Ext: 214",
            "01632 960233 extension 214",
            "01632 960233 x214",
            "01632 960233x214",
        ] {
            dials(words, "+441632960233;ext=214");
        }
        is_not_read("01632 960233 ext 214 or 215");
        is_not_read("01632 960233 ext");
        is_not_read("01632 960233 ext 2146 0233");
    }

    #[test]
    fn what_is_not_one_whole_number_is_not_read() {
        for words in [
            "01632 960381 / 960382",
            "01632 960381-2",
            "01632 96038-9",
            "01632 960381 or 01632 960382",
            "01632 960201 (option 2)",
            "01632 960201 (2)",
            "01632 96020",
            "01632 9602011",
            "0800 123",
            "0800 1111",
            "999",
            "101",
            "1632 960201",
            "+353 1 234 5678",
            "+44 (0)1632",
            "04632 960201",
            "01632 960 1o1",
            "ask at reception",
            "",
        ] {
            is_not_read(words);
        }
    }
}
