//! What the tests share.

pub(crate) mod amount;
pub(crate) mod bounded;
pub(crate) mod case;
pub(crate) mod filled;
/// The example that makes many schools.
#[path = "../../../examples/forty-schools.rs"]
#[expect(dead_code, reason = "the example's own way in is not taken here")]
pub(crate) mod forty_schools;
pub(crate) mod numbers;
pub(crate) mod readers;
pub(crate) mod sandbox;
pub(crate) mod school;
pub(crate) mod words;
