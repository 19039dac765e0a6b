//! The editor: pages in the browser in which a school's profile is made, checked, seen and published.
//!
//! In: what a browser asks ([`Asked`]). Out: an [`Answer`]. [`Editor`] works on these values alone; `server`, behind the feature `editor`, is the only
//! place that knows of sockets. The profile stays plain YAML: what was changed on a page is laid over its text (`yaml`), and saved at once.
//!
//! A page works without its script, which only sends what was typed while it is typed. `form` says what is asked, `job` does what the commands do.
//!
//! Not here: what the law asks (`catalogue`), or opening a browser (`cli`).

mod approve;
mod asked;
mod change;
mod entry;
mod findings;
mod folder;
mod folder_page;
mod form_page;
mod grid;
mod guard;
mod look;
mod names;
mod opened;
mod origin;
mod pages;
mod publish;
mod publish_page;
mod question_view;
mod route;
mod seen;
mod send;
#[cfg(feature = "editor")]
mod server;
mod state;
mod summaries;

pub use asked::{Answer, Asked, Kind, Method, Upload};

#[cfg(feature = "editor")]
pub use server::{Bound, secrets, serve};
pub use state::{Editor, EditorOptions};
