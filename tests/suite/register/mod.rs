//! The register of schools: its kinds, its files as they come, and what it says of a school.

mod kinds;
mod reading;
