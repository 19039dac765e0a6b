//! A font from anywhere: read within bounds, tried on the alphabet, and written anew.
//!
//! In: the bytes of a TrueType file. Out: a [`Font`]: a file of the same shapes with a list of characters of this program's own, or why the font
//! cannot be used, in words that continue "the font …".
//!
//! The typesetter and the shaper trust what a font says of itself, and ask for as much memory as it says. So its parts are held against one
//! another first (`file`, `shapes`, `lists`); then every character is drawn (`trial`), and one without ink is left out of the list (`characters`): it is then
//! missing, which is told, and not blank, which nobody sees. The font's names are written anew too (`names`).
//!
//! Not here: which fonts a theme has (`theme`), and where they lie (`catalogue`).

mod characters;
mod file;
mod ink;
mod lists;
mod names;
mod shapes;
mod trial;
mod tried;

pub use tried::{Font, is_of_family};
