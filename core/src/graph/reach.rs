//! The private network's rule: may this resource open a connection to that one? (SEED, DOC:free, SPEC; see the
//! table in `platform::kinds`.) An allow list takes no part: IP rules apply to the public internet only.

use super::node::{NetNode, NodeKind, Placement};
use crate::model::{Blueprint, Field, Resource, Scope};
use crate::platform::{Kind, PlanReading, Receiving, read_plan};

/// Yes, no, or the file cannot tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The connection works.
    Yes,
    /// It does not.
    No,
    /// The file cannot tell.
    Unknown,
}

impl Answer {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// Why a connection works, fails or is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Both are on one private network.
    SameRegion,
    /// They are on the private networks of two regions.
    DifferentRegion,
    /// The caller is a static site.
    SenderNotOnNetwork,
    /// The caller is a datastore.
    SenderCannotSend,
    /// The callee is of a kind that receives no private traffic.
    ReceiverCannotReceive,
    /// The callee is a free web service.
    ReceiverFreeWeb,
    /// An isolated environment lies between them.
    IsolatedEnvironment,
    /// The callee is not declared in this file.
    OutsideFile,
    /// A region cannot be read.
    UnknownRegion,
    /// A kind cannot be read.
    UnknownKind,
    /// The callee's plan cannot be read, so it may be free.
    UnknownPlan,
    /// The switch of an environment's isolation cannot be read.
    UnknownIsolation,
}

impl Reason {
    /// The code used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::SameRegion => "same-region",
            Self::DifferentRegion => "different-region",
            Self::SenderNotOnNetwork => "sender-not-on-network",
            Self::SenderCannotSend => "sender-cannot-send",
            Self::ReceiverCannotReceive => "receiver-cannot-receive",
            Self::ReceiverFreeWeb => "receiver-free-web",
            Self::IsolatedEnvironment => "isolated-environment",
            Self::OutsideFile => "outside-file",
            Self::UnknownRegion => "unknown-region",
            Self::UnknownKind => "unknown-kind",
            Self::UnknownPlan => "unknown-plan",
            Self::UnknownIsolation => "unknown-isolation",
        }
    }

    /// What keeps two resources apart, or the answer open, in a few words; `None` for what lets them connect.
    pub fn brief(self) -> Option<&'static str> {
        Some(match self {
            Self::SameRegion => return None,
            Self::DifferentRegion => "another region",
            Self::SenderNotOnNetwork => "outside every private network",
            Self::SenderCannotSend => "only answers",
            Self::ReceiverCannotReceive => "receives no private traffic",
            Self::ReceiverFreeWeb => "free plan",
            Self::IsolatedEnvironment => "isolated environment",
            Self::OutsideFile
            | Self::UnknownRegion
            | Self::UnknownKind
            | Self::UnknownPlan
            | Self::UnknownIsolation => "unknown",
        })
    }

    /// What it says about the connection.
    pub fn answer(self) -> Answer {
        match self {
            Self::SameRegion => Answer::Yes,
            Self::OutsideFile
            | Self::UnknownRegion
            | Self::UnknownKind
            | Self::UnknownPlan
            | Self::UnknownIsolation => Answer::Unknown,
            Self::DifferentRegion
            | Self::SenderNotOnNetwork
            | Self::SenderCannotSend
            | Self::ReceiverCannotReceive
            | Self::ReceiverFreeWeb
            | Self::IsolatedEnvironment => Answer::No,
        }
    }
}

/// The answer with every reason that applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The answer: one *no* decides, then one *unknown*.
    pub answer: Answer,
    /// Every reason, in a fixed order: sender, receiver, region, isolation.
    pub reasons: Vec<Reason>,
}

impl Reach {
    /// Puts reasons together.
    fn from_reasons(reasons: Vec<Reason>) -> Self {
        let says = |answer| reasons.iter().any(|reason| reason.answer() == answer);
        let answer = if says(Answer::No) {
            Answer::No
        } else if says(Answer::Unknown) {
            Answer::Unknown
        } else {
            Answer::Yes
        };
        Self { answer, reasons }
    }

    /// Whether `from` may open a private connection to `to`.
    pub fn private(blueprint: &Blueprint, from: &NetNode, to: &NetNode) -> Self {
        let mut reasons = Vec::new();
        reasons.extend(sender(from));
        if !to.is_declared() {
            reasons.push(Reason::OutsideFile);
            return Self::from_reasons(reasons);
        }
        reasons.extend(receiver(blueprint, to));
        reasons.extend(between(from.placement, to.placement));
        reasons.extend(boundary(blueprint, from.scope, to.scope));
        Self::from_reasons(reasons)
    }
}

/// What keeps the caller from sending.
pub(super) fn sender(node: &NetNode) -> Option<Reason> {
    match (node.kind, node.resource_kind()) {
        (NodeKind::Resource(_), Some(Kind::Static)) => Some(Reason::SenderNotOnNetwork),
        (NodeKind::Resource(_), Some(kind)) if !kind.sends() => Some(Reason::SenderCannotSend),
        (NodeKind::Resource(_), None) => Some(Reason::UnknownKind),
        _ => None,
    }
}

/// What keeps the callee from receiving.
pub(super) fn receiver(blueprint: &Blueprint, node: &NetNode) -> Option<Reason> {
    let Some(kind) = node.resource_kind() else { return Some(Reason::UnknownKind) };
    match kind.receives() {
        Receiving::Yes => None,
        Receiving::No => Some(Reason::ReceiverCannotReceive),
        Receiving::UnlessFree => match plan_reading(blueprint.resource(node.resource?), kind) {
            PlanReading::Paid => None,
            PlanReading::Free => Some(Reason::ReceiverFreeWeb),
            PlanReading::Unknown => Some(Reason::UnknownPlan),
        },
    }
}

/// What a resource's plan says about being free. An omitted plan means a paid one for a new service (SPEC).
fn plan_reading(resource: &Resource, kind: Kind) -> PlanReading {
    match &resource.plan {
        Field::Absent => PlanReading::Paid,
        Field::Present(plan) => read_plan(kind, &plan.value),
        Field::Malformed(_) => PlanReading::Unknown,
    }
}

/// What the places of the two say. Static sites have no region: their own reasons speak for them.
fn between(from: Placement, to: Placement) -> Option<Reason> {
    match (from, to) {
        (Placement::Region(a), Placement::Region(b)) if a == b => Some(Reason::SameRegion),
        (Placement::Region(_), Placement::Region(_)) => Some(Reason::DifferentRegion),
        (Placement::UnknownRegion, _) | (_, Placement::UnknownRegion) => {
            Some(Reason::UnknownRegion)
        }
        _ => None,
    }
}

/// The boundary of an environment between two scopes: one that is isolated, or one of which nobody can tell (SPEC
/// `networking.isolation`; that root and ungrouped resources are outside every environment is inferred from "into or out of
/// the environment").
fn boundary(blueprint: &Blueprint, from: Option<Scope>, to: Option<Scope>) -> Option<Reason> {
    let (from, to) = (from?, to?);
    let either = |test: fn(&Blueprint, Scope) -> bool| test(blueprint, from) || test(blueprint, to);
    if blueprint.is_one_place(from, to) {
        None
    } else if either(Blueprint::is_isolated) {
        Some(Reason::IsolatedEnvironment)
    } else {
        either(Blueprint::is_isolation_unknown).then_some(Reason::UnknownIsolation)
    }
}
