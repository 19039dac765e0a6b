//! What follows from answers is the same wherever it is told.

mod encounters;
