//! Z07, Z07b: a database on another plan.

use crate::diff::PartKind;
use crate::plan::consequence::Class;
use crate::plan::event::Event;
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::{FREE_PLAN, Kind, cheapest_paid_plan, is_smaller_plan, successor_of};

pub(super) const Z07: PlanRule = PlanRule::new(&["Z07"], |event| {
    let (before, after) = plans(event)?;
    let to_free = after == FREE_PLAN && before != Some(FREE_PLAN);
    let to_legacy = successor_of(after).is_some() && before.and_then(successor_of).is_none();
    if !to_free && !to_legacy {
        return None;
    }
    let name = event.name();
    let why = if to_free { "the free plan" } else { "a legacy plan" };
    let text = format!(
        "Render refuses the sync: a database never goes to {why}, and the plan of {name} changes {}",
        event.step()
    );
    let effect = Effect::new(Class::Refused, text)
        .advice(format!("keep the plan of {name}, or declare a new database and move the data"));
    // Without a plan in the base, the plan of the database is most likely the smallest paid one.
    Some(if before.is_none() { effect.inferred() } else { effect })
});

pub(super) const Z07B: PlanRule = PlanRule::new(&["Z07b"], |event| {
    let (before, after) = plans(event)?;
    let before = before.or_else(|| cheapest_paid_plan(Kind::Postgres))?;
    if is_smaller_plan(Kind::Postgres, before, after) == Some(false) {
        return None;
    }
    let text = format!(
        "the plan of {} changes {}; whether Render takes a smaller one is not known for sure",
        event.name(),
        event.step()
    );
    Some(Effect::new(Class::Unknown, text).advice("try it on a copy first"))
});

/// The plans of a database before and after; `None` where the head names none.
fn plans<'e>(event: &'e Event<'_>) -> Option<(Option<&'e str>, &'e str)> {
    let field = event.field_named("plan").filter(|_| event.sort() == PartKind::Database)?;
    Some((field.before, field.after?))
}
