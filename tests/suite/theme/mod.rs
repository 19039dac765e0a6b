//! The theme and the brand.

mod brand;
