//! What a rule has to say, as plain data. How it is shown is decided by whoever shows it.

use crate::text::{FileId, Span, TextEdit};

/// How bad a finding is. One law: *error* = Render refuses the file, or the traffic cannot flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Advice.
    Info,
    /// Works, but is dangerous or surprising.
    Warning,
    /// Render refuses it, or the traffic cannot flow.
    Error,
}

impl Severity {
    /// The word used in every output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// The text is not YAML.
    Syntax,
    /// The official schema refuses it.
    Schema,
    /// Render's validator refuses it.
    Validator,
    /// Private traffic does not flow as wired.
    Network,
    /// Open to the internet.
    Exposure,
    /// A secret in the file.
    Secret,
    /// A former spelling.
    Deprecated,
    /// Form.
    Style,
    /// An assertion in the file does not hold.
    Assertion,
}

impl Category {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Schema => "schema",
            Self::Validator => "validator",
            Self::Network => "network",
            Self::Exposure => "exposure",
            Self::Secret => "secret",
            Self::Deprecated => "deprecated",
            Self::Style => "style",
            Self::Assertion => "assertion",
        }
    }
}

/// Whether a fix may be applied without looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// Keeps what the author meant.
    Safe,
    /// Changes what is deployed: look first.
    Unsafe,
    /// Shown only, never applied.
    Display,
}

impl Safety {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
            Self::Display => "display",
        }
    }
}

/// A change of the text that removes a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "use `hostport`".
    pub title: String,
    /// Whether it may be applied without looking.
    pub safety: Safety,
    /// The edits, all or none.
    pub edits: Vec<TextEdit>,
}

/// A second place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// The file that it is in, for a finding that counts from the start of another one.
    pub file: Option<FileId>,
    /// Why it matters: "`db` is declared here, in oregon".
    pub message: String,
}

/// One finding of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Code of the rule, kebab-case.
    pub rule: &'static str,
    /// Ids of the facts it rests on.
    pub facts: &'static [&'static str],
    /// What it is about.
    pub category: Category,
    /// How bad it is here; the rule's own severity unless the case is milder.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// Why it matters on Render and what to do.
    pub help: String,
    /// The smallest text that is wrong.
    pub span: Span,
    /// The place in the file's structure: `services[0].envVars[1].fromService`.
    pub path: String,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Fixes, the best first.
    pub fixes: Vec<Fix>,
    /// What it is marked on in the picture.
    pub subject: Subject,
}

impl Diagnostic {
    /// The first fix that can be applied, with its index.
    pub fn applicable_fix(&self) -> Option<(usize, &Fix)> {
        self.fixes.iter().enumerate().find(|(_, fix)| fix.safety != Safety::Display)
    }
}

/// What a finding is marked on in the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Id of the node at fault.
    pub node: Option<String>,
    /// Ids of other nodes that it is about just as much.
    pub also: Vec<String>,
    /// Id of the edge at fault.
    pub edge: Option<String>,
}
