//! A long run on a terminal shows how far it is. `script` of util-linux plays the terminal.
#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::process::{Command, Stdio};

use crate::folder::folder;

/// What a terminal gets to see of the messages of `check` on so many files; `None` without `script`.
fn seen(files: usize) -> Option<String> {
    let names: Vec<String> = (0..files).map(|n| format!("{n}/render.yaml")).collect();
    let files_there: Vec<_> = names.iter().map(|name| (name.as_str(), "services: []\n")).collect();
    let folder = folder(&files_there);
    let line = format!("{} check . > report.txt", env!("CARGO_BIN_EXE_blueprint-lens"));
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
    script.current_dir(folder.path()).stdin(Stdio::null()).env("TERM", "xterm");
    let output = script.output().ok()?;
    let report = std::fs::read_to_string(folder.path().join("report.txt")).expect("a report");
    assert!(report.contains(&format!("in {files} Blueprints")), "{report}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_long_run_shows_a_bar_and_a_short_one_does_not() {
    let Some(long) = seen(201) else {
        println!("skipped: there is no `script` to play a terminal");
        return;
    };
    assert!(long.contains("/201 Blueprints"), "{long:?}");
    let short = seen(200).expect("script is there");
    assert!(!short.contains("Blueprints"), "{short:?}");
}
