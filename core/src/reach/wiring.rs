//! What wiring and reachability say together.

use crate::graph::Answer;

/// What wiring and reachability say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WiringStatus {
    /// Wired, and it works.
    WiredReachable,
    /// Wired, and it cannot work: a bug.
    WiredUnreachable,
    /// Wired, and the answer is unknown.
    WiredUnknown,
    /// Reachable although nothing is wired: trust wider than needed.
    OnlyReachable,
    /// Neither, or not known.
    Apart,
}

impl WiringStatus {
    /// Every status, the most urgent first.
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

/// How many pairs have each status, in the order of [`WiringStatus::ALL`]: the four sets that wiring and reachability
/// make together, and the wired pairs whose answer is unknown.
pub fn count_statuses(found: impl IntoIterator<Item = WiringStatus>) -> [(WiringStatus, usize); 5] {
    let mut counts = WiringStatus::ALL.map(|status| (status, 0));
    for status in found {
        for (wanted, count) in &mut counts {
            *count += usize::from(*wanted == status);
        }
    }
    counts
}
