//! The steps of a walk.

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the sibling after this one.
    Next,
    /// To the sibling before this one.
    Previous,
    /// To the first sibling.
    First,
    /// To the last sibling.
    Last,
    /// One level up: from a connection to its node, from a node to its group, from a group to what holds it.
    Out,
    /// One level down: into a group, or to the connections of a node.
    In,
    /// Towards the callee: from a node onto its first outgoing connection, from a connection to its end.
    Along,
    /// Towards the caller: from a node onto its first incoming connection, from a connection to its start.
    Back,
    /// To the first node of the next group at the top.
    NextGroup,
    /// To the first node of the group before at the top.
    PreviousGroup,
    /// Groups by the next thing: lane, environment, caller.
    Regroup,
    /// Groups by the thing before.
    RegroupBack,
    /// Takes back the last step, whichever it was.
    Return,
}

impl Step {
    /// The step that leads back, where one key does.
    pub fn inverse(self) -> Option<Self> {
        Some(match self {
            Self::Next => Self::Previous,
            Self::Previous => Self::Next,
            Self::Out => Self::In,
            Self::In => Self::Out,
            Self::Along => Self::Back,
            Self::Back => Self::Along,
            Self::NextGroup => Self::PreviousGroup,
            Self::PreviousGroup => Self::NextGroup,
            Self::Regroup => Self::RegroupBack,
            Self::RegroupBack => Self::Regroup,
            Self::First | Self::Last | Self::Return => return None,
        })
    }
}
