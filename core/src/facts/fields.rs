//! Which fields each place of a Blueprint takes (SCHEMA 2026-09-26; SPEC for the two former names that the schema does
//! not know), and what unknown ones most likely mean (validator reports and real files).

use super::Kind;

/// A place in a Blueprint that takes fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The root of the file.
    Root,
    /// `ungrouped`
    Ungrouped,
    /// A service of that kind.
    Service(Kind),
    /// An item of `databases`.
    Database,
    /// An item of `readReplicas`.
    Replica,
    /// An item of `envVarGroups`.
    Group,
    /// An item of `projects`.
    Project,
    /// An item of a project's `environments`.
    Environment,
    /// An item of `envVars`.
    Variable,
}

const ROOT: &[&str] = &[
    "services",
    "databases",
    "envVarGroups",
    "projects",
    "ungrouped",
    "previews",
    "buildSources",
    "version",
    "previewsEnabled",
    "previewsExpireAfterDays",
];

const UNGROUPED: &[&str] = &["services", "databases", "envVarGroups", "buildSources"];

const SERVER: &[&str] = &[
    "type",
    "name",
    "runtime",
    "region",
    "plan",
    "buildSource",
    "repo",
    "branch",
    "rootDir",
    "buildFilter",
    "image",
    "registryCredential",
    "dockerCommand",
    "dockerContext",
    "dockerfilePath",
    "buildCommand",
    "startCommand",
    "preDeployCommand",
    "initialDeployHook",
    "numInstances",
    "scaling",
    "healthCheckPath",
    "maxShutdownDelaySeconds",
    "maintenanceMode",
    "disk",
    "domain",
    "domains",
    "renderSubdomainPolicy",
    "ipAllowList",
    "envVars",
    "autoDeploy",
    "autoDeployTrigger",
    "previews",
    "previewPlan",
    "pullRequestPreviewsEnabled",
];

const STATIC: &[&str] = &[
    "type",
    "name",
    "runtime",
    "repo",
    "branch",
    "rootDir",
    "buildFilter",
    "buildCommand",
    "preDeployCommand",
    "staticPublishPath",
    "headers",
    "routes",
    "domain",
    "domains",
    "renderSubdomainPolicy",
    "ipAllowList",
    "envVars",
    "autoDeploy",
    "autoDeployTrigger",
    "previews",
    "pullRequestPreviewsEnabled",
];

const CRON: &[&str] = &[
    "type",
    "name",
    "runtime",
    "region",
    "plan",
    "schedule",
    "repo",
    "branch",
    "rootDir",
    "buildFilter",
    "image",
    "registryCredential",
    "dockerCommand",
    "dockerContext",
    "dockerfilePath",
    "buildCommand",
    "startCommand",
    "preDeployCommand",
    "envVars",
    "autoDeploy",
    "autoDeployTrigger",
];

const KEY_VALUE: &[&str] = &[
    "type",
    "name",
    "region",
    "plan",
    "ipAllowList",
    "maxmemoryPolicy",
    "persistenceMode",
    "previewPlan",
];

const WORKFLOW: &[&str] = &[
    "type",
    "name",
    "runtime",
    "region",
    "repo",
    "branch",
    "rootDir",
    "buildFilter",
    "buildCommand",
    "startCommand",
    "envVars",
    "autoDeployTrigger",
];

const DATABASE: &[&str] = &[
    "name",
    "databaseName",
    "user",
    "region",
    "plan",
    "postgresMajorVersion",
    "diskSizeGB",
    "storageAutoscalingEnabled",
    "connectionPool",
    "ipAllowList",
    "highAvailability",
    "readReplicas",
    "previewPlan",
    "previewDiskSizeGB",
];

const VARIABLE: &[&str] = &[
    "key",
    "value",
    "generateValue",
    "sync",
    "previewValue",
    "fromService",
    "fromDatabase",
    "fromGroup",
];

/// The fields that a place takes, in a sensible order.
pub fn fields_of(place: Place) -> &'static [&'static str] {
    match place {
        Place::Root => ROOT,
        Place::Ungrouped => UNGROUPED,
        Place::Service(Kind::Static) => STATIC,
        Place::Service(Kind::Cron) => CRON,
        Place::Service(Kind::KeyValue) => KEY_VALUE,
        Place::Service(Kind::Workflow) => WORKFLOW,
        Place::Service(Kind::Web | Kind::PrivateService | Kind::Worker) => SERVER,
        Place::Service(Kind::Postgres | Kind::Replica) | Place::Database => DATABASE,
        Place::Replica => &["name"],
        Place::Group => &["name", "envVars"],
        Place::Project => &["name", "environments", "buildSources"],
        Place::Environment => {
            &["name", "services", "databases", "envVarGroups", "networking", "permissions"]
        }
        Place::Variable => VARIABLE,
    }
}

/// Fields that must be there: a test of their names, and the fact behind it. `runtime` may be left out beside
/// `buildSource` and may go by its former name `env`; `ipAllowList` has a rule of its own.
pub fn required_fields(place: Place) -> &'static [&'static str] {
    match place {
        Place::Service(Kind::KeyValue) => &["type", "name"],
        Place::Service(Kind::Cron) => &["type", "name", "runtime", "schedule"],
        Place::Service(Kind::Workflow) => &["type", "name", "runtime", "startCommand"],
        Place::Service(_) => &["type", "name", "runtime"],
        Place::Group => &["name", "envVars"],
        Place::Database | Place::Replica | Place::Project | Place::Environment => &["name"],
        Place::Root | Place::Ungrouped | Place::Variable => &[],
    }
}

/// Unknown fields that people write, and the one they mean.
const MEANT: &[(&str, &str)] = &[
    ("root", "rootDir"),
    ("rootDirectory", "rootDir"),
    ("command", "startCommand"),
    ("dockerFilePath", "dockerfilePath"),
    ("dockerfile", "dockerfilePath"),
    ("filter", "buildFilter"),
    ("customDomains", "domains"),
    ("httpHeaders", "headers"),
    ("publishPath", "staticPublishPath"),
    ("publishDir", "staticPublishPath"),
    ("instances", "numInstances"),
    ("instanceType", "plan"),
    ("httpHealthCheckPath", "healthCheckPath"),
    ("userName", "user"),
    ("databaseUser", "user"),
    ("version", "postgresMajorVersion"),
    ("ipWhitelist", "ipAllowList"),
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
];

/// The field of `place` that an unknown one most likely means, as found in real files.
pub fn meant_field(place: Place, written: &str) -> Option<&'static str> {
    let known = fields_of(place);
    MEANT
        .iter()
        .find(|(wrong, right)| *wrong == written && known.contains(right))
        .map(|(_, right)| *right)
}

/// The kinds of services that take a field.
pub fn kinds_with_field(field: &str) -> Vec<Kind> {
    Kind::ALL
        .into_iter()
        .filter(|kind| !kind.is_database() && fields_of(Place::Service(*kind)).contains(&field))
        .collect()
}

/// Runtimes that a kind takes (SCHEMA; SPEC); empty for kinds without one.
pub fn runtimes_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Web | Kind::PrivateService | Kind::Worker | Kind::Cron => {
            &["docker", "elixir", "go", "image", "node", "python", "ruby", "rust"]
        }
        Kind::Static => &["static"],
        Kind::Workflow => &["node", "python"],
        Kind::KeyValue | Kind::Postgres | Kind::Replica => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn required_fields_are_fields() {
        for kind in Kind::ALL {
            let place = Place::Service(kind);
            for field in required_fields(place).iter().filter(|_| !kind.is_database()) {
                assert!(fields_of(place).contains(field), "{kind:?} {field}");
            }
        }
    }

    #[test]
    fn knows_what_was_meant() {
        assert_eq!(
            meant_field(Place::Service(Kind::Web), "dockerFilePath"),
            Some("dockerfilePath")
        );
        assert_eq!(meant_field(Place::Service(Kind::KeyValue), "dockerFilePath"), None);
        assert_eq!(kinds_with_field("schedule"), [Kind::Cron]);
    }
}
