//! The graph as the ordering passes see it: vertices in columns, edges only between neighbouring columns.
//!
//! A vertex is a node with what must follow it directly (a database with its read replicas), or the place where a longer
//! edge passes a column.

use super::input::{LayoutInput, Way};
use super::lanes::Stack;
use super::rank::Columns;

/// A vertex.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Vertex {
    /// Its column.
    pub(super) column: usize,
    /// Its block.
    pub(super) block: usize,
    /// The nodes it stands for, top to bottom; none where an edge passes.
    pub(super) nodes: Vec<usize>,
    /// Neighbours in the column to the left, one per edge.
    pub(super) left: Vec<usize>,
    /// Neighbours in the column to the right, one per edge.
    pub(super) right: Vec<usize>,
}

/// Vertices, and their order in every block and column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// Every vertex.
    pub(super) vertices: Vec<Vertex>,
    /// For each block and column: its vertices, top to bottom.
    pub(super) layers: Vec<Vec<Vec<usize>>>,
    /// The vertex of each node; `None` for the internet.
    pub(super) vertex_of: Vec<Option<usize>>,
    /// How many columns there are.
    pub(super) columns: usize,
    /// The rows that each block had before an edit, and has at least.
    pub(super) least_rows: Vec<usize>,
}

pub(super) fn sheet(input: &LayoutInput, stack: &Stack, columns: &Columns) -> Sheet {
    let count = columns.roles.len();
    let mut sheet = Sheet {
        vertices: Vec::with_capacity(input.nodes.len()),
        layers: vec![vec![Vec::new(); count]; stack.blocks.len()],
        vertex_of: vec![None; input.nodes.len()],
        columns: count,
        least_rows: vec![0; stack.blocks.len()],
    };
    for (block, members) in stack.blocks.iter().enumerate() {
        for &node in &members.nodes {
            let Some(column) = columns.of[node] else { continue };
            let beside = input.nodes[node].beside.and_then(|other| {
                let vertex = sheet.vertex_of[other]?;
                let found: &Vertex = &sheet.vertices[vertex];
                (found.block == block && found.column == column).then_some(vertex)
            });
            match beside {
                Some(vertex) => {
                    sheet.vertices[vertex].nodes.push(node);
                    sheet.vertex_of[node] = Some(vertex);
                }
                None => sheet.vertex_of[node] = Some(sheet.add(block, column, vec![node])),
            }
        }
    }
    for edge in &input.edges {
        let (from, to) = (sheet.vertex_of[edge.from], sheet.vertex_of[edge.to]);
        match edge.way {
            Way::Inside => {
                if let (Some(from), Some(to)) = (from, to) {
                    sheet.join(from, to);
                }
            }
            Way::Outside | Way::Ingress => {
                for end in [from, to].into_iter().flatten() {
                    sheet.join_internet(end);
                }
            }
        }
    }
    sheet
}

impl Sheet {
    fn add(&mut self, block: usize, column: usize, nodes: Vec<usize>) -> usize {
        let vertex = self.vertices.len();
        self.vertices.push(Vertex { column, block, nodes, left: Vec::new(), right: Vec::new() });
        self.layers[block][column].push(vertex);
        vertex
    }

    /// Joins two vertices, column by column. Neighbours in one column are not joined: no order helps them.
    fn join(&mut self, from: usize, to: usize) {
        let (mut at, end) = if self.vertices[from].column < self.vertices[to].column {
            (from, to)
        } else {
            (to, from)
        };
        let block = self.vertices[from].block;
        while self.vertices[at].column < self.vertices[end].column {
            let column = self.vertices[at].column + 1;
            let next = if column == self.vertices[end].column {
                end
            } else {
                self.add(block, column, Vec::new())
            };
            self.vertices[at].right.push(next);
            self.vertices[next].left.push(at);
            at = next;
        }
    }

    /// Leads an edge from a vertex to the internet's side, past the columns before it.
    fn join_internet(&mut self, end: usize) {
        let block = self.vertices[end].block;
        let mut at = end;
        for column in (0..self.vertices[end].column).rev() {
            let next = self.add(block, column, Vec::new());
            self.vertices[at].left.push(next);
            self.vertices[next].right.push(at);
            at = next;
        }
    }

    /// How many rows a block needs: the most nodes in one of its columns, or what it had before an edit.
    pub(super) fn rows(&self, block: usize) -> usize {
        let height = |layer: &Vec<usize>| -> usize {
            layer.iter().map(|&vertex| self.vertices[vertex].nodes.len()).sum()
        };
        let least = self.least_rows.get(block).copied().unwrap_or(0);
        self.layers[block].iter().map(height).max().unwrap_or(0).max(least)
    }
}
