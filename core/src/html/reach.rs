//! The reachability matrix as a real table: callers down, callees across, both in the order of the picture's lanes, the
//! internet as the first caller.

use std::fmt::Write as _;
use std::ops::Range;

use super::escape::{push_attribute, push_name, push_text};
use super::matrix::{Cell, Filter, Line, Matrix};
use super::place::Medium;
use crate::analysis::Analysis;
use crate::reach::{WiringStatus, count_statuses};

/// Cells that one page of the matrix holds, about.
const CELLS: usize = 5000;
/// Rows that it holds in any case.
const ROWS: usize = 10;

/// The whole matrix; a sentence where the file declares nothing, or where nothing passes the filter.
pub fn reach(analysis: &Analysis, filter: Filter, medium: Medium) -> String {
    let matrix = Matrix::new(analysis, filter);
    let all = 0..matrix.rows.len();
    write(&matrix, filter, medium, all)
}

/// One page of the matrix for a page with an editor: a browser takes seconds to lay out a hundred thousand cells. A
/// matrix of some seventy resources is one page. `data-page` holds the page that a button leads to; a page that is not
/// there is the last one.
pub fn reach_page(analysis: &Analysis, filter: Filter, page: usize) -> String {
    let matrix = Matrix::new(analysis, filter);
    let size = (CELLS / matrix.columns.len().max(1)).max(ROWS);
    let pages = matrix.rows.len().div_ceil(size).max(1);
    let page = page.min(pages - 1);
    let rows = page * size..((page + 1) * size).min(matrix.rows.len());
    let mut out = write(&matrix, filter, Medium::Page, rows.clone());
    if pages > 1 {
        let _ = write!(
            out,
            "<p class=\"reach-pages\">Callers {} to {} of {}",
            rows.start + 1,
            rows.end,
            matrix.rows.len()
        );
        let mut button = |to: usize, word: &str| {
            let _ = write!(
                out,
                " <button type=\"button\" class=\"button\" data-page=\"{to}\">{word} callers</button>"
            );
        };
        if page > 0 {
            button(page - 1, "Previous");
        }
        if page + 1 < pages {
            button(page + 1, "Next");
        }
        out.push_str("</p>");
    }
    out
}

fn write(matrix: &Matrix<'_>, filter: Filter, medium: Medium, rows: Range<usize>) -> String {
    if matrix.rows.is_empty() {
        let nothing = if matrix.standings.is_empty() && filter == Filter::All {
            "There is nothing to reach yet."
        } else {
            "Nothing of that sort in this file."
        };
        return format!("<p class=\"view-empty\">{nothing}</p>");
    }
    let mut out = String::with_capacity(512 + rows.len() * matrix.columns.len() * 200);
    summary(&mut out, &matrix.standings);
    out.push_str("<table class=\"reach-table\" data-testid=\"reach\"");
    push_attribute(&mut out, "data-filter", filter.id());
    out.push_str("><caption>Who can open a private connection to whom. Rows call, columns are called.</caption>");
    head(&mut out, &matrix.columns);
    let mut lane = None;
    for (row, cells) in matrix.rows[rows.clone()].iter().zip(&matrix.cells[rows]) {
        if lane != Some(row.lane) {
            if lane.is_some() {
                out.push_str("</tbody>");
            }
            lane = Some(row.lane);
            out.push_str("<tbody>");
            if !row.lane.is_empty() {
                let width = matrix.columns.len() + 1;
                let _ = write!(
                    out,
                    "<tr class=\"reach-lane\"><th scope=\"rowgroup\" colspan=\"{width}\">"
                );
                push_text(&mut out, row.lane);
                out.push_str("</th></tr>");
            }
        }
        out.push_str("<tr><th scope=\"row\">");
        push_header(&mut out, row);
        out.push_str("</th>");
        for (column, cell) in matrix.columns.iter().zip(cells) {
            push_cell(&mut out, row, column, cell.as_ref(), medium);
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    out
}

/// The sets that wiring and reachability make together, counted in words.
fn summary(out: &mut String, found: &[WiringStatus]) {
    let parts: Vec<String> = count_statuses(found.iter().copied())
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(standing, count)| {
            let words = match standing {
                WiringStatus::WiredUnreachable => "wired but out of reach",
                WiringStatus::WiredUnknown => "wired, and the file cannot tell",
                WiringStatus::WiredReachable => "wired and within reach",
                WiringStatus::OnlyReachable => "within reach though nothing is wired",
                WiringStatus::Apart => "neither",
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

/// Two rows of column headers: lanes, then names.
fn head(out: &mut String, columns: &[Line<'_>]) {
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
