//! Z27, Z28: from `generateValue` to a value, and back.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};
use crate::plan::source::Source;

pub(super) const Z27: PlanRule =
    PlanRule::new(&["Z27"], |event| {
        let change = event.variable()?;
        let (old, new) = (change.old?, change.new?);
        if Source::of(old) != Source::Generated
            || !matches!(Source::of(new), Source::Value | Source::Reference)
        {
            return None;
        }
        let (key, name) = (change.key, event.name());
        let text = format!("the secret that Render generated for `{key}` of {name} is overwritten");
        Some(Effect::new(Class::Rotate, text).advice(
            "keep `generateValue: true`, or expect that what was made with the secret ends",
        ))
    });

pub(super) const Z28: PlanRule = PlanRule::new(&["Z28", "S08"], |event| {
    let change = event.variable()?;
    let (old, new) = (change.old?, change.new?);
    if Source::of(new) != Source::Generated || Source::of(old) == Source::Generated {
        return None;
    }
    let (key, name) = (change.key, event.name());
    let text = format!(
        "`{key}` of {name} keeps its former value: Render generates nothing for a variable that has one"
    );
    Some(
        Effect::new(Class::Kept, text)
            .advice(format!("remove `{key}` in the Dashboard first to get a generated one")),
    )
});
