//! What the tools take. The comments are what assistants read.

use std::path::Path;

use blueprint_lens_core::text::Decoded;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::input;

/// A Blueprint: give `text` or `path`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct BlueprintArguments {
    /// The text of the Blueprint.
    text: Option<String>,
    /// Path of the Blueprint, relative to the folder the server runs in.
    path: Option<String>,
}

/// What `fix` takes: `text` or `path`, and which fixes.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct FixArguments {
    /// The text of the Blueprint.
    text: Option<String>,
    /// Path of the Blueprint, relative to the folder the server runs in.
    path: Option<String>,
    /// Also apply fixes that change what is deployed.
    #[serde(default, rename = "unsafe")]
    pub(super) unsafe_fixes: bool,
}

/// What `reach` takes: `text` or `path`, and a pair or nothing.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct ReachArguments {
    /// The text of the Blueprint.
    text: Option<String>,
    /// Path of the Blueprint, relative to the folder the server runs in.
    path: Option<String>,
    /// The caller: an id such as `web:api`, or a name where it is unambiguous.
    pub(super) from: Option<String>,
    /// The callee.
    pub(super) to: Option<String>,
}

/// What `explain` takes.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct ExplainArguments {
    /// Code of the rule, for example `cross-region-reference`.
    pub(super) rule: String,
}

/// What `diff` takes: a text or a path for each side.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct DiffArguments {
    /// The text before.
    base: Option<String>,
    /// Path of the Blueprint before, instead of `base`.
    base_path: Option<String>,
    /// The text after.
    head: Option<String>,
    /// Path of the Blueprint after, instead of `head`.
    head_path: Option<String>,
}

/// What `render` takes: `text` or `path`, and the form.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct RenderArguments {
    /// The text of the Blueprint.
    text: Option<String>,
    /// Path of the Blueprint, relative to the folder the server runs in.
    path: Option<String>,
    /// Form of the picture.
    #[serde(default)]
    pub(super) format: Form,
}

/// Forms of a picture.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Form {
    /// Scene and graph.
    #[default]
    Json,
    /// A Mermaid flowchart.
    Mermaid,
    /// A picture that stands alone.
    Svg,
}

impl BlueprintArguments {
    fn new(text: Option<&String>, path: Option<&String>) -> Self {
        Self { text: text.cloned(), path: path.cloned() }
    }

    /// What it goes by in a report.
    pub(super) fn name(&self) -> &str {
        self.path.as_deref().unwrap_or("render.yaml")
    }

    /// The text itself.
    ///
    /// # Errors
    /// When there is neither or both of text and path, the file cannot be read, or it is too large.
    pub(super) fn read(&self) -> anyhow::Result<Decoded> {
        match (&self.text, &self.path) {
            (Some(text), None) => input::read_from(text.as_bytes(), "the text"),
            // Standard input belongs to the protocol.
            (None, Some(path)) if path != "-" => input::read(Path::new(path)),
            (None, Some(_)) => anyhow::bail!("`-` is no path here; give the text as `text`"),
            (Some(_), Some(_)) => anyhow::bail!("give either the text of a Blueprint or its path"),
            (None, None) => anyhow::bail!("give the text of a Blueprint, or its path"),
        }
    }
}

impl FixArguments {
    pub(super) fn blueprint(&self) -> BlueprintArguments {
        BlueprintArguments::new(self.text.as_ref(), self.path.as_ref())
    }
}

impl ReachArguments {
    pub(super) fn blueprint(&self) -> BlueprintArguments {
        BlueprintArguments::new(self.text.as_ref(), self.path.as_ref())
    }
}

impl RenderArguments {
    pub(super) fn blueprint(&self) -> BlueprintArguments {
        BlueprintArguments::new(self.text.as_ref(), self.path.as_ref())
    }
}

impl DiffArguments {
    pub(super) fn base(&self) -> BlueprintArguments {
        BlueprintArguments::new(self.base.as_ref(), self.base_path.as_ref())
    }

    pub(super) fn head(&self) -> BlueprintArguments {
        BlueprintArguments::new(self.head.as_ref(), self.head_path.as_ref())
    }
}
