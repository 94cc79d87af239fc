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

    /// The step that a key takes, with or without Shift: the keys of the page and of the live view.
    pub fn of_key(key: &str, shift: bool) -> Option<Self> {
        Some(match (key, shift) {
            ("ArrowRight" | "ArrowDown", false) => Self::Next,
            ("ArrowLeft" | "ArrowUp", false) => Self::Previous,
            ("ArrowUp", true) => Self::Out,
            ("ArrowDown", true) => Self::In,
            ("ArrowRight", true) | ("]", _) => Self::Along,
            ("ArrowLeft", true) | ("[", _) => Self::Back,
            ("Home", _) => Self::First,
            ("End", _) => Self::Last,
            ("PageDown", _) => Self::NextGroup,
            ("PageUp", _) => Self::PreviousGroup,
            ("g" | "G", false) => Self::Regroup,
            ("g" | "G", true) => Self::RegroupBack,
            ("Backspace", _) => Self::Return,
            _ => return None,
        })
    }

    /// What is said when the step leads nowhere.
    pub fn leads_nowhere(self) -> &'static str {
        match self {
            Self::Next | Self::Last => "The last one",
            Self::Previous | Self::First => "The first one",
            Self::Out => "Nothing around it",
            Self::In => "Nothing inside it",
            Self::Along => "No connection leads on from here",
            Self::Back => "No connection leads here",
            Self::NextGroup => "The last group",
            Self::PreviousGroup => "The first group",
            Self::Regroup | Self::RegroupBack | Self::Return => "No step to take back",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    fn step(key: &str, shift: bool) -> Option<Step> {
        Step::of_key(key, shift)
    }

    #[test]
    fn opposite_keys_are_opposite_steps() {
        let pairs = [("ArrowLeft", "ArrowRight"), ("ArrowUp", "ArrowDown")];
        for ((one, other), shift) in
            pairs.into_iter().flat_map(|pair| [(pair, false), (pair, true)])
        {
            let (one, other) = (step(one, shift).unwrap(), step(other, shift).unwrap());
            assert_eq!(one.inverse(), Some(other));
        }
        assert_eq!(step("[", false).unwrap().inverse(), step("]", false));
        assert_eq!(step("g", false).unwrap().inverse(), step("G", true));
        assert_eq!(step("x", false), None);
    }
}
