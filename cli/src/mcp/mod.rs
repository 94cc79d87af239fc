//! `mcp`: the same answers for AI assistants, through the Model Context Protocol over standard input and output.
//!
//! Every tool gives the answer of the command with the same name, as short as it can be; nothing is written, nothing is sent
//! anywhere. Mistakes in a Blueprint are a normal result; a tool returns an error only if it cannot answer.

mod answer;
mod ask;
#[cfg(any(test, target_os = "wasi"))]
mod lines;
mod patience;
mod read;
mod roots;
#[cfg(target_os = "wasi")]
mod stdio;
mod tools;
mod words;

use std::process::ExitCode;

use blueprint_lens_core::{VERSION, platform};
use rmcp::model::{Implementation, ServerCapabilities, ServerConfig};
use rmcp::{ServerHandler, ServiceExt as _, tool_handler};

use crate::config::Config;
use tools::Server;

/// Runs `mcp` until the client closes the connection.
///
/// # Errors
/// If the connection breaks.
pub(crate) fn run(config: Config) -> anyhow::Result<ExitCode> {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    #[cfg(target_os = "wasi")]
    let connection = stdio::connection(&mut builder);
    #[cfg(not(target_os = "wasi"))]
    let connection = rmcp::transport::stdio();
    let runtime = builder.enable_time().build()?;
    runtime.block_on(async {
        let server = Server::new(config);
        server.serve(connection).await?.waiting().await?;
        Ok(ExitCode::SUCCESS)
    })
}

#[tool_handler(router = self.tool_router)]
impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let instructions = format!(
            "Answers about Render Blueprints (render.yaml), from the text alone: nothing is sent anywhere, nothing is written, and only files that end in .yaml or .yml are read, below the folders that are open. Values that look like secrets are hidden. Facts about Render as of {}. Unofficial, not affiliated with Render.",
            platform::FACTS_DATE
        );
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new("blueprint-lens", VERSION))
            .with_instructions(instructions)
    }
}
