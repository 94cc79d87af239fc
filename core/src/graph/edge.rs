//! Edges of the network.

use super::reach::Reason;
use crate::model::ResourceId;
use crate::text::Span;

/// What kind of traffic an edge stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeClass {
    /// Over the private network.
    Private,
    /// Over the public internet, to a public URL.
    Public,
    /// A value is copied; no traffic implied.
    Config,
    /// Through Render's API: a workflow's slug.
    Control,
    /// From the internet to a public resource.
    Ingress,
}

impl EdgeClass {
    /// The word used in ids and machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Public => "public",
            Self::Config => "config",
            Self::Control => "control",
            Self::Ingress => "ingress",
        }
    }
}

/// Whether the traffic of an edge gets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As wired, it works.
    Ok,
    /// Private, and the private network does not carry it.
    Blocked,
    /// Public between two of our own resources that have or could have a private route.
    Detour,
    /// The file cannot tell.
    Unknown,
}

impl Verdict {
    /// The word used in ids and machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Blocked => "blocked",
            Self::Detour => "detour",
            Self::Unknown => "unknown",
        }
    }
}

/// One connection from a caller to a callee.
#[derive(Clone, Debug, PartialEq)]
pub struct NetEdge {
    /// Stable id: `from>to:class:verdict`.
    pub id: String,
    /// What kind of traffic.
    pub class: EdgeClass,
    /// Whether it gets through.
    pub verdict: Verdict,
    /// Why, every reason that applies; empty for edges that are no private traffic.
    pub reasons: Vec<Reason>,
    /// The variables and routes that cause it, in source order; empty for ingress.
    pub causes: Vec<Cause>,
    /// How many edges it stands for: 1, and more only in a subgraph that is drawn.
    pub merged: usize,
}

impl NetEdge {
    /// The names of the variables that cause it, in source order, each once.
    pub fn variables(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for cause in &self.causes {
            if !names.contains(&cause.variable.as_str()) {
                names.push(&cause.variable);
            }
        }
        names
    }
}

/// One variable, or one route, that causes an edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// The service that holds it.
    pub consumer: ResourceId,
    /// The variable's name; of a route, "route" and its source.
    pub variable: String,
    /// The text that names the target.
    pub span: Span,
    /// The whole entry of it.
    pub entry: Span,
    /// Its place in the file's structure.
    pub path: String,
    /// How it names the target.
    pub kind: CauseKind,
    /// Where the address is written, when the variable copies it from another service.
    pub source: Option<Source>,
}

/// The variable in which a copied address is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The service that holds it, by itself or through a group.
    pub owner: ResourceId,
    /// Its name.
    pub variable: String,
    /// The text that names the target.
    pub span: Span,
    /// The variable's place in the file's structure.
    pub path: String,
    /// How it names the target.
    pub kind: CauseKind,
}

/// How a variable names its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// `fromService`
    Service,
    /// `fromDatabase`
    Database,
    /// A literal value that holds the target's address.
    Literal,
    /// `envVarKey` of a variable that holds the target's address.
    Copied,
    /// The destination of a static site's route.
    Route,
}
