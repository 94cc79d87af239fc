//! What a version of the official schema changes against our tables, and what of this repository that touches:
//! `cargo xtask facts SCHEMA`.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program for the terminal, which reads files"
)]

#[path = "../tests/suite/schema/changes.rs"]
mod changes;
#[path = "../tests/suite/schema/language.rs"]
mod language;
#[path = "../tests/suite/schema/touched.rs"]
mod touched;

use std::path::Path;

use blueprint_lens_core::platform::SCHEMA_DATE;
use language::Language;
use touched::Repository;

fn main() -> Result<(), String> {
    let path = std::env::args().nth(1).ok_or("usage: schema_changes SCHEMA")?;
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("{path} cannot be read: {error}"))?;
    let language = Language::new(&text)?;
    let repository = Repository::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
    let changes = changes::changes(&language);
    for change in &changes {
        println!("{change}\n{}", repository.touched(change));
    }
    match changes.len() {
        0 => println!("The tables, as of {SCHEMA_DATE}, say what this schema says."),
        count => println!("{count} differences from the tables, which are as of {SCHEMA_DATE}."),
    }
    Ok(())
}
