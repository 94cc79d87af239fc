//! Nodes of the network.

use super::exposure::Exposure;
use crate::model::{DeclaredKind, EnvironmentId, ResourceId, Scope};
use crate::platform::{Kind, Region};
use crate::text::Span;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A declared resource; its kind may be unknown.
    Resource(DeclaredKind),
    /// The internet.
    Internet,
    /// A host of another provider, or of another workspace, named in a value.
    External,
    /// A resource that is named but not declared; `expected` is the kind its first reference states.
    Undeclared {
        /// The kind that the reference states.
        expected: Option<Kind>,
    },
    /// Several nodes drawn as one box; only in a subgraph that is drawn (`scene::Subgraph`).
    Folded {
        /// How many.
        members: usize,
        /// How many of them the internet can reach.
        public: usize,
        /// How many of them are datastores.
        data: usize,
        /// What all of them are.
        common: Common,
    },
}

/// What the nodes of one box have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Common {
    /// Their place: a lane or an environment.
    Place,
    /// Their kind.
    Kind(Kind),
    /// They take requests from the internet, if it is not kept out.
    Public,
    /// They are private services and jobs.
    Private,
    /// They are datastores.
    Data,
}

impl Common {
    /// What a kind has in common with others of its role.
    pub fn role_of(kind: Kind) -> Self {
        match kind {
            Kind::Web | Kind::Static => Self::Public,
            Kind::PrivateService | Kind::Worker | Kind::Cron | Kind::Workflow => Self::Private,
            Kind::KeyValue | Kind::Postgres | Kind::Replica => Self::Data,
        }
    }
}

/// Where a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Placement {
    /// The internet itself, outside everything.
    Internet,
    /// Served from the edge: static sites, on no private network.
    Edge,
    /// On the private network of a region.
    Region(Region),
    /// On a private network whose region cannot be read.
    UnknownRegion,
    /// Declared somewhere else.
    Elsewhere,
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct NetNode {
    /// Stable id: `kind:name`, see `ids`.
    pub id: String,
    /// What it stands for.
    pub kind: NodeKind,
    /// Its name for people.
    pub name: String,
    /// Where it is.
    pub placement: Placement,
    /// Id of the lane that draws it, of two equal ones in two files with the second file; `None` for the internet.
    pub lane: Option<String>,
    /// The scope it is declared in; `None` for what is not declared.
    pub scope: Option<Scope>,
    /// Its environment, when it is in one.
    pub environment: Option<EnvironmentId>,
    /// The declared resource.
    pub resource: Option<ResourceId>,
    /// How open it is to the internet.
    pub exposure: Exposure,
    /// Where the text speaks of it: the declaration's name, or the first reference.
    pub span: Option<Span>,
    /// The whole declaration.
    pub extent: Option<Span>,
}

/// The id and the kind of the internet, in machine output and in assertions.
pub const INTERNET: &str = "internet";

impl NetNode {
    /// The kind of a declared resource, stated or assumed.
    pub fn resource_kind(&self) -> Option<Kind> {
        match self.kind {
            NodeKind::Resource(kind) => kind.kind(),
            NodeKind::Internet
            | NodeKind::External
            | NodeKind::Undeclared { .. }
            | NodeKind::Folded { .. } => None,
        }
    }

    /// The kind as written in ids and machine output: a resource kind, `internet`, `external` or
    /// `unknown`; `folded` in a drawn subgraph.
    pub fn kind_id(&self) -> &'static str {
        match self.kind {
            NodeKind::Resource(kind) => kind.kind().map_or("unknown", Kind::id),
            NodeKind::Internet => INTERNET,
            NodeKind::External => "external",
            NodeKind::Undeclared { .. } => "unknown",
            NodeKind::Folded { .. } => "folded",
        }
    }

    /// Whether the file declares it.
    pub fn is_declared(&self) -> bool {
        matches!(self.kind, NodeKind::Resource(_))
    }
}

impl Placement {
    /// The id of the lane that draws it, without the file; `None` for the internet, which is outside every lane.
    pub fn lane_id(self) -> Option<String> {
        match self {
            Self::Internet => None,
            Self::Edge => Some("edge".to_owned()),
            Self::Region(region) => Some(format!("region:{}", region.id())),
            Self::UnknownRegion => Some("region:unknown".to_owned()),
            Self::Elsewhere => Some("elsewhere".to_owned()),
        }
    }

    /// The region, when it is known.
    pub fn region(self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(region),
            Self::Internet | Self::Edge | Self::UnknownRegion | Self::Elsewhere => None,
        }
    }
}
