//! What shells and manuals know about the program is what the program takes.

use crate::commands::commands;
use crate::program::program;

fn said(arguments: &[&str]) -> String {
    let mut command = program();
    let output = command.args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("it is text")
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not know `{command}`");
        }
        assert!(script.contains("fail-on"), "{shell} does not know `--fail-on`");
    }
}

#[test]
fn manual_pages_are_there_for_the_program_and_every_command() {
    let page = said(&["man"]);
    assert!(page.contains(".TH blueprint-lens 1"), "{page}");
    for command in commands() {
        assert!(
            page.contains(&format!("blueprint\\-lens\\-{command}(1)")),
            "no `{command}`: {page}"
        );
        let own = said(&["man", &command]);
        assert!(own.contains(&format!(".TH blueprint-lens-{command} 1")), "{own}");
    }
    assert!(said(&["man", "check"]).contains("\\-\\-fail\\-on"), "options are missing");
    let mut command = program();
    assert_eq!(command.args(["man", "nothing"]).output().expect("it runs").status.code(), Some(2));
}
