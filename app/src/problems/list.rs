//! The list itself: its rows follow the text, and what is pressed in it is found by the row around it.

use std::sync::Arc;

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::html::Medium;
use blueprint_lens_core::markup::Html;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use super::entries::{Entry, SeverityFilter, all_entries, entries, repetitions};
use super::markup;
use crate::platform::{self, Element, Keyed};
use crate::state::{AppState, Row, Snapshot, apply_fix, go_to};

/// What a row shows.
#[derive(Default, PartialEq)]
struct Shown {
    severity: Option<Severity>,
    markup: Html,
}

/// The rows; a row keeps its element while its text changes.
#[component]
pub(super) fn List(
    /// Which severities are shown.
    filter: RwSignal<SeverityFilter>,
) -> impl IntoView {
    let state = AppState::here();
    let list = NodeRef::<html::Ul>::new();
    let open = RwSignal::new(Vec::<&'static str>::new());
    let rows = StoredValue::new_local(Keyed::<Entry, Shown>::default());
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        let snapshot = state.document.get();
        let open = open.read();
        let (medium, filter) = (state.printing.medium(), filter.get());
        let listed = match medium {
            Medium::Page => entries(&snapshot.rows, filter, &open),
            Medium::Document => all_entries(&snapshot.rows),
        };
        let shown = listed
            .into_iter()
            .filter_map(|entry| Some((entry.clone(), show(&snapshot, &entry, &open, medium)?)));
        let focused = platform::focused_child(&list);
        rows.update_value(|rows| rows.draw(&list, shown, make, update));
        if let Some(place) = focused {
            go_on_from(&list, place);
        }
    });
    let row = move |event: &MouseEvent| -> Option<Arc<Row>> {
        let key = platform::closest_attribute(event, "data-problem")?;
        state.document.now().rows.iter().find(|row| row.key == key).cloned()
    };
    let press = move |event: MouseEvent| {
        if let Some(rule) = platform::closest(&event, ".fold button").and(rule_of(&event)) {
            open.update(|open| match open.iter().position(|other| *other == rule) {
                Some(at) => drop(open.remove(at)),
                None => open.push(rule),
            });
        } else if let Some(row) = row(&event) {
            let button = platform::closest(&event, ".fix");
            if let Some((button, fix)) = button.zip(row.fix) {
                // Some browsers do not focus a button that is pressed; the row that follows takes over from it.
                platform::focus_element(&button);
                apply_fix(state, row.finding, fix);
            } else if platform::closest(&event, ".problem-text").is_some() {
                let name = format!("{}: {}", row.severity.id(), row.message);
                go_to(state, row.span, &name, true);
            }
        }
    };
    let point = move |event: MouseEvent| {
        let target = row(&event).and_then(|row| row.edge.clone().or_else(|| row.subject.clone()));
        state.selection.hover(target);
    };
    view! {
        <ul
            class="problem-list"
            node_ref=list
            on:click=press
            on:mouseover=point
            on:mouseleave=move |_| state.selection.hover(None)
        ></ul>
    }
}

/// The row with the focus, at `place`, may be gone: the keyboard goes on at the row that follows, or at the last one, or
/// at the title of an empty list.
fn go_on_from(list: &Element, place: usize) {
    if platform::holds_focus(list) {
        return;
    }
    let rows = platform::children(list).take(place + 1).last();
    if !rows.is_some_and(|row| platform::focus_inside(&row, "button")) {
        platform::focus(".problems .pane-title");
    }
}

/// The rule of the row under an event.
fn rule_of(event: &MouseEvent) -> Option<&'static str> {
    let code = platform::closest_attribute(event, "data-rule")?;
    blueprint_lens_core::rules::all().iter().map(|rule| rule.code).find(|known| **known == *code)
}

fn show(
    snapshot: &Snapshot,
    entry: &Entry,
    open: &[&'static str],
    medium: Medium,
) -> Option<Shown> {
    let rows = &snapshot.rows;
    match entry {
        Entry::Problem(key) => {
            let row = rows.iter().find(|row| row.key == *key)?;
            Some(Shown {
                severity: Some(row.severity),
                markup: markup::problem(snapshot, row, medium),
            })
        }
        Entry::Fold(rule, severity) => {
            let more = repetitions(rows, rule, *severity);
            let markup = markup::fold(rule, more, open.contains(rule));
            Some(Shown { severity: Some(*severity), markup })
        }
    }
}

fn make(entry: &Entry) -> Element {
    let row = platform::list_item();
    match entry {
        Entry::Problem(key) => {
            let rule = key.split_once('@').map_or(key.as_str(), |(rule, _)| rule);
            platform::set(&row, "class", Some("problem"));
            platform::set(&row, "data-problem", Some(key));
            platform::set(&row, "data-rule", Some(rule));
        }
        Entry::Fold(rule, _) => {
            platform::set(&row, "class", Some("fold"));
            platform::set(&row, "data-rule", Some(rule));
        }
    }
    row
}

fn update(element: &Element, old: &Shown, new: &Shown) {
    if old.severity != new.severity {
        platform::set(element, "data-severity", new.severity.map(Severity::id));
    }
    if old.markup != new.markup {
        let had_focus = platform::holds_focus(element);
        platform::set_html(element, &new.markup);
        if had_focus {
            platform::focus_inside(element, "button");
        }
    }
}
