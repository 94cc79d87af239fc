//! The files that name the version or a date of the release.

use std::path::Path;

use crate::Result;
use crate::repository::{read, write as write_file};

/// Where users are told which release to take.
const NAMED: [&str; 6] = [
    "README.md",
    ".pre-commit-hooks.yaml",
    "action/tools.mjs",
    "docs/examples/blueprint-lens.yml",
    "docs/pull-requests.md",
    "docs/install.md",
];

/// Writes version and dates into all of them.
pub(super) fn write(root: &Path, version: &str, today: &str, facts: &str) -> Result<()> {
    let cargo = read(&root.join("Cargo.toml"))?;
    let former = version_of(&cargo).ok_or("Cargo.toml has no version in [workspace.package]")?;
    let manifest = cargo.replacen(&quoted(former), &quoted(version), 1);
    let lock = locked(&read(&root.join("Cargo.lock"))?, former, version);
    let changelog = released(&read(&root.join("CHANGELOG.md"))?, version, today)?;
    let platform = "core/src/platform/mod.rs";
    let platform_text = dated(&read(&root.join(platform))?, facts)?;

    for name in NAMED {
        let text = read(&root.join(name))?;
        let new = ["v", "blueprint-lens@"].iter().fold(text, |text, before| {
            text.replace(&format!("{before}{former}"), &format!("{before}{version}"))
        });
        write_file(&root.join(name), &new)?;
    }
    write_file(&root.join("Cargo.toml"), &manifest)?;
    write_file(&root.join("Cargo.lock"), &lock)?;
    write_file(&root.join("CHANGELOG.md"), &changelog)?;
    write_file(&root.join(platform), &platform_text)
}

fn quoted(version: &str) -> String {
    format!("version = \"{version}\"")
}

/// The version that all packages share.
fn version_of(cargo: &str) -> Option<&str> {
    let (_, package) = cargo.split_once("[workspace.package]")?;
    package.split_once("version = \"")?.1.split_once('"').map(|(version, _)| version)
}

/// The lock file with the new version of every package of this workspace: those without a source.
fn locked(lock: &str, former: &str, version: &str) -> String {
    let entries = lock.split("[[package]]").map(|entry| {
        if entry.contains("\nsource = ") {
            entry.to_owned()
        } else {
            entry.replacen(
                &format!("\n{}\n", quoted(former)),
                &format!("\n{}\n", quoted(version)),
                1,
            )
        }
    });
    entries.collect::<Vec<_>>().join("[[package]]")
}

/// The changelog whose unreleased part is that of the release.
fn released(changelog: &str, version: &str, today: &str) -> Result<String> {
    let heading = "## Unreleased\n";
    let (before, after) =
        changelog.split_once(heading).ok_or("CHANGELOG.md has no part `## Unreleased`")?;
    let news = after.split("\n## ").next().unwrap_or_default();
    if !news.lines().any(|line| line.starts_with("- ")) {
        return Err("CHANGELOG.md says nothing under `## Unreleased`".to_owned());
    }
    Ok(format!("{before}{heading}\n## {version} - {today}\n{after}"))
}

/// The module of the facts with their date.
fn dated(platform: &str, facts: &str) -> Result<String> {
    let before = "pub const FACTS_DATE: &str = \"";
    let missing = "core/src/platform/mod.rs has no FACTS_DATE";
    let (first, rest) = platform.split_once(before).ok_or(missing)?;
    let (former, last) = rest.split_once('"').ok_or(missing)?;
    if former > facts {
        return Err(format!("the facts are as of {former} already, later than {facts}"));
    }
    Ok(format!("{first}{before}{facts}\"{last}"))
}
