//! Z18, Z19: a disk that shrinks, leaves the file or is new.

use crate::model::Resource;
use crate::plan::consequence::Class;
use crate::plan::event::{Event, FieldEvent};
use crate::plan::rule::{Effect, PlanRule};
use crate::platform::{SchemaNode, default_beside};

pub(super) const Z18: PlanRule = PlanRule::new(&["Z18"], |event| {
    let field = disk_field(event)?;
    let (had, has) = (has_disk(event.old_resource()), has_disk(event.new_resource()));
    let name = event.name();
    if had && !has {
        let text = format!("{name} keeps its disk and what is on it, and the disk bills on");
        let advice =
            format!("delete the disk of {name} in the Dashboard when nothing on it is needed");
        return Some(Effect::new(Class::Kept, text).advice(advice).inferred());
    }
    let size = |text: &str| text.parse::<u64>().ok();
    let default = || default_beside(SchemaNode::Disk, "sizeGB", &|_| None);
    let before = size(field.before.or_else(default)?)?;
    if !had || field.name != "disk.sizeGB" || size(field.after?)? >= before {
        return None;
    }
    let text =
        format!("Render refuses the sync: the disk of {name} cannot shrink {}", event.step());
    Some(
        Effect::new(Class::Refused, text)
            .advice("keep the size, or move the data to a new service with a smaller disk"),
    )
});

pub(super) const Z19: PlanRule = PlanRule::new(&["Z19"], |event| {
    disk_field(event)?;
    if has_disk(event.old_resource()) || !has_disk(event.new_resource()) {
        return None;
    }
    let name = event.name();
    if has_several_instances(event) {
        let text = format!(
            "Render refuses the sync: {name} runs several instances, so it cannot get a disk"
        );
        return Some(
            Effect::new(Class::Refused, text).advice(format!("run one instance of {name} first")),
        );
    }
    let text = format!("{name} gets a disk; from then on each deploy interrupts it");
    Some(Effect::new(Class::InPlace, text))
});

fn disk_field<'e>(event: &'e Event<'_>) -> Option<FieldEvent<'e>> {
    let is_disk = |name: &str| name == "disk" || name.starts_with("disk.");
    event.field().filter(|field| is_disk(field.name))
}

fn has_disk(resource: Option<&Resource>) -> bool {
    resource.is_some_and(|resource| resource.settings.filled("disk").is_some())
}

/// Whether the service runs several instances after the sync, by what the head says, or else by what the base said and
/// the sync keeps.
fn has_several_instances(event: &Event<'_>) -> bool {
    let several = |resource: Option<&Resource>| {
        let settings = &resource?.settings;
        let scaled = settings.filled("scaling").map(|_| true);
        scaled.or_else(|| settings.number("numInstances").map(|number| number > 1))
    };
    several(event.new_resource()).or_else(|| several(event.old_resource())).unwrap_or_default()
}
