//! What unknown fields most likely mean, as found in validator reports, in real files and in Render's API.

use super::{SchemaNode, field};

/// Unknown fields that people write, and the field that each one means.
const MEANT: &[(&str, &str)] = &[
    ("root", "rootDir"),
    ("rootDirectory", "rootDir"),
    ("command", "startCommand"),
    ("cmd", "startCommand"),
    ("run", "startCommand"),
    ("dockerFilePath", "dockerfilePath"),
    ("dockerfile", "dockerfilePath"),
    ("dockerFile", "dockerfilePath"),
    ("build", "buildCommand"),
    ("start", "startCommand"),
    ("filter", "buildFilter"),
    ("customDomains", "domains"),
    ("httpHeaders", "headers"),
    ("publishPath", "staticPublishPath"),
    ("publishDir", "staticPublishPath"),
    ("staticPath", "staticPublishPath"),
    ("outputDirectory", "staticPublishPath"),
    ("min", "minInstances"),
    ("max", "maxInstances"),
    ("instances", "numInstances"),
    ("replicas", "numInstances"),
    ("instanceType", "plan"),
    ("httpHealthCheckPath", "healthCheckPath"),
    ("healthCheck", "healthCheckPath"),
    ("healthcheckPath", "healthCheckPath"),
    ("environment", "envVars"),
    ("environmentVariables", "envVars"),
    ("variables", "envVars"),
    ("name", "key"),
    ("size", "sizeGB"),
    ("userName", "user"),
    ("databaseUser", "user"),
    ("dbName", "databaseName"),
    ("version", "postgresMajorVersion"),
    ("postgresVersion", "postgresMajorVersion"),
    ("ipWhitelist", "ipAllowList"),
    ("ipAllowlist", "ipAllowList"),
    ("previewEnvironmentPlan", "previewPlan"),
    ("postDeployCommand", "initialDeployHook"),
    ("maxMemoryPolicy", "maxmemoryPolicy"),
    ("keyValueStores", "services"),
    ("redis", "services"),
    ("cronJobs", "services"),
    ("staticSites", "services"),
    ("crons", "services"),
    ("workers", "services"),
    ("previewEnviromentValue", "previewValue"),
    ("networkIsolation", "networking"),
    ("networkIsolationEnabled", "networking"),
    ("protectedStatus", "permissions"),
    ("permissons", "permissions"),
    ("cidrBlock", "source"),
    ("cidr", "source"),
    ("ip", "source"),
    ("envVar", "envVarKey"),
];

/// The field of `node` that an unknown field most likely means.
pub fn meant_field(node: SchemaNode, written: &str) -> Option<&'static str> {
    MEANT
        .iter()
        .find(|(wrong, right)| *wrong == written && field(node, right).is_some())
        .map(|(_, right)| *right)
}

/// What to do instead of an unknown field that no other field replaces: habits from other platforms (SPEC, SKILL
/// env-vars).
pub fn way_instead(node: SchemaNode, written: &str) -> Option<&'static str> {
    let service = matches!(node, SchemaNode::Service(_));
    Some(match written {
        "nodeVersion" if service => "set the variable `NODE_VERSION` instead",
        "pythonVersion" if service => "set the variable `PYTHON_VERSION` instead",
        "elixirVersion" if service => "set the variable `ELIXIR_VERSION` instead",
        "port" | "ports" | "expose" if service => {
            "remove it: a service listens on the variable `PORT`, and has one public port"
        }
        "secretFiles" if service => "remove it: add secret files in the Dashboard",
        "autoscaling" | "autoScaling" | "autoscale" if service => {
            "write `scaling`, with `minInstances`, `maxInstances` and a target"
        }
        "resources" | "memory" | "cpu" if service => {
            "remove it: memory and CPU come with the `plan`"
        }
        "depends_on" | "dependsOn" if service => {
            "remove it: services start independently; a reference in `envVars` gives the address of another one"
        }
        "volumes" if service => "write `disk`, with a name and a `mountPath`",
        "envVarGroups" if service => "link a group in `envVars`: `- fromGroup: …`",
        "envVars" if node == SchemaNode::Root => {
            "put them on each service, or share them as a group under `envVarGroups`"
        }
        "services" | "databases" if node == SchemaNode::Project => {
            "move it into an environment of the project, an item of `environments`"
        }
        "environments" if node == SchemaNode::Root => {
            "environments belong to a project, an item of `projects`"
        }
        "fromSecret" if node == SchemaNode::Variable => {
            "write `sync: false`: Render asks for the value in the Dashboard"
        }
        "type" if node == SchemaNode::Database => "remove it: every entry here is PostgreSQL",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Kind;

    #[test]
    fn knows_what_was_meant() {
        let web = SchemaNode::Service(Kind::Web);
        assert_eq!(meant_field(web, "dockerFilePath"), Some("dockerfilePath"));
        assert_eq!(meant_field(SchemaNode::Service(Kind::KeyValue), "dockerFilePath"), None);
    }

    #[test]
    fn what_is_meant_exists_somewhere_and_what_is_written_does_not_there() {
        for (wrong, right) in MEANT {
            let nodes: Vec<_> =
                SchemaNode::all().filter(|node| field(*node, right).is_some()).collect();
            assert!(!nodes.is_empty(), "{right} is no field");
            let useful = nodes.iter().any(|node| field(*node, wrong).is_none());
            assert!(useful, "{wrong} is a field wherever {right} is one");
        }
    }
}
