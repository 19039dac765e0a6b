//! The editor, asked as a browser asks it.

mod access;
mod browser;
mod edits;
mod lists;
mod shared;
mod shows;
mod two_windows;
mod whole_way;
