//! The machine itself.

use std::io::{self, Write as _};
use std::process::{Command, Stdio};

use super::{GitRun, Output};

/// Makes the program ready to run; here it always is.
pub(crate) fn enter() {}

/// Runs `git` to its end.
///
/// # Errors
/// If it cannot be started or does not take its input.
pub(crate) fn git(run: &GitRun<'_>) -> io::Result<Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(run.folder).args(run.arguments).envs(run.set.iter().copied());
    for name in run.removed {
        command.env_remove(name);
    }
    let stdin = if run.input.is_empty() { Stdio::null() } else { Stdio::piped() };
    let mut child = command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let stdin = child.stdin.take();
    // What it answers may fill its pipe before it has read all questions.
    let output = std::thread::scope(|scope| {
        let asking = scope.spawn(move || stdin.map_or(Ok(()), |mut to| to.write_all(run.input)));
        let output = child.wait_with_output();
        // One that ends early has said why.
        let _ = asking.join();
        output
    })?;
    Ok(Output { success: output.status.success(), stdout: output.stdout, stderr: output.stderr })
}
