//! Many objects from one `git cat-file`: the history is read once.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context as _, bail};
use blueprint_lens_core::analysis::MAX_BYTES;
use blueprint_lens_core::text::decode;

use super::content::Content;
use super::{NEEDED, git};

/// A running `git cat-file`, asked for one object after the other.
pub(super) struct Objects {
    child: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

impl Objects {
    /// Starts it.
    ///
    /// # Errors
    /// If git cannot be run.
    pub(super) fn open(folder: &Path) -> anyhow::Result<Self> {
        let mut command = git(folder);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn().context(NEEDED)?;
        let ask = child.stdin.take().context("git takes no input")?;
        let answer = BufReader::new(child.stdout.take().context("git gives no output")?);
        Ok(Self { child, ask, answer })
    }

    /// The object of an id.
    ///
    /// # Errors
    /// If git stops answering.
    pub(super) fn read(&mut self, id: &str) -> anyhow::Result<Content> {
        writeln!(self.ask, "{id}")?;
        self.ask.flush()?;
        let mut header = String::new();
        self.answer.read_line(&mut header)?;
        let words: Vec<&str> = header.split_whitespace().collect();
        let size: u64 = match words[..] {
            [_, "blob", size] => size.parse()?,
            // A clone without all objects, or a submodule in the place of the file.
            [_, "missing"] => return Ok(Content::Missing),
            _ => bail!("git says of the object {id}: {}", header.trim()),
        };
        let mut bytes = Vec::new();
        let mut object = (&mut self.answer).take(size);
        (&mut object).take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        std::io::copy(&mut object, &mut std::io::sink())?;
        self.answer.read_until(b'\n', &mut Vec::new())?;
        let too_large = bytes.len() > MAX_BYTES;
        Ok(if too_large { Content::TooLarge } else { Content::Text(decode(&bytes)) })
    }

    /// Ends it.
    ///
    /// # Errors
    /// If git does not end.
    pub(super) fn close(self) -> anyhow::Result<()> {
        let Self { mut child, ask, answer } = self;
        drop((ask, answer));
        child.wait().context("git does not end")?;
        Ok(())
    }
}
