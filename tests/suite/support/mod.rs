//! What the tests share.

pub(crate) mod amount;
pub(crate) mod bounded;
pub(crate) mod case;
pub(crate) mod filled;
pub(crate) mod numbers;
pub(crate) mod readers;
pub(crate) mod sandbox;
pub(crate) mod school;
pub(crate) mod words;
