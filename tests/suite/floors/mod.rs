//! Keeps the shape of `src/`: modules use those below them, no files use one another in a circle, each foreign crate has one
//! door, and every file is short and says what it is for.

mod circles;
mod doors;
mod files;
mod imports;
mod order;
mod sources;
mod tokens;
