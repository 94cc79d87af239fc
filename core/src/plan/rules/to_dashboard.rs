//! Z15: a variable that gets `sync: false` in place of a value.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};
use crate::plan::source::Source;

pub(super) const Z15: PlanRule = PlanRule::new(&["Z15"], |event| {
    let change = event.variable()?;
    let (old, new) = (change.old?, change.new?);
    if Source::of(new) != Source::Dashboard || Source::of(old) == Source::Dashboard {
        return None;
    }
    let (key, name) = (change.key, event.name());
    let text = format!(
        "`{key}` of {name} keeps its former value: `sync: false` changes nothing that is set"
    );
    Some(
        Effect::new(Class::Kept, text)
            .advice(format!(
                "change `{key}` in the Dashboard; a secret that was in the file must be made anew"
            ))
            .inferred(),
    )
});
