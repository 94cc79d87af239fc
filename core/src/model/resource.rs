//! Services, databases and read replicas.

use super::env::EnvVar;
use super::field::{Field, Key, Present};
use super::ip::IpRule;
use super::scope::Scope;
use super::settings::Settings;
use crate::platform::{FREE_PLAN, Kind};
use crate::text::Span;

/// Index of a resource in [`Blueprint::resources`](super::Blueprint::resources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ResourceId(pub usize);

/// Where in the language a resource is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// An item of a `services` list.
    Service,
    /// An item of a `databases` list.
    Database,
    /// An item of a database's `readReplicas`.
    Replica {
        /// The database it copies.
        primary: ResourceId,
    },
}

/// What kind a resource is, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclaredKind {
    /// The file says so in Render's words, former ones included.
    Stated(Kind),
    /// `type` is missing or not one of Render's, but the meaning is plain.
    Assumed(Kind),
    /// Unknown.
    Unknown,
}

impl DeclaredKind {
    /// The kind, stated or assumed.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Stated(kind) | Self::Assumed(kind) => Some(kind),
            Self::Unknown => None,
        }
    }
}

/// A service, a database or a read replica.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its index.
    pub id: ResourceId,
    /// Where it is declared.
    pub declaration: Declaration,
    /// What it is.
    pub kind: DeclaredKind,
    /// The scope it is in; a replica's is its primary's.
    pub scope: Scope,
    /// Its place in the file's structure: `services[0]`.
    pub path: String,
    /// The whole entry.
    pub span: Span,
    /// `name`
    pub name: Field<String>,
    /// `type`
    pub type_field: Field<String>,
    /// `runtime`, or its former name `env`.
    pub runtime: Field<String>,
    /// `image.url`
    pub image_url: Field<String>,
    /// `previews.generation`, as written.
    pub previews_generation: Field<String>,
    /// `region`, as written.
    pub region: Field<String>,
    /// `plan`, as written.
    pub plan: Field<String>,
    /// `ipAllowList`
    pub ip_allow_list: Field<Vec<IpRule>>,
    /// `domains`, or the former `domain`.
    pub domains: Field<Vec<(String, Span)>>,
    /// `renderSubdomainPolicy`
    pub render_subdomain_policy: Field<String>,
    /// `connectionPool`
    pub connection_pool: Field<String>,
    /// Entries of `envVars`, in source order.
    pub env_vars: Vec<EnvVar>,
    /// Every key as written, in source order.
    pub keys: Vec<Key>,
    /// Everything else it says, by the names of the language's tables.
    pub settings: Settings,
}

impl Resource {
    /// The name for people; `(no name)` without one.
    pub fn label(&self) -> &str {
        self.name.text().unwrap_or("(no name)")
    }

    /// The key as written, when the resource has it.
    pub fn written(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// Where to point when the resource as a whole is meant: its name, else its `type`, else its first key.
    pub fn head(&self) -> Span {
        self.name
            .span()
            .or(self.type_field.span())
            .or(self.keys.first().map(|key| key.span))
            .unwrap_or(self.span)
    }

    /// The plan, when the file says that it is the free one.
    pub fn free_plan(&self) -> Option<&Present<String>> {
        self.plan.present().filter(|plan| plan.value == FREE_PLAN)
    }

    /// Whether it costs nothing: it has the free plan or is a static site (DOC:free).
    pub fn costs_nothing(&self) -> bool {
        self.free_plan().is_some() || self.kind.kind() == Some(Kind::Static)
    }

    /// The port the file states for it: the literal of its variable `PORT`, when it is a number from 1 to 65535.
    pub fn stated_port(&self) -> Option<u16> {
        self.env_vars
            .iter()
            .find(|var| var.key.text() == Some("PORT"))
            .and_then(|var| var.value.value())
            .and_then(|literal| literal.text.trim().parse().ok())
            .filter(|port| *port > 0)
    }
}
