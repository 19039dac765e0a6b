//! The documents as drafted: which clauses they hold, what these promise, and how they are numbered.

mod gaps;
mod guide_items;
mod hub_guide;
mod numbering;
mod settings;
mod trust;
