//! Who can reach whom, why not, and what would have to change. Intent (who is wired to whom) and topology (who can
//! reach whom) stand in the same file, so one is held against the other here.

mod assertion;
mod barrier;
mod checklist;
mod close;
mod entry_points;
mod explain;
mod hops;
mod named;
mod remedy;

use crate::graph::{Answer, EdgeClass, Network, NodeKind, NodeRef, Reach, Reason};
use crate::model::Blueprint;
use crate::sort;
use crate::text::Span;

pub use assertion::{Breach, breach};
pub use barrier::{Barrier, Blockage, Direction, around, barriers};
pub use checklist::{Check, Checklist, Outcome, checklist};
pub(crate) use close::allow_only;
pub use close::close;
pub use entry_points::{EntryPoint, entry_points};
pub use hops::{Along, dependents, hops};
pub use named::{UnresolvedName, named};
pub use remedy::Remedy;

/// One reason with its words and the places that cause it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Which reason.
    pub reason: Reason,
    /// In words: lower case, no full stop.
    pub text: String,
    /// Where the file says so; empty where it says so by leaving something out of a resource without a name.
    pub spans: Vec<Span>,
}

/// Whether one resource may open a private connection to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The caller.
    pub from: NodeRef,
    /// The callee.
    pub to: NodeRef,
    /// The answer.
    pub answer: Answer,
    /// Whether a variable of the caller uses the callee's private address.
    pub wired: bool,
    /// Every reason that applies.
    pub reasons: Vec<Explanation>,
    /// The smallest edit that would make a *no* a *yes*, where one exists.
    pub remedy: Option<Remedy>,
}

/// What wiring and reachability say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WiringStatus {
    /// Wired, and it works.
    WiredReachable,
    /// Wired, and it cannot work: a bug.
    WiredUnreachable,
    /// Wired, and the file cannot tell.
    WiredUnknown,
    /// Reachable although nothing is wired: trust wider than needed.
    OnlyReachable,
    /// Neither, or not known.
    Apart,
}

impl WiringStatus {
    /// Every standing, the most wanted first.
    pub const ALL: [Self; 5] = [
        Self::WiredUnreachable,
        Self::WiredUnknown,
        Self::WiredReachable,
        Self::OnlyReachable,
        Self::Apart,
    ];

    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::WiredReachable => "wired-reachable",
            Self::WiredUnreachable => "wired-unreachable",
            Self::WiredUnknown => "wired-unknown",
            Self::OnlyReachable => "reachable",
            Self::Apart => "apart",
        }
    }

    /// What wiring and an answer say together.
    pub fn of(wired: bool, answer: Answer) -> Self {
        match (wired, answer) {
            (true, Answer::Yes) => Self::WiredReachable,
            (true, Answer::No) => Self::WiredUnreachable,
            (true, Answer::Unknown) => Self::WiredUnknown,
            (false, Answer::Yes) => Self::OnlyReachable,
            (false, Answer::No | Answer::Unknown) => Self::Apart,
        }
    }
}

impl Pair {
    /// What wiring and reachability say together.
    pub fn standing(&self) -> WiringStatus {
        WiringStatus::of(self.wired, self.answer)
    }
}

/// What the questions are asked of.
#[derive(Clone, Copy)]
pub struct ReachQuery<'a> {
    /// The user's text, for edits that keep its form.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a crate::text::LineIndex,
    /// What it declares.
    pub blueprint: &'a Blueprint,
    /// The network that makes.
    pub network: &'a Network,
}

/// Every ordered pair of different declared resources, callers in source order, callees in source order; and behind
/// each caller's, the undeclared targets that its references name.
pub fn pairs(question: ReachQuery<'_>) -> Vec<Pair> {
    let network = question.network;
    let declared: Vec<NodeRef> =
        network.nodes().filter(|(_, node)| node.is_declared()).map(|(node, _)| node).collect();
    let mut out = Vec::new();
    for from in &declared {
        out.extend(declared.iter().filter(|to| *to != from).map(|to| pair(question, *from, *to)));
        let mut named: Vec<NodeRef> = network
            .outgoing(*from)
            .map(|(_, to)| to)
            .filter(|to| matches!(network.node(*to).kind, NodeKind::Undeclared { .. }))
            .collect();
        sort::ascending(&mut named);
        named.dedup();
        out.extend(named.into_iter().map(|to| pair(question, *from, to)));
    }
    out
}

/// How many there are of each standing, in the order of [`WiringStatus::ALL`]: the four sets that wiring and reachability
/// make together, and the wired pairs that the file cannot tell about.
pub fn standings(found: impl IntoIterator<Item = WiringStatus>) -> [(WiringStatus, usize); 5] {
    let mut counts = WiringStatus::ALL.map(|standing| (standing, 0));
    for standing in found {
        for (wanted, count) in &mut counts {
            *count += usize::from(*wanted == standing);
        }
    }
    counts
}

/// The answer for one pair and whether it is wired, without words, for tables of thousands.
pub fn brief(question: ReachQuery<'_>, from: NodeRef, to: NodeRef) -> (Answer, bool) {
    let ReachQuery { blueprint, network, .. } = question;
    let (caller, callee) = (network.node(from), network.node(to));
    let wired = is_wired(network, from, to);
    // A callee elsewhere keeps the answer open, whatever the caller may do.
    if callee.is_declared() {
        (Reach::private(blueprint, caller, callee).answer, wired)
    } else {
        (Answer::Unknown, wired)
    }
}

/// One pair.
pub fn pair(question: ReachQuery<'_>, from: NodeRef, to: NodeRef) -> Pair {
    let ReachQuery { blueprint, network, .. } = question;
    let (caller, callee) = (network.node(from), network.node(to));
    let reach = Reach::private(blueprint, caller, callee);
    let (answer, wired) = brief(question, from, to);
    let remedy = if answer == Answer::No {
        remedy::remedy(question, caller, callee, &reach.reasons)
    } else {
        None
    };
    Pair {
        from,
        to,
        answer,
        wired,
        reasons: reach
            .reasons
            .into_iter()
            .map(|reason| explain::explain(blueprint, caller, callee, reason))
            .collect(),
        remedy,
    }
}

/// Whether a variable of the caller uses the callee's private address.
fn is_wired(network: &Network, from: NodeRef, to: NodeRef) -> bool {
    network
        .outgoing(from)
        .any(|(edge, other)| other == to && network.edge(edge).class == EdgeClass::Private)
}
