//! The server for assistants, driven by a real client in a child process.

mod folder;

use folder::folder;
use rmcp::ServiceExt as _;
use rmcp::model::{CallToolRequestParams, CallToolResult};
use rmcp::service::{RoleClient, RunningService};
use rmcp::transport::TokioChildProcess;
use serde_json::{Value, json};

const BLUEPRINT: &str = "\
services:
  - type: web
    name: api
    runtime: docker
    region: frankfurt
    envVars:
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
  - {type: pserv, name: auth, runtime: docker, region: ohio}
  - {type: redis, name: cache, ipAllowList: []}
";

type Client = RunningService<RoleClient, ()>;

async fn client(folder: &std::path::Path) -> Client {
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_blueprint-lens"));
    command.arg("mcp").current_dir(folder);
    ().serve(TokioChildProcess::new(command).expect("it starts")).await.expect("it answers")
}

async fn call(client: &Client, tool: &'static str, arguments: Value) -> CallToolResult {
    let arguments = arguments.as_object().expect("a mapping").clone();
    let asked = CallToolRequestParams::new(tool).with_arguments(arguments);
    client.call_tool(asked).await.expect("the tool answers")
}

/// The answer of a tool that is no error.
async fn json_of(client: &Client, tool: &'static str, arguments: Value) -> Value {
    let result = call(client, tool, arguments).await;
    assert_ne!(result.is_error, Some(true), "{tool}: {result:?}");
    result.structured_content.expect("the answer is JSON")
}

fn text_of(result: &CallToolResult) -> String {
    let content = serde_json::to_value(&result.content).expect("it has a JSON form");
    content[0]["text"].as_str().expect("a text").to_owned()
}

fn command_line(folder: &std::path::Path, arguments: &[&str]) -> Value {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_blueprint-lens"));
    let output = command.current_dir(folder).args(arguments).output().expect("it runs");
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

#[tokio::test]
async fn tools_answer_as_the_command_line_does() {
    let head = BLUEPRINT.replace("region: ohio", "region: frankfurt");
    let folder = folder(&[("render.yaml", BLUEPRINT), ("head.yaml", &head)]);
    let here = folder.path();
    let client = client(here).await;
    let tools = client.list_all_tools().await.expect("it lists its tools");
    let mut names: Vec<&str> = tools.iter().map(|tool| &*tool.name).collect();
    names.sort_unstable();
    assert_eq!(names, ["check", "diff", "expand", "explain", "fix", "reach", "render"]);
    assert!(tools.iter().all(|tool| tool.description.as_ref().is_some_and(|d| d.len() > 40)));

    let path = json!({ "path": "render.yaml" });
    let expected = command_line(here, &["check", "--format", "json"]);
    assert_eq!(json_of(&client, "check", path.clone()).await, expected);
    assert_eq!(json_of(&client, "check", json!({ "text": BLUEPRINT })).await, expected);

    let expected = command_line(here, &["reach", "render.yaml", "--format", "json"]);
    assert_eq!(json_of(&client, "reach", path.clone()).await, expected);
    let expected = command_line(here, &["reach", "render.yaml", "api", "auth", "--format", "json"]);
    let pair = json!({ "path": "render.yaml", "from": "api", "to": "auth" });
    assert_eq!(json_of(&client, "reach", pair).await, expected);

    let expected = command_line(here, &["diff", "render.yaml", "head.yaml", "--format", "json"]);
    let sides = json!({ "base_path": "render.yaml", "head_path": "head.yaml" });
    assert_eq!(json_of(&client, "diff", sides).await, expected);

    let expected = command_line(here, &["render", "render.yaml", "--format", "json"]);
    assert_eq!(json_of(&client, "render", path.clone()).await, expected);
    for (form, start) in [("svg", "<svg "), ("mermaid", "flowchart")] {
        let asked = json!({ "text": BLUEPRINT, "format": form });
        let picture = text_of(&call(&client, "render", asked).await);
        assert!(picture.contains(start), "{picture}");
    }

    let rules = command_line(here, &["rules", "--format", "json"]);
    let found = json_of(&client, "explain", json!({ "rule": "cross-region-reference" })).await;
    assert!(rules["rules"].as_array().expect("a list").contains(&found));

    let fixed = json_of(&client, "fix", path.clone()).await;
    assert!(fixed["text"].as_str().expect("a text").contains("type: keyvalue"), "{fixed}");
    let effective = text_of(&call(&client, "expand", path).await);
    assert!(effective.contains("maxmemoryPolicy: allkeys-lru"), "{effective}");
    client.cancel().await.expect("it stops");
}

#[tokio::test]
async fn a_broken_blueprint_is_an_answer_and_a_missing_argument_an_error() {
    let folder = folder(&[("render.yaml", BLUEPRINT)]);
    let client = client(folder.path()).await;
    let report = json_of(&client, "check", json!({ "text": "services: [\n" })).await;
    assert!(report["files"][0]["summary"]["errors"].as_u64() > Some(0));
    for (tool, arguments) in [
        ("check", json!({})),
        ("check", json!({ "path": "missing.yaml" })),
        ("check", json!({ "path": "-" })),
        ("check", json!({ "path": "render.yaml", "text": "" })),
        ("reach", json!({ "path": "render.yaml", "from": "api" })),
        ("reach", json!({ "path": "render.yaml", "from": "api", "to": "nobody" })),
        ("diff", json!({ "base_path": "render.yaml" })),
        ("explain", json!({ "rule": "no-such-rule" })),
    ] {
        let result = call(&client, tool, arguments.clone()).await;
        assert_eq!(result.is_error, Some(true), "{tool} {arguments}: {result:?}");
        assert!(!text_of(&result).is_empty());
    }
    let without = CallToolRequestParams::new("explain");
    let refused = client.call_tool(without).await;
    assert!(refused.is_err() || refused.is_ok_and(|result| result.is_error == Some(true)));
    client.cancel().await.expect("it stops");
}
