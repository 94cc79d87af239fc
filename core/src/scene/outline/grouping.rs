//! By what the nodes of a picture are grouped while somebody walks it.

/// What a group of the outline stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grouping {
    /// Lanes, and in them the frames of environments, as the picture draws them.
    #[default]
    Lane,
    /// Environments, over all lanes.
    Environment,
    /// Callers: each group holds what one of them calls. A node is in as many groups as it has callers.
    Caller,
}

impl Grouping {
    /// All of them, in the order in which a key leads through them.
    pub const ALL: [Self; 3] = [Self::Lane, Self::Environment, Self::Caller];

    /// The word after "grouped by".
    pub fn word(self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Environment => "environment",
            Self::Caller => "caller",
        }
    }

    /// The next one, round and round.
    pub(super) fn next(self) -> Self {
        match self {
            Self::Lane => Self::Environment,
            Self::Environment => Self::Caller,
            Self::Caller => Self::Lane,
        }
    }

    /// The one before, round and round.
    pub(super) fn previous(self) -> Self {
        self.next().next()
    }
}
