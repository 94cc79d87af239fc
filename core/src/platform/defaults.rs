//! When the default of a field applies: some apply only with certain values of other fields (SPEC).

use super::plan_reading::{PlanReading, read_plan};
use super::plans::{FREE_PLAN, successor_of};
use super::{BUILD_SOURCE_REPLACES, Kind, SchemaNode, field};

/// The range with which an allow list admits everybody; a new Postgres database without a list accepts connections from
/// it (SPEC).
pub const EVERY_ADDRESS: &str = "0.0.0.0/0";

/// The value that Render uses if a field is left out of a new resource, given the other fields of the mapping; `None`
/// if nothing is documented or the field would have no effect. `beside` gives the text of another field in the mapping:
/// empty for lists and mappings.
pub fn default_beside<'a>(
    place: SchemaNode,
    name: &str,
    beside: &dyn Fn(&str) -> Option<&'a str>,
) -> Option<&'static str> {
    let row = field(place, name)?;
    let default = row.default?;
    if let SchemaNode::Service(kind) = place {
        let replaced = beside("buildSource").is_some() && BUILD_SOURCE_REPLACES.contains(&name);
        if replaced || row.no_effect_on.contains(&kind) {
            return None;
        }
    }
    let docker = beside("runtime") == Some("docker");
    let holds = match (place, name) {
        (SchemaNode::Service(_), "numInstances") => beside("scaling").is_none(),
        (SchemaNode::Service(_), "autoDeployTrigger") => {
            beside("runtime") != Some("image") && beside("image").is_none()
        }
        (SchemaNode::Service(_) | SchemaNode::BuildGit, "dockerfilePath")
        | (SchemaNode::BuildGit, "baseDir") => docker,
        (SchemaNode::Service(Kind::KeyValue), "persistenceMode") => {
            return match beside("plan").map(|plan| read_plan(Kind::KeyValue, plan)) {
                None | Some(PlanReading::Paid) => Some(default),
                Some(PlanReading::Free) => Some("off"),
                Some(PlanReading::Unknown) => None,
            };
        }
        (SchemaNode::Database, "storageAutoscalingEnabled") => {
            beside("plan").is_none_or(|plan| successor_of(plan).is_none())
        }
        // The plan that is the default has no standby, so nobody knows what becomes of this.
        (SchemaNode::Database, "plan") => beside("highAvailability").is_none(),
        (SchemaNode::Database, "connectionPool") => beside("plan") != Some(FREE_PLAN),
        _ => true,
    };
    holds.then_some(default)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn default(kind: Kind, name: &str, fields: &[(&str, &'static str)]) -> Option<&'static str> {
        let beside =
            |name: &str| fields.iter().find(|(field, _)| *field == name).map(|(_, value)| *value);
        default_beside(SchemaNode::Service(kind), name, &beside)
    }

    #[test]
    fn defaults_depend_on_what_stands_beside() {
        assert_eq!(default(Kind::Web, "numInstances", &[]), Some("1"));
        assert_eq!(default(Kind::Web, "numInstances", &[("scaling", "")]), None);
        assert_eq!(default(Kind::Web, "dockerfilePath", &[("runtime", "node")]), None);
        assert_eq!(
            default(Kind::Web, "dockerfilePath", &[("runtime", "docker")]),
            Some("./Dockerfile")
        );
        assert_eq!(default(Kind::Worker, "renderSubdomainPolicy", &[]), None);
        assert_eq!(default(Kind::KeyValue, "persistenceMode", &[]), Some("journal-snapshot"));
        assert_eq!(default(Kind::KeyValue, "persistenceMode", &[("plan", "free")]), Some("off"));
        assert_eq!(default(Kind::KeyValue, "persistenceMode", &[("plan", "Free")]), None);
        assert_eq!(default(Kind::Worker, "autoDeployTrigger", &[("image", "")]), None);
        assert_eq!(default(Kind::Static, "region", &[]), None);
    }
}
