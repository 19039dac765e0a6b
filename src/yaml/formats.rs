//! What words of a certain kind look like, as patterns for the schema of a field.
//!
//! In: nothing. Out: the patterns, by which `wording` also knows what to call them.

/// A telephone number: starts with 0 or +44, digits and spaces, perhaps an extension.
pub(crate) const PHONE: &str = r"^(\+44|\(?0)[0-9() ]{8,16}( ?(ext\.?|x) ?[0-9]{1,6})?$";
/// A web address.
pub(crate) const WEB: &str = r"^https?://[^\s<>]+$";
/// An email address.
pub(crate) const EMAIL: &str = r"^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$";
/// A colour: six digits, with or without the sign before them.
pub(crate) const COLOUR: &str = "^#?[0-9a-fA-F]{6}$";
