//! The reachability matrix as a real table: callers down, callees across, both in the order of the picture's lanes, the
//! internet as the first caller.

use std::ops::Range;

use super::line_link::Medium;
use super::matrix::{Cell, Filter, Header, Matrix};
use crate::analysis::Analysis;
use crate::markup::Html;
use crate::reach::{WiringStatus, count_statuses};
use crate::wording::reach::status_of_pairs;

/// Cells that one page of the matrix holds, about.
const CELLS: usize = 5000;
/// Rows that it holds in any case.
const ROWS: usize = 10;

/// The whole matrix; a sentence if the file declares nothing, or if nothing passes the filter.
pub fn reach(analysis: &Analysis, filter: Filter, medium: Medium) -> Html {
    let matrix = Matrix::new(analysis, filter);
    let all = 0..matrix.rows.len();
    write(&matrix, filter, medium, all)
}

/// One page of the matrix for a page with an editor: a browser takes seconds to lay out a hundred thousand cells. A
/// matrix of some seventy resources is one page. `data-page` holds the page that a button leads to; a page that is not
/// there is the last one.
pub fn reach_page(analysis: &Analysis, filter: Filter, page: usize) -> Html {
    let matrix = Matrix::new(analysis, filter);
    let size = (CELLS / matrix.columns.len().max(1)).max(ROWS);
    let pages = matrix.rows.len().div_ceil(size).max(1);
    let page = page.min(pages - 1);
    let rows = page * size..((page + 1) * size).min(matrix.rows.len());
    let mut html = write(&matrix, filter, Medium::Page, rows.clone());
    if pages > 1 {
        html.element("p").class("reach-pages").content(|html| {
            let all = matrix.rows.len();
            html.text(&format!("Callers {} to {} of {all}", rows.start + 1, rows.end));
            let mut button = |to: usize, words: &str| {
                html.text(" ");
                let button = html.element("button").attribute("type", "button").class("button");
                button.number("data-page", to).text(words);
            };
            if page > 0 {
                button(page - 1, "Previous callers");
            }
            if page + 1 < pages {
                button(page + 1, "Next callers");
            }
        });
    }
    html
}

fn write(matrix: &Matrix<'_>, filter: Filter, medium: Medium, rows: Range<usize>) -> Html {
    if matrix.rows.is_empty() {
        let mut html = Html::new();
        html.element("p").class("view-empty").text(
            if matrix.statuses.is_empty() && filter == Filter::All {
                "There is nothing to reach yet."
            } else {
                "None in this file."
            },
        );
        return html;
    }
    let mut html = Html::with_capacity(512 + rows.len() * matrix.columns.len() * 200);
    summary(&mut html, &matrix.statuses);
    let table = html.element("table").class("reach-table").attribute("data-testid", "reach");
    table.attribute("data-filter", filter.id()).content(|html| {
        html.element("caption")
            .text("Who can open a private connection to whom. Rows call, columns are called.");
        head(html, &matrix.columns);
        let mut start = rows.start;
        for lane in matrix.rows[rows].chunk_by(|a, b| a.lane == b.lane) {
            body(html, matrix, start..start + lane.len(), medium);
            start += lane.len();
        }
    });
    html
}

/// The rows of one lane, below its name.
fn body(html: &mut Html, matrix: &Matrix<'_>, rows: Range<usize>, medium: Medium) {
    html.element("tbody").content(|html| {
        let lane = matrix.rows[rows.start].lane;
        if !lane.is_empty() {
            html.element("tr").class("reach-lane").content(|html| {
                let header = html.element("th").attribute("scope", "rowgroup");
                header.number("colspan", matrix.columns.len() + 1).content(|html| {
                    html.element("span").class("reach-lane-name").text(lane);
                });
            });
        }
        for (row, cells) in matrix.rows[rows.clone()].iter().zip(&matrix.cells[rows]) {
            html.element("tr").content(|html| {
                header(html, "row", row);
                for (column, cell) in matrix.columns.iter().zip(cells) {
                    match cell {
                        Some(cell) => filled_cell(html, row, column, cell, medium),
                        None => empty_cell(html, row.node == column.node),
                    }
                }
            });
        }
    });
}

/// The sets that wiring and reachability make together, counted in words.
fn summary(html: &mut Html, statuses: &[WiringStatus]) {
    if statuses.is_empty() {
        return;
    }
    let list = html.element("ul").class("reach-summary");
    list.attribute("aria-label", "Pairs of resources").content(|html| {
        for (status, count) in count_statuses(statuses.iter().copied()) {
            if count > 0 {
                html.element("li").attribute("data-standing", status.id()).content(|html| {
                    html.element("strong").text(&count.to_string());
                    html.text(" ").text(status_of_pairs(status));
                });
            }
        }
    });
}

/// Two rows of column headers: lanes, then names.
fn head(html: &mut Html, columns: &[Header<'_>]) {
    html.element("thead").content(|html| {
        html.element("tr").class("reach-lanes").content(|html| {
            let corner = html.element("td").attribute("rowspan", "2").class("reach-corner");
            corner.text("caller ↓ called →");
            for lane in columns.chunk_by(|a, b| a.lane == b.lane) {
                let header = html.element("th").attribute("scope", "colgroup");
                header.number("colspan", lane.len()).content(|html| {
                    html.element("span").class("reach-lane-name").text(lane[0].lane);
                });
            }
        });
        html.element("tr").content(|html| {
            for column in columns {
                header(html, "col", column);
            }
        });
    });
}

fn header(html: &mut Html, scope: &str, header: &Header<'_>) {
    html.element("th").attribute("scope", scope).content(|html| {
        html.element("span").class("reach-name").content(|html| {
            html.name(header.name);
        });
        if !header.kind.is_empty() {
            html.text(" ").element("span").class("reach-kind").text(header.kind);
        }
    });
}

/// A cell where there is nothing to ask.
fn empty_cell(html: &mut Html, is_itself: bool) {
    html.element("td").class("reach-none").content(|html| {
        html.element("span").class("unseen").text(if is_itself { "itself" } else { "not named" });
    });
}

fn filled_cell(
    html: &mut Html,
    row: &Header<'_>,
    column: &Header<'_>,
    cell: &Cell,
    medium: Medium,
) {
    let mut element = html.element("td");
    if !cell.shown {
        element = element.class("quiet");
    }
    let element = element
        .attribute("data-from", row.id)
        .attribute("data-to", column.id)
        .attribute("data-standing", cell.standing);
    element.content(|html| {
        let answer = match medium {
            Medium::Page => {
                html.element("button").attribute("type", "button").attribute("tabindex", "-1")
            }
            Medium::Document => html.element("span").class("reach-answer"),
        };
        answer.content(|html| {
            let sign = html.element("span").class("reach-sign").attribute("aria-hidden", "true");
            sign.text(cell.sign);
            html.text(" ").text(cell.word);
            if cell.wired {
                html.text(" ").element("span").class("reach-wired").text("wired");
            }
        });
    });
}
