//! Draws the pictures that a document asks for: learning journey, roadmap, timeline of encounters.
//!
//! In: a [`Document`](crate::doc::Document) whose pictures have words, and a [`Theme`](crate::theme::Theme). Out: the same document with each picture drawn, once for
//! all formats, in the theme's colours and with its PDF font. Letters become outlines, so that a picture looks the same
//! wherever it stands and is read out once, by its alternative text.
//!
//! One file a design: `journey`, `roadmap`, `timeline`. A design measures its words with the shaper, gathers them in strips that
//! stay whole, and `sheets` puts the strips on as many sheets as they need. A picture that would have to
//! leave words out, for want of room or of a shape, is not drawn: its table stands in its place.
//!
//! Not here: any wording (the clause's) and where a picture stands in a format (`write`).

mod canvas;
mod coverage;
mod draw;
mod fill;
mod inks;
mod journey;
mod lines;
mod outlines;
mod parts;
mod raster;
mod roadmap;
mod shaper;
mod sheets;
mod size;
mod strips;
mod timeline;

pub use canvas::TextBox;
pub use coverage::Coverage;
pub use draw::{Sheet, draw, draw_all};
pub use raster::to_png;
pub use size::{TALLEST, WIDTH};
