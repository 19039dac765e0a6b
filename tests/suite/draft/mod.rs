//! The documents as drafted: which clauses they hold, what these promise, and how they are numbered.

mod detail;
mod gaps;
mod guide_items;
mod hub_guide;
mod numbering;
mod settings;
mod trust;
