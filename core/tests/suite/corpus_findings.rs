//! How often each rule speaks about each real Blueprint is pinned in `corpus_findings.tsv`, so that a changed rule shows
//! its effect in review. The files themselves are not part of this repository: `BLUEPRINT_LENS_CORPUS` names their
//! folder, and without it this test says so and passes. `UPDATE=1` writes the counts anew.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::collections::BTreeMap;
use std::path::Path;

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::text::decode;

const HEADER: &str = "file\trule\tfindings\n";

/// Findings by file and rule.
type Counts = BTreeMap<(String, String), usize>;

fn counted(files: &[(String, Vec<u8>)]) -> Counts {
    let mut counts = Counts::new();
    for (name, bytes) in files {
        let analysis = Analysis::with(decode(bytes), Options::default());
        for found in analysis.diagnostics() {
            *counts.entry((name.clone(), found.rule.to_owned())).or_insert(0) += 1;
        }
    }
    counts
}

fn written(counts: &Counts) -> String {
    let rows = counts.iter().map(|((file, rule), count)| format!("{file}\t{rule}\t{count}\n"));
    HEADER.to_owned() + &rows.collect::<String>()
}

fn read(text: &str) -> Counts {
    let row = |line: &str| {
        let mut cells = line.split('\t');
        let (file, rule) = (cells.next()?, cells.next()?);
        Some(((file.to_owned(), rule.to_owned()), cells.next()?.parse().ok()?))
    };
    text.strip_prefix(HEADER)
        .expect("the table has its head")
        .lines()
        .map(|line| row(line).unwrap_or_else(|| panic!("`{line}` is no row")))
        .collect()
}

/// What changed, by rule, the rules that changed most first.
fn difference(before: &Counts, after: &Counts) -> String {
    let mut by_rule: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let keys: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    for key in keys {
        let count = |counts: &Counts| counts.get(key).copied().unwrap_or_default();
        let (was, is) = (count(before), count(after));
        if was != is {
            by_rule.entry(&key.1).or_default().push(format!("    {}: {was} -> {is}\n", key.0));
        }
    }
    let mut rules: Vec<_> = by_rule.into_iter().collect();
    rules.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.len()));
    rules
        .into_iter()
        .map(|(rule, lines)| {
            let shown: String = lines.iter().take(10).cloned().collect();
            format!("  {rule}: other counts in {} files\n{shown}", lines.len())
        })
        .collect()
}

#[test]
fn findings_in_real_blueprints_are_as_pinned() {
    let Some(files) = crate::real::blueprints() else { return };
    let counts = counted(&files);
    let pinned = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus_findings.tsv");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&pinned, written(&counts)).expect("the counts can be written");
        return;
    }
    let text = std::fs::read_to_string(&pinned).unwrap_or_else(|_| HEADER.to_owned());
    let changed = difference(&read(&text.replace("\r\n", "\n")), &counts);
    assert!(
        changed.is_empty(),
        "the rules find something else than pinned:\n{changed}\
         UPDATE=1 writes the counts anew; read every changed line then."
    );
}

#[test]
fn the_table_is_read_as_written() {
    let counts: Counts = [
        (("a.yaml".to_owned(), "open-database".to_owned()), 2),
        (("b c.yaml".to_owned(), "duplicate-key".to_owned()), 1),
    ]
    .into();
    assert_eq!(read(&written(&counts)), counts);
    assert_eq!(difference(&counts, &counts), "");
    let mut other = counts.clone();
    other.remove(&("b c.yaml".to_owned(), "duplicate-key".to_owned()));
    assert_eq!(
        difference(&counts, &other),
        "  duplicate-key: other counts in 1 files\n    b c.yaml: 1 -> 0\n"
    );
}
