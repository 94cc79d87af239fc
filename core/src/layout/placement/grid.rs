//! The grid that nodes stand in and edges run through.
//!
//! Columns are parted by vertical channels: channel `k` lies left of column `k`, the last one right of the last column.
//! Rows of one block are parted by horizontal channels, and every block has one above its first row and one below its
//! last. Everything from top to bottom has a level, so that "above" can be asked before any height is known.

use crate::layout::input::{LayoutInput, Role};
use crate::layout::layering::columns::Columns;
use crate::layout::layering::lanes::LaneStack;
use crate::layout::layering::layer_graph::LayerGraph;

/// Levels between two things from top to bottom, so that borders fit in between.
pub(crate) const STEP: i32 = 4;

/// A block in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct GridBlock {
    /// Its lane.
    pub(crate) lane: usize,
    /// Its frame.
    pub(crate) group: Option<usize>,
    /// Its first row.
    pub(crate) first_row: usize,
    /// How many rows it has.
    pub(crate) rows: usize,
    /// Levels of its upper and lower border.
    pub(crate) levels: (i32, i32),
}

/// What a frame covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    /// First column.
    pub(crate) first: usize,
    /// Last column.
    pub(crate) last: usize,
    /// Its block.
    pub(crate) block: usize,
}

/// The grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grid {
    /// Role of each column; `None` where several stand in it.
    pub(crate) roles: Vec<Option<Role>>,
    /// Lanes, top to bottom.
    pub(crate) lanes: Vec<usize>,
    /// Blocks, top to bottom.
    pub(crate) blocks: Vec<GridBlock>,
    /// Row and column of each node; `None` for the internet.
    pub(crate) place: Vec<Option<(usize, usize)>>,
    /// Block of each row.
    pub(crate) block_of_row: Vec<usize>,
    /// Level of each row.
    pub(crate) row_level: Vec<i32>,
    /// Level of each horizontal channel.
    pub(crate) channel_level: Vec<i32>,
    /// Levels of the upper and lower border of each lane, by lane.
    pub(crate) lane_levels: Vec<(i32, i32)>,
    /// What each frame covers; `None` for a frame without members.
    pub(crate) extents: Vec<Option<Extent>>,
    /// Node in each cell, row by row.
    cells: Vec<Option<usize>>,
}

/// Builds the grid. O(n + rows · columns).
pub(crate) fn build_grid(
    input: &LayoutInput,
    stack: &LaneStack,
    columns: &Columns,
    graph: &LayerGraph,
    row_in_block: &[usize],
) -> Grid {
    let mut grid = Grid {
        roles: columns.roles.clone(),
        lanes: stack.lanes.clone(),
        place: vec![None; input.nodes.len()],
        lane_levels: vec![(0, 0); input.lanes.len()],
        extents: vec![None; input.groups.len()],
        ..Grid::default()
    };
    let mut level = 0;
    let mut down = || {
        level += STEP;
        level
    };
    for &lane in &stack.lanes {
        grid.lane_levels[lane].0 = down();
        for (index, block) in stack.blocks.iter().enumerate() {
            if block.lane != lane {
                continue;
            }
            let first_row = grid.row_level.len();
            let rows = graph.rows(index);
            let top = down();
            grid.channel_level.push(down());
            for _ in 0..rows {
                grid.block_of_row.push(index);
                grid.row_level.push(down());
                grid.channel_level.push(down());
            }
            let levels = (top, down());
            grid.blocks.push(GridBlock { lane, group: block.group, first_row, rows, levels });
            grid.cells.resize(grid.row_level.len() * grid.roles.len(), None);
            for &node in &block.nodes {
                let Some(column) = columns.of[node] else { continue };
                let row = first_row + row_in_block[node];
                grid.place[node] = Some((row, column));
                grid.cells[row * columns.roles.len() + column] = Some(node);
                if let Some(group) = block.group {
                    let extent = grid.extents[group].get_or_insert(Extent {
                        first: column,
                        last: column,
                        block: index,
                    });
                    extent.first = extent.first.min(column);
                    extent.last = extent.last.max(column);
                }
            }
        }
        grid.lane_levels[lane].1 = down();
    }
    grid
}

impl Grid {
    /// How many columns there are.
    pub(crate) fn columns(&self) -> usize {
        self.roles.len()
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.row_level.len()
    }

    /// The node in a cell.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<usize> {
        self.cells[row * self.columns() + column]
    }

    /// The horizontal channel above a row.
    pub(crate) fn above(&self, row: usize) -> usize {
        row + self.block_of_row[row]
    }

    /// The horizontal channel below a row.
    pub(crate) fn below(&self, row: usize) -> usize {
        self.above(row) + 1
    }

    /// The lane of a row.
    pub(crate) fn lane_of_row(&self, row: usize) -> usize {
        self.blocks[self.block_of_row[row]].lane
    }

    /// The level of a node; 0 for the internet.
    pub(crate) fn level_of(&self, node: usize) -> i32 {
        self.place[node].map_or(0, |(row, _)| self.row_level[row])
    }

    /// The column of a node; 0 for the internet.
    pub(crate) fn column_of(&self, node: usize) -> usize {
        self.place[node].map_or(0, |(_, column)| column)
    }

    /// Whether no node stands in `row` in the columns `from..to`.
    pub(crate) fn is_free(&self, row: usize, from: usize, to: usize) -> bool {
        (from..to).all(|column| self.cell(row, column).is_none())
    }

    /// The frame around a node, with what it covers.
    pub(crate) fn frame_of(&self, input: &LayoutInput, node: usize) -> Option<(usize, Extent)> {
        let group = input.nodes[node].group?;
        Some((group, self.extents[group]?))
    }
}
