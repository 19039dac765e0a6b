//! The pictures.

mod drawing;
mod raster;
