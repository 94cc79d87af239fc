//! Fixes of the files of a workspace, round after round.

use blueprint_lens_core::analysis::{Analysis, Options, SourceText};
use blueprint_lens_core::diagnostics::{Diagnostic, Safety};
use blueprint_lens_core::text::{EditSet, FileId, apply};

use crate::output::readable_all;

/// Most rounds. Safe fixes need one; what they or unsafe ones uncover, another.
const ROUNDS: usize = 10;

/// Most fixes of a file at once. Real Blueprints need a few.
const MOST_FIXES: usize = 40_000;

/// A text after its fixes.
#[derive(Debug)]
pub(crate) struct Fixed {
    /// The text.
    pub(crate) text: String,
    /// How many fixes were applied.
    pub(crate) applied: usize,
}

/// The files of a workspace after all allowed fixes. A file that nobody `asked` about stays as it is, and the others are
/// checked beside it. Every round takes n log n.
///
/// # Errors
/// When one has more than [`MOST_FIXES`].
pub(crate) fn fixed(
    mut sources: Vec<SourceText>,
    asked: &[bool],
    unsafe_fixes: bool,
    options: &Options,
) -> anyhow::Result<Vec<Fixed>> {
    let mut applied = vec![0; sources.len()];
    for _ in 0..ROUNDS {
        let analysis = Analysis::together(sources.clone(), options.clone());
        let mut changed = false;
        for (at, source) in sources.iter_mut().enumerate().filter(|(at, _)| asked[*at]) {
            let found = analysis.file(FileId(at)).diagnostics;
            let (edits, count) = round(&found, unsafe_fixes);
            if count > MOST_FIXES {
                let path = readable_all(&source.path);
                anyhow::bail!("{path}: {count} fixes are too many at once: at most {MOST_FIXES}");
            }
            if let Ok(next) = apply(&source.decoded.text, edits.edits())
                && next != source.decoded.text
            {
                source.decoded.text = next;
                applied[at] += count;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let texts = sources.into_iter().map(|source| source.decoded.text);
    Ok(texts.zip(applied).map(|(text, applied)| Fixed { text, applied }).collect())
}

/// The first allowed fix of every finding, and how many there are. One that touches what another changes waits for the
/// next round.
fn round(found: &[Diagnostic], unsafe_fixes: bool) -> (EditSet, usize) {
    let allowed = |safety| safety == Safety::Safe || (unsafe_fixes && safety == Safety::Unsafe);
    let mut edits = EditSet::default();
    let fixes = found.iter().filter_map(|found| found.fixes.iter().find(|fix| allowed(fix.safety)));
    let count = fixes.filter(|fix| edits.add(&fix.edits)).count();
    (edits, count)
}
