//! House rules, kept by the machine.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::path::{Path, PathBuf};

use blueprint_lens_core::diagnostics::Category;
use blueprint_lens_core::rules;

/// Rules about comment directives: they rest on no fact about Render.
const OWN_COMMENTS: [&str; 5] = [
    "broken-assertion",
    "unclear-assertion",
    "malformed-directive",
    "unknown-allow",
    "unused-allow",
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// The files that may take markup as it is: those that escape on their own, or hold styles and scripts of this program.
const TRUSTED: [&str; 8] = [
    "app/src/engine/wire.rs",
    "cli/src/diff/history/picture.rs",
    "cli/src/embed/element.rs",
    "cli/src/embed/mod.rs",
    "cli/src/html/picture.rs",
    "cli/src/html/report.rs",
    "core/src/markup/html.rs",
    "core/src/scene/svg.rs",
];

#[test]
fn only_few_files_take_markup_as_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above");
    let mut files = Vec::new();
    for folder in ["app/src", "cli/src", "core/src", "embed/src"] {
        sources(&root.join(folder), &mut files);
    }
    let mut calling = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        if text.contains("::trusted(") {
            let path = file.strip_prefix(root).expect("it is below the root");
            calling.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    calling.sort_unstable();
    assert_eq!(calling, TRUSTED);
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 20, "the sources were not found");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        assert!(text.starts_with("//!"), "{} does not open with `//!`", file.display());
    }
}

#[test]
fn codes_are_unique_and_kebab_case() {
    let mut codes: Vec<&str> = rules::all().iter().map(|rule| rule.code).collect();
    for code in &codes {
        let plain = code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(
            plain && !code.starts_with('-') && !code.ends_with('-'),
            "`{code}` is not kebab-case"
        );
    }
    codes.sort_unstable();
    let before = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), before, "two rules share a code");
}

#[test]
fn summaries_are_short_and_plain() {
    for rule in rules::all() {
        let summary = rule.summary;
        assert!(!summary.ends_with('.'), "{}: the summary ends in a full stop", rule.code);
        assert!(summary.chars().count() <= 72, "{}: the summary is too long", rule.code);
        assert!(
            !summary.starts_with(|c: char| c.is_uppercase())
                || summary.starts_with("Key Value")
                || summary.starts_with("Postgres"),
            "{}: the summary starts with a capital",
            rule.code
        );
        // `empty-blueprint` needs only the file itself, and `url-as-domain` only the table of fields.
        let not_of_render = rule.category == Category::Syntax
            || OWN_COMMENTS.contains(&rule.code)
            || matches!(rule.code, "empty-blueprint" | "url-as-domain");
        assert!(!rule.facts.is_empty() || not_of_render, "{}: rests on no fact", rule.code);
    }
}

#[test]
fn every_fixture_page_belongs_to_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    for entry in std::fs::read_dir(folder).expect("the folder can be read").flatten() {
        let name = entry.file_name().into_string().expect("the name is text");
        let code = name.strip_suffix(".md").expect("fixture pages are Markdown");
        assert!(rules::find(code).is_some(), "{name} belongs to no rule");
    }
}
