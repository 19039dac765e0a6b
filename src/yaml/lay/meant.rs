//! What the fields of a file are to hold.

/// What a field is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// Nothing.
    Nothing,
    /// That it does not stand there at all, so that an answer shared from another file counts again.
    Absent,
    /// Words.
    Words(String),
    /// A date, a number, a choice: what stands after the colon as it is.
    Bare(String),
    /// A list.
    List(Vec<Meant>),
    /// Headings; those that are not mentioned stay as they are.
    Headings(Vec<(String, Meant)>),
}
