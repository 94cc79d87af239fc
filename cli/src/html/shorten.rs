//! A report that stays small enough to be opened and sent, by leaving out what is least needed.

use super::report::Report;

/// Most bytes of a report.
const LONGEST: usize = 100_500_000;

/// Most resources of which every pair is worth a try: the table of more is always too large, and slow to make.
const PAIRED: usize = 150;

/// The first report that is short enough, `levels` going from all to little; the last one when none is. Those for
/// which `has_pairs` says so are for a Blueprint of few resources.
pub(crate) fn shortest_needed<A>(
    levels: &[A],
    resources: usize,
    has_pairs: impl Fn(&A) -> bool,
    write: impl Fn(&A) -> Report,
) -> String {
    let mut document = String::new();
    for level in levels.iter().filter(|level| resources <= PAIRED || !has_pairs(level)) {
        document = write(level).document().into_string();
        if document.len() <= LONGEST {
            break;
        }
    }
    document
}
