//! The command that opens a place in somebody's editor.

use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::output;

/// An editor, by its command.
pub(super) struct Editor {
    program: String,
    arguments: Vec<String>,
}

impl Editor {
    /// That of a command as a shell would split it.
    ///
    /// # Errors
    /// If a quote is not closed, or it is empty.
    pub(super) fn new(command: &str) -> anyhow::Result<Self> {
        let words = shlex::split(command).context("a quote of --editor is not closed")?;
        let mut words = words.into_iter();
        let Some(program) = words.next() else { bail!("--editor is empty") };
        Ok(Self { program, arguments: words.collect() })
    }

    /// Opens a place, and does not wait for it. What goes wrong is said on standard error.
    pub(super) fn open(&self, place: &str) {
        let started = Command::new(&self.program)
            .args(&self.arguments)
            .arg(place)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn();
        match started {
            // Somebody has to wait for it in the end, or the system keeps it on its books.
            Ok(mut child) => drop(std::thread::spawn(move || child.wait())),
            Err(error) => output::note(&format!("{} does not start: {error}", self.program)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Editor;

    #[test]
    fn a_command_is_split_as_a_shell_does() {
        let editor = Editor::new("'my editor' --goto").expect("a command");
        assert_eq!((editor.program.as_str(), editor.arguments.len()), ("my editor", 1));
        assert!(Editor::new("").is_err() && Editor::new("'open").is_err());
    }
}
