//! The promises of the layout, over generated graphs and over real Blueprints.

use super::generated::inputs::{earlier, input, of_size, shown};
use crate::random::Random;
use blueprint_lens_core::layout::{LayoutInput, Room, layout, layout_with_previous, verify};
use proptest::prelude::*;

fn inputs(nodes: usize, edges: usize) -> impl Strategy<Value = LayoutInput> {
    let seed = (0..8_usize, prop::option::weighted(0.4, 0..3_usize), 0..3_u8, 60..400_u16);
    let seed = (seed, prop::bool::weighted(0.1))
        .prop_map(|((lane, group, role, width), follows)| (lane, group, role, width, follows));
    let edge = (0..nodes, 0..nodes, 0..12_u8, 0..16_u8, 0..220_u16);
    (
        1..=5_usize,
        any::<(bool, bool)>(),
        prop::collection::vec(seed, 0..nodes),
        prop::collection::vec(edge, 0..edges),
        prop::bool::weighted(0.9),
    )
        .prop_map(|(regions, tiers, seeds, edges, internet)| {
            input(regions, tiers, &seeds, &edges, internet)
        })
}

/// A picture on its own, a low pane, a phone, a high column, and a room that is too small for anything.
const ROOMS: [Room; 5] = [
    Room { width: 1280.0, height: 800.0 },
    Room { width: 864.0, height: 432.0 },
    Room { width: 336.0, height: Room::OPEN },
    Room { width: 480.0, height: 1200.0 },
    Room { width: 200.0, height: 200.0 },
];

fn keeps_its_promises(input: &LayoutInput) -> Result<(), TestCaseError> {
    let placed = layout(input);
    let broken = verify(input, &placed);
    prop_assert!(broken.is_empty(), "{:?}: {broken:#?}", placed.form);
    prop_assert_eq!(placed, layout(input));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn small_graphs_keep_the_promises(
        input in inputs(12, 24),
        room in prop::sample::select(&ROOMS),
    ) {
        keeps_its_promises(&LayoutInput { room, ..input })?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn large_graphs_keep_the_promises(
        input in inputs(60, 110),
        room in prop::sample::select(&ROOMS),
    ) {
        keeps_its_promises(&LayoutInput { room, ..input })?;
    }
}

/// Graphs of the sizes that the comparison in `docs/layout.md` draws: 10 to 300 nodes with about as many edges, one to
/// five regions, and environments in half of the cases.
fn whole_range() -> impl Strategy<Value = LayoutInput> {
    (10..=300_usize, 1..=5_usize, any::<bool>(), any::<u64>()).prop_map(
        |(count, regions, environments, seed)| {
            of_size(count, regions, environments, &mut Random(seed))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn graphs_of_every_size_keep_the_promises(
        input in whole_range(),
        room in prop::sample::select(&ROOMS),
    ) {
        keeps_its_promises(&LayoutInput { room, ..input })?;
    }
}

fn stays(input: &LayoutInput, new_nodes: usize) -> Result<(), TestCaseError> {
    let before = earlier(input, new_nodes);
    let mut kept = shown(&before, &layout(&before));
    if before.internet().is_some() {
        kept.nodes.pop();
    }
    let old = kept.nodes.clone();
    kept.nodes.resize(input.nodes.len(), None);
    let placed = layout_with_previous(input, &kept);
    let broken = verify(input, &placed);
    prop_assert!(broken.is_empty(), "{broken:#?}");
    for (node, (was, is)) in old.iter().zip(&placed.nodes).enumerate() {
        let Some(was) = was else { continue };
        prop_assert!(is.x >= was.x - 1e-6, "{node}: {was:?} went left to {is:?}");
        prop_assert!(is.center().y >= was.center().y - 1e-6, "{node}: {was:?} went up to {is:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_keeps_the_promises_and_goes_neither_left_nor_up(
        input in inputs(14, 28),
        new_nodes in 0..4_usize,
        room in prop::sample::select(&ROOMS),
    ) {
        stays(&LayoutInput { room, ..input }, new_nodes)?;
    }

    #[test]
    fn a_picture_after_itself_is_itself(
        input in inputs(14, 28),
        room in prop::sample::select(&ROOMS),
    ) {
        let input = LayoutInput { room, ..input };
        let placed = layout(&input);
        prop_assert_eq!(layout_with_previous(&input, &shown(&input, &placed)), placed);
    }
}
