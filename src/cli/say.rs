//! Printing: a line for the user on the standard output, or on the error stream.
//!
//! Words that are printed come from other people's files as well, so control characters are made visible here, at the one way out. Only
//! what was made safe already, because it has colours or is for a program, is printed as it is.
//!
//! A command goes on when its output cannot be printed, for it has other work to do; that it could not is told at its end.

use std::fmt::Arguments;
use std::io::{self, Write};
use std::sync::OnceLock;

use crate::finding::visible;

/// Why the standard output could not be written, if it could not.
static LOST: OnceLock<io::ErrorKind> = OnceLock::new();

/// Prints a line for the user.
macro_rules! say {
    ($($words:tt)*) => {
        $crate::cli::say::line(format_args!($($words)*))
    };
}

/// Prints a line on the error stream. If that cannot be written, there is nowhere to say so.
macro_rules! complain {
    ($($words:tt)*) => {
        $crate::cli::say::complaint(format_args!($($words)*))
    };
}

pub(super) fn line(words: Arguments<'_>) {
    print_as_it_is(&harmless(words));
}

pub(super) fn complaint(words: Arguments<'_>) {
    complain_as_it_is(&harmless(words));
}

/// A line of which no character has power over a terminal.
fn harmless(words: Arguments<'_>) -> String {
    visible(&words.to_string().replace("\r\n", "\n")) + "\n"
}

/// Prints a text that holds colours, or is for a program to read.
pub(super) fn print_as_it_is(text: &str) {
    if LOST.get().is_none()
        && let Err(error) = anstream::stdout().lock().write_all(text.as_bytes())
    {
        LOST.get_or_init(|| error.kind());
    }
}

/// Shows that an answer can be typed.
pub(super) fn prompt() {
    print_as_it_is("> ");
    drop(io::stdout().lock().flush());
}

/// A line as it was typed, without the end that the keyboard gives it.
pub(super) fn line_of(typed: String) -> String {
    typed.trim_end_matches(['\r', '\n']).to_owned()
}

/// The same on the error stream.
pub(super) fn complain_as_it_is(text: &str) {
    drop(anstream::stderr().lock().write_all(text.as_bytes()));
}

/// Prints what is still held back, and gives the reason if anything that was to be printed is lost.
pub(super) fn lost() -> Option<&'static str> {
    if let Err(error) = io::stdout().lock().flush() {
        LOST.get_or_init(|| error.kind());
    }
    LOST.get().map(|kind| match kind {
        io::ErrorKind::BrokenPipe => "the program that was to read it has stopped reading",
        io::ErrorKind::StorageFull => "the disk is full",
        _ => "the standard output cannot be written",
    })
}
