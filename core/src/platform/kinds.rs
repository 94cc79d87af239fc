//! Kinds of resources, and what each can do on the private network (SEED, DOC:private-network, DOC:free).

/// Fields that only a Key Value instance has (SPEC).
pub const KEY_VALUE_FIELDS: [&str; 2] = ["maxmemoryPolicy", "persistenceMode"];

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

/// Whether a kind receives traffic from the private network.
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

    /// The `type` that a Blueprint gives it, if any; what `fromService.type` must be.
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

    /// Whether it opens connections on the private network. Static sites are not on it (SEED); datastores only answer.
    pub fn sends(self) -> bool {
        matches!(
            self,
            Self::Web | Self::PrivateService | Self::Worker | Self::Cron | Self::Workflow
        )
    }

    /// Whether it receives connections from the private network.
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

    /// Whether the internet reaches it by a name of its own, on onrender.com or on a domain (DOC:web-services).
    pub fn has_public_name(self) -> bool {
        matches!(self, Self::Web | Self::Static)
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
}

/// The allowed values of a service's `type` (SCHEMA), the old `redis` last.
pub const SERVICE_TYPES: [&str; 7] =
    ["web", "pserv", "worker", "cron", "workflow", "keyvalue", "redis"];

/// The allowed values of `fromService.type` (SCHEMA); the last three are not documented.
pub const REFERENCE_TYPES: &[&str] =
    &["web", "pserv", "worker", "cron", "workflow", "keyvalue", "redis", "static", "dpg", "job"];
