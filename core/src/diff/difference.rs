//! The difference as plain data.

use crate::diagnostics::Severity;
use crate::graph::{Answer, EdgeClass, Exposure, Verdict};

/// What changed between two Blueprints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Parts of the file: those of the head in its order, then those that are gone in the base's order.
    pub parts: Vec<PartChange>,
    /// Connections from a caller to a callee; entry points are listed separately.
    pub edges: Vec<EdgeChange>,
    /// Pairs of resources of both sides whose answer went from *yes* to *no* or from *no* to *yes*.
    pub reach: Vec<ReachChange>,
    /// How many further ones there are that are not listed: of more than 50,000, only these and those that are wired are.
    pub more_reach: usize,
    /// How many further pairs can reach each other now because one of them is new.
    pub new_paths: usize,
    /// Entry points from the internet.
    pub entry_points: Vec<EntryPointChange>,
    /// Environments whose isolation was switched, and resources that were taken out of an isolated one.
    pub isolation: Vec<IsolationChange>,
    /// New connections from one environment into another.
    pub crossings: Vec<Crossing>,
    /// Findings that the base did not have.
    pub introduced: Vec<FindingChange>,
    /// Findings that the head has no more.
    pub solved: Vec<FindingChange>,
}

/// A part of a Blueprint: a resource, an environment group, a project, an environment, or the file itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// A kind of resource as in ids, or `group`, `project`, `environment`, `blueprint`.
    pub kind: &'static str,
    /// The id of the node, or `kind:name`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// `root`, `ungrouped` or `project/environment`; `None` for what has no scope.
    pub scope: Option<String>,
}

impl Part {
    /// The file itself.
    pub(crate) fn file() -> Self {
        Self {
            kind: "blueprint",
            id: "blueprint".to_owned(),
            name: "Blueprint".to_owned(),
            scope: None,
        }
    }
}

/// A part that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// The part, as the head has it, or the base for one that is gone.
    pub part: Part,
    /// What became of it.
    pub kind: PartChangeKind,
    /// Its fields, by name; of a part that is new or gone, all of them.
    pub fields: Vec<FieldChange>,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartChangeKind {
    /// It was not there.
    Added,
    /// It is no longer there. Render deletes nothing because of that (DOC:infrastructure-as-code).
    Removed,
    /// The same under a new name. Render makes a second one and keeps the old (inferred from SPEC).
    Renamed {
        /// The name it had.
        from: String,
    },
    /// Some of its fields.
    Changed,
}

/// A field with its old and its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Where below the part: `plan`, `scaling.minInstances`, `envVars.DATABASE_URL`.
    pub field: String,
    /// What it was; `None` when it was not set.
    pub before: Option<Shown>,
    /// What it is; `None` when it is not set any more.
    pub after: Option<Shown>,
}

/// A value that may be shown to anybody: what looks like a secret is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The text, with `***` instead of what is hidden.
    pub text: String,
    /// Whether something is hidden.
    pub hidden: bool,
}

/// A connection that was gained or lost, or whose verdict changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdgeChange {
    /// Id of the caller, of the head where it has one.
    pub from: String,
    /// Id of the callee, of the head where it has one.
    pub to: String,
    /// What kind of traffic.
    pub class: EdgeClass,
    /// How it fared; `None` when it was not there.
    pub before: Option<Verdict>,
    /// Its verdict; `None` when it is gone.
    pub after: Option<Verdict>,
    /// The variables that cause it, or caused it.
    pub variables: Vec<String>,
}

/// A pair whose private reachability turned round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachChange {
    /// Id of the caller.
    pub from: String,
    /// Id of the callee.
    pub to: String,
    /// What it was.
    pub before: Answer,
    /// What it is.
    pub after: Answer,
    /// Why it was or is a *no*, in words.
    pub reasons: Vec<String>,
    /// Whether a variable of the caller uses the callee's private address now.
    pub wired: bool,
}

/// An entry point that was opened, closed or changed its width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPointChange {
    /// The resource.
    pub part: Part,
    /// What happened.
    pub moved: EntryPointMove,
    /// How open it was; `None` when the resource was not there.
    pub before: Option<Exposure>,
    /// How open it is; `None` when the resource is not there.
    pub after: Option<Exposure>,
    /// Ranges of addresses that get in now and did not.
    pub gained: Vec<String>,
    /// Ranges of addresses that got in and do not any more.
    pub lost: Vec<String>,
    /// Whether it is the entry point of a web service or static site that was not in the base.
    pub new_public_service: bool,
}

/// What happened to an entry point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryPointMove {
    /// It was not there.
    Opened,
    /// It lets more addresses in.
    Widened,
    /// It lets fewer addresses in.
    Narrowed,
    /// It is no longer there.
    Closed,
    /// The file no longer tells how open it is.
    Unclear,
}

/// An isolation that was switched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IsolationChange {
    /// An environment that is isolated now and was not.
    On {
        /// `project/environment`
        environment: String,
        /// Ids of the resources in it after the change.
        members: Vec<String>,
    },
    /// An environment that was isolated and is not any more.
    Off {
        /// `project/environment`
        environment: String,
        /// Ids of the resources in it after the change.
        members: Vec<String>,
    },
    /// A resource that was in an isolated environment and no longer is in one.
    Left {
        /// The resource.
        part: Part,
        /// `project/environment` that it left.
        environment: String,
    },
}

/// A new connection from one environment into another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crossing {
    /// `project/environment` of the caller.
    pub from_environment: String,
    /// `project/environment` of the callee.
    pub to_environment: String,
    /// What makes the connection.
    pub kind: CrossingKind,
}

/// What makes a connection from one environment into another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CrossingKind {
    /// A variable uses the callee's private address.
    Wired {
        /// Id of the caller.
        from: String,
        /// Id of the callee.
        to: String,
    },
    /// Both were there, and the private network lets the one reach the other now.
    Reachable {
        /// Id of the caller.
        from: String,
        /// Id of the callee.
        to: String,
    },
    /// Something in the one environment can reach something in the other, and nothing could.
    Open,
}

/// A finding that came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingChange {
    /// Code of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, as the finding says it, with secrets hidden.
    pub message: String,
    /// The part it is about.
    pub part: Option<Part>,
    /// 1-based line, in the text of the side that has it.
    pub line: usize,
}

/// Which kinds of change let a run fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alarms {
    /// A finding of severity error that the base did not have.
    pub new_error: bool,
    /// An entry point that was not there or grew wider, an isolation switched off, a new connection between
    /// environments; not the entry point of a new web service or static site.
    pub new_exposure: bool,
    /// A new web service or static site that is public.
    pub new_public_service: bool,
}

impl Difference {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Which alarms apply.
    pub fn alarms(&self) -> Alarms {
        Alarms {
            new_error: self.introduced.iter().any(|finding| finding.severity == Severity::Error),
            new_exposure: self.entry_points.iter().any(EntryPointChange::is_new_exposure)
                || self
                    .isolation
                    .iter()
                    .any(|change| !matches!(change, IsolationChange::On { .. }))
                || !self.crossings.is_empty(),
            new_public_service: self
                .entry_points
                .iter()
                .any(|entry_point| entry_point.new_public_service),
        }
    }

    /// Whether one of the alarms that are asked for applies.
    pub fn fails(&self, asked: Alarms) -> bool {
        let found = self.alarms();
        (asked.new_error && found.new_error)
            || (asked.new_exposure && found.new_exposure)
            || (asked.new_public_service && found.new_public_service)
    }
}

impl EntryPointChange {
    /// Whether it is a new exposure: opened or widened, and not the entry point of a new web service or static site.
    pub fn is_new_exposure(&self) -> bool {
        matches!(self.moved, EntryPointMove::Opened | EntryPointMove::Widened)
            && !self.new_public_service
    }
}

impl EntryPointMove {
    /// The word used in every output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Widened => "widened",
            Self::Narrowed => "narrowed",
            Self::Closed => "closed",
            Self::Unclear => "unclear",
        }
    }
}

impl PartChangeKind {
    /// The word used in every output.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed { .. } => "renamed",
            Self::Changed => "changed",
        }
    }
}
