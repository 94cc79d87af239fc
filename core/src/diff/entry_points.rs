//! The entry points: opened, closed, wider, narrower.

use super::difference::{EntryPointChange, EntryPointMove};
use super::pairing::Pairing;
use super::part::{Item, Side};
use super::value::range;
use crate::graph::Exposure;
use crate::model::IpRange;
use crate::platform::Kind;
use crate::sort;

/// How open one resource is.
struct Width {
    exposure: Exposure,
    /// The ranges that get in, in source order.
    ranges: Vec<IpRange>,
}

/// Every entry point that changed: those of the head in its order, then those that are gone.
pub(super) fn changes(
    base: &Side<'_>,
    head: &Side<'_>,
    pairing: &Pairing,
) -> Vec<EntryPointChange> {
    let mut out = Vec::new();
    for (index, item) in head.items.iter().enumerate() {
        let before = pairing.of_head(index).and_then(|old| width(base, &base.items[old]));
        out.extend(change(item, before, width(head, item)));
    }
    for (index, item) in base.items.iter().enumerate() {
        if pairing.of_base(index).is_none() {
            out.extend(change(item, width(base, item), None));
        }
    }
    out
}

fn width(side: &Side<'_>, item: &Item<'_>) -> Option<Width> {
    let id = item.resource()?;
    let exposure = side.node(id)?.exposure;
    let listed = side.blueprint().resource(id).ip_allow_list.value();
    let ranges = match exposure {
        Exposure::Public => vec![IpRange { network: 0, prefix: 0 }],
        Exposure::PublicLimited => {
            listed.into_iter().flatten().filter_map(|rule| rule.range).collect()
        }
        _ => Vec::new(),
    };
    Some(Width { exposure, ranges })
}

fn change(
    item: &Item<'_>,
    before: Option<Width>,
    after: Option<Width>,
) -> Option<EntryPointChange> {
    let ranges = |width: &Option<Width>| width.as_ref().map_or_else(Vec::new, |w| w.ranges.clone());
    let exposure = |width: &Option<Width>| width.as_ref().map(|width| width.exposure);
    let entry_point = |width: &Option<Width>| exposure(width).is_some_and(Exposure::is_entry_point);
    let (old, new) = (ranges(&before), ranges(&after));
    let (gained, lost) = (beyond(&new, &old), beyond(&old, &new));
    let moved = match (entry_point(&before), entry_point(&after)) {
        (false, true) => EntryPointMove::Opened,
        (true, false) if exposure(&after) == Some(Exposure::Unknown) => EntryPointMove::Unclear,
        (true, false) => EntryPointMove::Closed,
        (true, true) if !gained.is_empty() => EntryPointMove::Widened,
        (true, true) if !lost.is_empty() => EntryPointMove::Narrowed,
        (true, true) | (false, false) => return None,
    };
    let site = matches!(item.kind, Some(Kind::Web | Kind::Static));
    Some(EntryPointChange {
        part: item.part.clone(),
        moved,
        before: exposure(&before),
        after: exposure(&after),
        gained,
        lost,
        new_public_service: before.is_none() && site,
    })
}

/// The ranges of `of` that `than` does not cover, as text, sorted by address.
fn beyond(of: &[IpRange], than: &[IpRange]) -> Vec<String> {
    let covered = merged(than);
    let mut out: Vec<IpRange> = of
        .iter()
        .copied()
        .filter(|range| {
            let (first, last) = ends(*range);
            !covered.iter().any(|(from, to)| *from <= first && last <= *to)
        })
        .collect();
    sort::ascending(&mut out);
    out.dedup();
    out.into_iter().map(range).collect()
}

/// First and last address, wide enough to add one.
fn ends(range: IpRange) -> (u64, u64) {
    let first = u64::from(range.network);
    (first, first + (1_u64 << (32 - u32::from(range.prefix))) - 1)
}

/// The ranges as the fewest runs of addresses.
fn merged(ranges: &[IpRange]) -> Vec<(u64, u64)> {
    let mut runs: Vec<(u64, u64)> = ranges.iter().copied().map(ends).collect();
    sort::ascending(&mut runs);
    let mut out: Vec<(u64, u64)> = Vec::new();
    for (first, last) in runs {
        match out.last_mut() {
            Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
            _ => out.push((first, last)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(texts: &[&str]) -> Vec<IpRange> {
        texts.iter().map(|text| IpRange::parse(text).expect("a range")).collect()
    }

    #[test]
    fn two_halves_cover_the_whole() {
        let halves = ranges(&["0.0.0.0/1", "128.0.0.0/1"]);
        let whole = ranges(&["0.0.0.0/0"]);
        assert!(beyond(&whole, &halves).is_empty());
        assert!(beyond(&halves, &whole).is_empty());
    }

    #[test]
    fn names_what_is_beyond() {
        let old = ranges(&["10.0.0.0/8"]);
        let new = ranges(&["10.1.0.0/16", "192.0.2.7"]);
        assert_eq!(beyond(&new, &old), ["192.0.2.7/32"]);
        assert_eq!(beyond(&old, &new), ["10.0.0.0/8"]);
    }
}
