//! Z16: a variable with `generateValue` under a new name.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z16: PlanRule = PlanRule::new(&["Z16"], |event| {
    let change = event.variable()?;
    let (old, new) = change.all.renamed_secret?;
    if new != change.key {
        return None;
    }
    let name = event.name();
    let text = format!(
        "Render makes a new secret for `{new}` of {name}; it looks renamed from `{old}`, which stays with the former secret"
    );
    let advice =
        format!("keep the name `{old}`, or expect that sessions and signatures made with it end");
    Some(Effect::new(Class::Rotate, text).advice(advice).inferred())
});
