//! The reachability matrix as a real table: callers down, callees across, both in the order of the picture's lanes, the
//! internet as the first caller.

use super::escape::{push_attribute, push_name, push_text};
use super::place::Medium;
use crate::analysis::Analysis;
use crate::graph::{Answer, Exposure, NodeKind, NodeRef};
use crate::reach::{Standing, brief, standings};

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
struct Cell {
    /// Of a pair of resources.
    standing: Option<Standing>,
    /// The same as a word, also for cells of the internet.
    word_of_standing: &'static str,
    sign: &'static str,
    word: &'static str,
    wired: bool,
    /// Whether the filter asks for it.
    shown: bool,
}

/// A row or a column.
struct Line<'a> {
    node: NodeRef,
    id: &'a str,
    name: &'a str,
    lane: &'a str,
    kind: &'static str,
}

/// The matrix; a sentence where the file declares nothing, or where nothing passes the filter.
pub fn reach(analysis: &Analysis, filter: Filter, medium: Medium) -> String {
    let rows = lines(analysis, true);
    let columns = lines(analysis, false);
    if columns.is_empty() {
        return "<p class=\"view-empty\">There is nothing to reach yet.</p>".to_owned();
    }
    let cells: Vec<Vec<Option<Cell>>> = rows
        .iter()
        .map(|row| columns.iter().map(|column| cell(analysis, filter, row, column)).collect())
        .collect();
    let row_shown: Vec<bool> =
        cells.iter().map(|row| row.iter().flatten().any(|cell| cell.shown)).collect();
    let column_shown: Vec<bool> = (0..columns.len())
        .map(|at| cells.iter().any(|row| row[at].as_ref().is_some_and(|cell| cell.shown)))
        .collect();
    if !row_shown.contains(&true) {
        return "<p class=\"view-empty\">Nothing of that sort in this file.</p>".to_owned();
    }
    let mut out = String::with_capacity(512 + rows.len() * columns.len() * 160);
    summary(&mut out, cells.iter().flatten().flatten().filter_map(|cell| cell.standing));
    out.push_str("<table class=\"reach-table\" data-testid=\"reach\"");
    push_attribute(&mut out, "data-filter", filter.id());
    out.push_str("><caption>Who can open a private connection to whom. Rows call, columns are called.</caption>");
    head(&mut out, &columns, &column_shown);
    let width = column_shown.iter().filter(|shown| **shown).count();
    let mut lane = None;
    for ((row, cells), _) in rows.iter().zip(&cells).zip(&row_shown).filter(|(_, shown)| **shown) {
        if lane != Some(row.lane) {
            if lane.is_some() {
                out.push_str("</tbody>");
            }
            lane = Some(row.lane);
            out.push_str("<tbody>");
            if !row.lane.is_empty() {
                out.push_str("<tr class=\"reach-lane\"><th scope=\"rowgroup\" colspan=\"");
                out.push_str(&(width + 1).to_string());
                out.push_str("\">");
                push_text(&mut out, row.lane);
                out.push_str("</th></tr>");
            }
        }
        out.push_str("<tr><th scope=\"row\">");
        push_header(&mut out, row);
        out.push_str("</th>");
        for ((column, cell), _) in
            columns.iter().zip(cells).zip(&column_shown).filter(|(_, shown)| **shown)
        {
            push_cell(&mut out, row, column, cell.as_ref(), medium);
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    out
}

/// The sets that wiring and reachability make together, counted in words.
fn summary(out: &mut String, found: impl Iterator<Item = Standing>) {
    let parts: Vec<String> = standings(found)
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(standing, count)| {
            let words = match standing {
                Standing::WiredUnreachable => "wired but out of reach",
                Standing::WiredUnknown => "wired, and the file cannot tell",
                Standing::WiredReachable => "wired and within reach",
                Standing::OnlyReachable => "within reach though nothing is wired",
                Standing::Apart => "neither",
            };
            format!("<li data-standing=\"{}\"><strong>{count}</strong> {words}</li>", standing.id())
        })
        .collect();
    if !parts.is_empty() {
        out.push_str("<ul class=\"reach-summary\" aria-label=\"Pairs of resources\">");
        out.push_str(&parts.concat());
        out.push_str("</ul>");
    }
}

/// Rows or columns: the internet (rows only), then lane by lane in the order of the picture, source order inside. What
/// is only named is called, never a caller.
fn lines(analysis: &Analysis, callers: bool) -> Vec<Line<'_>> {
    let network = analysis.network();
    let lanes = &analysis.scene().lanes;
    let mut found: Vec<(usize, Line<'_>)> = network
        .nodes()
        .filter(|(_, node)| match node.kind {
            NodeKind::Resource(_) => true,
            NodeKind::Internet => callers,
            NodeKind::Undeclared { .. } => !callers,
            NodeKind::External => false,
        })
        .map(|(node, data)| {
            let lane = data.placement.lane_id();
            let at = lane.and_then(|id| lanes.iter().position(|lane| lane.id == id));
            let kind = match data.kind {
                NodeKind::Internet => "",
                NodeKind::Undeclared { .. } => "not in this file",
                _ => data.resource_kind().map_or("unknown kind", |kind| kind.words()),
            };
            let lane = at.map_or("", |at| lanes[at].label.as_str());
            (at.map_or(0, |at| at + 1), Line { node, id: &data.id, name: &data.name, lane, kind })
        })
        .collect();
    found.sort_by_key(|(at, line)| (*at, line.node));
    found.into_iter().map(|(_, line)| line).collect()
}

fn cell(analysis: &Analysis, filter: Filter, row: &Line<'_>, column: &Line<'_>) -> Option<Cell> {
    let network = analysis.network();
    if network.node(row.node).kind == NodeKind::Internet {
        if !network.node(column.node).is_declared() {
            return None;
        }
        let exposure = network.node(column.node).exposure;
        let (standing, sign, word) = match exposure {
            Exposure::Public => ("door", "✓", "public"),
            Exposure::PublicLimited => ("door", "✓", "limited"),
            Exposure::Private | Exposure::OutboundOnly => ("apart", "–", "no"),
            Exposure::Closed => ("apart", "–", "closed"),
            Exposure::Unknown => ("unknown", "?", "unknown"),
        };
        let shown = match filter {
            Filter::All => true,
            Filter::Public => exposure.is_door(),
            Filter::Problems | Filter::Wired => false,
        };
        return Some(Cell {
            word_of_standing: standing,
            standing: None,
            sign,
            word,
            wired: false,
            shown,
        });
    }
    let names = || network.outgoing(row.node).any(|(_, to)| to == column.node);
    if row.node == column.node || !(network.node(column.node).is_declared() || names()) {
        return None;
    }
    let (answer, wired) = brief(analysis.question(), row.node, column.node);
    let standing = Standing::of(wired, answer);
    let (sign, word) = match answer {
        Answer::Yes => ("✓", "yes"),
        Answer::No if wired => ("✕", "no"),
        Answer::No => ("–", "no"),
        Answer::Unknown => ("?", "unknown"),
    };
    let shown = match filter {
        Filter::All => true,
        Filter::Problems => matches!(standing, Standing::WiredUnreachable | Standing::WiredUnknown),
        Filter::Wired => wired,
        Filter::Public => {
            network.node(row.node).exposure.is_door() && (wired || answer == Answer::Yes)
        }
    };
    Some(Cell {
        word_of_standing: standing.id(),
        standing: Some(standing),
        sign,
        word,
        wired,
        shown,
    })
}

/// Two rows of column headers: lanes, then names.
fn head(out: &mut String, columns: &[Line<'_>], shown: &[bool]) {
    let columns: Vec<&Line<'_>> =
        columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column).collect();
    out.push_str(
        "<thead><tr class=\"reach-lanes\"><td rowspan=\"2\" class=\"reach-corner\">caller ↓ called →</td>",
    );
    for lane in columns.chunk_by(|a, b| a.lane == b.lane) {
        out.push_str("<th scope=\"colgroup\" colspan=\"");
        out.push_str(&lane.len().to_string());
        out.push_str("\">");
        push_text(out, lane[0].lane);
        out.push_str("</th>");
    }
    out.push_str("</tr><tr>");
    for column in columns {
        out.push_str("<th scope=\"col\">");
        push_header(out, column);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>");
}

fn push_header(out: &mut String, line: &Line<'_>) {
    out.push_str("<span class=\"reach-name\">");
    push_name(out, line.name);
    out.push_str("</span>");
    if !line.kind.is_empty() {
        out.push_str(" <span class=\"reach-kind\">");
        out.push_str(line.kind);
        out.push_str("</span>");
    }
}

fn push_cell(
    out: &mut String,
    row: &Line<'_>,
    column: &Line<'_>,
    cell: Option<&Cell>,
    medium: Medium,
) {
    let Some(cell) = cell else {
        let word = if row.node == column.node { "itself" } else { "not named" };
        out.push_str("<td class=\"reach-none\"><span class=\"unseen\">");
        out.push_str(word);
        out.push_str("</span></td>");
        return;
    };
    out.push_str(if cell.shown { "<td" } else { "<td class=\"quiet\"" });
    push_attribute(out, "data-from", row.id);
    push_attribute(out, "data-to", column.id);
    push_attribute(out, "data-standing", cell.word_of_standing);
    out.push('>');
    let (open, close) = match medium {
        Medium::Page => ("<button type=\"button\" tabindex=\"-1\">", "</button>"),
        Medium::Document => ("<span class=\"reach-answer\">", "</span>"),
    };
    out.push_str(open);
    out.push_str("<span class=\"reach-sign\" aria-hidden=\"true\">");
    out.push_str(cell.sign);
    out.push_str("</span> ");
    out.push_str(cell.word);
    if cell.wired {
        out.push_str(" <span class=\"reach-wired\">wired</span>");
    }
    out.push_str(close);
    out.push_str("</td>");
}
