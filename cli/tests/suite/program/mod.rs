//! The program as it was built.

use assert_cmd::Command;

/// The program, whatever the terminal of whoever runs the tests is like.
pub(crate) fn program() -> Command {
    let mut command = Command::cargo_bin("blueprint-lens").expect("the program was built");
    command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    command
}
