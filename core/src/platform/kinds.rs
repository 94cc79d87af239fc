//! Kinds of resources and what the private network lets each do (SEED, DOC:private-network, DOC:free).

use super::deprecated::renamed_kind;

/// A kind of resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `type: web`, served by a process.
    Web,
    /// `type: pserv`
    PrivateService,
    /// `type: worker`
    Worker,
    /// `type: cron`
    Cron,
    /// `type: web` with `runtime: static`
    Static,
    /// `type: workflow`
    Workflow,
    /// `type: keyvalue`, formerly `redis`
    KeyValue,
    /// An entry of `databases`.
    Postgres,
    /// An entry of a database's `readReplicas`.
    Replica,
}

/// Whether a kind takes traffic from the private network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiving {
    /// Always.
    Yes,
    /// Unless its plan is `free`: a free web service sends but never receives (DOC:free).
    UnlessFree,
    /// Never: no internal hostname (SEED).
    No,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Web,
        Self::PrivateService,
        Self::Worker,
        Self::Cron,
        Self::Static,
        Self::Workflow,
        Self::KeyValue,
        Self::Postgres,
        Self::Replica,
    ];

    /// The short name used in ids and machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::PrivateService => "pserv",
            Self::Worker => "worker",
            Self::Cron => "cron",
            Self::Static => "static",
            Self::Workflow => "workflow",
            Self::KeyValue => "keyvalue",
            Self::Postgres => "postgres",
            Self::Replica => "replica",
        }
    }

    /// The words Render's documentation uses, with a capital.
    pub fn words(self) -> &'static str {
        match self {
            Self::Web => "Web service",
            Self::PrivateService => "Private service",
            Self::Worker => "Background worker",
            Self::Cron => "Cron job",
            Self::Static => "Static site",
            Self::Workflow => "Workflow",
            Self::KeyValue => "Key Value",
            Self::Postgres => "Postgres",
            Self::Replica => "Read replica",
        }
    }

    /// The same with an article, for the middle of a sentence: `a background worker`.
    pub fn a_words(self) -> &'static str {
        match self {
            Self::Web => "a web service",
            Self::PrivateService => "a private service",
            Self::Worker => "a background worker",
            Self::Cron => "a cron job",
            Self::Static => "a static site",
            Self::Workflow => "a workflow",
            Self::KeyValue => "a Key Value instance",
            Self::Postgres => "a Postgres database",
            Self::Replica => "a read replica",
        }
    }

    /// The `type` a Blueprint gives it, where it has one; what `fromService.type` must say.
    pub fn blueprint_type(self) -> Option<&'static str> {
        match self {
            Self::Web | Self::Static => Some("web"),
            Self::PrivateService => Some("pserv"),
            Self::Worker => Some("worker"),
            Self::Cron => Some("cron"),
            Self::Workflow => Some("workflow"),
            Self::KeyValue => Some("keyvalue"),
            Self::Postgres | Self::Replica => None,
        }
    }

    /// Whether it starts connections on the private network. Static sites are not on it (SEED); datastores answer only.
    pub fn sends(self) -> bool {
        matches!(
            self,
            Self::Web | Self::PrivateService | Self::Worker | Self::Cron | Self::Workflow
        )
    }

    /// Whether it takes connections from the private network.
    pub fn receives(self) -> Receiving {
        match self {
            Self::PrivateService | Self::KeyValue | Self::Postgres | Self::Replica => {
                Receiving::Yes
            }
            Self::Web => Receiving::UnlessFree,
            Self::Worker | Self::Cron | Self::Static | Self::Workflow => Receiving::No,
        }
    }

    /// The same in words, to follow the name of the kind.
    pub fn receiving_words(self) -> &'static str {
        match self.receives() {
            Receiving::Yes => "can be called on the private network",
            Receiving::UnlessFree => {
                "can be called on the private network, unless its plan is `free`"
            }
            Receiving::No => "cannot be called on the private network",
        }
    }

    /// Whether it stores data rather than running code.
    pub fn is_datastore(self) -> bool {
        matches!(self, Self::KeyValue | Self::Postgres | Self::Replica)
    }

    /// Whether it is read through `fromDatabase` rather than `fromService` (SPEC).
    pub fn is_database(self) -> bool {
        matches!(self, Self::Postgres | Self::Replica)
    }

    /// Whether it has a region. Static sites are served from the edge (SPEC).
    pub fn has_region(self) -> bool {
        self != Self::Static
    }

    /// Whether it takes a `plan` (SCHEMA).
    pub fn has_plan(self) -> bool {
        !super::plans_of(self).is_empty()
    }
}

/// What `type` of a service takes, the former `redis` last (SCHEMA).
pub const SERVICE_TYPES: [&str; 7] =
    ["web", "pserv", "worker", "cron", "workflow", "keyvalue", "redis"];

/// What `fromService.type` takes (SCHEMA); the last three are not documented.
pub const REFERENCE_TYPES: &[&str] =
    &["web", "pserv", "worker", "cron", "workflow", "keyvalue", "redis", "static", "dpg", "job"];

/// What a written `type` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindReading {
    /// One of Render's types.
    Exact(Kind),
    /// A former name that Render still takes.
    Deprecated(Kind),
    /// Not one of Render's types, but its meaning is plain.
    Likely(Kind),
    /// Nothing known.
    Unknown,
}

impl KindReading {
    /// The kind, however it was reached.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Exact(kind) | Self::Deprecated(kind) | Self::Likely(kind) => Some(kind),
            Self::Unknown => None,
        }
    }
}

/// Reads a service's `type` (SCHEMA; API spellings after CLI; other wrong words as found in real files).
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

/// Reads a `fromService.type`: as [`read_kind`], plus the undocumented values of SCHEMA (`static`, `dpg`, `job`).
pub fn read_reference_kind(text: &str) -> KindReading {
    match text {
        "static" => KindReading::Exact(Kind::Static),
        "dpg" => KindReading::Exact(Kind::Postgres),
        "job" => KindReading::Exact(Kind::Cron),
        _ => read_kind(text),
    }
}

/// What a word that is no Blueprint type most likely means.
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
