//! The program's own name.

/// The program with its version, as every file that it makes names it: `careers-policy 0.1.0`.
pub const PROGRAM: &str = concat!("careers-policy ", env!("CARGO_PKG_VERSION"));
