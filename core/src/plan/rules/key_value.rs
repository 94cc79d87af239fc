//! Z31: what empties a Key Value.

use crate::plan::consequence::Class;
use crate::plan::event::Event;
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::{FREE_PLAN, Kind, SchemaNode, default_beside};

pub(super) const Z31: PlanRule = PlanRule::new(&["Z31"], |event| {
    let field = event.field().filter(|_| event.kind() == Some(Kind::KeyValue))?;
    let after = field.after?;
    let name = event.name();
    let what = match field.name {
        "plan" if field.before == Some(FREE_PLAN) && after != FREE_PLAN => "leaves the free plan",
        "persistenceMode" if (before(event, field.before) == Some(OFF)) != (after == OFF) => {
            "changes `persistenceMode` to or from `off`"
        }
        _ => return None,
    };
    let text = format!("{name} loses its contents: it {what}");
    Some(
        Effect::new(Class::DataLoss, text)
            .advice(format!("save what is in {name} first, or let it fill again")),
    )
});

const OFF: &str = "off";

/// The persistence of a Key Value in the base: without the field, that of its plan.
fn before<'e>(event: &Event<'_>, stated: Option<&'e str>) -> Option<&'e str> {
    let plan = event.old_resource().and_then(|resource| resource.plan.text());
    let default = || {
        let node = SchemaNode::Service(Kind::KeyValue);
        default_beside(node, "persistenceMode", &|name| plan.filter(|_| name == "plan"))
    };
    stated.or_else(default)
}
