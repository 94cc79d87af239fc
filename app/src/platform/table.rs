//! The keyboard in a table whose cells are buttons: one tab stop, and arrows that lead from cell to cell.

use web_sys::{Element, KeyboardEvent};

use super::dom::{closest, selector, set};

/// The button of a cell.
const BUTTON: &str = "td[data-from] button";

/// Makes one cell reachable by Tab: that of `pair` if it is there, else the first.
pub(crate) fn keep_tab_stop(table: &Element, pair: Option<&(String, String)>) {
    let wanted = pair.and_then(|pair| find(table, pair));
    if let Some(button) = wanted.or_else(|| table.query_selector(BUTTON).ok().flatten()) {
        set(&button, "tabindex", Some("0"));
    }
}

/// The button of the cell from one node to another.
pub(crate) fn find(table: &Element, (from, to): &(String, String)) -> Option<Element> {
    let (from, to) = (selector("data-from", from), selector("data-to", to));
    table.query_selector(&format!("td{from}{to} button")).ok().flatten()
}

/// Sets an attribute of the cell from one node to another, if the table shows it.
pub(crate) fn mark(table: &Element, pair: &(String, String), name: &str, value: &str) {
    if let Some(cell) = find(table, pair).and_then(|button| button.parent_element()) {
        set(&cell, name, Some(value));
    }
}

/// The focus has come to a cell: Tab leads back to it from now on.
pub(crate) fn focused(table: &Element, button: &Element) {
    if let Ok(Some(old)) = table.query_selector("button[tabindex=\"0\"]") {
        set(&old, "tabindex", Some("-1"));
    }
    set(button, "tabindex", Some("0"));
}

/// Where a key leads from the cell that has the focus; `None` for keys that lead nowhere, and at the border.
pub(crate) fn neighbour(event: &KeyboardEvent) -> Option<Element> {
    let cell = closest(event, "td")?;
    let row = cell.parent_element()?;
    let far = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "ArrowRight" => along(&cell, Element::next_element_sibling),
        "ArrowLeft" => along(&cell, Element::previous_element_sibling),
        "ArrowDown" => across(&cell, row, Element::next_element_sibling, first_row),
        "ArrowUp" => across(&cell, row, Element::previous_element_sibling, last_row),
        "Home" if far => cell.closest("table").ok()??.query_selector(BUTTON).ok()?,
        "End" if far => {
            let last = cell.closest("tbody").ok()??.parent_element()?.last_element_child()?;
            let row = last.last_element_child()?;
            along_from(row.last_element_child()?, Element::previous_element_sibling)
        }
        "Home" => along_from(row.first_element_child()?, Element::next_element_sibling),
        "End" => along_from(row.last_element_child()?, Element::previous_element_sibling),
        _ => None,
    }
}

/// From an element to the next one, in some direction.
type Sibling = fn(&Element) -> Option<Element>;

/// The next cell with a button in the same row.
fn along(cell: &Element, next: Sibling) -> Option<Element> {
    along_from(next(cell)?, next)
}

fn along_from(cell: Element, next: Sibling) -> Option<Element> {
    let mut cell = Some(cell);
    while let Some(here) = cell {
        if let Some(button) = button_of(&here) {
            return Some(button);
        }
        cell = next(&here);
    }
    None
}

/// The next cell with a button in the same column; rows go on in the next group.
fn across(cell: &Element, row: Element, next: Sibling, enter: Sibling) -> Option<Element> {
    let column =
        std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling)
            .count();
    let mut row = row;
    loop {
        row = match next(&row) {
            Some(below) => below,
            None => enter(&next(&row.parent_element()?)?)?,
        };
        let there = std::iter::successors(row.first_element_child(), Element::next_element_sibling)
            .nth(column);
        if let Some(button) = there.as_ref().and_then(button_of) {
            return Some(button);
        }
    }
}

fn first_row(group: &Element) -> Option<Element> {
    group.first_element_child()
}

fn last_row(group: &Element) -> Option<Element> {
    group.last_element_child()
}

fn button_of(cell: &Element) -> Option<Element> {
    cell.query_selector(":scope > button").ok().flatten()
}
