//! What unknown fields most likely mean, as found in validator reports, in real files and in Render's API.

use super::{Place, field};

/// Unknown fields that people write, and the one they mean.
const MEANT: &[(&str, &str)] = &[
    ("root", "rootDir"),
    ("rootDirectory", "rootDir"),
    ("command", "startCommand"),
    ("cmd", "startCommand"),
    ("run", "startCommand"),
    ("dockerFilePath", "dockerfilePath"),
    ("dockerfile", "dockerfilePath"),
    ("filter", "buildFilter"),
    ("customDomains", "domains"),
    ("httpHeaders", "headers"),
    ("publishPath", "staticPublishPath"),
    ("publishDir", "staticPublishPath"),
    ("instances", "numInstances"),
    ("replicas", "numInstances"),
    ("instanceType", "plan"),
    ("httpHealthCheckPath", "healthCheckPath"),
    ("healthCheck", "healthCheckPath"),
    ("healthcheckPath", "healthCheckPath"),
    ("environment", "envVars"),
    ("environmentVariables", "envVars"),
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

/// The field of `place` that an unknown one most likely means.
pub fn meant_field(place: Place, written: &str) -> Option<&'static str> {
    MEANT
        .iter()
        .find(|(wrong, right)| *wrong == written && field(place, right).is_some())
        .map(|(_, right)| *right)
}

/// The environment variable that chooses the version of a runtime, for somebody who writes a field for it (SKILL
/// env-vars: versions are variables, not fields).
pub fn version_variable(written: &str) -> Option<&'static str> {
    match written {
        "nodeVersion" => Some("NODE_VERSION"),
        "pythonVersion" => Some("PYTHON_VERSION"),
        "elixirVersion" => Some("ELIXIR_VERSION"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Kind;

    #[test]
    fn knows_what_was_meant() {
        let web = Place::Service(Kind::Web);
        assert_eq!(meant_field(web, "dockerFilePath"), Some("dockerfilePath"));
        assert_eq!(meant_field(Place::Service(Kind::KeyValue), "dockerFilePath"), None);
    }

    #[test]
    fn what_is_meant_exists_somewhere_and_what_is_written_does_not_there() {
        for (wrong, right) in MEANT {
            let places: Vec<_> =
                Place::all().filter(|place| field(*place, right).is_some()).collect();
            assert!(!places.is_empty(), "{right} is no field");
            let useful = places.iter().any(|place| field(*place, wrong).is_none());
            assert!(useful, "{wrong} is a field wherever {right} is one");
        }
    }
}
