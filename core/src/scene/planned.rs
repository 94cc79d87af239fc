//! What a drawing is planned to hold: the input of the layout, and the words for what it places.

use std::collections::BTreeMap;

use super::lines::Line;
use super::picture::LaneKind;
use crate::diagnostics::Diagnostic;
use crate::graph::Reason;
use crate::layout::LayoutInput;
use crate::model::EnvironmentId;

/// What the layout needs and what the drawing of its result needs with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan<'a> {
    /// The input of the layout.
    pub(super) input: LayoutInput,
    /// Files, in the order of the input.
    pub(super) files: Vec<PlannedFile>,
    /// Lanes, in the order of the input.
    pub(super) lanes: Vec<PlannedLane>,
    /// Frames, in the order of the input.
    pub(super) groups: Vec<PlannedGroup>,
    /// Wordings of the nodes' second lines.
    pub(super) second_lines: Vec<Vec<String>>,
    /// Where the names of nodes begin to differ from others.
    pub(super) distinct: Vec<usize>,
    /// The lines that edges are drawn as.
    pub(super) lines: Vec<Line>,
    /// Wordings of labels, by line; the shortest is a number.
    pub(super) labels: Vec<Vec<String>>,
    /// What the numbers stand for.
    pub(super) numbers: Distinct<String>,
    /// Reasons of blocked edges, by line.
    pub(super) reasons: Vec<Option<Reason>>,
    /// Findings about each node.
    pub(super) of_node: BTreeMap<&'a str, Vec<&'a Diagnostic>>,
    /// Findings about each edge.
    pub(super) of_edge: BTreeMap<&'a str, Vec<&'a Diagnostic>>,
}

/// The frame of a file before it is placed.
#[derive(Clone, Debug)]
pub(super) struct PlannedFile {
    /// Its path.
    pub(super) path: String,
    /// Wordings of its heading.
    pub(super) headings: Vec<String>,
}

/// A lane before it is placed.
#[derive(Clone, Debug)]
pub(super) struct PlannedLane {
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) label: &'static str,
    /// What it stands for.
    pub(super) kind: LaneKind,
    /// Wordings of the facts behind its name.
    pub(super) facts: Vec<String>,
}

/// A frame before it is placed.
#[derive(Clone, Debug)]
pub(super) struct PlannedGroup {
    /// Its environment.
    pub(super) environment: EnvironmentId,
    /// `project/environment`.
    pub(super) env: String,
    /// How many environments before it have the same project and name.
    pub(super) twin: usize,
    /// Wordings of its heading.
    pub(super) headings: Vec<String>,
}

/// Values in the order in which they first came, each once.
#[derive(Clone, Debug)]
pub(super) struct Distinct<T> {
    values: Vec<T>,
    places: BTreeMap<T, usize>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Self { values: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T: Clone + Ord> Distinct<T> {
    /// Where a value stands, at the end if it was not there.
    pub(super) fn place(&mut self, value: T) -> usize {
        if let Some(&known) = self.places.get(&value) {
            return known;
        }
        self.places.insert(value.clone(), self.values.len());
        self.values.push(value);
        self.values.len() - 1
    }

    /// All of them.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }
}
