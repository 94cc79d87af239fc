//! `cargo xtask facts SCHEMA`: what a version of the official schema changes against the tables, and which tables, facts,
//! rules and pages that touches. The comparison itself is an example of `core`, which knows the tables.

use crate::repository::Repository;
use crate::{Result, command, say};

/// Compares the schema in a file with the tables.
pub(crate) fn facts(repository: &Repository, schema: &str) -> Result<()> {
    say::step("comparing the schema with the tables");
    // The example runs in the root; the path is meant from where the command was given.
    let schema =
        std::path::absolute(schema).map_err(|error| format!("{schema} is no path: {error}"))?;
    let mut example = repository.cargo();
    example.args(["run", "--quiet", "--package", "blueprint-lens-core"]);
    command::run(example.args(["--example", "schema_changes", "--"]).arg(schema))
}
