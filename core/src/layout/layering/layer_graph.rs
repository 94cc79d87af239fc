//! The layer graph: a proper layered graph, with vertices in columns and edges only between neighbouring columns.
//!
//! A vertex stands for a node with those that follow it directly (a database with its read replicas), or it is a dummy:
//! the place where a longer edge passes a column. Public detours pass all columns to the left of their
//! ends. Building
//! it takes O(n + m · columns).

use crate::layout::input::{EdgeRouting, LayoutInput};
use crate::layout::layering::columns::Columns;
use crate::layout::layering::lanes::LaneStack;
use crate::sort;

/// A vertex.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Vertex {
    /// Its column.
    pub(crate) column: usize,
    /// Its block.
    pub(crate) block: usize,
    /// The nodes it stands for, top to bottom; none for a dummy.
    pub(crate) nodes: Vec<usize>,
    /// Neighbours in the column to the left, one per edge.
    pub(crate) left: Vec<usize>,
    /// Neighbours in the column to the right, one per edge.
    pub(crate) right: Vec<usize>,
}

/// Vertices, and their order in every block and column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LayerGraph {
    /// Every vertex.
    pub(crate) vertices: Vec<Vertex>,
    /// For each block and column: its vertices, top to bottom.
    pub(crate) layers: Vec<Vec<Vec<usize>>>,
    /// The vertex of each node; `None` for the internet.
    pub(crate) vertex_of: Vec<Option<usize>>,
    /// How many columns there are.
    pub(crate) columns: usize,
    /// The rows that each block had in the previous layout, and has at least.
    pub(crate) least_rows: Vec<usize>,
}

/// Builds the layer graph, every column in source order; roles that share one stand below each other.
pub(crate) fn build_layer_graph(
    input: &LayoutInput,
    stack: &LaneStack,
    columns: &Columns,
) -> LayerGraph {
    let count = columns.roles.len();
    let mut graph = LayerGraph {
        vertices: Vec::with_capacity(input.nodes.len()),
        layers: vec![vec![Vec::new(); count]; stack.blocks.len()],
        vertex_of: vec![None; input.nodes.len()],
        columns: count,
        least_rows: vec![0; stack.blocks.len()],
    };
    for (block, members) in stack.blocks.iter().enumerate() {
        let mut nodes = members.nodes.clone();
        sort::by_key(&mut nodes, |&node| columns.order[node]);
        for node in nodes {
            let Some(column) = columns.of[node] else { continue };
            let follows = input.nodes[node].follows.and_then(|other| {
                let vertex = graph.vertex_of[other]?;
                let found: &Vertex = &graph.vertices[vertex];
                (found.block == block && found.column == column).then_some(vertex)
            });
            match follows {
                Some(vertex) => {
                    graph.vertices[vertex].nodes.push(node);
                    graph.vertex_of[node] = Some(vertex);
                }
                None => graph.vertex_of[node] = Some(graph.add(block, column, vec![node])),
            }
        }
    }
    for edge in &input.edges {
        let (from, to) = (graph.vertex_of[edge.from], graph.vertex_of[edge.to]);
        match edge.routing {
            EdgeRouting::Inside => {
                if let (Some(from), Some(to)) = (from, to) {
                    graph.join(from, to);
                }
            }
            EdgeRouting::Outside => {
                for end in [from, to].into_iter().flatten() {
                    graph.join_internet(end);
                }
            }
            // A stub passes no column.
            EdgeRouting::Ingress => {}
        }
    }
    graph
}

impl Vertex {
    /// Whether it is only the place where an edge passes.
    pub(crate) fn is_dummy(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Whether no edge joins it to another column.
    pub(crate) fn is_loose(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }
}

impl LayerGraph {
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
    pub(crate) fn rows(&self, block: usize) -> usize {
        let height = |layer: &Vec<usize>| -> usize {
            layer.iter().map(|&vertex| self.vertices[vertex].nodes.len()).sum()
        };
        let least = self.least_rows.get(block).copied().unwrap_or(0);
        self.layers[block].iter().map(height).max().unwrap_or(0).max(least)
    }

    /// The neighbours of every vertex, with longer edges followed to their ends. The internet is none.
    pub(crate) fn neighbours(&self) -> Vec<Vec<usize>> {
        let follow = |start: usize, leftwards: bool| {
            let mut at = start;
            while self.vertices[at].is_dummy() {
                let vertex = &self.vertices[at];
                at = *(if leftwards { &vertex.left } else { &vertex.right }).first()?;
            }
            Some(at)
        };
        let of_vertex = |vertex: &Vertex| {
            let left = vertex.left.iter().filter_map(|&next| follow(next, true));
            left.chain(vertex.right.iter().filter_map(|&next| follow(next, false))).collect()
        };
        self.vertices.iter().map(of_vertex).collect()
    }
}
