//! The server for assistants, driven by a real client of the protocol over the program's standard input and output.

use std::path::Path;

use crate::folder::folder;
use crate::program::program;
use crate::repository::Repository;
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
        assert!(tool.title.is_some(), "{}", tool.name);
        let hints = tool.annotations.as_ref().expect("there are annotations");
        assert_eq!(hints.read_only_hint, Some(true), "{}", tool.name);
        assert_eq!(hints.open_world_hint, Some(false), "{}", tool.name);
        let has_schema = ["check", "diff", "fix", "plan", "reach"].contains(&tool.name.as_ref());
        assert_eq!(tool.output_schema.is_some(), has_schema, "{}", tool.name);
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

    let pair = json!({ "path": "render.yaml", "from": "api", "to": "auth" });
    for (arguments, same) in [
        (json!({ "path": "render.yaml", "only": "all" }), vec![]),
        (file.clone(), vec!["--only", "wired"]),
        (json!({ "path": "render.yaml", "from": "api" }), vec!["--from", "api"]),
        (
            json!({ "path": "render.yaml", "to": "auth", "only": "no" }),
            vec!["--to", "auth", "--only", "no"],
        ),
        (json!({ "path": "render.yaml", "only": "public" }), vec!["--only", "public"]),
        (pair, vec!["api", "auth"]),
    ] {
        let command = [vec!["reach", "render.yaml"], same, vec!["--format", "json"]].concat();
        assert_eq!(asked(&client, "reach", arguments).await, printed_json(path, &command));
    }
    let scene = json!({ "path": "render.yaml", "format": "json" });
    assert_eq!(
        asked(&client, "render", scene).await,
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

    let fixed = asked(&client, "fix", json!({ "text": BLUEPRINT })).await;
    let text = fixed["text"].as_str().unwrap_or_default();
    assert!(text.contains("runtime: docker\n    region: ohio"), "{fixed}");
    assert!(fixed["applied"].as_u64().is_some_and(|count| count > 0), "{fixed}");
    let changes = asked(&client, "fix", file).await;
    let diff = changes["diff"].as_str().unwrap_or_default();
    assert!(diff.contains("-    env: docker\n+    runtime: docker\n"), "{changes}");
    assert!(changes.get("text").is_none(), "a file is not sent whole");
    let kept = std::fs::read_to_string(path.join("render.yaml")).expect("it is there");
    assert_eq!(kept, BLUEPRINT, "a tool has written to the file");
    client.cancel().await.expect("the server ends");
}

#[tokio::test(flavor = "current_thread")]
async fn several_files_are_checked_and_fixed_as_a_workspace() {
    let repository = Repository::new();
    let caller = "services:\n  - type: worker\n    name: mail\n    runtime: docker\n    envVars:\n      - key: AUTH\n        fromService: {name: auth, property: hostport}\n";
    for (name, text) in [("render.yaml", BLUEPRINT), ("mail/render.yaml", caller)] {
        repository.write(name, text);
    }
    let path = repository.path();
    let client = connect(path).await;
    let files = json!({ "paths": ["mail/render.yaml", "render.yaml"] });
    assert_eq!(
        asked(&client, "check", files.clone()).await,
        printed_json(path, &["check", "mail/render.yaml", "render.yaml", "--format", "json"])
    );
    let fixed = asked(&client, "fix", files).await;
    assert_eq!(fixed["files"][0]["path"], "mail/render.yaml");
    let changes = fixed["files"][0]["diff"].as_str().expect("changes");
    assert!(changes.contains('+') && changes.contains("type: pserv"), "{changes}");
    assert_eq!(fixed["files"][0]["applied"], 1);
    assert_eq!(fixed["files"][1]["path"], "render.yaml");
    let (text, refused) = said(&client, "check", json!({ "text": "", "paths": ["a.yaml"] })).await;
    assert!(refused && text.contains("pass the `paths` of files alone"), "{text}");
    for outside in ["-", "../render.yaml", "/etc/passwd"] {
        let (text, refused) = said(&client, "fix", json!({ "paths": [outside] })).await;
        assert!(refused && text.contains("is not read"), "{outside}: {text}");
    }
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
        ("check", json!({ "path": "-" }), "`-` is not read"),
        ("check", json!({ "path": "missing.yaml" }), "missing.yaml cannot be read"),
        ("explain", json!({}), "missing field `rule`"),
        ("explain", json!({ "rule": "cross-region" }), "no rule is called"),
        ("check", json!({ "text": BLUEPRINT, "revision": "main" }), "one of a `revision`"),
        ("reach", json!({ "text": BLUEPRINT, "from": "api", "to": "x" }), "nothing is called `x`"),
    ] {
        let (text, refused) = said(&client, tool, arguments).await;
        assert!(refused && text.contains(reason), "{tool}: {text}");
    }
    client.cancel().await.expect("the server ends");
}

#[tokio::test(flavor = "current_thread")]
async fn no_answer_is_sent_twice_and_each_keeps_its_schema() {
    let mended = BLUEPRINT.replace("ohio", "oregon");
    let folder = folder(&[]);
    let client = connect(folder.path()).await;
    let tools = client.list_all_tools().await.expect("there is a list");
    let one = json!({ "text": BLUEPRINT });
    let two = json!({ "base": { "text": BLUEPRINT }, "head": { "text": mended } });
    for (tool, arguments) in [
        ("check", one.clone()),
        ("fix", one.clone()),
        ("reach", one.clone()),
        ("reach", json!({ "text": BLUEPRINT, "from": "api", "to": "auth" })),
        ("diff", two.clone()),
        ("plan", two),
    ] {
        let result = call(&client, tool, arguments).await;
        let answer = result.structured_content.expect("it is structured");
        let words = result.content[0].as_text().expect("there are words").text.clone();
        assert!(words.len() < 1000 && !words.starts_with('{'), "{tool}: {words}");
        assert!(!words.is_empty(), "{tool}");
        let schema =
            tools.iter().find(|one| one.name == tool).and_then(|one| one.output_schema.clone());
        let schema = Value::Object((*schema.expect("there is a schema")).clone());
        let wrong: Vec<String> = jsonschema::validator_for(&schema)
            .expect("the schema is one")
            .iter_errors(&answer)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(wrong, Vec::<String>::new(), "{tool}");
    }
    client.cancel().await.expect("the server ends");
}

#[tokio::test(flavor = "current_thread")]
async fn answers_are_small_however_many_resources_there_are() {
    let services: String = (0..100)
        .map(|at| {
            format!(
                "  - {{type: pserv, name: service-{at}, runtime: docker, region: {}}}\n",
                ["ohio", "oregon"][at % 2]
            )
        })
        .collect();
    let text = format!("services:\n{services}");
    let folder = folder(&[]);
    let client = connect(folder.path()).await;
    for only in ["all", "no", "wired", "public"] {
        let result = call(&client, "reach", json!({ "text": text, "only": only })).await;
        let size = serde_json::to_string(&result).expect("it is JSON").len();
        assert!(size < 64 * 1024, "{only}: {size} bytes");
        let answer = result.structured_content.expect("it is structured");
        let fields: Vec<&String> = answer.as_object().expect("an object").keys().collect();
        assert!(fields.iter().any(|field| *field == "summary"), "{fields:?}");
        if only == "all" {
            assert_eq!(answer["summary"]["pairs"], 9900);
            assert_eq!(answer["left_out"], 9860);
        }
    }
    client.cancel().await.expect("the server ends");
}

#[tokio::test(flavor = "current_thread")]
async fn only_files_below_the_root_are_read() {
    let outer = folder(&[
        ("secret.yaml", "password: hunter2\n"),
        ("inner/render.yaml", BLUEPRINT),
        ("inner/.env", "PASSWORD=hunter2\n"),
        ("inner/folder.yaml/x", ""),
    ]);
    let inner = outer.path().join("inner");
    let whole = outer.path().join("secret.yaml").display().to_string();
    let mut asked_for = vec![
        "/etc/passwd".to_owned(),
        "/etc/passwd.yaml".to_owned(),
        "../secret.yaml".to_owned(),
        "x/../../secret.yaml".to_owned(),
        ".env".to_owned(),
        "folder.yaml".to_owned(),
        whole,
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../secret.yaml", inner.join("link.yaml")).expect("linked");
        std::os::unix::fs::symlink("..", inner.join("up")).expect("linked");
        std::os::unix::fs::symlink("render.yaml", inner.join("own.yaml")).expect("linked");
        std::os::unix::fs::symlink("../gone.yaml", inner.join("lost.yaml")).expect("linked");
        asked_for.extend(["link.yaml".to_owned(), "up/secret.yaml".to_owned()]);
        asked_for.extend(["lost.yaml".to_owned(), "up/gone.yaml".to_owned()]);
    }
    let client = connect(&inner).await;
    for path in asked_for {
        for tool in ["fix", "check", "expand"] {
            let (text, refused) = said(&client, tool, json!({ "path": path })).await;
            assert!(refused, "{tool} {path}: {text}");
            let reasons = ["is not read: ", "is not a file", "cannot be read"];
            assert!(reasons.iter().any(|reason| text.contains(reason)), "{tool} {path}: {text}");
            assert!(!text.contains("hunter2"), "{tool} {path}: {text}");
            // Whether it is there is nobody's business.
            let leaves = ["/etc", "../", "x/", "link", "up/", "lost"];
            let is_elsewhere = leaves.iter().any(|start| path.starts_with(start));
            assert!(!is_elsewhere || text.contains("is not read: "), "{tool} {path}: {text}");
        }
    }
    #[cfg(unix)]
    asked(&client, "check", json!({ "path": "own.yaml" })).await;
    client.cancel().await.expect("the server ends");
}

/// A client that names a root of its own.
#[derive(Clone)]
struct Editor(String);

#[expect(deprecated, reason = "what clients of the versions before do")]
impl rmcp::ClientHandler for Editor {
    fn get_info(&self) -> rmcp::model::ClientInfo {
        let mut info = rmcp::model::ClientInfo::default();
        info.capabilities.roots = Some(rmcp::model::RootsCapabilities::default());
        info
    }

    async fn list_roots(
        &self,
        _: rmcp::service::RequestContext<RoleClient>,
    ) -> Result<rmcp::model::ListRootsResult, rmcp::ErrorData> {
        Ok(rmcp::model::ListRootsResult::new(vec![rmcp::model::Root::new(self.0.clone())]))
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_roots_of_the_client_count_where_it_names_some() {
    let shop = folder(&[("infra/render.yaml", BLUEPRINT)]);
    let elsewhere = folder(&[("render.yaml", BLUEPRINT)]);
    let mut command = tokio::process::Command::new(program().get_program());
    command.current_dir(elsewhere.path()).arg("mcp");
    let transport = TokioChildProcess::new(command).expect("the program starts");
    let editor = Editor(format!("file://{}", shop.path().display()));
    let client = editor.serve(transport).await.map_err(RmcpError::from).expect("it answers");
    let ask = async |path: String| {
        let arguments = json!({ "path": path }).as_object().cloned().unwrap_or_default();
        let request = CallToolRequestParams::new("check").with_arguments(arguments);
        client.call_tool(request).await.expect("it answers").is_error == Some(true)
    };
    assert!(!ask("infra/render.yaml".to_owned()).await, "below the root");
    assert!(!ask(shop.path().join("infra/render.yaml").display().to_string()).await, "whole");
    assert!(ask("render.yaml".to_owned()).await, "the folder of the server is not the client's");
    assert!(ask(elsewhere.path().join("render.yaml").display().to_string()).await, "nor whole");
    client.cancel().await.expect("the server ends");
}

#[tokio::test(flavor = "current_thread")]
async fn revisions_and_pixels() {
    let mut repository = Repository::new();
    repository.save(BLUEPRINT, "first");
    repository.save(&BLUEPRINT.replace("ohio", "oregon"), "second");
    let client = connect(repository.path()).await;
    let at = |revision: &str| json!({ "path": "render.yaml", "revision": revision });
    let checked = asked(&client, "check", at("HEAD~1")).await;
    assert_eq!(checked["files"][0]["path"], "HEAD~1:render.yaml");
    assert_eq!(checked["files"][0]["summary"]["errors"], 1);
    let compared =
        asked(&client, "diff", json!({ "base": at("HEAD~1"), "head": at("main") })).await;
    assert_eq!(compared["findings"]["solved"][0]["rule"], "cross-region-reference");
    for (path, revision) in [
        ("render.yaml", "nothing"),
        ("render.yaml", "--help"),
        ("other.yaml", "main"),
        ("../render.yaml", "main"),
        ("render.yaml", "main:x"),
    ] {
        let arguments = json!({ "path": path, "revision": revision });
        let (text, refused) = said(&client, "check", arguments).await;
        assert!(refused, "{path} at {revision}: {text}");
    }
    let picture = json!({ "path": "render.yaml", "format": "png" });
    let result = call(&client, "render", picture).await;
    let image = result.content.iter().find_map(|block| block.as_image()).expect("a picture");
    assert_eq!(image.mime_type, "image/png");
    assert!(image.data.starts_with("iVBORw0KGgo"), "PNG in base64");
    client.cancel().await.expect("the server ends");
}
