//! What parts the cells of a text in columns: a comma, a semicolon or a tab.
//!
//! In: the beginning of a file, with all of its first line. Out: the sign, told by that line, and how long the line is with which Excel says it itself.

/// What parts the cells, and how many bytes of the beginning are no row: `sep=;` and the end of its line.
pub(super) fn separator(start: &[u8]) -> (u8, usize) {
    let line_end = start.iter().position(|byte| *byte == b'\n');
    let first = &start[..line_end.unwrap_or(start.len())];
    let words = first.strip_prefix("\u{feff}".as_bytes()).unwrap_or(first);
    let words = words.strip_suffix(b"\r").unwrap_or(words);
    if let Some((name, [sign @ (b',' | b';' | b'\t')])) = words.split_at_checked(4)
        && name.eq_ignore_ascii_case(b"sep=")
    {
        return (*sign, line_end.map_or(start.len(), |end| end + 1));
    }
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in start {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if !is_quoted => counts.iter_mut().filter(|(sign, _)| sign == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    (counts.iter().find(|(_, count)| *count == most).map_or(b',', |(sign, _)| *sign), 0)
}

#[cfg(test)]
mod tests {
    use super::separator;

    #[test]
    fn what_parts_the_cells_is_told_by_the_first_line() {
        for (text, sign) in [
            ("a,b\n1;2;3;4", b','),
            ("\"a,b,c\";d\n", b';'),
            ("a\tb,c\td", b'\t'),
            ("alone", b','),
            ("", b','),
            ("\"two\nlines, with, commas\";x", b';'),
        ] {
            assert_eq!(separator(text.as_bytes()), (sign, 0), "{text}");
        }
        assert_eq!(separator(b"sep=;\r\na;b"), (b';', 7));
        assert_eq!(separator("\u{feff}SEP=\t".as_bytes()), (b'\t', 8));
    }
}
