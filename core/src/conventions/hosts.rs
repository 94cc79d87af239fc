//! Hosts and ports as other platforms and common servers name them.

use crate::platform::{KEY_VALUE_PORT, POSTGRES_PORT};

/// Ports that datastores and brokers listen on, for telling a datastore on the loopback address from a service there:
/// in order Postgres, Redis, `MySQL`, `MongoDB`, AMQP, Elasticsearch.
pub const DATASTORE_PORTS: [u16; 6] = [POSTGRES_PORT, KEY_VALUE_PORT, 3306, 27017, 5672, 9200];

/// URL schemes of datastores and brokers.
pub const DATASTORE_SCHEMES: [&str; 11] = [
    "postgres",
    "postgresql",
    "redis",
    "rediss",
    "valkey",
    "mysql",
    "mariadb",
    "mongodb",
    "mongodb+srv",
    "amqp",
    "amqps",
];

/// Whether `host` is the loopback address.
pub fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "::1" | "[::1]" | "0.0.0.0")
}

/// Whose name `host` is, when it is an internal hostname of another platform. `render-internal.com` was never Render's,
/// though older texts about Render have it (SKILL history).
pub fn foreign_platform(host: &str) -> Option<&'static str> {
    const SUFFIXES: [(&str, &str); 7] = [
        ("host.docker.internal", "Docker Desktop"),
        (".railway.internal", "Railway"),
        (".flycast", "Fly.io"),
        (".svc.cluster.local", "Kubernetes"),
        (".compute.internal", "AWS"),
        (".internal", "another platform"),
        (".render-internal.com", "nobody"),
    ];
    SUFFIXES.iter().find(|(suffix, _)| host.ends_with(suffix)).map(|(_, platform)| *platform)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names_of_other_platforms() {
        assert_eq!(foreign_platform("host.docker.internal"), Some("Docker Desktop"));
        assert_eq!(foreign_platform("api.railway.internal"), Some("Railway"));
        assert_eq!(foreign_platform("api.default.svc.cluster.local"), Some("Kubernetes"));
        assert_eq!(foreign_platform("api.render-internal.com"), Some("nobody"));
        for host in ["api", "internal", "internal.example.com", "api.onrender.com"] {
            assert_eq!(foreign_platform(host), None, "{host}");
        }
    }
}
