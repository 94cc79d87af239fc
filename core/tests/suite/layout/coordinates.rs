//! No coordinate moves by accident: every number of every layout is pinned as a hash in `layout_coordinates.tsv`, for
//! real Blueprints, the examples of the page, and generated ones of 10 to 300 resources, drawn once and while somebody
//! types them. A few small pictures are pinned in full, so that a failure can be read.
//!
//! The real Blueprints are not part of this repository: `BLUEPRINT_LENS_CORPUS` names their folder, and without it that
//! part says so and passes. `UPDATE=1` writes the hashes anew; look at pictures before you do.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::layout::generated::blueprints::{self, Environments};
use crate::layout::generated::inputs::{self, shown};
use crate::random::Random;
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::layout::{Layout, layout, layout_with_previous};
use blueprint_lens_core::scene::svg::{SvgOptions, document};
use blueprint_lens_core::scene::{Rect, Room, Scene, layout_input};
use blueprint_lens_core::text::decode;

const HEADER: &str = "input\tlayout\twhile typing\tpicture\n";
const SIZES: [usize; 6] = [10, 20, 50, 100, 200, 300];

/// Hashes by input: of its layout, of its layouts while it is typed, of its picture.
type Pins = BTreeMap<String, [u64; 3]>;

/// The hash of Fowler, Noll and Vo, 64 bits, variant 1a.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn numbers(&mut self, numbers: &[f64]) {
        for number in numbers {
            self.bytes(&number.to_bits().to_le_bytes());
        }
    }

    fn count(&mut self, count: usize) {
        self.bytes(&(count as u64).to_le_bytes());
    }

    /// Every number of a layout, bit by bit.
    fn layout(&mut self, placed: &Layout) {
        self.numbers(&[placed.size.width, placed.size.height]);
        self.count(placed.lane_order.len());
        placed.lane_order.iter().for_each(|&lane| self.count(lane));
        for frame in placed.lanes.iter().chain(&placed.groups) {
            let rect = frame.rect;
            self.numbers(&[rect.x, rect.y, rect.width, rect.height]);
            self.count(frame.wording);
            self.numbers(&[frame.heading.x, frame.heading.y]);
        }
        for rect in &placed.nodes {
            self.numbers(&[rect.x, rect.y, rect.width, rect.height]);
        }
        for edge in &placed.edges {
            self.count(edge.route.len());
            edge.route.iter().for_each(|point| self.numbers(&[point.x, point.y]));
            self.count(usize::from(edge.is_cut));
            if let Some((wording, card)) = edge.label {
                self.count(wording);
                self.numbers(&[card.x, card.y, card.width, card.height]);
            }
        }
        for column in &placed.columns {
            self.count(column.role.map_or(3, |role| role as usize));
            self.numbers(&[column.left, column.right]);
        }
    }
}

/// The texts on the way to a Blueprint, and beyond it: its end is cut off twice, then it is whole, then a worker is added
/// in its middle.
fn typed(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let first = |count: usize| lines[..count].concat();
    let middle = lines
        .iter()
        .enumerate()
        .skip(lines.len() / 2)
        .find(|(_, line)| line.starts_with("  - type:"))
        .map_or(lines.len(), |(index, _)| index);
    let worker = "  - {type: worker, name: added-while-typing, runtime: docker}\n";
    let added = [first(middle), worker.to_owned(), lines[middle..].concat()].concat();
    vec![first(lines.len() * 2 / 3), first(lines.len() * 9 / 10), text.to_owned(), added]
}

fn of_blueprint(bytes: &[u8]) -> [u64; 3] {
    let decoded = decode(bytes);
    let steps = typed(&decoded.text);
    let analysis = Analysis::with(decoded, Options::default());
    let input = layout_input(
        analysis.blueprint(),
        analysis.network(),
        analysis.diagnostics(),
        Room::default(),
    );
    let [mut alone, mut typing, mut picture] = [Hash::new(), Hash::new(), Hash::new()];
    alone.layout(&layout(&input));
    picture.bytes(document(analysis.scene(), &SvgOptions::default()).as_bytes());
    let mut shown: Option<Scene> = None;
    for text in steps {
        let next = Analysis::new(&text);
        let scene = match &shown {
            Some(shown) => next.scene_with_previous(Room::default(), shown),
            None => next.scene().clone(),
        };
        typing.numbers(&[scene.size.width, scene.size.height]);
        let lanes = scene.lanes.iter().map(|lane| lane.rect);
        let groups = scene.groups.iter().map(|group| group.rect);
        let labels =
            scene.edges.iter().filter_map(|edge| edge.label.as_ref()).map(|label| label.rect);
        let nodes = scene.nodes.iter().map(|node| node.rect);
        for rect in lanes.chain(groups).chain(nodes).chain(labels) {
            typing.numbers(&[rect.x, rect.y, rect.width, rect.height]);
        }
        for point in scene.edges.iter().flat_map(|edge| &edge.route) {
            typing.numbers(&[point.x, point.y]);
        }
        shown = Some(scene);
    }
    [alone.0, typing.0, picture.0]
}

/// The same for an input that no Blueprint makes; there is no picture of it.
fn of_input(count: usize, regions: usize, environments: bool, seed: u64) -> [u64; 3] {
    let input = inputs::of_size(count, regions, environments, &mut Random(seed));
    let [mut alone, mut typing] = [Hash::new(), Hash::new()];
    alone.layout(&layout(&input));
    for new_nodes in [5, 1] {
        let before = inputs::earlier(&input, new_nodes);
        let mut kept = shown(&before, &layout(&before));
        kept.nodes.truncate(before.nodes.len() - usize::from(before.internet().is_some()));
        kept.nodes.resize(input.nodes.len(), None);
        typing.layout(&layout_with_previous(&input, &kept));
    }
    [alone.0, typing.0, 0]
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// What this repository draws: the examples of the page, and whatever size and kind is generated.
fn own() -> Pins {
    let mut out = Pins::new();
    let examples =
        std::fs::read_dir(folder().join("../app/examples")).expect("the examples are there");
    for path in examples.map(|entry| entry.expect("the examples are there").path()) {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).expect("the example can be read");
        out.insert(format!("example {name}"), of_blueprint(&bytes));
    }
    let everything = include_str!("../fixture/everything.yaml");
    out.insert("fixture everything.yaml".to_owned(), of_blueprint(everything.as_bytes()));
    for size in SIZES {
        for (index, environments) in
            [Environments::None, Environments::Open, Environments::Isolated].into_iter().enumerate()
        {
            // Large ones take long without optimization: one number of regions has to do.
            let regions: &[usize] = if size < 200 { &[1, 3, 5] } else { &[3] };
            for &regions in regions {
                let seed = (size * 100 + index * 10 + regions) as u64;
                let text = blueprints::text(size, regions, environments, seed);
                let name =
                    format!("generated {size:03} resources, {regions} regions, {environments:?}");
                out.insert(name, of_blueprint(text.as_bytes()));
            }
        }
        for (regions, environments) in [(1, false), (2, true), (4, false), (5, true)] {
            let frames = if environments { "frames" } else { "no frames" };
            let name = format!("input {size:03} nodes, {regions} regions, {frames}");
            let seed = (size + regions) as u64;
            out.insert(name, of_input(size, regions, environments, seed));
        }
    }
    out
}

fn written(pins: &Pins) -> String {
    pins.iter().fold(HEADER.to_owned(), |mut out, (name, [alone, typing, picture])| {
        let _ = writeln!(out, "{name}\t{alone:016x}\t{typing:016x}\t{picture:016x}");
        out
    })
}

fn read(text: &str) -> Pins {
    let row = |line: &str| {
        let mut cells = line.split('\t');
        let name = cells.next()?.to_owned();
        let mut hash = || u64::from_str_radix(cells.next()?, 16).ok();
        Some((name, [hash()?, hash()?, hash()?]))
    };
    let rows = text.strip_prefix(HEADER).expect("the table has its head").lines();
    rows.map(|line| row(line).unwrap_or_else(|| panic!("`{line}` is no row"))).collect()
}

/// The tests run side by side and write one table.
static TABLE: Mutex<()> = Mutex::new(());

/// Compares what was found with its part of the table, or writes it there.
fn compare(found: &Pins, is_part: impl Fn(&str) -> bool) {
    let _alone = TABLE.lock().unwrap_or_else(PoisonError::into_inner);
    let path = folder().join("tests/layout_coordinates.tsv");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| HEADER.to_owned());
    let mut pins = read(&text.replace("\r\n", "\n"));
    if std::env::var_os("UPDATE").is_some() {
        pins.retain(|name, _| !is_part(name));
        pins.extend(found.clone());
        std::fs::write(&path, written(&pins)).expect("the hashes can be written");
        return;
    }
    pins.retain(|name, _| is_part(name));
    let mut changed = String::new();
    for name in pins.keys().chain(found.keys().filter(|name| !pins.contains_key(*name))) {
        let (Some(was), Some(is)) = (pins.get(name), found.get(name)) else {
            let _ = writeln!(
                changed,
                "  {name}: only {}",
                if pins.contains_key(name) { "pinned" } else { "drawn" }
            );
            continue;
        };
        for (at, what) in ["layout", "layout while typing", "picture"].into_iter().enumerate() {
            if was[at] != is[at] {
                let _ = writeln!(changed, "  {name}: another {what}");
            }
        }
    }
    assert!(changed.is_empty(), "something moved:\n{changed}UPDATE=1 writes the hashes anew.");
}

#[test]
fn nothing_moves_in_what_this_repository_draws() {
    let is_own = |name: &str| {
        ["example ", "fixture ", "generated ", "input "].iter().any(|start| name.starts_with(start))
    };
    compare(&own(), is_own);
}

#[test]
fn nothing_moves_in_real_blueprints() {
    let Some(files) = crate::real::blueprints() else { return };
    let found: Pins = files
        .into_iter()
        .map(|(name, bytes)| (format!("real {name}"), of_blueprint(&bytes)))
        .collect();
    compare(&found, |name| name.starts_with("real "));
}

/// All numbers of a layout, unrounded.
fn table(placed: &Layout) -> String {
    let mut out =
        format!("{} x {}, lanes {:?}\n", placed.size.width, placed.size.height, placed.lane_order);
    for (what, frames) in [("lane", &placed.lanes), ("group", &placed.groups)] {
        for (index, frame) in frames.iter().enumerate() {
            let (rect, at) = (frame.rect, frame.heading);
            let _ = writeln!(
                out,
                "{what} {index}: {} {} {} {}, wording {} at {} {}",
                rect.x, rect.y, rect.width, rect.height, frame.wording, at.x, at.y
            );
        }
    }
    for column in &placed.columns {
        let _ = writeln!(out, "column {:?}: {} to {}", column.role, column.left, column.right);
    }
    for (index, rect) in placed.nodes.iter().enumerate() {
        let _ = writeln!(out, "node {index}: {} {} {} {}", rect.x, rect.y, rect.width, rect.height);
    }
    for (index, edge) in placed.edges.iter().enumerate() {
        let route: Vec<String> = edge.route.iter().map(|p| format!("{},{}", p.x, p.y)).collect();
        let _ = write!(out, "edge {index}: {}", route.join(" "));
        if edge.is_cut {
            out.push_str(", cut");
        }
        if let Some((wording, card)) = edge.label {
            let Rect { x, y, width, height } = card;
            let _ = write!(out, ", wording {wording} at {x} {y} {width} {height}");
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_few_small_layouts_are_pinned_in_full() {
    for name in ["03-database-isolation", "06-two-regions", "10-public-detour"] {
        let path = folder().join(format!("../app/examples/{name}.yaml"));
        let analysis = Analysis::new(&std::fs::read_to_string(path).expect("the example is there"));
        let input = layout_input(
            analysis.blueprint(),
            analysis.network(),
            analysis.diagnostics(),
            Room::default(),
        );
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../snapshots" }, {
            insta::assert_snapshot!(format!("layout_of_{name}"), table(&layout(&input)));
        });
    }
}

#[test]
fn the_table_is_read_as_written() {
    let pins: Pins = [("a, b".to_owned(), [1, 2, u64::MAX]), ("c".to_owned(), [0, 0, 0])].into();
    assert_eq!(read(&written(&pins)), pins);
}
