//! careers-policy: a school's careers policy and provider access policy statement from one profile.

pub mod data;
pub mod doc;
pub mod finding;
pub mod law;
pub mod text;
