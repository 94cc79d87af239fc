//! What wiring and reachability mean together.

use crate::graph::Answer;

/// What wiring and reachability mean together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WiringStatus {
    /// Wired, and it works.
    WiredReachable,
    /// Wired, and it cannot work: a bug.
    WiredUnreachable,
    /// Wired, but unknown from the file whether it works.
    WiredUnknown,
    /// Reachable although nothing is wired: more trust than needed.
    OnlyReachable,
    /// Neither, or unknown.
    Apart,
}

impl WiringStatus {
    /// Every status, the most interesting first.
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

    /// The status for one wiring and one answer.
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

/// How many pairs have each status, in the order of [`WiringStatus::ALL`]: the four combinations of wiring and
/// reachability, and the wired pairs whose reachability is unknown.
pub fn count_statuses(found: impl IntoIterator<Item = WiringStatus>) -> [(WiringStatus, usize); 5] {
    let mut counts = WiringStatus::ALL.map(|status| (status, 0));
    for status in found {
        for (wanted, count) in &mut counts {
            *count += usize::from(*wanted == status);
        }
    }
    counts
}
