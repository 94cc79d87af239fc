//! Set-up, build, serve and test of this repository.
fn main() {}
