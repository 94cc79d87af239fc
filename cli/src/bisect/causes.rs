//! The lines of a version that a breach rests on, and which of them its commit changed.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::masked_lines;
use blueprint_lens_core::reach::Breach;
use similar::{ChangeTag, TextDiff};

/// Most lines that are shown of one reason.
const SHOWN: usize = 6;

/// Lines that changed between two versions, from 1, with their texts; secrets are hidden.
pub(super) struct ChangedLines {
    /// Those that are gone, in the older version.
    pub(super) removed: Vec<(usize, String)>,
    /// Those that are new, in the newer version.
    pub(super) added: Vec<(usize, String)>,
}

impl ChangedLines {
    /// Compares two versions.
    pub(super) fn between(older: &Analysis, newer: &Analysis) -> Self {
        let (old, new) = (masked_lines(older), masked_lines(newer));
        let (old, new): (Vec<&str>, Vec<&str>) =
            (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        let mut changed = Self { removed: Vec::new(), added: Vec::new() };
        for change in TextDiff::from_slices(&old, &new).iter_all_changes() {
            let line =
                |index: Option<usize>| (index.unwrap_or_default() + 1, change.value().to_owned());
            match change.tag() {
                ChangeTag::Delete => changed.removed.push(line(change.old_index())),
                ChangeTag::Insert => changed.added.push(line(change.new_index())),
                ChangeTag::Equal => {}
            }
        }
        changed
    }
}

/// A reason with its lines.
pub(super) struct Cause {
    /// Why, in words.
    pub(super) why: String,
    /// Line numbers from 1, and their texts with secrets hidden.
    pub(super) lines: Vec<(usize, String)>,
}

/// The reasons of a breach with the lines that they rest on.
pub(super) fn causes(analysis: &Analysis, breach: &Breach) -> Vec<Cause> {
    let texts = masked_lines(analysis);
    let line = |offset: usize| analysis.lines().position(offset, analysis.text()).line;
    breach
        .reasons
        .iter()
        .map(|(why, spans)| {
            let numbers: BTreeSet<usize> = spans
                .iter()
                .flat_map(|span| {
                    // A span may end with the line break of its last line.
                    let text = span.slice(analysis.text()).trim_end();
                    line(span.start())..=line(span.start() + text.len())
                })
                .collect();
            let text = |number: usize| texts.get(number - 1).cloned().unwrap_or_default();
            let lines = numbers.into_iter().take(SHOWN).map(|number| (number, text(number)));
            Cause { why: why.clone(), lines: lines.collect() }
        })
        .collect()
}
