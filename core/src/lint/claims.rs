//! What a rule says in its declaration about the violations of the schema that it reports. Which of several claims counts
//! is decided in [`claimants`](super::claimants).

use crate::platform::{FieldType, Kind, SchemaNode};
use crate::schema::{FoundValue, Violation, ViolationKind};

/// Violations that a rule reports.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    nodes: NodeSet,
    fields: &'static [&'static str],
    pattern: Pattern,
}

impl Claim {
    /// Violations of these fields.
    pub const fn fields(nodes: NodeSet, fields: &'static [&'static str], pattern: Pattern) -> Self {
        Self { nodes, fields, pattern }
    }

    /// Violations of every field that no other rule claims by name.
    pub const fn every_field(pattern: Pattern) -> Self {
        Self { nodes: NodeSet::All, fields: &[], pattern }
    }

    /// Whether it names fields.
    pub const fn is_specific(&self) -> bool {
        !self.fields.is_empty()
    }

    /// Whether `violation` is one of them.
    pub fn covers(&self, violation: &Violation) -> bool {
        (self.fields.is_empty() || self.fields.contains(&violation.field.as_str()))
            && self.nodes.contains(violation.node)
            && self.pattern.matches(&violation.kind)
    }
}

/// Nodes of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeSet {
    /// Every node.
    All,
    /// Services and databases.
    Resources,
    /// Services of every kind.
    Services,
    /// Services of one kind.
    Service(Kind),
    /// `fromService`
    FromService,
    /// `fromDatabase`
    FromDatabase,
    /// Both of them.
    References,
    /// Variables of services and of groups.
    Variables,
    /// Variables of groups.
    GroupVariables,
}

impl NodeSet {
    fn contains(self, node: SchemaNode) -> bool {
        match self {
            Self::All => true,
            Self::Resources => matches!(node, SchemaNode::Service(_) | SchemaNode::Database),
            Self::Services => matches!(node, SchemaNode::Service(_)),
            Self::Service(kind) => node == SchemaNode::Service(kind),
            Self::FromService => node == SchemaNode::FromService,
            Self::FromDatabase => node == SchemaNode::FromDatabase,
            Self::References => matches!(node, SchemaNode::FromService | SchemaNode::FromDatabase),
            Self::Variables => matches!(node, SchemaNode::Variable | SchemaNode::GroupVariable),
            Self::GroupVariables => node == SchemaNode::GroupVariable,
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// The node has no such field.
    Unknown,
    /// It is required and absent.
    Missing,
    /// It, or one of several fields, is required and absent.
    MissingOrNoneOf,
    /// It is required, and absent or empty.
    MissingOrNull,
    /// It is none of the known words.
    NotInList,
    /// It is none of the known words, or no text at all.
    NotAWord,
    /// It is a boolean or nothing where a text belongs.
    NotAText,
    /// It is something else where a list belongs.
    NotAList,
    /// It has another type than it takes, a list excepted.
    WrongType,
    /// It is a number outside the range.
    OutOfRange,
    /// It excludes another field that is there.
    Excluded,
    /// It excludes one of these fields.
    ExcludedBy(&'static [&'static str]),
    /// A resource is in the wrong list.
    Misplaced,
}

impl Pattern {
    fn matches(self, kind: &ViolationKind) -> bool {
        match (self, kind) {
            (Self::Unknown, ViolationKind::Unknown)
            | (Self::Missing | Self::MissingOrNull, ViolationKind::Missing)
            | (Self::MissingOrNoneOf, ViolationKind::Missing | ViolationKind::MissingOneOf(_))
            | (Self::NotInList | Self::NotAWord, ViolationKind::NotInList { .. })
            | (Self::OutOfRange, ViolationKind::OutOfRange { .. })
            | (Self::Excluded, ViolationKind::Excluded { .. })
            | (Self::Misplaced, ViolationKind::Misplaced(_)) => true,
            (Self::ExcludedBy(others), ViolationKind::Excluded { by, .. }) => others.contains(by),
            (pattern, ViolationKind::WrongType { takes, found }) => match pattern {
                Self::NotAWord => matches!(found, FoundValue::Boolean(_) | FoundValue::Number(_)),
                Self::MissingOrNull => *found == FoundValue::Null,
                Self::NotAText => matches!(found, FoundValue::Null | FoundValue::Boolean(_)),
                Self::NotAList => matches!(takes, FieldType::List(_)),
                Self::WrongType => !matches!(takes, FieldType::List(_)),
                _ => false,
            },
            _ => false,
        }
    }
}
