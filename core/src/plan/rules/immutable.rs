//! Z06: what never changes on a resource that exists.

use crate::diff::PartKind;
use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::{Kind, SET_ONCE};

pub(super) const Z06: PlanRule = PlanRule::new(&["Z06"], |event| {
    let field = event.field().filter(|field| !field.is_gone())?;
    let (old, new) = (event.old?, event.new?);
    let to_or_from_static = (old.kind == Some(Kind::Static)) != (new.kind == Some(Kind::Static));
    let is_fixed = match event.sort() {
        PartKind::Service => match field.name {
            "region" | "type" => true,
            "runtime" => to_or_from_static,
            _ => false,
        },
        PartKind::Database => field.name == "region" || SET_ONCE.contains(&field.name),
        _ => false,
    };
    if !is_fixed {
        return None;
    }
    let (name, what) = (event.name(), field.name);
    if field.before.is_none() && SET_ONCE.contains(&what) {
        let text = format!(
            "the file did not say what `{what}` of {name} is: Render most likely refuses the sync unless it is `{}` already",
            event.shown().1.map(|shown| shown.text).unwrap_or_default()
        );
        let advice = format!("compare it with the Dashboard, or leave `{what}` out");
        return Some(Effect::new(Class::Unknown, text).advice(advice).inferred());
    }
    let text = format!(
        "Render most likely refuses the sync: `{what}` of {name} cannot change {}",
        event.step()
    );
    let advice = if event.is_datastore() {
        format!(
            "leave `{what}` as it is, or declare a new datastore under another name and move the data"
        )
    } else {
        format!("leave `{what}` as it is, or declare a new service under another name")
    };
    Some(Effect::new(Class::Refused, text).advice(advice).inferred())
});
