//! Form search: draws the forms that promise the largest text in the room, and keeps the best drawing.
//!
//! Needs: a first look at every form. A drawing is better by the text that is left when it is fitted into the room, then by
//! how rarely its edges cross, then by their length; half a pixel makes up for a few crossings. Labels give up their room,
//! everything its air, and roles their columns, only where the text would otherwise be small, and where that makes up for
//! it. Every form costs one layout, so few are drawn, fewer for more edges.

use super::estimate::estimate;
use super::form::{Density, Flow, Form, LabelRoom};
use super::legend::size_with_legend;
use crate::geometry::Size;
use crate::layout::coordinates::x::stepped;
use crate::layout::input::{LayoutInput, Role};
use crate::layout::layering::columns::{Columns, Standing, assign_columns};
use crate::layout::layering::lanes::LaneStack;
use crate::layout::output::Layout;
use crate::layout::spacing::{COLUMN_STEP, NODE_TEXT_SIZE};
use crate::layout::stability::PreviousLayout;
use crate::sort;

/// The most columns that each group of roles is tried with, by itself.
const MOST_COLUMNS: usize = 4;
/// The most columns that public and private get because they call each other, as long as there is room.
const MOST_RANKS: [usize; 2] = [3, 4];
/// How many edges are laid out for all forms together, and how many forms are drawn in each stage at most. Where not even
/// one form of each stage can be drawn, the one that promises most has to do.
const EFFORT: usize = 300;
const MOST_DRAWN: usize = 4;
/// How many crossings half a CSS pixel of text is worth.
const HALF_PIXEL: u64 = 3;
/// What further columns cost, in half CSS pixels, where crossings are not known: edges have to pass them.
const MORE_COLUMNS: u64 = 2;
/// Text of this size reads well: labels keep their room.
const READABLE: f64 = 12.0;
/// Text of this size can still be read: no name is cut to have it larger.
const LEGIBLE: f64 = 10.0;
/// Pages write larger names over smaller text, down to this size: without names, no crossing matters.
const NAMES_SHOW: f64 = 4.0;
/// Text is not larger than this at its full size, and more of it is no gain.
const FULL_SIZE: f64 = NODE_TEXT_SIZE;

/// What is tried, one after the other, until the text reads well.
const STAGES: [(&[Flow], LabelRoom, Density); 5] = [
    (&[Flow::Across], LabelRoom::Full, Density::Airy),
    (&[Flow::Across], LabelRoom::Short, Density::Airy),
    (&[Flow::Across], LabelRoom::Number, Density::Airy),
    (&[Flow::Across], LabelRoom::Number, Density::Close),
    (&[Flow::Folded, Flow::Down], LabelRoom::Number, Density::Airy),
];

/// A drawing that was tried out.
pub(crate) struct DrawnForm {
    /// What was drawn.
    pub(crate) layout: Layout,
    /// How often its edges cross; nothing where that is not counted.
    pub(crate) crossings: Option<usize>,
}

/// How much is done about crossings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// The first order has to do: the drawing is only compared with others.
    Least,
    /// Further orders are tried.
    Full,
}

/// What a drawing is judged by, the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Whether not even names are shown.
    nameless: bool,
    /// What is missing from text of full size, with what the form gives up, and its crossings.
    cost: u64,
    length: u64,
    /// The first part of the cost alone, in half CSS pixels.
    missing: u64,
    crossings: Option<usize>,
}

/// Draws the forms that are worth it and keeps the best drawing.
pub(crate) fn best_form(
    input: &LayoutInput,
    stack: &LaneStack,
    standing: &Standing,
    draw: impl Fn(Form, &Columns, Effort) -> DrawnForm,
) -> Layout {
    let affordable = EFFORT / input.edges.len().max(1);
    let shapes = shapes(input, stack, standing);
    let stages = STAGES.iter().map(|&stage| promising(input, stack, &shapes, stage));
    if affordable < STAGES.len() {
        let natural: usize = natural(input, standing).iter().sum();
        let best = stages.flatten().min_by_key(|promise| {
            let further = promise.form.columns.iter().sum::<usize>().saturating_sub(natural);
            with_form(promise.missing, promise.form) + MORE_COLUMNS * further as u64
        });
        let Some(Promise { form, columns, .. }) = best else { return Layout::default() };
        let form = with_names(input, columns, form, estimate(input, stack, columns, form));
        return draw(form, columns, Effort::Full).layout;
    }
    let each = (affordable / STAGES.len()).min(MOST_DRAWN);
    let mut best: Option<(Score, DrawnForm, &Columns)> = None;
    for stage in stages {
        for Promise { form, columns, .. } in stage.into_iter().take(each) {
            let trial = draw(form, columns, Effort::Least);
            let found = score(input, &trial);
            if best.as_ref().is_none_or(|(best, ..)| found < *best) {
                best = Some((found, trial, columns));
            }
            if best
                .as_ref()
                .is_some_and(|(score, ..)| score.missing == 0 && score.crossings == Some(0))
            {
                break;
            }
        }
        if best.as_ref().is_some_and(|(score, ..)| score.missing <= half_pixels(READABLE)) {
            break;
        }
    }
    let Some((_, drawn, columns)) = best else { return Layout::default() };
    let form = with_names(input, columns, drawn.layout.form, drawn.layout.size);
    if drawn.crossings == Some(0) && form == drawn.layout.form {
        return drawn.layout;
    }
    draw(form, columns, Effort::Full).layout
}

/// The form with the wider columns that names need, as far as text stays legible in a drawing that now has this size.
fn with_names(input: &LayoutInput, columns: &Columns, form: Form, size: Size) -> Form {
    let usual = form.sides().widest_column;
    let mut wanted = vec![0.0_f64; columns.roles.len()];
    for (column, node) in columns.of.iter().zip(&input.nodes) {
        if let Some(column) = *column {
            wanted[column] = wanted[column].max(stepped(node.name) - usual);
        }
    }
    let most = wanted.iter().copied().fold(0.0, f64::max);
    if most == 0.0 {
        return form;
    }
    let least = text_size(input, size, &[]).min(LEGIBLE);
    let mut for_names = most.min(f64::from(u16::MAX));
    while for_names > 0.0 {
        let wider: f64 = wanted.iter().map(|wanted| wanted.min(for_names)).sum();
        if text_size(input, Size { width: size.width + wider, ..size }, &[]) >= least {
            break;
        }
        for_names -= COLUMN_STEP;
    }
    Form { for_names: for_names as u16, ..form }
}

/// A form before it is drawn, and what is missing from text of full size by its estimate.
struct Promise<'a> {
    missing: u64,
    form: Form,
    columns: &'a Columns,
}

/// The forms of a stage, by the text that they promise; the simple one first among equals.
fn promising<'a>(
    input: &LayoutInput,
    stack: &LaneStack,
    shapes: &'a [(Form, Columns)],
    (flows, labels, density): (&[Flow], LabelRoom, Density),
) -> Vec<Promise<'a>> {
    let shapes = shapes.iter().filter(|(form, _)| flows.contains(&form.flow));
    let promise = |(form, columns): &'a (Form, Columns)| {
        let form = Form { labels, density, ..*form };
        let missing = missing(input, estimate(input, stack, columns, form), &[]);
        Promise { missing, form, columns }
    };
    let mut forms: Vec<Promise<'a>> = shapes.map(promise).collect();
    sort::by_key(&mut forms, |promise| promise.missing);
    forms
}

/// As many columns as the calls inside a role ask for.
fn natural(input: &LayoutInput, standing: &Standing) -> [usize; 3] {
    let depth = |role: Role, most: usize| standing.depth(input, role).min(most);
    [depth(Role::Public, MOST_RANKS[0]), depth(Role::Private, MOST_RANKS[1]), 1]
}

/// Every flow with every number of columns that makes a difference, the simplest first.
fn shapes(input: &LayoutInput, stack: &LaneStack, standing: &Standing) -> Vec<(Form, Columns)> {
    let natural = natural(input, standing);
    let most = [Role::Public, Role::Private, Role::Data]
        .map(|role| standing.most(input, stack, role).clamp(1, MOST_COLUMNS));
    let mut wanted = vec![(Flow::Across, natural)];
    for public in 1..=most[0] {
        for private in 1..=most[1] {
            wanted.extend((1..=most[2]).map(|data| (Flow::Across, [public, private, data])));
        }
    }
    wanted.extend([(Flow::Folded, [1; 3]), (Flow::Down, [1; 3])]);
    let mut shapes: Vec<(Form, Columns)> = Vec::new();
    for (flow, columns) in wanted {
        let form = Form { flow, columns, ..Form::default() };
        let columns = assign_columns(input, stack, standing, form, &PreviousLayout::default());
        // The folded flows are tried by themselves.
        let is_known = |(other, known): &(Form, Columns)| {
            (other.flow == Flow::Across) == (flow == Flow::Across) && *known == columns
        };
        if !shapes.iter().any(is_known) {
            shapes.push((form, columns));
        }
    }
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
    let density = u64::from(form.density == Density::Close);
    missing.max((missing + flow + labels + density).min(half_pixels(READABLE)))
}

/// The numbers that labels show, each once.
pub(crate) fn numbers_shown(input: &LayoutInput, layout: &Layout) -> Vec<usize> {
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
    numbers
}

fn score(input: &LayoutInput, trial: &DrawnForm) -> Score {
    let DrawnForm { layout, crossings } = trial;
    let length = layout.edges.iter().flat_map(|edge| edge.route.windows(2));
    let length: f64 = length.map(|p| (p[0].x - p[1].x).abs() + (p[0].y - p[1].y).abs()).sum();
    let missing =
        with_form(missing(input, layout.size, &numbers_shown(input, layout)), layout.form);
    let cost = HALF_PIXEL * missing + crossings.map_or(0, |crossings| crossings as u64);
    let nameless = missing > half_pixels(NAMES_SHOW);
    Score { nameless, cost, length: length as u64, missing, crossings: *crossings }
}

/// What is missing from text of full size when a drawing of `size` is fitted into the room.
fn missing(input: &LayoutInput, size: Size, numbers: &[usize]) -> u64 {
    half_pixels(text_size(input, size, numbers))
}

/// How large text is when a drawing of `size` is fitted into the room with its legend, in CSS pixels.
fn text_size(input: &LayoutInput, size: Size, numbers: &[usize]) -> f64 {
    NODE_TEXT_SIZE * input.room.zoom(size_with_legend(input, size, numbers))
}

/// How many half CSS pixels text of this size is smaller than full size.
fn half_pixels(text: f64) -> u64 {
    ((FULL_SIZE - text).max(0.0) * 2.0).ceil() as u64
}
