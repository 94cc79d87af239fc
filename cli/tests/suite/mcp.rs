//! The server for assistants, driven by a real client of the protocol over the program's standard input and output.

use std::path::Path;

use crate::folder::folder;
use crate::program::program;
use rmcp::model::{CallToolRequestParams, CallToolResult};
use rmcp::service::{RoleClient, RunningService};
use rmcp::transport::TokioChildProcess;
use rmcp::{RmcpError, ServiceExt as _};
use serde_json::{Value, json};

const BLUEPRINT: &str = "\
services:
  - type: web
    name: api
    runtime: docker
    region: oregon
    envVars:
      - key: AUTH
        fromService:
          type: pserv
          name: auth
          property: hostport
  - type: pserv
    name: auth
    env: docker
    region: ohio
";

pub(crate) type Client = RunningService<RoleClient, ()>;

pub(crate) async fn connect(folder: &Path) -> Client {
    let mut command = tokio::process::Command::new(program().get_program());
    command.current_dir(folder).arg("mcp");
    let transport = TokioChildProcess::new(command).expect("the program starts");
    ().serve(transport).await.map_err(RmcpError::from).expect("the server answers")
}

pub(crate) async fn call(client: &Client, tool: &'static str, arguments: Value) -> CallToolResult {
    let arguments = arguments.as_object().cloned().unwrap_or_default();
    let request = CallToolRequestParams::new(tool).with_arguments(arguments);
    client.call_tool(request).await.expect("the tool answers")
}

/// The answer of a tool as JSON.
async fn asked(client: &Client, tool: &'static str, arguments: Value) -> Value {
    let result = call(client, tool, arguments).await;
    assert_ne!(result.is_error, Some(true), "{result:?}");
    result.structured_content.unwrap_or_else(|| panic!("{tool} gives no JSON"))
}

/// The answer of a tool as text, and whether it is a refusal.
async fn said(client: &Client, tool: &'static str, arguments: Value) -> (String, bool) {
    let result = call(client, tool, arguments).await;
    let text = result.content.first().and_then(|content| content.as_text());
    let text = text.map(|text| text.text.clone()).unwrap_or_default();
    (text, result.is_error == Some(true))
}

/// What the command line prints.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = program().current_dir(folder).args(arguments).output().expect("it runs");
    String::from_utf8(output.stdout).expect("it is text")
}

fn printed_json(folder: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(folder, arguments)).expect("it is JSON")
}

#[tokio::test(flavor = "current_thread")]
async fn every_tool_says_what_it_takes() {
    let folder = folder(&[]);
    let client = connect(folder.path()).await;
    let tools = client.list_all_tools().await.expect("there is a list");
    let mut names: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
    names.sort_unstable();
    assert_eq!(names, ["check", "diff", "expand", "explain", "fix", "plan", "reach", "render"]);
    for tool in &tools {
        assert!(tool.description.as_ref().is_some_and(|text| text.len() > 40), "{}", tool.name);
        assert!(tool.input_schema.get("properties").is_some(), "{}", tool.name);
    }
    client.cancel().await.expect("the server ends");
}

#[tokio::test(flavor = "current_thread")]
async fn the_answers_are_those_of_the_command_line() {
    let mended = BLUEPRINT.replace("ohio", "oregon");
    let folder = folder(&[("render.yaml", BLUEPRINT), ("mended.yaml", &mended)]);
    let path = folder.path();
    let client = connect(path).await;
    let file = json!({ "path": "render.yaml" });

    let checked = asked(&client, "check", file.clone()).await;
    assert_eq!(checked, printed_json(path, &["check", "render.yaml", "--format", "json"]));
    assert_eq!(checked, asked(&client, "check", json!({ "text": BLUEPRINT })).await);

    assert_eq!(
        asked(&client, "reach", file.clone()).await,
        printed_json(path, &["reach", "render.yaml", "--format", "json"])
    );
    assert_eq!(
        asked(&client, "reach", json!({ "path": "render.yaml", "from": "api", "to": "auth" }))
            .await,
        printed_json(path, &["reach", "render.yaml", "api", "auth", "--format", "json"])
    );
    assert_eq!(
        asked(&client, "render", file.clone()).await,
        printed_json(path, &["render", "render.yaml", "--format", "json"])
    );
    for format in ["svg", "mermaid"] {
        let arguments = json!({ "path": "render.yaml", "format": format });
        let picture = printed(path, &["render", "render.yaml", "--format", format]);
        assert_eq!(said(&client, "render", arguments).await, (picture, false));
    }
    assert_eq!(
        asked(
            &client,
            "diff",
            json!({ "base": { "path": "render.yaml" }, "head": { "path": "mended.yaml" } })
        )
        .await,
        printed_json(path, &["diff", "render.yaml", "mended.yaml", "--format", "json"])
    );
    let planned = asked(
        &client,
        "plan",
        json!({ "base": { "path": "render.yaml" }, "head": { "text": BLUEPRINT.replace("ohio", "virginia") } }),
    )
    .await;
    assert_eq!(planned["worst"], "refused", "{planned}");
    let headline = planned["headline"].as_str().unwrap_or_default();
    assert!(headline.contains("Render most likely refuses this merge"), "{planned}");
    assert_eq!(planned["consequences"][0]["facts"], json!(["Z06"]));
    let expanded = printed(path, &["expand", "render.yaml"]);
    assert_eq!(said(&client, "expand", file.clone()).await, (expanded, false));
    let page = printed(path, &["explain", "cross-region-reference"]);
    let rule = json!({ "rule": "cross-region-reference" });
    assert_eq!(said(&client, "explain", rule).await, (page, false));

    let fixed = asked(&client, "fix", file).await;
    assert!(
        fixed["text"]
            .as_str()
            .is_some_and(|text| text.contains("runtime: docker\n    region: ohio"))
    );
    assert!(fixed["applied"].as_u64().is_some_and(|count| count > 0), "{fixed}");
    let kept = std::fs::read_to_string(path.join("render.yaml")).expect("it is there");
    assert_eq!(kept, BLUEPRINT, "a tool has written to the file");
    client.cancel().await.expect("the server ends");
}

#[tokio::test(flavor = "current_thread")]
async fn a_broken_blueprint_is_an_answer_and_a_broken_question_is_not() {
    let folder = folder(&[]);
    let client = connect(folder.path()).await;
    let checked = asked(&client, "check", json!({ "text": "services: [" })).await;
    assert!(checked["files"][0]["summary"]["errors"].as_u64().is_some_and(|count| count > 0));
    for (tool, arguments, reason) in [
        ("check", json!({}), "either as `text` or as the `path`"),
        ("check", json!({ "text": "", "path": "a" }), "either as `text` or as the `path`"),
        ("check", json!({ "path": "-" }), "either as `text` or as the `path`"),
        ("check", json!({ "path": "missing.yaml" }), "missing.yaml cannot be read"),
        ("explain", json!({}), "missing field `rule`"),
        ("explain", json!({ "rule": "cross-region" }), "no rule is called"),
        ("reach", json!({ "text": BLUEPRINT, "from": "api" }), "both `from` and `to`"),
        ("reach", json!({ "text": BLUEPRINT, "from": "api", "to": "x" }), "nothing is called `x`"),
    ] {
        let (text, refused) = said(&client, tool, arguments).await;
        assert!(refused && text.contains(reason), "{tool}: {text}");
    }
    client.cancel().await.expect("the server ends");
}
