//! The built-in catalogue holds together, and its words are short and British.

mod built_in;
mod starter;
mod words;
