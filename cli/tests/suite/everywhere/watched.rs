//! The live view: what it prints, and every text that its page is sent.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Said;
use crate::program::program;

/// How long nothing may come before all has come, once what is awaited has.
const QUIET: Duration = Duration::from_millis(500);

/// How long what is awaited may take; a loaded machine is slow.
const PATIENCE: Duration = Duration::from_mins(1);

/// What is asked for and pressed in the page, with a node in focus.
fn asked(node: &str) -> [(&'static str, Value); 6] {
    let press = |key: &str| ("press", json!({ "key": key, "shift": false, "node": node }));
    [
        ("open", json!({ "problem": 0 })),
        ("open", json!({ "node": node })),
        ("open", json!({ "line": 1 })),
        press("ArrowRight"),
        press("i"),
        press("r"),
    ]
}

/// A live view that runs until it is dropped.
struct Watch {
    child: Child,
    output: BufReader<ChildStdout>,
    errors: ChildStderr,
    printed: String,
    /// Host and port.
    host: String,
    /// Where the page is.
    path: String,
}

impl Watch {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(program().get_program());
        command.current_dir(folder).args(["watch", "--no-open"]).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let errors = child.stderr.take().expect("it is piped");
        let mut printed = String::new();
        let (host, path) = loop {
            let mut line = String::new();
            assert!(output.read_line(&mut line).expect("it is text") > 0, "no address: {printed}");
            printed.push_str(&line);
            if let Some((host, path)) =
                line.trim().strip_prefix("http://").and_then(|rest| rest.split_once('/'))
            {
                break (host.to_owned(), format!("/{path}"));
            }
        };
        Self { child, output, errors, printed, host, path }
    }

    /// Asks for something, with a body to post it. HTTP 1.0, whose bodies come as they are.
    fn ask(&self, name: &str, body: Option<&str>) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        stream.set_read_timeout(Some(QUIET)).expect("a limit can be set");
        let method = if body.is_some() { "POST" } else { "GET" };
        let body = body.unwrap_or_default();
        let (path, host, length) = (&self.path, &self.host, body.len());
        let head = format!(
            "{method} {path}{name} HTTP/1.0\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(head.as_bytes()).expect("it reads");
        stream
    }

    /// Ends it, and gives what it printed.
    fn printed(mut self) -> (String, String) {
        self.child.kill().expect("it ends");
        self.child.wait().expect("it has ended");
        let (mut output, mut errors) = (std::mem::take(&mut self.printed), String::new());
        self.output.read_to_string(&mut output).expect("it is text");
        self.errors.read_to_string(&mut errors).expect("it is text");
        (output, errors)
    }
}

impl Drop for Watch {
    /// Ends it where a test has failed, too.
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What comes until the other side ends, or has sent what is awaited and then nothing for a while.
fn received(stream: &mut TcpStream, awaited: &str) -> String {
    let (mut bytes, start) = (Vec::new(), Instant::now());
    let mut buffer = vec![0; 1 << 16];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => bytes.extend_from_slice(&buffer[..count]),
            Err(_) if String::from_utf8_lossy(&bytes).contains(awaited) => break,
            Err(error) => assert!(start.elapsed() < PATIENCE, "no {awaited}: {error}"),
        }
    }
    String::from_utf8(bytes).expect("it is text")
}

/// The body of an answer, which must be no refusal.
fn body(answer: &str) -> &str {
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
    assert!(head.starts_with("HTTP/1.0 2"), "{head}");
    body
}

/// Every text in JSON, each on a line of its own, without what JSON hides by escapes.
fn texts(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(list) => list.iter().for_each(|one| texts(one, out)),
        Value::Object(entries) => {
            for (key, one) in entries {
                out.push_str(key);
                out.push('\n');
                texts(one, out);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn texts_of(json: &str) -> String {
    let mut out = String::new();
    texts(&serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}")), &mut out);
    out
}

/// Watches the file, which declares a node, alone, against a revision and with all others; at last the file goes.
pub(super) fn watched(folder: &Path, name: &str, node: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let other = format!("other-{name}");
    for arguments in [vec![name], vec![name, "--diff", "HEAD~1"], vec![name, &other]] {
        let watch = Watch::start(folder, &arguments);
        let by = format!("watch {} (html)", arguments.join(" "));
        let mut shown = body(&received(&mut watch.ask("", None), "</html>")).to_owned();
        let mut events = watch.ask("events", None);
        let mut frames = received(&mut events, "\"picture\":");
        for (path, asked) in asked(node) {
            let answer = received(&mut watch.ask(path, Some(&asked.to_string())), "\r\n\r\n");
            let told = texts_of(body(&answer));
            assert!(!told.trim().is_empty(), "{by}: {path} {asked} is answered");
            shown.push_str(&told);
        }
        if arguments.contains(&other.as_str()) {
            std::fs::remove_file(folder.join(name)).expect("it can go");
            frames.push_str(&received(&mut events, "\"trouble\":\""));
        }
        let frames: String = body(&frames)
            .lines()
            .filter_map(|line| line.strip_prefix("data: "))
            .map(texts_of)
            .collect();
        assert!(frames.contains("<svg") || frames.contains("<g"), "{by}: no picture in {frames}");
        let (printed, errors) = watch.printed();
        assert!(printed.contains(":1:1\n"), "{by}: a place is printed: {printed}");
        said.push(Said { by, output: printed + &shown + &frames, errors });
    }
    said
}
