//! The arguments of the tools, with a description of each.

use std::path::{Path, PathBuf};

use blueprint_lens_core::text::Decoded;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::config::Config;
use crate::{find, input};

/// A Blueprint, as text or as a file.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Source {
    /// The Blueprint itself, as YAML. Pass this or `path`.
    pub(super) text: Option<String>,
    /// A file with the Blueprint, relative to the directory in which the server runs. Pass this or `text`.
    pub(super) path: Option<String>,
}

impl Source {
    /// Its name, and its text.
    ///
    /// # Errors
    /// If neither or both are given, or the file cannot be read.
    pub(super) fn read(&self) -> anyhow::Result<(String, Decoded)> {
        match (&self.text, &self.path) {
            (Some(text), None) => {
                let name = "render.yaml".to_owned();
                Ok((name, input::read_from(text.as_bytes(), "the text")?))
            }
            // Standard input is used by the protocol.
            (None, Some(path)) if path != "-" => Ok((path.clone(), input::read(Path::new(path))?)),
            _ => anyhow::bail!("pass the Blueprint either as `text` or as the `path` of a file"),
        }
    }
}

/// For `expand`.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Blueprint {
    #[serde(flatten)]
    pub(super) source: Source,
}

/// Several Blueprints, of which those in one git work tree are read together.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Sources {
    #[serde(flatten)]
    source: Source,
    /// Several files, or directories to search for Blueprints, relative to the directory in which the server runs. Those of
    /// one git work tree are one workspace. Pass this instead of `text` and `path`.
    #[serde(default)]
    paths: Vec<PathBuf>,
}

/// What a tool is asked about.
pub(super) enum Asked {
    /// One Blueprint: its name, and its text.
    One(String, Decoded),
    /// Files, in order.
    Files(Vec<PathBuf>),
}

impl Sources {
    /// What is meant.
    ///
    /// # Errors
    /// If nothing or too much is given, or no file can be found or read.
    pub(super) fn asked(&self, config: &Config) -> anyhow::Result<Asked> {
        if self.paths.is_empty() {
            return self.source.read().map(|(name, decoded)| Asked::One(name, decoded));
        }
        let is_single = self.source.text.is_some() || self.source.path.is_some();
        if is_single || self.paths.iter().any(|path| input::is_stdin(path)) {
            anyhow::bail!("pass the `paths` of files alone");
        }
        Ok(Asked::Files(find::blueprints(&self.paths, config)?))
    }
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
    /// What to draw: `json` (the network and all positions), `svg` or `mermaid`.
    #[serde(default)]
    pub(super) format: Drawing,
}

/// Formats of a picture.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Drawing {
    /// Scene and graph.
    #[default]
    Json,
    /// A self-contained picture.
    Svg,
    /// A flowchart for Markdown.
    Mermaid,
}
