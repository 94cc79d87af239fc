//! The ledger of facts against what cites it, and against the sheets that it was written from. Every row on mistakes has
//! a rule that rests on it, or a reason why not; every citation names a row. Where the sheets are at hand, beside the
//! schema that `BLUEPRINT_LENS_SCHEMA` names, our rows are compared with theirs.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::platform::{
    Certainty, FACT_FAMILIES, Subject, UNCHECKED_FACTS, find_fact,
};
use blueprint_lens_core::rules;

fn ids_of(subjects: &[Subject]) -> BTreeSet<&'static str> {
    let families = FACT_FAMILIES.iter().filter(|family| subjects.contains(&family.subject));
    families.flat_map(|family| family.ids()).collect()
}

fn cited() -> BTreeSet<&'static str> {
    rules::all().iter().flat_map(|rule| rule.facts.iter().copied()).collect()
}

#[test]
fn every_row_on_mistakes_has_a_rule_or_a_reason() {
    let excused: BTreeSet<&str> = UNCHECKED_FACTS.iter().map(|fact| fact.id).collect();
    let mistakes = ids_of(&[Subject::Mistakes]);
    for id in &mistakes {
        match (cited().contains(id), excused.contains(id)) {
            (false, false) => panic!("{id} has neither a rule nor a reason"),
            (true, true) => panic!("{id} has a rule and a reason why it has none"),
            _ => {}
        }
    }
    let others: Vec<_> = excused.difference(&mistakes).collect();
    assert!(others.is_empty(), "no mistakes, so no reason is needed: {others:?}");
}

#[test]
fn reasons_that_name_a_rule_name_one_that_exists() {
    for fact in UNCHECKED_FACTS {
        let quoted = fact.reason.split('`').skip(1).step_by(2);
        let codes = quoted.filter(|word| {
            word.contains('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        });
        for code in codes {
            assert!(rules::find(code).is_some(), "{}: {code}", fact.id);
        }
    }
}

#[test]
fn errors_rest_on_more_than_an_inference() {
    for rule in rules::all().iter().filter(|rule| rule.severity == Severity::Error) {
        let certainties = rule.facts.iter().filter_map(|id| Some(find_fact(id)?.1.certainty));
        let surest = certainties.min();
        assert_ne!(surest, Some(Certainty::Inferred), "{}", rule.code);
    }
}

#[test]
fn findings_rest_on_facts_of_their_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let (mut seen, mut foreign) = (0, BTreeSet::new());
    for path in files_below(&folder, &["md"]) {
        let page = std::fs::read_to_string(&path).expect("the page can be read");
        let blocks = page.split("```yaml").skip(1).filter_map(|rest| rest.split("```").next());
        for block in blocks {
            let analysis = blueprint_lens_core::analysis::Analysis::new(block);
            for finding in analysis.diagnostics() {
                let rule = rules::find(finding.rule).expect("findings come from rules");
                let others = finding.facts.iter().filter(|id| !rule.facts.contains(id));
                foreign.extend(others.map(|id| (rule.code, *id)));
                seen += 1;
            }
        }
    }
    assert!(foreign.is_empty(), "cited by a finding, not by its rule: {foreign:?}");
    assert!(seen > 500, "only {seen} findings were seen");
}

#[test]
fn every_citation_names_a_row() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders =
        ["core/src", "core/tests", "core/examples", "cli/src", "app/src", "embed/src", "docs"];
    let mut files: Vec<PathBuf> =
        folders.iter().flat_map(|folder| files_below(&root.join(folder), &["rs", "md"])).collect();
    files.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map(|name| root.join(name)));
    let mut citations = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        for (line, text) in text.lines().enumerate() {
            for word in words_like_ids(text) {
                let place = format!("{}:{}", file.display(), line + 1);
                assert!(find_fact(word).is_some(), "{place}: the ledger has no fact {word}");
                citations += 1;
            }
        }
    }
    assert!(citations > 1000, "only {citations} citations were found");
}

#[test]
fn words_like_ids_are_told_from_others() {
    let words: Vec<_> =
        words_like_ids("N07, C01–C03, (Z07b) and E0308, X1, #F00, xW08, W00").collect();
    assert_eq!(words, ["N07", "C01", "C03", "Z07b"]);
}

/// Words that look like ids of facts. `W00` and the like stand for no fact and serve as bad examples.
fn words_like_ids(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '#' || c == '_'));
    words.filter(|word| {
        let digits = match word.as_bytes() {
            [letter, digits @ ..] if letter.is_ascii_uppercase() => digits,
            _ => return false,
        };
        let digits = digits.strip_suffix(b"b").unwrap_or(digits);
        digits.len() == 2 && digits.iter().all(u8::is_ascii_digit) && digits != b"00"
    })
}

fn files_below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder can be read").flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("node_modules") {
                return files_below(&path, endings);
            }
            let ending = path.extension().and_then(|ending| ending.to_str());
            if ending.is_some_and(|ending| endings.contains(&ending)) { vec![path] } else { vec![] }
        })
        .collect()
}

/// The first cells of the tables between two headings.
fn rows_of(sheet: &str, from: &str, to: &str) -> BTreeSet<String> {
    sheet
        .lines()
        .skip_while(|line| !line.starts_with(from))
        .take_while(|line| !line.starts_with(to))
        .filter_map(|line| line.strip_prefix("| ")?.split_whitespace().next())
        .filter(|cell| words_like_ids(cell).next() == Some(cell))
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn our_rows_are_those_of_the_sheets() {
    let schema = std::env::var_os("BLUEPRINT_LENS_SCHEMA");
    let read = |name: &str| {
        let folder = Path::new(schema.as_ref()?).parent()?;
        std::fs::read_to_string(folder.join(name)).ok()
    };
    let (Some(first), Some(second)) = (read("blueprint-spec.md"), read("facts-2026-11.md")) else {
        eprintln!("skipped: no fact sheets beside the schema");
        return;
    };
    let mut mistakes = rows_of(&first, "## 5.", "## 6.");
    assert_eq!(mistakes.len(), 252, "rows of the first sheet");
    mistakes.extend(rows_of(&second, "## 2.", "## 3."));
    let ours = |subject| ids_of(&[subject]).into_iter().map(ToOwned::to_owned).collect();
    assert_eq!(mistakes, ours(Subject::Mistakes));
    assert_eq!(rows_of(&second, "## 3.", "## 4."), ours(Subject::Sync));
}
