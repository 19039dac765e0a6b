//! What is found on a school, and what is rightly left alone.

mod answers;
mod gaps;
mod unused;
