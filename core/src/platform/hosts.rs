//! Forms of hostnames and ports (SEED, SPEC, DOC:private-network, DOC:postgresql-creating-connecting, DOC:key-value, CLI).

/// The end of every public name that Render assigns (DOC:web-services).
pub const ONRENDER_SUFFIX: &str = ".onrender.com";

/// The port on which a service is expected to listen unless it sets `PORT` (DOC:web-services).
pub const DEFAULT_PORT: u16 = 10000;

/// Port of Postgres (SPEC).
pub const POSTGRES_PORT: u16 = 5432;

/// Port of Key Value (SPEC).
pub const KEY_VALUE_PORT: u16 = 6379;

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

/// The label that Render most likely makes of a service's name (inferred): lower case, everything else a hyphen.
pub fn slug(name: &str) -> String {
    let label = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    name.chars().map(label).collect()
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
}
