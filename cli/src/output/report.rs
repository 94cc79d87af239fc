//! What is said about Blueprints, on its way out: lines leave as soon as there are some, so that an answer of any length
//! takes little memory.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context as _;
use blueprint_lens_core::redact::KnownSecrets;

use super::form::Form;
use super::readable::shown;

/// So many bytes are collected before whole lines of them leave.
const PIECE: usize = 64 * 1024;

/// A writer that takes secrets, and what acts on whoever reads it, out of each line.
pub(crate) struct Report<'a> {
    out: Box<dyn Write>,
    form: Form,
    secrets: &'a KnownSecrets,
    waiting: Vec<u8>,
}

impl<'a> Report<'a> {
    /// To a file, or to standard output without one or for `-`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn to(
        path: Option<&Path>,
        form: Form,
        secrets: &'a KnownSecrets,
    ) -> anyhow::Result<Self> {
        let out: Box<dyn Write> = match path {
            Some(path) if path.as_os_str() != "-" => {
                let failed = || format!("{} cannot be written", shown(path));
                Box::new(File::create(path).with_context(failed)?)
            }
            _ => Box::new(io::stdout().lock()),
        };
        Ok(Self { out, form, secrets, waiting: Vec::new() })
    }

    /// Has somebody write it, all of it text.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn write(
        mut self,
        say: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        heard(say(&mut self).and_then(|()| {
            self.leave(self.waiting.len())?;
            self.out.flush()
        }))
    }

    /// Has so many of the bytes that wait leave: whole lines, or all of them.
    fn leave(&mut self, count: usize) -> io::Result<()> {
        let text = str::from_utf8(&self.waiting[..count]).map_err(io::Error::other)?;
        self.out.write_all(self.form.harmless(&self.secrets.hide(text)).as_bytes())?;
        self.waiting.drain(..count);
        Ok(())
    }
}

impl Write for Report<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend(bytes);
        if self.waiting.len() >= PIECE
            && let Some(end) = bytes.iter().rposition(|byte| *byte == b'\n')
        {
            self.leave(self.waiting.len() - bytes.len() + end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A reader that goes away, as `head` does, has what it wants, and what the run comes to stays the same.
pub(super) fn heard(written: std::io::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_leave_before_all_is_said_and_without_secrets() {
        let folder =
            std::env::temp_dir().join(format!("blueprint-lens-report-{}", std::process::id()));
        let secrets = KnownSecrets::default();
        let line = "https://shop:pw1@c.test\n";
        let report = Report::to(Some(&folder), Form::Lines, &secrets).expect("it can be written");
        let mut before_the_end = 0;
        report
            .write(|out| {
                for _ in 0..=PIECE / line.len() {
                    out.write_all(line.as_bytes())?;
                }
                before_the_end = folder.metadata()?.len();
                out.write_all(b"no line")
            })
            .expect("it is written");
        let written = std::fs::read_to_string(&folder).expect("it is there");
        std::fs::remove_file(&folder).expect("it is there");
        assert!(before_the_end > 0);
        let lines = PIECE / line.len() + 1;
        assert_eq!(written, "https://shop:***@c.test\n".repeat(lines) + "no line");
    }
}
