//! Z26: a variable that is new or gets another value, and a group that is linked.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};
use crate::plan::source::Source;

pub(super) const Z26: PlanRule = PlanRule::new(&["Z26"], |event| {
    let name = event.name();
    if let Some(group) = event.linked_group() {
        let text = format!("{name} gets the variables of the group `{group}` with the next deploy");
        return Some(Effect::new(Class::InPlace, text));
    }
    let change = event.variable()?;
    let key = change.key;
    let (was, is) = (change.old.map(Source::of), Source::of(change.new?));
    let text = match (was, is) {
        (None, Source::Generated) => format!("Render generates a secret for `{key}` of {name}"),
        (None, _) => format!("{name} gets `{key}` with the next deploy"),
        (Some(Source::Dashboard), _) => {
            format!("the value of `{key}` that was set in the Dashboard of {name} is overwritten")
        }
        (Some(_), _) => format!("`{key}` of {name} changes with the next deploy"),
    };
    Some(Effect::new(Class::InPlace, text))
});
