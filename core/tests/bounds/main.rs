//! What a hostile text may cost: memory at its peak, counted by the allocator, so that the outcome is the same on every
//! machine. A test binary of its own with one test, because the allocator counts what runs beside it, too.

mod shapes;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Safety;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::reach::pairs;
use blueprint_lens_core::scene::svg;
use blueprint_lens_core::syntax::{Node, Value};
use blueprint_lens_core::text::{EditSet, apply};
use peak_alloc::PeakAlloc;
use shapes::SHAPES;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// How large the texts are: a sixteenth of the largest that is read, so that the test is quick.
const BYTES: usize = 256 * 1024;
/// Smaller ones by so much, from which the others must not differ by more: so what is true here is true of larger ones.
const TIMES: usize = 4;
/// What lists may hold beyond what they need when they grow, as parts of it.
const ROOM_TO_GROW: (usize, usize) = (3, 2);
/// So little memory is none.
const NOTHING: usize = 1024 * 1024;
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
    analysis.secret_values();
    drop(svg::inline(analysis.scene()));
    bound(&analysis)
}

/// How much memory some work takes at its peak, and what else it gives.
fn peak<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let out = work();
    (HEAP.peak_usage().saturating_sub(before), out)
}

#[test]
fn hostile_texts_stay_within_their_bounds() {
    // What is made once, such as the tables of the language, is no text's.
    ask_everything("services:\n  - {type: web, name: a, runtime: node}\n");
    let mut over = Vec::new();
    for (name, text) in SHAPES {
        let [small, large] = [BYTES / TIMES, BYTES].map(text);
        let (least, _) = peak(|| ask_everything(&small));
        let (most, bound) = peak(|| ask_everything(&large));
        let proportional = TIMES * least.max(NOTHING) / ROOM_TO_GROW.1 * ROOM_TO_GROW.0;
        for (bound, why) in [(bound, "in all"), (proportional, "by its growth")] {
            if most > bound {
                over.push(format!("{name}: {} MB instead of {} {why}", most >> 20, bound >> 20));
            }
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
    what_is_read_has_no_room_to_grow();
    pairs_are_made_one_by_one();
}

/// Most values of a network are short, and most mappings have few entries. Not a test of its own: the allocator would count
/// both.
fn what_is_read_has_no_room_to_grow() {
    const OF_EACH_BYTE: usize = 40;
    let service = |at: usize| {
        format!(
            "  - type: pserv\n    name: s{at}\n    runtime: node\n    plan: starter\n    envVars:\n      - key: OTHER\n        \
             fromService:\n          name: s{}\n          type: pserv\n          property: hostport\n",
            at + 1
        )
    };
    let services: String = (0..1000).map(service).collect();
    let text = format!("services:\n{services}");
    let (memory, _) = peak(|| Analysis::new(&text));
    let of_each = memory / text.len();
    assert!(of_each <= OF_EACH_BYTE, "{of_each} bytes for each of the text");
}

/// All pairs of many resources are more than fit into memory. Not a test of its own: the allocator would count both.
fn pairs_are_made_one_by_one() {
    const RESOURCES: usize = 500;
    let text: String = (0..RESOURCES)
        .map(|at| format!("  - {{type: web, name: s{at}, runtime: node}}\n"))
        .collect();
    let analysis = Analysis::new(&format!("services:\n{text}"));
    let (memory, count) = peak(|| pairs(analysis.question()).count());
    assert_eq!(count, RESOURCES * (RESOURCES - 1));
    assert!(memory < NOTHING, "{memory}");
}
