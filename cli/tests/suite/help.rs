//! What `--help` says: every command has an example, and the examples work as they stand.

use std::time::Duration;

use crate::commands::commands;
use crate::folder::folder;
use crate::program::program;

const BLUEPRINT: &str = "\
services:
  - {type: web, name: api, runtime: docker}
databases:
  - {name: db, ipAllowList: []}
";

fn help(arguments: &[&str]) -> String {
    let output = program().args(arguments).arg("--help").output().expect("it runs");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("it is text")
}

/// The lines behind `Example:` or `Examples:`.
fn examples(text: &str) -> Vec<String> {
    let lines = text.lines().skip_while(|line| !line.starts_with("Example")).skip(1);
    lines.take_while(|line| !line.trim().is_empty()).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_command_shows_examples() {
    let commands = commands();
    assert!(commands.len() >= 13, "{commands:?}");
    assert!(!examples(&help(&[])).is_empty(), "the program itself shows none");
    for command in commands {
        let examples = examples(&help(&[&command]));
        assert!(!examples.is_empty(), "{command} shows none");
        assert!(examples.iter().all(|line| line.contains("blueprint-lens")), "{examples:?}");
    }
}

/// Those that need nothing but a `render.yaml` and other versions of it beside it.
#[test]
fn examples_work_as_they_stand() {
    let names = ["render.yaml", "old.yaml", "new.yaml", "staging.yaml", "production.yaml"];
    let files = names.map(|name| (name, BLUEPRINT));
    let mut tried = 0;
    let mut lines = examples(&help(&[]));
    for command in commands() {
        lines.extend(examples(&help(&[&command])));
    }
    for line in lines {
        let apart = ["|", ">", "main", "infra/", "claude "];
        if apart.iter().any(|word| line.contains(word)) || !line.starts_with("blueprint-lens ") {
            continue;
        }
        let folder = folder(&files);
        let mut command = program();
        command.current_dir(folder.path()).args(line.split_whitespace().skip(1));
        if line.starts_with("blueprint-lens watch") {
            // It goes on until somebody ends it, and would open a browser.
            command.arg("--no-open").timeout(Duration::from_secs(3));
            let output = command.unwrap_err();
            let output = output.as_output().expect("it ran");
            assert!(
                String::from_utf8_lossy(&output.stdout).contains("http://127.0.0.1:"),
                "{line}"
            );
            tried += 1;
            continue;
        }
        let output = command.output().expect("it runs");
        assert_ne!(
            output.status.code(),
            Some(2),
            "{line}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        tried += 1;
    }
    assert!(tried >= 8, "only {tried} examples were tried");
}
