//! Form search: draws the forms that promise the largest text in the room, and keeps the best drawing.
//!
//! Needs: a first look at every form. A drawing is better by the text that is left when it is fitted into the room, then by
//! how rarely its edges cross, then by their length; the simplest form wins ties. Labels give up their room, and roles
//! their columns, only where the text would otherwise be small, and where that makes up for it. Every form costs one
//! layout, so few are drawn, fewer for more edges.

use super::estimate::estimate;
use super::form::{Flow, Form, LabelRoom};
use super::legend::legend_height;
use crate::geometry::Size;
use crate::layout::input::{LayoutInput, Role};
use crate::layout::layering::columns::{Columns, Standing, assign_columns};
use crate::layout::layering::lanes::LaneStack;
use crate::layout::output::Layout;
use crate::layout::spacing::{MARGIN, NODE_TEXT_SIZE};
use crate::layout::stability::PreviousLayout;
use crate::sort;

/// The most columns that each group of roles is tried with, by itself.
const MOST_COLUMNS: usize = 4;
/// The most columns that public and private get because they call each other, as long as there is room.
const MOST_RANKS: [usize; 2] = [3, 4];
/// How many edges are laid out for other forms, all in all, and how many forms are drawn for each room of labels.
const EFFORT: usize = 160;
const MOST_DRAWN: usize = 4;
/// Text of this size reads well: labels keep their room.
const READABLE: f64 = 10.5;
/// Text is not larger than this at its full size, and more of it is no gain.
const FULL_SIZE: f64 = NODE_TEXT_SIZE;

/// What is tried, one after the other, until the text reads well.
const STAGES: [(&[Flow], LabelRoom); 4] = [
    (&[Flow::Across], LabelRoom::Full),
    (&[Flow::Across], LabelRoom::Short),
    (&[Flow::Across], LabelRoom::Number),
    (&[Flow::Folded, Flow::Down], LabelRoom::Number),
];

/// A drawing that was tried out.
pub(crate) struct DrawnForm {
    /// What was drawn.
    pub(crate) layout: Layout,
    /// How often its edges cross.
    pub(crate) crossings: usize,
}

/// What a drawing is judged by, the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// What is missing from text of full size, in half CSS pixels, and from readable text on what the form gives up.
    missing: u64,
    crossings: usize,
    length: u64,
}

/// Draws the forms that are worth it and keeps the best drawing.
pub(crate) fn best_form(
    input: &LayoutInput,
    stack: &LaneStack,
    standing: &Standing,
    draw: impl Fn(Form, &Columns) -> DrawnForm,
) -> Layout {
    let mut best: Option<(Score, Layout)> = None;
    for (flows, labels) in STAGES {
        for (form, columns) in promising(input, stack, standing, flows, labels) {
            let trial = draw(form, &columns);
            let found = score(input, &trial);
            if best.as_ref().is_none_or(|(best, _)| found < *best) {
                best = Some((found, trial.layout));
            }
            if best.as_ref().is_some_and(|(score, _)| score.missing == 0 && score.crossings == 0) {
                break;
            }
        }
        if best.as_ref().is_some_and(|(score, _)| score.missing <= half_pixels(READABLE)) {
            break;
        }
    }
    best.map(|(_, layout)| layout).unwrap_or_default()
}

/// The forms that promise the largest text, the best first; the simple one among equals.
fn promising(
    input: &LayoutInput,
    stack: &LaneStack,
    standing: &Standing,
    flows: &[Flow],
    labels: LabelRoom,
) -> Vec<(Form, Columns)> {
    let previous = PreviousLayout::default();
    let mut forms: Vec<(u64, Form, Columns)> = Vec::new();
    let shapes = shapes(input, stack, standing).into_iter();
    for (flow, columns) in shapes.filter(|(flow, _)| flows.contains(flow)) {
        let form = Form { flow, columns, labels };
        let columns = assign_columns(input, stack, standing, form, &previous);
        if forms.iter().any(|(_, _, other)| *other == columns) {
            continue;
        }
        let missing = missing(input, estimate(input, stack, &columns, form), &[]);
        forms.push((missing, form, columns));
    }
    sort::by_key(&mut forms, |(missing, ..)| *missing);
    forms.truncate((EFFORT / input.edges.len().max(1)).clamp(1, MOST_DRAWN));
    forms.into_iter().map(|(_, form, columns)| (form, columns)).collect()
}

/// Every flow with every number of columns that may make a difference, the simplest first.
fn shapes(input: &LayoutInput, stack: &LaneStack, standing: &Standing) -> Vec<(Flow, [usize; 3])> {
    let depth = |role: Role, most: usize| standing.depth(input, role).min(most);
    let natural = [depth(Role::Public, MOST_RANKS[0]), depth(Role::Private, MOST_RANKS[1]), 1];
    let most = [Role::Public, Role::Private, Role::Data]
        .map(|role| standing.most(input, stack, role).clamp(1, MOST_COLUMNS));
    let mut shapes = vec![(Flow::Across, natural)];
    for public in 1..=most[0] {
        for private in 1..=most[1] {
            shapes.extend((1..=most[2]).map(|data| (Flow::Across, [public, private, data])));
        }
    }
    shapes.extend([(Flow::Folded, [1; 3]), (Flow::Down, [1; 3])]);
    shapes
}

/// Adds what a form gives up, as half CSS pixels that have to make up for it: nothing where text is hard to read, and
/// never so much that hard to read text would be better.
fn with_form(missing: u64, form: Form) -> u64 {
    let flow = if form.flow == Flow::Across { 0 } else { 2 };
    let labels = match form.labels {
        LabelRoom::Full => 0,
        LabelRoom::Short => 1,
        LabelRoom::Number => 2,
    };
    missing.max((missing + flow + labels).min(half_pixels(READABLE)))
}

fn score(input: &LayoutInput, trial: &DrawnForm) -> Score {
    let DrawnForm { layout, crossings } = trial;
    let mut numbers: Vec<usize> = input
        .edges
        .iter()
        .zip(&layout.edges)
        .filter(|(edge, placed)| {
            placed.label.is_some_and(|(wording, _)| wording + 1 == edge.label.len())
        })
        .filter_map(|(edge, _)| edge.number)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let length = layout.edges.iter().flat_map(|edge| edge.route.windows(2));
    let length: f64 = length.map(|p| (p[0].x - p[1].x).abs() + (p[0].y - p[1].y).abs()).sum();
    Score {
        missing: with_form(missing(input, layout.size, &numbers), layout.form),
        crossings: *crossings,
        length: length as u64,
    }
}

/// What is missing from text of full size when a drawing of `size` is fitted into the room with its legend.
fn missing(input: &LayoutInput, size: Size, numbers: &[usize]) -> u64 {
    let entries = input.legend.iter().chain(numbers.iter().map(|&number| &input.numbers[number]));
    let legend = legend_height(entries.copied(), size.width - 2.0 * MARGIN);
    let whole = Size { height: size.height + legend, ..size };
    half_pixels(NODE_TEXT_SIZE * input.room.zoom(whole))
}

/// How many half CSS pixels text of this size is smaller than full size.
fn half_pixels(text: f64) -> u64 {
    ((FULL_SIZE - text).max(0.0) * 2.0).ceil() as u64
}
