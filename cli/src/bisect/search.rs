//! The search for the last break.
//!
//! Where the first version holds and the last does not, a binary search finds a break. It is the last one only if
//! everything after it is broken, so the versions between are looked at from the end. Otherwise nothing but looking at
//! one version after the other helps.

/// What the search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// No version is broken.
    Never,
    /// Every version is broken, or the first and all others that say something.
    Always,
    /// It was broken.
    Broken {
        /// The first broken version of the last stretch of broken ones.
        at: usize,
        /// A version that broke it earlier, where it was mended between.
        earlier: Option<usize>,
        /// The version that mended it, where it holds in the end.
        mended: Option<usize>,
    },
}

/// Searches `count` versions.
pub(super) fn search(count: usize, mut is_broken: impl FnMut(usize) -> bool) -> Verdict {
    let Some(last) = count.checked_sub(1) else { return Verdict::Never };
    if !is_broken(last) {
        let Some(broken) = (0..last).rev().find(|&at| is_broken(at)) else {
            return Verdict::Never;
        };
        let at = stretch(broken, &mut is_broken);
        return Verdict::Broken { at, earlier: None, mended: Some(broken + 1) };
    }
    if is_broken(0) {
        return match stretch(last, &mut is_broken) {
            0 => Verdict::Always,
            at => Verdict::Broken { at, earlier: Some(0), mended: None },
        };
    }
    let (mut holds, mut found) = (0, last);
    while found - holds > 1 {
        let middle = usize::midpoint(holds, found);
        if is_broken(middle) { found = middle } else { holds = middle }
    }
    let at = (found + 1..last).rev().find(|&at| !is_broken(at)).map_or(found, |held| held + 1);
    Verdict::Broken { at, earlier: (at != found).then_some(found), mended: None }
}

/// The first of the broken versions that end with a broken one.
fn stretch(last: usize, is_broken: &mut impl FnMut(usize) -> bool) -> usize {
    (0..last).rev().find(|&at| !is_broken(at)).map_or(0, |held| held + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The verdict on versions of which `x` are broken, and how many were looked at.
    fn verdict(versions: &str) -> (Verdict, usize) {
        let mut seen = std::collections::BTreeSet::new();
        let found = search(versions.len(), |at| {
            seen.insert(at);
            versions.as_bytes()[at] == b'x'
        });
        (found, seen.len())
    }

    fn broken(at: usize, earlier: Option<usize>, mended: Option<usize>) -> Verdict {
        Verdict::Broken { at, earlier, mended }
    }

    #[test]
    fn finds_the_last_break() {
        for (versions, wanted) in [
            ("", Verdict::Never),
            (".", Verdict::Never),
            ("....", Verdict::Never),
            ("x", Verdict::Always),
            ("xxx", Verdict::Always),
            (".x", broken(1, None, None)),
            ("...xxxx", broken(3, None, None)),
            ("x..xx", broken(3, Some(0), None)),
            ("xx.x.", broken(3, None, Some(4))),
            (".xx..", broken(1, None, Some(3))),
        ] {
            assert_eq!(verdict(versions).0, wanted, "{versions}");
        }
    }

    #[test]
    fn every_pattern_agrees_with_looking_at_all() {
        for length in 1..=10_u32 {
            for pattern in 0..1_u32 << length {
                let versions: String =
                    (0..length).map(|at| if pattern >> at & 1 == 1 { 'x' } else { '.' }).collect();
                let last = versions.rfind('x');
                let start = last.map(|last| versions[..last].rfind('.').map_or(0, |at| at + 1));
                let found = match verdict(&versions).0 {
                    Verdict::Never => None,
                    Verdict::Always => Some(0),
                    Verdict::Broken { at, earlier, mended } => {
                        assert!(earlier.is_none_or(|earlier| {
                            versions[earlier..].starts_with('x')
                                && versions[earlier..at].contains('.')
                        }));
                        assert_eq!(
                            mended,
                            last.map(|last| last + 1).filter(|at| *at < versions.len())
                        );
                        Some(at)
                    }
                };
                assert_eq!(found, start, "{versions}");
            }
        }
    }

    #[test]
    fn a_late_break_is_found_by_looking_at_few() {
        let versions = format!("{}xx", ".".repeat(1000));
        let (found, seen) = verdict(&versions);
        assert_eq!(found, broken(1000, None, None));
        assert!(seen <= 14, "{seen} versions were looked at");
    }
}
