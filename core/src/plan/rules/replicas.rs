//! Z11: read replicas that leave the list of their database, or with it.

use crate::diff::PartKind;
use crate::model::Declaration;
use crate::plan::consequence::Class;
use crate::plan::event::{Event, What};
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z11: PlanRule = PlanRule::new(&["Z11"], |event| match &event.what {
    What::Left(_) if event.sort() == PartKind::Replica => gone(event),
    What::Field { name, before: None, .. } if name == "readReplicas" => Some(emptied(event)),
    What::Field { name, after: None, .. } if name == "readReplicas" => {
        let text = format!("{} keeps the read replicas that it has", event.name());
        Some(Effect::new(Class::Kept, text))
    }
    What::Field { name, .. } if name == "copies" => Some(other_primary(event)),
    _ => None,
});

/// A replica that the head does not have: what becomes of it depends on what the head says about its database.
fn gone(event: &Event<'_>) -> Option<Effect> {
    let sides = event.sides;
    let Declaration::Replica { primary } = event.old_resource()?.declaration else { return None };
    let name = event.name();
    let database = sides.matching.of_base(sides.base.item_of_resource(primary));
    let Some(database) = database.and_then(|item| sides.head.items[item].resource()) else {
        let text = format!("the read replica {name} stays with its database, and bills on");
        return Some(
            Effect::new(Class::Orphan, text)
                .advice("delete both in the Dashboard when nothing uses them"),
        );
    };
    let database = sides.head.blueprint().resource(database);
    if database.written("readReplicas").is_some() {
        let text = format!("the read replica {name} is deleted");
        let advice = format!(
            "keep {name} in `readReplicas` of `{}`, or leave the field out to keep all",
            database.label()
        );
        return Some(Effect::new(Class::Destroy, text).advice(advice));
    }
    let text = format!("the read replica {name} stays: `{}` no longer lists any", database.label());
    Some(Effect::new(Class::Kept, text).advice("write `readReplicas: []` to delete all"))
}

/// A replica that another database lists: a replica cannot change what it copies.
fn other_primary(event: &Event<'_>) -> Effect {
    let sides = event.sides;
    let name = event.name();
    let former = event.old_resource().and_then(|replica| match replica.declaration {
        Declaration::Replica { primary } => {
            sides.matching.of_base(sides.base.item_of_resource(primary))
        }
        Declaration::Service | Declaration::Database => None,
    });
    let former = former.and_then(|item| sides.head.items[item].resource());
    let lists = former
        .is_some_and(|id| sides.head.blueprint().resource(id).written("readReplicas").is_some());
    if lists {
        let text =
            format!("the read replica {name} is deleted, and one of another database is made");
        return Effect::new(Class::Destroy, text).advice("give the new one another name");
    }
    let text = format!(
        "a read replica {name} of another database is made; the former stays with its database"
    );
    Effect::new(Class::Replace, text).advice("give the new one another name").inferred()
}

/// An empty list where the base said nothing, so that nobody can tell whether there are any.
fn emptied(event: &Event<'_>) -> Effect {
    let text = format!(
        "every read replica of {} is deleted, should there be any that the file did not list",
        event.name()
    );
    Effect::new(Class::Unknown, text).advice("leave the field out to keep them")
}
