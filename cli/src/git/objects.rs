//! Many objects from two runs of `git cat-file`: their sizes first, so that none is read that is larger than a Blueprint
//! ever is.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use blueprint_lens_core::analysis::MAX_BYTES;
use blueprint_lens_core::text::decode;

use super::command::git;
use super::content::Content;
use super::{NEEDED, words};

/// What the objects of these ids hold.
///
/// # Errors
/// If git cannot be run, or one of them is no file.
pub(super) fn contents(
    folder: &Path,
    ids: impl IntoIterator<Item = String>,
) -> anyhow::Result<BTreeMap<String, Content>> {
    let mut known = BTreeMap::new();
    let mut wanted = Vec::new();
    let ids: Vec<String> = ids.into_iter().collect();
    let sizes = asked(folder, "--batch-check", &ids)?;
    for (id, line) in ids.into_iter().zip(String::from_utf8_lossy(&sizes).lines()) {
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            [_, "blob", size] if size.parse::<u64>()? > MAX_BYTES as u64 => {
                known.insert(id, Content::TooLarge);
            }
            [_, "blob", _] => wanted.push(id),
            // A clone without all objects, or a submodule in the place of the file.
            [_, "missing"] => {
                known.insert(id, Content::Missing);
            }
            _ => bail!("git says of the object {id}: {line}"),
        }
    }
    let answer = asked(folder, "--batch", &wanted)?;
    let mut rest = answer.as_slice();
    for id in wanted {
        let (object, behind) = first(rest)
            .with_context(|| format!("what git prints of the object {id} cannot be read"))?;
        known.insert(id, Content::Text(decode(object)));
        rest = behind;
    }
    Ok(known)
}

/// What `git cat-file` prints about objects.
fn asked(folder: &Path, way: &str, ids: &[String]) -> anyhow::Result<Vec<u8>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let questions = ids.iter().fold(String::new(), |text, id| text + id + "\n");
    let output = git(folder)
        .args(["cat-file", way])
        .input(questions.into_bytes())
        .output()
        .context(NEEDED)?;
    if !output.success {
        bail!("git says: {}", words(&output.stderr));
    }
    Ok(output.stdout)
}

/// The first object of an answer, and what is behind it.
fn first(answer: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let header = std::str::from_utf8(answer.get(..end)?).ok()?;
    let size: usize = header.rsplit(' ').next()?.parse().ok()?;
    let (object, rest) = answer.get(end + 1..)?.split_at_checked(size)?;
    Some((object, rest.strip_prefix(b"\n")?))
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn an_object_may_hold_anything() {
        let answer = b"a1 blob 5\nx\ny\n\n\nb2 blob 0\n\n";
        let (object, rest) = first(answer).expect("an object");
        assert_eq!(object, b"x\ny\n\n");
        let (object, rest) = first(rest).expect("another one");
        assert_eq!((object, rest), (b"".as_slice(), b"".as_slice()));
        assert_eq!(first(b"a1 blob 5\nx"), None);
    }
}
