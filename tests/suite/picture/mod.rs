//! The pictures.

mod drawing;
