//! Every rule against its fixture page `tests/rules/<code>.md`, and the examples on the rule's own page.
//! `UPDATE=1 cargo test -p blueprint-lens-core --test suite rules` rewrites marks and `fixed` blocks.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::path::{Path, PathBuf};

use crate::fixture::{analysis, blocks, findings, fixed, strip, with_marks};
use blueprint_lens_core::diagnostics::{Diagnostic, Severity};
use blueprint_lens_core::lint::{Options, Rule};
use blueprint_lens_core::rules;
use blueprint_lens_core::text::apply;

fn page_path(rule: &Rule) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(format!("{}.md", rule.code))
}

#[test]
fn fixture_pages_show_what_the_rules_find() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = String::new();
    for rule in rules::all() {
        let path = page_path(rule);
        let Ok(page) = std::fs::read_to_string(&path) else {
            failures.push_str(&format!("\n{}: no fixture page {}\n", rule.code, path.display()));
            continue;
        };
        let (expected, marked) = render(&page, rule.code);
        if marked == 0 && !update {
            failures.push_str(&format!("\n{}: no block of the page shows the rule\n", rule.code));
        }
        if expected != page {
            if update {
                std::fs::write(&path, expected).expect("the page can be written");
            } else {
                failures.push_str(&format!(
                    "\n{}:\n{}",
                    path.display(),
                    difference(&page, &expected)
                ));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}\nUPDATE=1 rewrites the pages; read every changed line then."
    );
}

/// The page as it should be, and how many findings of its rule it shows.
fn render(page: &str, code: &str) -> (String, usize) {
    let lines: Vec<&str> = page.split_inclusive('\n').collect();
    let mut out = String::new();
    let mut next = 0;
    let mut marked = 0;
    let mut fixed_text = String::new();
    for block in blocks(page) {
        out.push_str(&lines[next..block.line].concat());
        next = block.line + block.content.split_inclusive('\n').count();
        match block.info.as_str() {
            "yaml" => {
                let (text, _) = strip(&block.content);
                let (marks, shown) = findings(&text, code);
                marked += shown.iter().filter(|d| d.rule == code).count();
                let own = shown.iter().filter(|found| found.rule == code);
                fixed_text = fixed(&text, own);
                out.push_str(&with_marks(&text, &marks));
            }
            "fixed" => out.push_str(&fixed_text),
            _ => out.push_str(&block.content),
        }
    }
    out.push_str(&lines[next..].concat());
    (out, marked)
}

fn difference(is: &str, should: &str) -> String {
    let mut out = String::new();
    let missing =
        |a: &str, b: &str| a.lines().filter(|line| !b.lines().any(|other| other == *line)).count();
    out.push_str(&format!(
        "  {} lines differ; as found:\n",
        missing(should, is).max(missing(is, should))
    ));
    for line in is.lines().filter(|line| !should.lines().any(|other| other == *line)) {
        out.push_str(&format!("  - {line}\n"));
    }
    for line in should.lines().filter(|line| !is.lines().any(|other| other == *line)) {
        out.push_str(&format!("  + {line}\n"));
    }
    out
}

#[test]
fn fixes_remove_what_they_fix() {
    for rule in rules::all() {
        let Ok(page) = std::fs::read_to_string(page_path(rule)) else { continue };
        for block in blocks(&page).iter().filter(|block| block.info == "fixed") {
            let (_, shown) = findings(&block.content, rule.code);
            let fixable = shown.iter().filter(|d| d.rule == rule.code && !d.fixes.is_empty());
            let left: Vec<_> = fixable.map(|d| &d.message).collect();
            assert!(
                left.is_empty(),
                "{}: the fix leaves {left:?} in\n{}",
                rule.code,
                block.content
            );
        }
    }
}

#[test]
fn each_fix_alone_takes_its_finding_and_brings_no_other() {
    let mut failures = String::new();
    let mut applied = 0;
    for rule in rules::all() {
        let Ok(page) = std::fs::read_to_string(page_path(rule)) else { continue };
        for block in blocks(&page).iter().filter(|block| block.info == "yaml") {
            let (text, _) = strip(&block.content);
            let (_, before) = findings(&text, rule.code);
            let count = |shown: &[Diagnostic], test: &dyn Fn(&Diagnostic) -> bool| {
                shown.iter().filter(|found| test(found)).count()
            };
            let own = |found: &Diagnostic| found.rule == rule.code;
            let bad = |found: &Diagnostic| found.severity >= Severity::Warning;
            for found in before.iter().filter(|found| own(found)) {
                for fix in &found.fixes {
                    let text = apply(&text, &fix.edits).expect("the edits of a fix fit together");
                    let (_, after) = findings(&text, rule.code);
                    applied += 1;
                    let gone = count(&after, &own) < count(&before, &own);
                    let no_other = count(&after, &bad) <= count(&before, &bad);
                    if !(gone && no_other) {
                        let left: Vec<&str> = after.iter().map(|found| found.rule).collect();
                        failures.push_str(&format!(
                            "\n{}: after `{}` for `{}` there is {left:?} in\n{text}",
                            rule.code, fix.title, found.message
                        ));
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(applied > 100, "only {applied} fixes were applied");
}

/// A rule whose mistake cannot be shown without that of another: two different mistakes, both of which are reported.
const ALWAYS_TOGETHER: &[(&str, &str)] = &[
    ("storage-on-legacy-plan", "legacy-database-plan"),
    ("storage-on-free-database", "expiring-database"),
];

#[test]
fn pages_of_rules_keep_their_promises() {
    for rule in rules::all() {
        let sections: Vec<&str> =
            rule.page.lines().map(str::trim).filter_map(|line| line.strip_prefix("## ")).collect();
        for wanted in
            ["What it does", "Why it matters", "Example", "Fix", "When to ignore it", "References"]
        {
            assert!(sections.contains(&wanted), "{}: no section `{wanted}`", rule.code);
        }
        // The doc lines keep the blank behind `///`.
        let page: String = rule
            .page
            .split_inclusive('\n')
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect();
        let examples: Vec<String> = blocks(&page)
            .into_iter()
            .filter(|block| block.info == "yaml")
            .map(|block| block.content)
            .collect();
        assert!(examples.len() >= 2, "{}: the page needs an example and its fix", rule.code);
        let (_, bad) = findings(&examples[0], rule.code);
        let own = bad.iter().filter(|d| d.rule == rule.code).count();
        assert!(own >= 1, "{}: the example does not show the rule", rule.code);
        let worst = bad.iter().filter(|d| d.rule == rule.code).map(|d| d.severity).max();
        for other in bad.iter().filter(|d| d.rule != rule.code) {
            if ALWAYS_TOGETHER.contains(&(rule.code, other.rule)) {
                continue;
            }
            assert!(
                Some(other.severity) < worst,
                "{}: the example also shows {}: {}",
                rule.code,
                other.rule,
                other.message
            );
        }
        let good = analysis(&examples[1], Options::default());
        for finding in good.diagnostics() {
            assert!(
                finding.rule != rule.code && finding.severity < Severity::Warning,
                "{}: the fixed example still shows {}: {}",
                rule.code,
                finding.rule,
                finding.message
            );
        }
    }
}
