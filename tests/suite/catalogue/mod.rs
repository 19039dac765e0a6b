//! The built-in catalogue holds together, and its words are short and British.

mod built_in;
mod search;
mod starter;
mod words;
