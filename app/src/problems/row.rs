//! One row of the list, and what folds the repetitions of a rule.

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::Row;
use crate::editor::{apply_fix, go_to};
use crate::platform;
use crate::state::AppState;
use crate::ui::{Prose, SeverityMark};

/// A problem, found by its key; it keeps its element while its text changes.
#[component]
pub(super) fn Problem(key: String) -> impl IntoView {
    let state = AppState::here();
    let row = Memo::new(move |last: Option<&Option<Arc<Row>>>| {
        let snapshot = state.document.get();
        snapshot
            .rows
            .iter()
            .find(|row| row.key == key)
            .or_else(|| last.and_then(Option::as_ref))
            .cloned()
    });
    move || row.get().map(|row| view! { <Line row=row /> })
}

#[component]
fn Line(row: Arc<Row>) -> impl IntoView {
    let state = AppState::here();
    let (span, name) = (row.span, format!("{}: {}", row.severity.id(), row.message));
    let open = move |_| go_to(state, span, &name, true);
    let target = row.edge.clone().or_else(|| row.subject.clone());
    let point = move |on: bool| state.selection.hover(target.clone().filter(|_| on));
    let (enter, leave) = (point.clone(), point);
    view! {
        <li
            class="problem"
            data-problem=row.key.clone()
            data-rule=row.rule
            data-severity=row.severity.id()
            on:mouseenter=move |_| enter(true)
            on:mouseleave=move |_| leave(false)
        >
            <button type="button" class="problem-text" on:click=open>
                <SeverityMark severity=row.severity />
                <RowText row=row.clone() />
                <span class="problem-line">"line "{row.line}</span>
            </button>
            <span class="problem-ways">
                <a class="rule-link" href=format!("rules/{}.html", row.rule) target="_blank" rel="noopener">{row.rule}</a>
                {row.fix.clone().map(|(fix, title, look)| fix_button(state, row.finding, fix, title, look))}
            </span>
        </li>
    }
}

fn fix_button(
    state: AppState,
    finding: usize,
    fix: usize,
    title: String,
    look: bool,
) -> impl IntoView {
    let hint = if look {
        "Changes what is deployed: look at it before you push"
    } else {
        "Keeps what you meant"
    };
    let apply = move |_| {
        apply_fix(state, finding, fix);
        // The row is about to go; the keyboard stays in the list.
        platform::focus(".problems .pane-title");
    };
    view! {
        <button type="button" class="button fix" title=hint on:click=apply>
            <span class="unseen">"Fix: "</span>
            <Prose text=title />
        </button>
    }
}

/// Severity, message and reason of a problem.
#[component]
pub(crate) fn RowText(row: Arc<Row>) -> impl IntoView {
    view! {
        <span class="problem-message">
            <span class="severity-word">{row.severity.id()}</span>
            " "
            <Prose text=row.message.clone() />
        </span>
        <span class="problem-help"><Prose text=row.help.clone() /></span>
    }
}

/// Shows or hides the repetitions of a rule.
#[component]
pub(super) fn Fold(
    /// The rule.
    rule: &'static str,
    /// How bad its findings are.
    severity: &'static str,
    /// Rules whose findings are shown.
    open: RwSignal<Vec<&'static str>>,
) -> impl IntoView {
    let document = AppState::here().document;
    let rest = Memo::new(move |_| {
        let snapshot = document.get();
        let same = |row: &&Arc<Row>| row.rule == rule && row.severity.id() == severity;
        snapshot.rows.iter().filter(same).count().saturating_sub(1)
    });
    let is_open = move || open.read().contains(&rule);
    let toggle = move |_| {
        open.update(|open| match open.iter().position(|other| *other == rule) {
            Some(at) => drop(open.remove(at)),
            None => open.push(rule),
        });
    };
    let words = move || {
        if is_open() {
            "Fewer like this".to_owned()
        } else {
            format!("{} more like this", rest.get())
        }
    };
    view! {
        <li class="fold" data-rule=rule data-severity=severity>
            <button type="button" aria-expanded=move || is_open().to_string() on:click=toggle>
                {words}
                <span class="unseen">" of "{rule}</span>
            </button>
        </li>
    }
}
