//! The keyboard in the matrix: one tab stop, and arrows that walk from cell to cell.

use blueprint_lens_core::what_if::ReachChange;
use web_sys::{Element, KeyboardEvent};

use crate::platform;

/// The button of a cell.
const BUTTON: &str = "td[data-from] button";

/// Makes one cell reachable by Tab: that of `pair` if it is there, else the first.
pub(super) fn keep_tab_stop(table: &Element, pair: Option<&(String, String)>) {
    let wanted = pair.and_then(|pair| find(table, pair));
    if let Some(button) = wanted.or_else(|| table.query_selector(BUTTON).ok().flatten()) {
        platform::set(&button, "tabindex", Some("0"));
    }
}

/// The button of the cell from one node to another.
pub(super) fn find(table: &Element, (from, to): &(String, String)) -> Option<Element> {
    let quote = |id: &str| id.replace('\\', "\\\\").replace('"', "\\\"");
    let selector = format!("td[data-from=\"{}\"][data-to=\"{}\"] button", quote(from), quote(to));
    table.query_selector(&selector).ok().flatten()
}

/// Marks the cells whose answer a change that is tried out has turned round, with what they said before.
pub(super) fn mark_changes(table: &Element, changes: &[ReachChange]) {
    for change in changes {
        let cell = find(table, &(change.from.clone(), change.to.clone()))
            .and_then(|button| button.parent_element());
        if let Some(cell) = cell {
            platform::set(&cell, "data-was", Some(change.before.id()));
        }
    }
}

/// The focus has come to a cell: Tab leads back to it from now on.
pub(super) fn focused(table: &Element, button: &Element) {
    if let Ok(Some(old)) = table.query_selector("button[tabindex=\"0\"]") {
        platform::set(&old, "tabindex", Some("-1"));
    }
    platform::set(button, "tabindex", Some("0"));
}

/// Where a key leads from the cell that has the focus; `None` for keys that do not walk, and at the border.
pub(super) fn walk(event: &KeyboardEvent) -> Option<Element> {
    let cell = platform::closest(event, "td")?;
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

type Step = fn(&Element) -> Option<Element>;

/// The next cell with a button in the same row.
fn along(cell: &Element, step: Step) -> Option<Element> {
    along_from(step(cell)?, step)
}

fn along_from(cell: Element, step: Step) -> Option<Element> {
    let mut cell = Some(cell);
    while let Some(here) = cell {
        if let Some(button) = button_of(&here) {
            return Some(button);
        }
        cell = step(&here);
    }
    None
}

/// The next cell with a button in the same column; rows go on in the next group.
fn across(cell: &Element, row: Element, step: Step, enter: Step) -> Option<Element> {
    let column =
        std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling)
            .count();
    let mut row = row;
    loop {
        row = match step(&row) {
            Some(next) => next,
            None => enter(&step(&row.parent_element()?)?)?,
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
