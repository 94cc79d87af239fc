//! `cargo xtask docs`: the pages of the rules, `docs/rules/*.md`, that of the fields, `docs/fields.md`, and that of the
//! facts, `docs/facts.md`, as the command line tells them.

use std::collections::BTreeSet;

use crate::repository::{Repository, make_folder, write};
use crate::{Result, command, say};

/// Writes the fields, the facts, a page for each rule and their index, and takes out pages of rules that are gone.
pub(crate) fn docs(repository: &Repository) -> Result<()> {
    say::step("writing the pages of the rules");
    command::run(repository.cargo().args(["build", "--package", "blueprint-lens"]))?;
    let ask = |arguments: &[&str]| {
        let run = ["run", "--quiet", "--package", "blueprint-lens", "--"];
        command::output(repository.cargo().args([&run[..], arguments].concat()))
    };
    write(&repository.path("docs/fields.md"), &ask(&["fields", "--format", "markdown"])?)?;
    write(&repository.path("docs/facts.md"), &ask(&["facts", "--format", "markdown"])?)?;
    let folder = repository.path("docs/rules");
    make_folder(&folder)?;
    let mut written = BTreeSet::from(["README.md".to_owned()]);
    write(&folder.join("README.md"), &ask(&["rules", "--format", "markdown"])?)?;
    for line in ask(&["rules"])?.lines() {
        let Some(code) = line.split_whitespace().next() else { continue };
        let name = format!("{code}.md");
        write(&folder.join(&name), &ask(&["explain", code])?)?;
        written.insert(name);
    }
    let entries = std::fs::read_dir(&folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    for entry in entries.flatten() {
        if !written.contains(&*entry.file_name().to_string_lossy()) {
            let path = entry.path();
            std::fs::remove_file(&path)
                .map_err(|error| format!("{} cannot be removed: {error}", path.display()))?;
            say::note(&format!("{} belonged to no rule and is gone", path.display()));
        }
    }
    say::note(&format!("{} pages are in docs/rules/", written.len()));
    Ok(())
}
