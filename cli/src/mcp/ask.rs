//! The arguments of the tools, with a description of each.

use schemars::JsonSchema;
use serde::Deserialize;

/// A Blueprint, as text or as a file.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Source {
    /// The Blueprint itself, as YAML. Pass this or `path`.
    pub(super) text: Option<String>,
    /// A file with the Blueprint, in or below the folder that is open. Pass this or `text`.
    pub(super) path: Option<String>,
    /// With `path`: the file as it is in this revision of the git repository, such as `main` or `HEAD~1`.
    pub(super) revision: Option<String>,
}

/// For `expand`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Blueprint {
    #[serde(flatten)]
    pub(super) source: Source,
}

/// One Blueprint, or several.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Sources {
    #[serde(flatten)]
    pub(super) source: Source,
    /// Several files, in or below the folder that is open. Those of one git work tree are read as one workspace. Pass this
    /// instead of `text` and `path`.
    #[serde(default)]
    pub(super) paths: Vec<String>,
}

/// For `check`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Check {
    #[serde(flatten)]
    pub(super) sources: Sources,
}

/// For `fix`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Fix {
    #[serde(flatten)]
    pub(super) sources: Sources,
    /// Also apply fixes that may change what the Blueprint does. Without it, only safe ones are applied.
    #[serde(default)]
    pub(super) r#unsafe: bool,
}

/// For `reach`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Reach {
    #[serde(flatten)]
    pub(super) source: Source,
    /// The caller: an id such as `web:api`, or an unambiguous name. With `to`, only this pair is answered.
    pub(super) from: Option<String>,
    /// The callee, in the same way.
    pub(super) to: Option<String>,
    /// Which pairs. Without it, and without `from` and `to`, the wired ones.
    pub(super) only: Option<Pairs>,
}

/// Which pairs of `reach`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Pairs {
    /// Pairs that cannot reach each other.
    No,
    /// Pairs that are joined by a reference or an address.
    Wired,
    /// What the internet can reach.
    Public,
    /// Every pair.
    All,
}

/// For `explain`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Explain {
    /// Code of the rule, as in findings: `cross-region-reference`. Or the id of a fact: `W08`.
    pub(super) rule: String,
}

/// For `diff`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Diff {
    /// The Blueprint before.
    pub(super) base: Source,
    /// The Blueprint after.
    pub(super) head: Source,
}

/// For `plan`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Plan {
    /// The Blueprint before; an empty text when there was none.
    pub(super) base: Source,
    /// The Blueprint after.
    pub(super) head: Source,
    /// Plan for the first sync: the base describes resources that exist, and the sync takes them over.
    #[serde(default)]
    pub(super) first: bool,
}

/// For `render`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Render {
    #[serde(flatten)]
    pub(super) source: Source,
    /// The format: `mermaid` (a flowchart as text, short), `png` (a picture to look at), `svg`, or `json` (the network with
    /// all positions, long).
    #[serde(default)]
    pub(super) format: Drawing,
}

/// Formats of a picture.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Drawing {
    /// A flowchart for Markdown.
    #[default]
    Mermaid,
    /// A picture in pixels.
    Png,
    /// A self-contained picture.
    Svg,
    /// Scene and graph.
    Json,
}
