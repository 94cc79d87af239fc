//! Every command and every format on one Blueprint, for what must hold of all that the program says.

mod watched;

use std::path::Path;

use blueprint_lens_core::analysis::Analysis;
use serde_json::{Value, json};

use crate::mcp::{call, connect};
use crate::program::program;
use crate::repository::Repository;

/// What was said, and by whom.
pub(crate) struct Said {
    /// The command line, or the tool of the server.
    pub(crate) by: String,
    /// Standard output, or the answer.
    pub(crate) output: String,
    /// Standard error.
    pub(crate) errors: String,
}

/// The commands that read Blueprints, in every format; `FILE`, `BASE` and `HEAD` stand for the file in both versions.
const RUNS: &[&str] = &[
    "check FILE --all-advice --fail-on never",
    "check FILE --format json",
    "check FILE --format sarif",
    "check FILE --format github",
    "check FILE --format render",
    "check FILE OTHER --together",
    "check FILE MISSING",
    "render FILE --format svg",
    "render FILE --format svg --debug",
    "render FILE --format html",
    "render FILE --format json",
    "render FILE --format mermaid",
    "render FILE OTHER --format svg",
    "render MISSING",
    "reach FILE",
    "reach FILE --format json",
    "reach FILE --format csv",
    "reach FILE api db",
    "reach FILE --with OTHER",
    "reach FILE nobody db",
    "diff BASE FILE",
    "diff BASE FILE --format markdown",
    "diff BASE FILE --format html",
    "diff BASE FILE --format json",
    "diff FILE BASE",
    "diff FILE BASE --format markdown",
    "diff EMPTY FILE",
    "diff EMPTY FILE --format json",
    "diff FILE EMPTY --format markdown",
    "diff --twin BASE FILE",
    "diff --history main -- FILE",
    "diff HEAD MISSING",
    "plan BASE FILE",
    "plan BASE FILE --format json",
    "plan BASE FILE --format html",
    "plan --first BASE FILE --format markdown",
    "plan EMPTY FILE",
    "checklist FILE",
    "checklist FILE --format json",
    "checklist BASE FILE --format markdown",
    "bisect internet-/>db main -- FILE",
    "expand FILE",
    "fix MISSING",
];

/// Runs everything on a Blueprint in two versions, in a git repository that has both; `name` is what the file is called.
/// Each run ends by itself and with one of the program's own exit statuses.
pub(crate) fn everywhere(name: &str, base: &str, head: &str) -> Vec<Said> {
    let mut repository = Repository::new();
    let other = format!("other-{name}");
    repository.write(name, base);
    repository.commit("first");
    repository.write(name, head);
    repository.commit("second");
    repository.write(&format!("base-{name}"), base);
    repository.write(&other, base);
    repository.write("empty.yaml", "");
    let folder = repository.path();
    let mut said: Vec<Said> = RUNS
        .iter()
        .map(|run| {
            let arguments = run.split(' ').map(|word| match word {
                "FILE" => name.to_owned(),
                "BASE" => format!("base-{name}"),
                "OTHER" => other.clone(),
                "MISSING" => format!("missing-{name}"),
                "EMPTY" => "empty.yaml".to_owned(),
                word => word.replace("-/>", " -/> "),
            });
            ran(folder, &arguments.collect::<Vec<_>>(), "")
        })
        .collect();
    let page = format!("# Guide\n\n```render-blueprint\n{head}```\n");
    for form in ["svg", "image", "element"] {
        said.push(ran(folder, &["embed".into(), "--as".into(), form.into()], &page));
    }
    said.extend(tools(folder, name));
    let analysis = Analysis::new(head);
    let mut nodes = analysis.network().nodes().filter(|(_, node)| node.is_declared());
    let (_, node) = nodes.next().expect("it declares something");
    said.extend(watched::watched(folder, name, &node.id));
    said
}

fn ran(folder: &Path, arguments: &[String], input: &str) -> Said {
    let mut command = program();
    let output = command.current_dir(folder).args(arguments).write_stdin(input).output();
    let output = output.expect("it runs");
    let by = arguments.join(" ");
    assert!(output.status.code().is_some_and(|code| code <= 2), "{by}: {output:?}");
    let text =
        |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_else(|_| panic!("{by}: no text"));
    Said { output: text(output.stdout), errors: text(output.stderr), by }
}

/// The tools of the server for assistants.
fn tools(folder: &Path, name: &str) -> Vec<Said> {
    let file = json!({ "path": name });
    let both = json!({ "base": { "path": format!("base-{name}") }, "head": { "path": name } });
    let with = |more: Value| {
        let mut all = file.clone();
        all.as_object_mut().expect("an object").extend(more.as_object().cloned().expect("one"));
        all
    };
    let calls = [
        ("check", file.clone()),
        ("check", json!({ "path": format!("missing-{name}") })),
        ("fix", file.clone()),
        ("fix", with(json!({ "unsafe": true }))),
        ("reach", file.clone()),
        ("reach", with(json!({ "from": "api", "to": "db" }))),
        ("render", file.clone()),
        ("render", with(json!({ "format": "svg" }))),
        ("render", with(json!({ "format": "mermaid" }))),
        ("expand", file.clone()),
        ("diff", both.clone()),
        ("plan", both.clone()),
    ];
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("there is a runtime").block_on(async {
        let client = connect(folder).await;
        let mut said = Vec::new();
        for (tool, arguments) in calls {
            let by = format!("mcp {tool} {arguments}");
            let answer = call(&client, tool, arguments).await;
            let output = serde_json::to_string(&answer).expect("it is JSON");
            said.push(Said { by, output, errors: String::new() });
        }
        client.cancel().await.expect("the server ends");
        said
    })
}
