//! Builds the crate anew when a file of the built-in pack or a starter profile changes, for the program carries both.

fn main() {
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=profiles");
}
