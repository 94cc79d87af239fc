//! A report that stays small enough to be opened and sent, by leaving out what is least needed.

use super::report::Report;

/// Most bytes of a report on one or two Blueprints.
pub(crate) const LONGEST: usize = 1_500_000;

/// Most resources of which every pair is worth a try: the table of more is always too large, and slow to make.
const PAIRED: usize = 150;

/// The first report of at most `longest` bytes, `levels` going from all to little; the last one when none is. Those
/// for which `has_pairs` says so are for a Blueprint of few resources.
pub(crate) fn shortest_needed<A>(
    (levels, longest): (&[A], usize),
    resources: usize,
    has_pairs: impl Fn(&A) -> bool,
    write: impl Fn(&A) -> Report,
) -> String {
    let mut document = String::new();
    for level in levels.iter().filter(|level| resources <= PAIRED || !has_pairs(level)) {
        document = write(level).document().into_string();
        if document.len() <= longest {
            break;
        }
    }
    document
}
