//! The entry points: opened, closed, wider, narrower.

use ipnet::Ipv4Net;

use super::difference::{EntryPointChange, EntryPointMove};
use super::pairing::Pairing;
use super::part::{Item, Side};
use crate::graph::Exposure;
use crate::platform::Kind;
use crate::sort;

/// How open one resource is.
struct Width {
    exposure: Exposure,
    /// The ranges that get in, in source order.
    ranges: Vec<Ipv4Net>,
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
        Exposure::Public => vec![Ipv4Net::default()],
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
fn beyond(of: &[Ipv4Net], than: &[Ipv4Net]) -> Vec<String> {
    let covered = Ipv4Net::aggregate(&than.to_vec());
    let is_beyond = |range: &&Ipv4Net| !covered.iter().any(|wide| wide.contains(*range));
    let mut out: Vec<Ipv4Net> = of.iter().filter(is_beyond).copied().collect();
    sort::ascending(&mut out);
    out.dedup();
    out.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(texts: &[&str]) -> Vec<Ipv4Net> {
        texts.iter().map(|text| text.parse().expect("a range")).collect()
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
        let new = ranges(&["10.1.0.0/16", "192.0.2.7/32"]);
        assert_eq!(beyond(&new, &old), ["192.0.2.7/32"]);
        assert_eq!(beyond(&old, &new), ["10.0.0.0/8"]);
    }
}
