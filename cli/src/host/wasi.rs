//! The program as WebAssembly: a host such as the npm package runs it. The host answers what is written to one file.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Read as _, Write as _};
use std::time::Duration;

use serde::Serialize;

use super::{GitRun, Output};

/// The file through which the host runs `git`; it exists nowhere else. What is written to it is one [`Request`] as JSON.
/// What is read from it afterwards is a line with the exit status and the length of standard output, then standard
/// output, then standard error.
const GIT: &str = "/dev/blueprint-lens/git";

/// The file through which the host waits for standard input. What is written to it is a number of milliseconds; what is
/// read from it afterwards is a byte if there is something to read, or the end, by then.
const INPUT: &str = "/dev/blueprint-lens/input";

/// A run of `git`, for the host.
#[derive(Serialize)]
struct Request<'a> {
    folder: String,
    arguments: &'a [String],
    input: String,
    set: &'a [(&'static str, &'static str)],
    removed: &'a [&'static str],
}

/// Takes the working directory from the host, which has no other way to say it than a variable.
pub(crate) fn enter() {
    if let Some(folder) = env::var_os("PWD") {
        // Without it, paths are relative to the root of what the host gives.
        let _ = env::set_current_dir(folder);
    }
}

/// Has the host run `git` to its end.
///
/// # Errors
/// If the host runs none.
pub(crate) fn git(run: &GitRun<'_>) -> io::Result<Output> {
    let folder = std::path::absolute(run.folder)?.to_string_lossy().into_owned();
    let input = String::from_utf8_lossy(run.input).into_owned();
    let GitRun { arguments, set, removed, .. } = *run;
    let request = serde_json::to_vec(&Request { folder, arguments, input, set, removed })?;
    let mut file = OpenOptions::new().read(true).write(true).open(GIT)?;
    file.write_all(&request)?;
    let mut answer = Vec::new();
    file.read_to_end(&mut answer)?;
    read(&answer).ok_or_else(|| io::Error::other("the host's answer about git cannot be read"))
}

/// Whether standard input has something to read, or its end, within so long. A host that cannot tell says that it has.
pub(crate) fn has_input_within(limit: Duration) -> bool {
    let asked = || -> io::Result<bool> {
        let mut file = OpenOptions::new().read(true).write(true).open(INPUT)?;
        // Never less than the limit, so that whoever waits for the limit finds it over.
        write!(file, "{}", limit.as_millis() + 1)?;
        Ok(file.read(&mut [0])? > 0)
    };
    asked().unwrap_or(true)
}

fn read(answer: &[u8]) -> Option<Output> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let (header, rest) = answer.split_at(end);
    let (status, length) = std::str::from_utf8(header).ok()?.split_once(' ')?;
    let (stdout, stderr) = rest.get(1..)?.split_at_checked(length.parse().ok()?)?;
    Some(Output { success: status == "0", stdout: stdout.to_vec(), stderr: stderr.to_vec() })
}
