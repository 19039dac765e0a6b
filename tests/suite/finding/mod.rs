//! The pages of the codes.

mod pages;
