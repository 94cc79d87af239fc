//! The check of the style sheets: every custom property that is used has a default in one of them.
//!
//! A property without one makes its declaration invalid, so text falls back to a colour that it inherits, whatever is
//! behind it; no browser says so. A property that a program sets at run time needs a default at each use:
//! `var(--share, 35%)`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::repository::{Repository, read};
use crate::test::Outcome;
use crate::{Result, say};

/// Folders of files that use custom properties, and their endings.
const FOLDERS: [(&str, &[&str]); 4] = [
    ("style", &["css"]),
    ("app/editor/src", &["ts"]),
    ("app/embed", &["ts"]),
    ("app/src", &["rs"]),
];

/// A file: its path and its text.
type SourceText = (String, String);

/// Looks for properties without a default.
pub(crate) fn styles(repository: &Repository) -> Result<Outcome> {
    let mut files = Vec::new();
    for (folder, endings) in FOLDERS {
        collect(&repository.path(folder), folder, endings, &mut files)?;
    }
    let broken = without_default(&files);
    if broken.is_empty() {
        return Ok(Outcome::Passed);
    }
    for sentence in &broken {
        say::note(sentence);
    }
    Err(format!("custom properties without a default, listed above: {}", broken.len()))
}

fn collect(folder: &Path, name: &str, endings: &[&str], files: &mut Vec<SourceText>) -> Result<()> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let inside = format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &inside, endings, files)?;
        } else if path
            .extension()
            .is_some_and(|ending| endings.iter().any(|known| ending == *known))
        {
            files.push((inside, read(&path)?));
        }
    }
    Ok(())
}

/// A sentence for each use of a property that no style sheet sets, where the use itself gives no default.
fn without_default(files: &[SourceText]) -> Vec<String> {
    let sheets = files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|ending| ending == "css"));
    let known: BTreeSet<&str> = sheets.flat_map(|(_, text)| set_in(text)).collect();
    let missing = |(path, text): &SourceText| -> Vec<String> {
        let uses = used_in(text).into_iter().filter(|(name, _)| !known.contains(name));
        let uses: BTreeSet<&str> =
            uses.filter(|(_, has_default)| !has_default).map(|(name, _)| name).collect();
        uses.iter().map(|name| format!("{path} uses `{name}`, which no style sheet sets")).collect()
    };
    files.iter().flat_map(missing).collect()
}

/// The properties that a style sheet sets: `--name:` where a declaration begins.
fn set_in(sheet: &str) -> impl Iterator<Item = &str> {
    sheet.split(['{', ';', '}', '\n']).filter_map(|piece| {
        let name = piece.trim_start().split_once(':')?.0.trim_end();
        name.starts_with("--").then_some(name)
    })
}

/// The properties that a text uses, and whether the use gives a default.
fn used_in(text: &str) -> Vec<(&str, bool)> {
    let uses = text.split("var(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))?;
        let (name, after) = rest.split_at(end);
        name.starts_with("--").then(|| (name, after.trim_start().starts_with(',')))
    });
    uses.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceText {
        (path.to_owned(), text.to_owned())
    }

    #[test]
    fn a_property_that_nobody_sets_is_found_wherever_it_is_used() {
        let sheet = file("style/a.css", ":root { --ink: #000; }\np { color: var(--on-ink); }");
        let script =
            file("app/editor/src/a.ts", r#"{ color: "var(--paper)", fill: "var(--ink)" }"#);
        assert_eq!(
            without_default(&[sheet, script]),
            [
                "style/a.css uses `--on-ink`, which no style sheet sets",
                "app/editor/src/a.ts uses `--paper`, which no style sheet sets",
            ]
        );
    }

    #[test]
    fn a_default_at_the_use_is_enough() {
        let sheet = "main { width: var(--share, 35%); height: var( --share , 1px); }";
        assert_eq!(without_default(&[file("style/a.css", sheet)]), Vec::<String>::new());
    }

    #[test]
    fn only_a_style_sheet_gives_defaults() {
        let sheet = file("style/a.css", "main { width: var(--share); }");
        let program = file("app/src/a.rs", "style.set(\"--share: 3px\")");
        assert_eq!(without_default(&[sheet, program]).len(), 1);
    }

    #[test]
    fn a_use_is_not_taken_for_a_setting() {
        assert_eq!(
            set_in("a{--x:1px;color:var(--y)}\n  --z : 2").collect::<Vec<_>>(),
            ["--x", "--z"]
        );
    }
}
