//! What people really write, by the kind of mistake: pages in `tests/mistakes/` whose YAML blocks carry a mark for every
//! finding. A block without marks stays silent. After a block may stand what else is expected of it: `edges`, `open` (what
//! the internet reaches), `reach`, `help`, and `fixed` (the text after the first fix of every finding).
//! `UPDATE=1 cargo test -p blueprint-lens-core --test suite mistakes` rewrites all of it; read every changed line then.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::path::{Path, PathBuf};

use crate::fixture::{blocks, fixed, marks_of, strip, with_marks};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::reach::{entry_points, pairs};

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut pages: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    pages.sort();
    pages
}

#[test]
fn what_people_write_gets_the_word_that_helps() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = String::new();
    for path in pages() {
        let page = std::fs::read_to_string(&path).expect("the page can be read");
        let expected = render(&page);
        if expected != page && update {
            std::fs::write(&path, expected).expect("the page can be written");
        } else if expected != page {
            failures.push_str(&format!("\n{}:\n", path.display()));
            let lines = |page: &str| page.lines().map(str::to_owned).collect::<Vec<_>>();
            let (is, should) = (lines(&page), lines(&expected));
            for line in is.iter().filter(|line| !should.contains(line)) {
                failures.push_str(&format!("  - {line}\n"));
            }
            for line in should.iter().filter(|line| !is.contains(line)) {
                failures.push_str(&format!("  + {line}\n"));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}\nUPDATE=1 rewrites the pages; read every changed line."
    );
}

/// Every page shows what goes wrong and a correct Blueprint that stays silent, one through an anchor, a merge key or a
/// group, and one through a project.
#[test]
fn every_kind_is_shown_from_all_sides() {
    for path in pages() {
        let page = std::fs::read_to_string(&path).expect("the page can be read");
        let all: Vec<_> = blocks(&page).into_iter().filter(|block| block.info == "yaml").collect();
        let texts = all.iter().map(|block| strip(&block.content)).collect::<Vec<_>>();
        let name = path.display();
        assert!(texts.len() >= 5, "{name}: {} blocks only", texts.len());
        assert!(texts.iter().any(|(_, marks)| marks.is_empty()), "{name}: no block is silent");
        assert!(texts.iter().any(|(_, marks)| !marks.is_empty()), "{name}: every block is silent");
        let shares =
            |text: &str| ["<<:", ": *", "fromGroup:"].iter().any(|sign| text.contains(sign));
        assert!(texts.iter().any(|(text, _)| shares(text)), "{name}: nothing is shared");
        assert!(texts.iter().any(|(text, _)| text.contains("projects:")), "{name}: no project");
    }
}

/// The page as it should be.
fn render(page: &str) -> String {
    let lines: Vec<&str> = page.split_inclusive('\n').collect();
    let mut out = String::new();
    let mut next = 0;
    let mut analysis = Analysis::new("");
    for block in blocks(page) {
        out.push_str(&lines[next..block.line].concat());
        next = block.line + block.content.split_inclusive('\n').count();
        match block.info.as_str() {
            "yaml" => {
                let (text, _) = strip(&block.content);
                analysis = Analysis::new(&text);
                let marks = marks_of(&analysis, analysis.diagnostics());
                out.push_str(&with_marks(&text, &marks));
            }
            "edges" => out.push_str(&edges(&analysis)),
            "open" => out.push_str(&open(&analysis)),
            "reach" => out.push_str(&reach(&analysis)),
            "help" => out.push_str(&help(analysis.diagnostics())),
            "fixed" => out.push_str(&fixed(analysis.text(), analysis.diagnostics().iter())),
            other => panic!("no block is called `{other}`"),
        }
    }
    out.push_str(&lines[next..].concat());
    out
}

/// Every edge but those from the internet, with its variables.
fn edges(analysis: &Analysis) -> String {
    let edges = analysis.network().edges().map(|(.., edge)| edge);
    let edges = edges.filter(|edge| edge.class.id() != "ingress");
    edges.map(|edge| format!("{} {}\n", edge.id, edge.variables().join(", "))).collect()
}

/// What the internet reaches, how far, and why.
fn open(analysis: &Analysis) -> String {
    let id = |node| analysis.network().node(node).id.clone();
    let doors = entry_points(analysis.question()).into_iter();
    doors.map(|door| format!("{} {}: {}\n", id(door.node), door.exposure.id(), door.why)).collect()
}

/// Every pair, and whether the one can open a connection to the other.
fn reach(analysis: &Analysis) -> String {
    let id = |node| analysis.network().node(node).id.clone();
    let pairs = pairs(analysis.question());
    pairs.map(|pair| format!("{} > {}: {:?}\n", id(pair.from), id(pair.to), pair.answer)).collect()
}

fn help(findings: &[Diagnostic]) -> String {
    let help = |found: &Diagnostic| format!("{}: {}\n", found.rule, found.help);
    findings.iter().map(help).collect()
}
