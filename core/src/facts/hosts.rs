//! Forms of hostnames and ports (SEED, SPEC, DOC:private-network, DOC:postgresql-creating-connecting, DOC:key-value, CLI).

/// End of every public name Render gives out (DOC:web-services).
pub const ONRENDER_SUFFIX: &str = ".onrender.com";

/// Port a service is expected to listen on unless it sets `PORT` (DOC:web-services).
pub const DEFAULT_PORT: u16 = 10000;

/// Port of Postgres (SPEC).
pub const POSTGRES_PORT: u16 = 5432;

/// Port of Key Value (SPEC).
pub const KEY_VALUE_PORT: u16 = 6379;

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

/// Whether `host` is the internal name of a Render datastore: `dpg-` or `red-`, twenty characters, an optional suffix
/// such as `-a` (CLI id patterns).
pub fn internal_datastore_host(host: &str) -> bool {
    let Some(rest) = host.strip_prefix("dpg-").or_else(|| host.strip_prefix("red-")) else {
        return false;
    };
    let (id, suffix) = rest.split_once('-').unwrap_or((rest, "a"));
    id.len() == 20
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        && !suffix.is_empty()
        && suffix.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether `host` is the external name of a Render datastore:
/// `dpg-….<region>-postgres.render.com`, `<region>-keyvalue.render.com`, `<region>-redis.render.com`.
pub fn external_datastore_host(host: &str) -> bool {
    host.strip_suffix(".render.com").is_some_and(|rest| {
        let last = rest.rsplit('.').next().unwrap_or(rest);
        ["-postgres", "-keyvalue", "-redis"].iter().any(|end| last.ends_with(end))
    })
}

/// Whose name `host` is, when it is an internal name of another platform. `render-internal.com` was never Render's,
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
    fn knows_datastore_hosts() {
        assert!(internal_datastore_host("dpg-abcdefghij0123456789-a"));
        assert!(internal_datastore_host("red-abcdefghij0123456789"));
        assert!(!internal_datastore_host("red-team"));
        assert!(external_datastore_host("dpg-abcdefghij0123456789-a.oregon-postgres.render.com"));
        assert!(external_datastore_host("frankfurt-keyvalue.render.com"));
        assert!(!external_datastore_host("docs.render.com"));
    }

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
