//! `mcp`: the same answers for AI assistants, through the Model Context Protocol over standard input and output.
//!
//! Every tool returns the JSON of the command with the same name; nothing is written, nothing is sent anywhere.
//! Mistakes in a Blueprint are a normal result; a tool returns an error only if it cannot answer.

mod ask;
mod stdio;

use std::process::ExitCode;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::mermaid;
use blueprint_lens_core::plan::Mode;
use blueprint_lens_core::scene::svg::{self, SvgOptions};
use blueprint_lens_core::text::FileId;
use blueprint_lens_core::{VERSION, platform};
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{CallToolResult, ContentBlock, Implementation, ServerCapabilities, ServerConfig};
use rmcp::{ServerHandler, ServiceExt as _, tool, tool_handler, tool_router};
use serde::Serialize;

use crate::config::Config;
use crate::{diff, fix, json, reach, rules};
use ask::{Blueprint, Diff, Drawing, Explain, Fix, Plan, Reach, Render, Source};

/// Runs `mcp` until the client closes the connection.
///
/// # Errors
/// If the connection breaks.
pub(crate) fn run(config: Config) -> anyhow::Result<ExitCode> {
    let input = stdio::Input::default();
    let lines = input.clone();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .on_thread_park(move || lines.read_line())
        .build()?;
    runtime.block_on(async {
        let server = Server { config, tool_router: Server::tool_router() };
        server.serve((input, stdio::Output)).await?.waiting().await?;
        Ok(ExitCode::SUCCESS)
    })
}

struct Server {
    config: Config,
    tool_router: ToolRouter<Self>,
}

/// An answer as JSON, or the reason why there is none.
fn answer<T: Serialize>(result: anyhow::Result<T>) -> CallToolResult {
    match result.and_then(|value| Ok(serde_json::to_value(value)?)) {
        Ok(value) => CallToolResult::structured(value),
        Err(error) => refusal(&error),
    }
}

/// An answer that is a text.
fn text(result: anyhow::Result<String>) -> CallToolResult {
    match result {
        Ok(text) => CallToolResult::success(vec![ContentBlock::text(text)]),
        Err(error) => refusal(&error),
    }
}

fn refusal(error: &anyhow::Error) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(format!("{error:#}"))])
}

impl Server {
    fn analyse(&self, source: &Source) -> anyhow::Result<(String, Analysis)> {
        let (name, decoded) = source.read()?;
        Ok((name, Analysis::with(decoded, self.config.options())))
    }

    fn compare(&self, base: &Source, head: &Source, mode: Mode) -> anyhow::Result<diff::Compared> {
        Ok(diff::compare(base.read()?, head.read()?, mode, &self.config))
    }
}

#[tool_router]
impl Server {
    /// What is wrong with a Blueprint.
    #[tool(
        description = "Check a Render Blueprint (render.yaml): everything that Render would reject, traffic that cannot flow on the private network, and settings that work but are dangerous. Returns findings with rule, message, help, position in the text, and fixes."
    )]
    fn check(&self, Parameters(ask): Parameters<Blueprint>) -> CallToolResult {
        answer(self.analyse(&ask.source).map(|(name, analysis)| {
            json::check::report(vec![json::check::file(&name, &analysis, FileId::default())])
        }))
    }

    /// The text with fixes applied.
    #[tool(
        description = "Apply fixes to a Render Blueprint. Returns the whole new text and the number of fixes applied. Writes no file."
    )]
    fn fix(&self, Parameters(ask): Parameters<Fix>) -> CallToolResult {
        answer(ask.source.read().and_then(|(name, decoded)| {
            fix::refuse_other_encodings(&name, &decoded)?;
            let (text, applied) = fix::fixed(&decoded.text, ask.r#unsafe, &self.config);
            Ok(json::fix::Fixed::new(text, applied))
        }))
    }

    /// Who can reach whom.
    #[tool(
        description = "Who can reach whom on the private network of a Render Blueprint, with every reason, the smallest edit that would turn a no into a yes, and the entry points from the internet. With `from` and `to`, one pair and its checklist."
    )]
    fn reach(&self, Parameters(ask): Parameters<Reach>) -> CallToolResult {
        answer(self.analyse(&ask.source).and_then(|(_, analysis)| {
            let pair = match (&ask.from, &ask.to) {
                (Some(from), Some(to)) => Some((from.as_str(), to.as_str())),
                (None, None) => None,
                _ => anyhow::bail!("pass both `from` and `to`, or neither"),
            };
            let asked = reach::ask(&analysis, pair)?;
            Ok(json::reach::answer(&analysis, &asked.pairs, &asked.entry_points, pair.is_some()))
        }))
    }

    /// The page of a rule, or of a fact.
    #[tool(
        description = "Explain a rule: what it finds, why that matters on Render, an example, the fix, when to ignore it, and the facts it rests on with their sources; or explain one of those facts. Markdown."
    )]
    #[expect(clippy::unused_self, reason = "tools are methods")]
    fn explain(&self, Parameters(ask): Parameters<Explain>) -> CallToolResult {
        text(rules::explanation(&ask.rule))
    }

    /// What changed between two Blueprints.
    #[tool(
        description = "Show the semantic changes between two Render Blueprints: resources, fields, connections, who can reach whom, entry points from the internet, findings. Comments, order and spelling do not count as changes."
    )]
    fn diff(&self, Parameters(ask): Parameters<Diff>) -> CallToolResult {
        answer(self.compare(&ask.base, &ask.head, Mode::Later).map(|compared| compared.json()))
    }

    /// What the next sync does.
    #[tool(
        description = "What the next sync of a Render Blueprint does with a change, before it is merged: what Render refuses, which data is lost, what is left running and billing, which secrets change, which variables somebody must set by hand. A short answer: the worst in one line, then what needs a look, each with advice and how sure it is. Pass an empty `base` text for a new file."
    )]
    fn plan(&self, Parameters(ask): Parameters<Plan>) -> CallToolResult {
        let mode = if ask.first { Mode::First } else { Mode::Later };
        answer(self.compare(&ask.base, &ask.head, mode).map(|compared| compared.plan_answer()))
    }

    /// The picture of a Blueprint's network.
    #[tool(
        description = "Draw the private network of a Render Blueprint: regions as lanes, services and datastores, private and public edges. As JSON (scene and graph), SVG or Mermaid."
    )]
    fn render(&self, Parameters(ask): Parameters<Render>) -> CallToolResult {
        let analysis = self.analyse(&ask.source).map(|(_, analysis)| analysis);
        match ask.format {
            Drawing::Json => answer(analysis.map(|analysis| json::scene::picture(&analysis))),
            Drawing::Svg => text(
                analysis.map(|analysis| svg::document(analysis.scene(), &SvgOptions::default())),
            ),
            Drawing::Mermaid => text(
                analysis
                    .map(|analysis| mermaid::flowchart(analysis.blueprint(), analysis.network())),
            ),
        }
    }

    /// The effective Blueprint.
    #[tool(
        description = "The effective Render Blueprint as YAML: aliases and environment groups resolved, defaults written out, old spellings replaced. For reading and comparing."
    )]
    fn expand(&self, Parameters(ask): Parameters<Blueprint>) -> CallToolResult {
        text(self.analyse(&ask.source).map(|(_, analysis)| expand(&analysis)))
    }
}

#[tool_handler(router = self.tool_router)]
impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let instructions = format!(
            "Answers about Render Blueprints (render.yaml), from the text alone: nothing is sent anywhere and nothing is written. Facts about Render as of {}. Unofficial, not affiliated with Render.",
            platform::FACTS_DATE
        );
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new("blueprint-lens", VERSION))
            .with_instructions(instructions)
    }
}
