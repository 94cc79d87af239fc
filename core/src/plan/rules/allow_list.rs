//! Z20: who may connect from the internet.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z20: PlanRule = PlanRule::new(&["Z20"], |event| {
    let field = event.field_named("ipAllowList")?;
    let name = event.name();
    if !field.is_gone() {
        let text = format!("the list of addresses that may connect to {name} changes at once");
        return Some(Effect::new(Class::InPlace, text));
    }
    if event.is_first() {
        let text = format!("{name} loses its list of addresses, and any address may connect");
        return Some(Effect::new(Class::Reset, text).advice("write the list into the file"));
    }
    let text = format!("{name} keeps its list of addresses; one made anew would be open");
    Some(Effect::new(Class::Kept, text).advice("keep the list in the file"))
});
