//! The content of the reachability matrix: which callers and callees, in which order, and what each cell says.

use crate::analysis::Analysis;
use crate::graph::{Answer, Exposure, NodeKind, NodeRef};
use crate::reach::{WiringStatus, brief};
use crate::scene::{self, LaneName};
use crate::{sort, wording};

/// Which cells are of interest. Rows and columns without one are left out, other cells are marked `quiet`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Wired, and it cannot work or the file cannot tell.
    Problems,
    /// Wired.
    Wired,
    /// From the internet, and from what the internet reaches.
    Public,
}

impl Filter {
    /// Every filter, in the order of the controls.
    pub const ALL: [Self; 4] = [Self::All, Self::Problems, Self::Wired, Self::Public];

    /// The word used in attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Problems => "problems",
            Self::Wired => "wired",
            Self::Public => "public",
        }
    }

    /// The words for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::All => "Everything",
            Self::Problems => "Only problems",
            Self::Wired => "Only wired",
            Self::Public => "Only public",
        }
    }

    /// The filter of that id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.id() == id)
    }
}

/// What one cell shows.
pub(super) struct Cell {
    /// Of a pair of resources.
    pub(super) status: Option<WiringStatus>,
    /// The same as the word of the attribute `data-standing`, also for cells of the internet.
    pub(super) standing: &'static str,
    pub(super) sign: &'static str,
    pub(super) word: &'static str,
    pub(super) wired: bool,
    /// Whether the filter asks for it.
    pub(super) shown: bool,
}

/// The header of a row or a column: the resource that it is about.
pub(super) struct Header<'a> {
    pub(super) node: NodeRef,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) lane: &'static str,
    pub(super) kind: &'static str,
}

/// The matrix: what a filter leaves of it.
pub(super) struct Matrix<'a> {
    /// Callers, top to bottom.
    pub(super) rows: Vec<Header<'a>>,
    /// Callees, left to right.
    pub(super) columns: Vec<Header<'a>>,
    /// By row, then by column; `None` where there is nothing to ask.
    pub(super) cells: Vec<Vec<Option<Cell>>>,
    /// The status of every pair, including those that the filter hides.
    pub(super) statuses: Vec<WiringStatus>,
}

impl<'a> Matrix<'a> {
    /// Every row and column with a cell that the filter asks for.
    pub(super) fn new(analysis: &'a Analysis, filter: Filter) -> Self {
        let lanes = scene::lanes(analysis.blueprint(), analysis.network());
        let (mut rows, mut columns) =
            (headers(analysis, &lanes, true), headers(analysis, &lanes, false));
        let mut cells: Vec<Vec<Option<Cell>>> = rows
            .iter()
            .map(|row| columns.iter().map(|column| cell(analysis, filter, row, column)).collect())
            .collect();
        let statuses = cells.iter().flatten().flatten().filter_map(|cell| cell.status).collect();
        let shown = |cell: &Option<Cell>| cell.as_ref().is_some_and(|cell| cell.shown);
        let keep_row: Vec<bool> = cells.iter().map(|row| row.iter().any(shown)).collect();
        let keep_column: Vec<bool> =
            (0..columns.len()).map(|at| cells.iter().any(|row| shown(&row[at]))).collect();
        keep(&mut rows, &keep_row);
        keep(&mut cells, &keep_row);
        keep(&mut columns, &keep_column);
        for row in &mut cells {
            keep(row, &keep_column);
        }
        Self { rows, columns, cells, statuses }
    }
}

/// Leaves the items that are wanted.
fn keep<T>(items: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    items.retain(|_| wanted.next() == Some(&true));
}

/// The headers of rows or columns: the internet (rows only), then lane by lane in the order of the picture, source order
/// inside. What is only named is called, never a caller.
fn headers<'a>(analysis: &'a Analysis, lanes: &[LaneName], callers: bool) -> Vec<Header<'a>> {
    let network = analysis.network();
    let mut headers: Vec<(usize, Header<'_>)> = network
        .nodes()
        .filter(|(_, node)| match node.kind {
            NodeKind::Resource(_) => true,
            NodeKind::Internet => callers,
            NodeKind::Undeclared { .. } => !callers,
            NodeKind::External | NodeKind::Folded { .. } => false,
        })
        .map(|(node, data)| {
            let lane = data.placement.lane_id();
            let at = lane.and_then(|id| lanes.iter().position(|lane| lane.id == id));
            let kind = match data.kind {
                NodeKind::Internet => "",
                NodeKind::Undeclared { .. } => "not in this file",
                _ => data.resource_kind().map_or("unknown kind", |kind| kind.words()),
            };
            let lane = at.map_or("", |at| lanes[at].label);
            (at.map_or(0, |at| at + 1), Header { node, id: &data.id, name: &data.name, lane, kind })
        })
        .collect();
    sort::by_key(&mut headers, |(at, header)| (*at, header.node));
    headers.into_iter().map(|(_, header)| header).collect()
}

fn cell(
    analysis: &Analysis,
    filter: Filter,
    row: &Header<'_>,
    column: &Header<'_>,
) -> Option<Cell> {
    let network = analysis.network();
    if network.node(row.node).kind == NodeKind::Internet {
        if !network.node(column.node).is_declared() {
            return None;
        }
        let exposure = network.node(column.node).exposure;
        let (standing, sign) = match exposure {
            Exposure::Public | Exposure::PublicLimited => ("door", "✓"),
            Exposure::Private | Exposure::OutboundOnly | Exposure::Closed => ("apart", "–"),
            Exposure::Unknown => ("unknown", "?"),
        };
        let shown = match filter {
            Filter::All => true,
            Filter::Public => exposure.is_entry_point(),
            Filter::Problems | Filter::Wired => false,
        };
        return Some(Cell {
            status: None,
            standing,
            sign,
            word: wording::exposure::in_a_word(exposure),
            wired: false,
            shown,
        });
    }
    let names = || network.outgoing(row.node).any(|(_, to)| to == column.node);
    if row.node == column.node || !(network.node(column.node).is_declared() || names()) {
        return None;
    }
    let (answer, wired) = brief(analysis.question(), row.node, column.node);
    let status = WiringStatus::of(wired, answer);
    let sign = match answer {
        Answer::Yes => "✓",
        Answer::No if wired => "✕",
        Answer::No => "–",
        Answer::Unknown => "?",
    };
    let shown = match filter {
        Filter::All => true,
        Filter::Problems => {
            matches!(status, WiringStatus::WiredUnreachable | WiringStatus::WiredUnknown)
        }
        Filter::Wired => wired,
        Filter::Public => {
            network.node(row.node).exposure.is_entry_point() && (wired || answer == Answer::Yes)
        }
    };
    Some(Cell {
        status: Some(status),
        standing: status.id(),
        sign,
        word: wording::reach::in_a_word(answer),
        wired,
        shown,
    })
}
