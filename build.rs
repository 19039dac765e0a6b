//! Builds the crate anew when a file of the built-in pack changes, for the pack is carried in the program.

fn main() {
    println!("cargo:rerun-if-changed=templates");
}
