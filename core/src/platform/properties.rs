//! What a reference may read from its target (SPEC, SCHEMA 2026-09-26).

use super::Kind;

/// `fromService.property`, in Render's order.
pub const SERVICE_PROPERTIES: [&str; 5] = ["host", "port", "hostport", "connectionString", "slug"];

/// `fromDatabase.property`, in Render's order.
pub const DATABASE_PROPERTIES: [&str; 7] =
    ["connectionString", "connectionPoolString", "host", "port", "user", "password", "database"];

/// Whether a `fromDatabase.property` is plain text, which opens no connection by itself (SPEC, meaning of the properties).
pub fn is_plain_text(property: &str) -> bool {
    matches!(property, "user" | "password" | "database")
}

/// The `fromService.property` values that are useful for a target of that kind, the usual one first (SPEC).
pub fn properties_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::KeyValue => &["connectionString", "host", "port"],
        Kind::Workflow => &["slug"],
        Kind::Web | Kind::PrivateService => &["hostport", "host", "port"],
        _ => &[],
    }
}

/// A service property Render knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// Private hostname, no scheme, no port.
    Host,
    /// Port of the target's HTTP server.
    Port,
    /// `host:port`
    HostPort,
    /// Internal `redis://` URL of a Key Value instance.
    ConnectionString,
    /// A workflow's slug, for Render's API.
    Slug,
}

impl Property {
    /// The property with exactly that spelling.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "host" => Self::Host,
            "port" => Self::Port,
            "hostport" => Self::HostPort,
            "connectionString" => Self::ConnectionString,
            "slug" => Self::Slug,
            _ => return None,
        })
    }

    /// The spelling in a Blueprint.
    pub fn id(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Port => "port",
            Self::HostPort => "hostport",
            Self::ConnectionString => "connectionString",
            Self::Slug => "slug",
        }
    }
}

/// The property in `known` that a wrong one most likely means; `None` if unsure. Wrong names as found in real files and
/// validator reports.
pub fn likely_property<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let folded: String = written
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let meant = match folded.as_str() {
        "internalconnectionstring"
        | "connectionuri"
        | "connectionurl"
        | "databaseurl"
        | "uri"
        | "redisurl"
        | "internalurl"
        | "internaldatabaseurl"
        | "connectionstring" => "connectionString",
        "pooledconnectionstring" | "poolconnectionstring" | "connectionpoolstring" => {
            "connectionPoolString"
        }
        "hostname" | "internalhost" | "internalhostname" | "host" => "host",
        "hostport" | "address" | "internaladdress" => "hostport",
        "username" | "user" => "user",
        "pass" | "password" => "password",
        "databasename" | "dbname" | "name" | "database" => "database",
        "port" => "port",
        "slug" => "slug",
        _ => return None,
    };
    known.iter().find(|name| **name == meant).copied()
}
