//! How open a resource is to the internet (SPEC; DOC:inbound-ip-rules).

use crate::model::{DeclaredKind, Field, IpRule, Resource};
use crate::platform::Kind;

/// How open a resource is to the internet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exposure {
    /// Anybody may connect.
    Public,
    /// Only the ranges of an allow list may connect.
    PublicLimited,
    /// On the private network only.
    Private,
    /// Would be public, but rejects every request.
    Closed,
    /// Starts connections, takes none.
    OutboundOnly,
    /// The file cannot tell.
    Unknown,
}

impl Exposure {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::PublicLimited => "public-limited",
            Self::Private => "private",
            Self::Closed => "closed",
            Self::OutboundOnly => "outbound-only",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the internet gets in at all: an entry point.
    pub fn is_entry_point(self) -> bool {
        matches!(self, Self::Public | Self::PublicLimited)
    }
}

/// The exposure class of a declared resource.
pub fn exposure_of(resource: &Resource) -> Exposure {
    let Some(kind) = resource.kind.kind() else { return Exposure::Unknown };
    match kind {
        Kind::PrivateService => Exposure::Private,
        Kind::Worker | Kind::Cron | Kind::Workflow => Exposure::OutboundOnly,
        Kind::Replica => Exposure::Unknown,
        Kind::Postgres => by_list(resource, Exposure::Public, Exposure::Private),
        // Render refuses a Key Value instance without a list, so nobody knows what it would be.
        Kind::KeyValue => by_list(resource, Exposure::Unknown, Exposure::Private),
        Kind::Web | Kind::Static => {
            let is_nameless = resource.render_subdomain_policy.text() == Some("disabled");
            if is_nameless && resource.domains.is_malformed() {
                Exposure::Unknown
            } else if is_nameless && resource.domains.value().is_none_or(Vec::is_empty) {
                Exposure::Closed
            } else {
                by_list(resource, Exposure::Public, Exposure::Closed)
            }
        }
    }
}

/// The class that an allow list gives, with the classes for a list that is absent and one that is empty.
fn by_list(resource: &Resource, absent: Exposure, empty: Exposure) -> Exposure {
    match &resource.ip_allow_list {
        Field::Absent if matches!(resource.kind, DeclaredKind::Unknown) => Exposure::Unknown,
        Field::Absent => absent,
        Field::Malformed(_) => Exposure::Unknown,
        Field::Present(list) if list.value.is_empty() => empty,
        Field::Present(list) => {
            if list.value.iter().any(IpRule::is_everything) {
                Exposure::Public
            } else if list.value.iter().any(|rule| rule.range.is_none()) {
                Exposure::Unknown
            } else {
                Exposure::PublicLimited
            }
        }
    }
}
