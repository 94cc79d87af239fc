//! What the sync creates empty, and what it leaves behind.

use super::stage::Stage;
use super::step::{Phase, Step};
use crate::plan::{Class, Consequence};

pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    let mut steps: Vec<Step> =
        stage.consequences.iter().filter_map(|one| step(stage, one)).collect();
    for (id, resource) in stage.resources().filter(|(id, _)| stage.is_created(id)) {
        if let Some(disk) = resource.settings.filled("disk") {
            let text = format!(
                "the disk of `{}` starts empty: put on it what the app expects",
                resource.label()
            );
            steps.push(Step::new(Phase::Empty, id, text).at([disk.span()]));
        }
    }
    steps
}

fn step(stage: &Stage<'_>, one: &Consequence) -> Option<Step> {
    let (node, name) = (&one.part.id, &one.part.name);
    let is_database = one.part.kind == "postgres";
    let is_store = one.part.kind == "keyvalue";
    let text = match (one.class, one.field.as_deref()) {
        (Class::DataLoss, None) => {
            let former = one.before.as_ref().map_or("", |shown| shown.text.as_str());
            format!(
                "`{name}` starts empty: move the data of `{former}` to it before anything uses it"
            )
        }
        (Class::Create, None) if is_database => {
            format!(
                "`{name}` starts empty: run the migrations, and load the data that the app expects"
            )
        }
        (Class::Create, None) if is_store => {
            format!(
                "`{name}` starts empty: nothing to do for a cache; a queue or sessions begin anew"
            )
        }
        (Class::DataLoss, Some(_)) => {
            format!("`{name}` loses its contents: save first what must not be lost")
        }
        (Class::Orphan, _) => return Some(delete(stage, one)),
        (Class::Kept, Some(_)) if one.id == "Z29" => {
            let key = one.variable()?;
            let text =
                format!("delete `{key}` of `{name}` in the Dashboard: it wins over the group");
            let step = Step::new(Phase::Delete, node.clone(), text);
            return Some(Step { variable: Some(key.to_owned()), ..step });
        }
        _ => return None,
    };
    Some(Step::new(Phase::Empty, node.clone(), text).at(one.head))
}

fn delete(stage: &Stage<'_>, one: &Consequence) -> Step {
    let name = &one.part.name;
    let text = match (one.part.kind, is_billed(stage, one)) {
        ("postgres" | "keyvalue", true) => format!(
            "delete `{name}` in the Dashboard when its data is saved: it bills on until then"
        ),
        ("postgres" | "keyvalue", false) => {
            format!("delete `{name}` in the Dashboard when its data is saved")
        }
        ("group", _) => format!("delete the group `{name}` in the Dashboard when nothing links it"),
        (_, true) => {
            format!("delete `{name}` in the Dashboard: it runs and bills on until then")
        }
        (_, false) => format!("delete `{name}` in the Dashboard: it runs on until then"),
    };
    Step::new(Phase::Delete, one.part.id.clone(), text)
}

/// Whether what the sync leaves behind costs something.
fn is_billed(stage: &Stage<'_>, one: &Consequence) -> bool {
    let (network, blueprint) = (stage.base.network(), stage.base.blueprint());
    let resource = network.find(&one.part.id).and_then(|node| network.node(node).resource);
    resource.is_none_or(|resource| !blueprint.resource(resource).costs_nothing())
}
