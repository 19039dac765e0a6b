//! Printing: a line for the user on the standard output, or on the error stream.

/// Prints a line for the user. A reader that has gone away, such as a closed pipe, is no reason to stop.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(anstream::stdout().lock(), $($words)*);
    }};
}

/// Prints a line on the error stream, as `say!` does.
macro_rules! complain {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(anstream::stderr().lock(), $($words)*);
    }};
}
