//! Messages that no client sends to the server for assistants: whatever comes, every question has one answer.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::folder::folder;
use crate::program::program;

const TOOLS: [&str; 9] =
    ["check", "fix", "reach", "explain", "diff", "plan", "render", "expand", "nothing"];

/// Values where others are expected.
fn values() -> Vec<Value> {
    let deep = (0..100).fold(json!("x"), |inner, _| json!([inner]));
    vec![
        Value::Null,
        json!(-1),
        json!(1e300),
        json!(true),
        json!(""),
        json!("services: [\u{0}"),
        json!("\u{202e}\u{feff}数"),
        json!("../../etc/passwd"),
        json!([]),
        json!({}),
        json!({ "text": "services: []" }),
        json!({ "text": 5, "path": null }),
        json!({ "path": "render.yaml", "revision": "--output=x" }),
        deep,
    ]
}

/// Every value as all arguments of every tool, and as each one of them.
fn questions() -> Vec<Value> {
    let names =
        ["text", "path", "paths", "revision", "from", "only", "rule", "base", "head", "format"];
    let mut out = Vec::new();
    for (number, value) in values().into_iter().enumerate() {
        for (at, tool) in TOOLS.iter().enumerate() {
            out.push(json!({ "name": tool, "arguments": value }));
            let name = names[(number + at) % names.len()];
            out.push(json!({ "name": tool, "arguments": { name: value } }));
        }
        // Parameters of another kind make it no question: the protocol has none, and nothing answers.
        out.extend(Some(value).filter(Value::is_object));
    }
    out
}

/// Lines that are no questions.
const LINES: [&[u8]; 9] = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"\xff\xfe\x00",
    b"{\"jsonrpc\":\"2.0\"}",
    b"{\"jsonrpc\":\"2.0\",\"id\":100000,\"method\":\"tools/call\",\"params\":true}",
    b"{\"jsonrpc\":\"1.0\",\"id\":{},\"method\":7}",
    b"{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nothing\",\"params\":[1]}",
];

#[test]
fn every_question_is_answered_whatever_else_comes() {
    let folder = folder(&[("render.yaml", "services: []\n")]);
    let mut command = Command::new(program().get_program());
    command.current_dir(folder.path()).arg("mcp");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut server = command.spawn().expect("it starts");
    let mut input = server.stdin.take().expect("it is piped");
    let questions = questions();
    let count = questions.len();
    let asking = std::thread::spawn(move || {
        let mut send = |line: &[u8]| {
            input.write_all(line).expect("it reads");
            input.write_all(b"\n").expect("it reads");
        };
        let client = json!({ "name": "test", "version": "1" });
        let params =
            json!({ "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": client });
        let ask = |id: usize, method: &str, params: &Value| {
            json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string()
        };
        send(ask(count, "initialize", &params).as_bytes());
        send(b"{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        for (id, params) in questions.iter().enumerate() {
            send(LINES[id % LINES.len()]);
            send(ask(id, "tools/call", params).as_bytes());
        }
    });
    // The server ends when its input does.
    let mut answers: BTreeMap<u64, usize> = BTreeMap::new();
    for line in BufReader::new(server.stdout.take().expect("it is piped")).lines() {
        let line = line.expect("it is text");
        let answer: Value = serde_json::from_str(&line).expect("it is JSON");
        if let Some(id) = answer["id"].as_u64() {
            *answers.entry(id).or_default() += 1;
        }
    }
    asking.join().expect("everything was sent");
    let said = server.wait_with_output().expect("it ends");
    let errors = String::from_utf8_lossy(&said.stderr);
    assert!(!errors.contains("panicked"), "{errors}");
    let unanswered: Vec<u64> =
        (0..=count as u64).filter(|id| answers.get(id) != Some(&1)).collect();
    assert_eq!(unanswered, Vec::<u64>::new(), "{errors}");
}
