//! The program as it was built.

use assert_cmd::Command;

/// The program, whatever the terminal of whoever runs the tests is like.
pub(crate) fn program() -> Command {
    let mut command = Command::cargo_bin("blueprint-lens").expect("the program was built");
    command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    // Where the tests themselves run is not what they are about.
    for name in ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "CI_PROJECT_URL", "CI_JOB_URL"] {
        command.env_remove(name);
    }
    command
}
