//! What a hostile text may cost: memory at its peak, and all that is allocated on the way, which stands for the time. Both are
//! counted, so that the outcome is the same on every machine. A test binary of its own, because the allocator counts what
//! runs beside it, too.

mod shapes;

use std::alloc::System;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Safety;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::scene::svg;
use blueprint_lens_core::text::{EditSet, apply};
use cap::Cap;
use shapes::SHAPES;

#[global_allocator]
static HEAP: Cap<System> = Cap::new(System, usize::MAX);

/// How large the texts are: a sixteenth of the 4 MiB that the promise is about, so that the test is quick. What grows no
/// faster than its text, which `cargo xtask bench-growth` measures, keeps the promise there, too.
const BYTES: usize = 256 * 1024;
/// Most memory at once, and most allocated all in all, by every question together: a sixteenth of 512 MB, and of what two
/// seconds suffice for.
const MOST_AT_ONCE: usize = 512 * 1024 * 1024 / 16;
const MOST_IN_ALL: usize = 16 * 1024 * 1024 * 1024 / 16;

/// Checks, fixes, expands and draws a text.
fn ask_everything(text: &str) {
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
}

#[test]
fn hostile_texts_stay_within_their_bounds() {
    // What is made once, such as the tables of the language, is no text's.
    ask_everything("services:\n  - {type: web, name: a, runtime: node}\n");
    let before = HEAP.allocated();
    let mut over = Vec::new();
    let mut most = HEAP.max_allocated();
    for (name, text) in SHAPES {
        let text = text(BYTES);
        let in_all = HEAP.total_allocated();
        ask_everything(&text);
        let in_all = HEAP.total_allocated() - in_all;
        // The peak of all texts so far: it is over the bound when that of this one is.
        let at_once = HEAP.max_allocated();
        if at_once > most.max(before + MOST_AT_ONCE) || in_all > MOST_IN_ALL {
            over.push(format!("{name}: {} MB at once, {} in all", at_once >> 20, in_all >> 20));
        }
        most = most.max(at_once);
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
