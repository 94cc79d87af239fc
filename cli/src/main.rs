//! The command line of Blueprint Lens.
fn main() {}
