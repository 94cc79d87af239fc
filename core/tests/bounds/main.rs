//! What a hostile text may cost: memory at its peak, counted by the allocator, so that the outcome is the same on every
//! machine. A test binary of its own with one test, because the allocator counts what runs beside it, too.

mod shapes;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Safety;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::scene::svg;
use blueprint_lens_core::syntax::{Node, Value};
use blueprint_lens_core::text::{EditSet, apply};
use peak_alloc::PeakAlloc;
use shapes::SHAPES;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// How large the texts are: a sixteenth of the largest that the page reads, so that the test is quick.
const BYTES: usize = 256 * 1024;
/// So much memory for so many values where nearly each of them is wrong; an eighth of it for any text of that size.
const MOST_MEMORY: usize = 512 * 1024 * 1024;
const OF_VALUES: usize = 250_000;

/// What the text may cost at its peak.
fn bound(analysis: &Analysis) -> usize {
    let tree = analysis.syntax();
    let values: usize = tree.root.iter().chain(&tree.further).map(values).sum();
    (MOST_MEMORY / OF_VALUES * values).max(MOST_MEMORY / 8)
}

/// The values below and including a node, those of aliases and merge keys, too.
fn values(node: &Node) -> usize {
    1 + match &node.value {
        Value::Scalar(_) => 0,
        Value::Sequence(items) => items.iter().map(values).sum(),
        Value::Mapping(entries) => {
            entries.iter().map(|entry| values(&entry.key) + values(&entry.value)).sum()
        }
    }
}

/// Checks, fixes, expands and draws a text; gives what that may cost.
fn ask_everything(text: &str) -> usize {
    let analysis = Analysis::new(text);
    let mut edits = EditSet::default();
    for finding in analysis.diagnostics() {
        if let Some(fix) = finding.fixes.iter().find(|fix| fix.safety == Safety::Safe) {
            edits.add(&fix.edits);
        }
    }
    assert!(apply(text, edits.edits()).is_ok());
    drop(expand(&analysis));
    drop(analysis.secret_values());
    drop(svg::inline(analysis.scene()));
    bound(&analysis)
}

#[test]
fn hostile_texts_stay_within_their_bounds() {
    // What is made once, such as the tables of the language, is no text's.
    ask_everything("services:\n  - {type: web, name: a, runtime: node}\n");
    let mut over = Vec::new();
    for (name, text) in SHAPES {
        let text = text(BYTES);
        let before = HEAP.current_usage();
        HEAP.reset_peak_usage();
        let bound = ask_everything(&text);
        let peak = HEAP.peak_usage().saturating_sub(before);
        if peak > bound {
            over.push(format!("{name}: {} MB instead of {}", peak >> 20, bound >> 20));
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
