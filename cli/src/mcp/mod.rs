//! `mcp`: a Model Context Protocol server over standard input and output, for assistants in editors.
//!
//! Every tool takes the text of a Blueprint or the path of one, and answers with the JSON of the command line. A broken
//! Blueprint is an answer; an argument that is missing, or a file that cannot be read, is an error of the tool.

mod arguments;

use std::process::ExitCode;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::mermaid;
use blueprint_lens_core::scene::svg::{self, SvgOptions};
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{CallToolResult, ContentBlock, Implementation, ServerCapabilities, ServerConfig};
use rmcp::{ServerHandler, ServiceExt as _, tool, tool_handler, tool_router};
use serde::Serialize;
use serde_json::json;

use crate::config::Config;
use crate::diff::Compared;
use crate::{fix, json, reach, rules};
use arguments::{
    BlueprintArguments, DiffArguments, ExplainArguments, FixArguments, Form, ReachArguments,
    RenderArguments,
};

/// Runs `mcp` until the client closes standard input.
///
/// # Errors
/// When the client speaks another protocol.
pub(crate) fn run(config: Config) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Lens { config, tool_router: Lens::tool_router() };
        server.serve(rmcp::transport::stdio()).await?.waiting().await?;
        Ok(ExitCode::SUCCESS)
    })
}

/// The server: nothing is kept between two calls.
struct Lens {
    config: Config,
    tool_router: ToolRouter<Self>,
}

#[tool_handler(router = self.tool_router)]
impl ServerHandler for Lens {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new("blueprint-lens", blueprint_lens_core::VERSION))
            .with_instructions(
                "Reads Render Blueprints (render.yaml): which private network they describe and what is wrong with \
                 it. Call `check` after writing or changing a Blueprint, `reach` before wiring two services, `diff` \
                 before a commit. Everything is computed on this machine. Unofficial: not affiliated with Render.",
            )
    }
}

#[tool_router]
impl Lens {
    /// Finds what is wrong with a Blueprint.
    #[tool(
        description = "Find what is wrong with a Render Blueprint: syntax, schema, private-network wiring, exposure, secrets. Returns the JSON of `check --format json`: findings with rule, severity, message, help, span and fixes."
    )]
    fn check(&self, Parameters(given): Parameters<BlueprintArguments>) -> CallToolResult {
        answer(
            self.analysed(&given).map(|analysis| {
                json::check::report(vec![json::check::file(given.name(), &analysis)])
            }),
        )
    }

    /// Applies fixes.
    #[tool(
        description = "Apply the fixes that keep what the author meant and return the whole new text; nothing is written to disk. With `unsafe`, also fixes that change what is deployed: show the difference first."
    )]
    fn fix(&self, Parameters(given): Parameters<FixArguments>) -> CallToolResult {
        answer(given.blueprint().read().and_then(|decoded| {
            anyhow::ensure!(decoded.invalid.is_empty(), "the Blueprint is not UTF-8");
            let (text, fixes) = fix::fixed(&decoded.text, given.unsafe_fixes, &self.config);
            let tool = json::tool();
            Ok(json!({ "version": json::VERSION, "tool": tool, "fixes": fixes, "text": text }))
        }))
    }

    /// Tells who can reach whom.
    #[tool(
        description = "Tell who can open a private connection to whom, why not, what would change it, and which doors to the internet there are. With `from` and `to` (ids or unambiguous names) one pair with its check-list, else every pair. Returns the JSON of `reach --format json`."
    )]
    fn reach(&self, Parameters(given): Parameters<ReachArguments>) -> CallToolResult {
        answer(self.analysed(&given.blueprint()).and_then(|analysis| {
            let asked = given.from.is_some();
            anyhow::ensure!(asked == given.to.is_some(), "`from` and `to` go together");
            let ends = given.from.as_deref().zip(given.to.as_deref());
            let (pairs, doors) = reach::chosen(&analysis, ends)?;
            Ok(json::reach::answer(&analysis, &pairs, &doors, asked))
        }))
    }

    /// Explains a rule.
    #[tool(
        description = "Explain a rule by its code, as findings name it: what it finds, why that matters, an example, the fix, when to ignore it. Returns the rule's entry of `rules --format json`."
    )]
    fn explain(&self, Parameters(given): Parameters<ExplainArguments>) -> CallToolResult {
        answer(rules::known(&given.rule).map(rules::entry))
    }

    /// Compares two Blueprints.
    #[tool(
        description = "Tell what changed between two Blueprints by meaning: resources, fields (secrets hidden), wiring, reachability, doors to the internet, findings introduced and solved. Returns the JSON of `diff --format json`."
    )]
    fn diff(&self, Parameters(given): Parameters<DiffArguments>) -> CallToolResult {
        let (base, head) = (given.base(), given.head());
        let both = || Ok((self.analysed(&base)?, self.analysed(&head)?));
        answer(both().map(|(before, after)| {
            let compared = Compared::of(base.name(), head.name(), before, after);
            json::diff::difference(&compared)
        }))
    }

    /// Draws the network.
    #[tool(
        description = "Draw the private network of a Blueprint. `json` (default) is the scene and the graph, `mermaid` a flowchart to paste into Markdown, `svg` a picture."
    )]
    fn render(&self, Parameters(given): Parameters<RenderArguments>) -> CallToolResult {
        match (self.analysed(&given.blueprint()), given.format) {
            (Ok(analysis), Form::Svg) => {
                text(svg::document(analysis.scene(), &SvgOptions::default()))
            }
            (Ok(analysis), Form::Mermaid) => {
                text(mermaid::flowchart(analysis.blueprint(), analysis.network()))
            }
            (analysis, _) => answer(analysis.map(|analysis| json::scene::picture(&analysis))),
        }
    }

    /// Writes the effective Blueprint.
    #[tool(
        description = "Write the effective Blueprint as YAML: aliases resolved, environment groups put into their services, defaults of new resources written out, former spellings replaced. For reading and comparing."
    )]
    fn expand(&self, Parameters(given): Parameters<BlueprintArguments>) -> CallToolResult {
        match self.analysed(&given) {
            Ok(analysis) => text(expand(&analysis)),
            Err(error) => failed(&error),
        }
    }

    fn analysed(&self, given: &BlueprintArguments) -> anyhow::Result<Analysis> {
        Ok(Analysis::with(given.read()?, self.config.options()))
    }
}

fn answer<T: Serialize>(result: anyhow::Result<T>) -> CallToolResult {
    match result.and_then(|value| Ok(serde_json::to_value(value)?)) {
        Ok(value) => CallToolResult::structured(value),
        Err(error) => failed(&error),
    }
}

fn text(text: String) -> CallToolResult {
    CallToolResult::success(vec![ContentBlock::text(text)])
}

fn failed(error: &anyhow::Error) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(format!("{error:#}"))])
}
