//! Which kind a `type` in a file means: in Render's words, in old ones, or in words that people use instead.

use super::deprecated::renamed_kind;
use super::kinds::Kind;

/// What a `type` in a file means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindReading {
    /// One of Render's types.
    Exact(Kind),
    /// An old name that Render still accepts.
    Deprecated(Kind),
    /// Not one of Render's types, but its meaning is clear.
    Likely(Kind),
    /// Nothing known.
    Unknown,
}

impl KindReading {
    /// The kind, in whichever way it was found.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Exact(kind) | Self::Deprecated(kind) | Self::Likely(kind) => Some(kind),
            Self::Unknown => None,
        }
    }
}

/// Reads a service's `type` (SCHEMA; API spellings from CLI; other wrong words as found in real files).
pub fn read_kind(text: &str) -> KindReading {
    match text {
        "web" => KindReading::Exact(Kind::Web),
        "pserv" => KindReading::Exact(Kind::PrivateService),
        "worker" => KindReading::Exact(Kind::Worker),
        "cron" => KindReading::Exact(Kind::Cron),
        "workflow" => KindReading::Exact(Kind::Workflow),
        "keyvalue" => KindReading::Exact(Kind::KeyValue),
        _ => match renamed_kind(text) {
            Some(kind) => KindReading::Deprecated(kind),
            None => likely_kind(text).map_or(KindReading::Unknown, KindReading::Likely),
        },
    }
}

/// Reads a `fromService.type`: like [`read_kind`], plus the undocumented values of SCHEMA (`static`, `dpg`, `job`).
pub fn read_reference_kind(text: &str) -> KindReading {
    match text {
        "static" => KindReading::Exact(Kind::Static),
        "dpg" => KindReading::Exact(Kind::Postgres),
        "job" => KindReading::Exact(Kind::Cron),
        _ => read_kind(text),
    }
}

/// What a word that is not a Blueprint type most likely means.
fn likely_kind(text: &str) -> Option<Kind> {
    let folded: String =
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    Some(match folded.as_str() {
        "web" | "webservice" | "service" | "webapp" | "server" | "http" | "api" => Kind::Web,
        "pserv" | "privateservice" | "private" | "pservice" | "internal" => Kind::PrivateService,
        "worker" | "backgroundworker" | "background" | "workers" => Kind::Worker,
        "cron" | "cronjob" | "job" | "scheduled" | "schedule" => Kind::Cron,
        "static" | "staticsite" | "site" | "spa" => Kind::Static,
        "workflow" | "workflows" => Kind::Workflow,
        "keyvalue" | "redis" | "valkey" | "kv" | "keyvaluestore" | "cache" => Kind::KeyValue,
        "postgres" | "postgresql" | "pspg" | "psql" | "pg" | "db" | "database" | "dpg"
        | "pgsql" => Kind::Postgres,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::kinds::{REFERENCE_TYPES, SERVICE_TYPES};

    #[test]
    fn reads_types() {
        assert_eq!(read_kind("web"), KindReading::Exact(Kind::Web));
        assert_eq!(read_kind("redis"), KindReading::Deprecated(Kind::KeyValue));
        assert_eq!(read_kind("private_service"), KindReading::Likely(Kind::PrivateService));
        assert_eq!(read_kind("psql"), KindReading::Likely(Kind::Postgres));
        assert_eq!(read_kind("mysql"), KindReading::Unknown);
        assert_eq!(read_reference_kind("dpg"), KindReading::Exact(Kind::Postgres));
        let known = |reading| matches!(reading, KindReading::Exact(_) | KindReading::Deprecated(_));
        assert!(SERVICE_TYPES.iter().all(|text| known(read_kind(text))));
        assert!(REFERENCE_TYPES.iter().all(|text| known(read_reference_kind(text))));
    }
}
