//! The two sides: files, standard input, or revisions of the surrounding git repository.

use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use blueprint_lens_core::text::{Decoded, decode};

use crate::git::{DEFAULT_PATH, Direction, blob, check_revision, moved, root_of};
use crate::{input, output};

/// The form of the argument.
#[derive(Clone, Debug, PartialEq, Eq)]
enum SideArgument {
    /// A file, or `-`.
    File(PathBuf),
    /// A file at a revision.
    Blob { revision: String, path: String },
    /// A revision; the path is the other side's.
    Revision(String),
}

impl SideArgument {
    /// The revision that it names, if it does.
    fn revision(&self) -> Option<&str> {
        match self {
            Self::File(_) => None,
            Self::Blob { revision, .. } | Self::Revision(revision) => Some(revision),
        }
    }
}

/// Reads both sides. A Blueprint that is new, or gone, is compared with an empty one.
///
/// # Errors
/// If one of them cannot be read, if it is on neither side, or if both are standard input.
pub(crate) fn read_both(base: &str, head: &str) -> anyhow::Result<(Decoded, Decoded)> {
    if base == "-" && head == "-" {
        bail!("only one side can be standard input");
    }
    let (first, second) = (side(base), side(head));
    let before = read(&first, &second, Direction::Back)?;
    let after = read(&second, &first, Direction::Forth)?;
    let empty = |missing: &str, from: &str| {
        output::note(&format!("{} is not in {}; it counts as empty", plain(missing), plain(from)));
        decode(b"")
    };
    match (before, after) {
        (Found::There(before), Found::There(after)) => Ok((before, after)),
        (Found::Missing(path), Found::There(after)) => Ok((empty(&path, base), after)),
        (Found::There(before), Found::Missing(path)) => Ok((before, empty(&path, head))),
        (Found::Missing(path), Found::Missing(_)) => {
            bail!("{} is neither in {} nor in {}", plain(&path), plain(base), plain(head))
        }
    }
}

/// A path or a revision as it may be shown.
fn plain(text: &str) -> String {
    output::readable_all(text.trim_start_matches("./"))
}

/// What a side holds.
enum Found {
    /// A text.
    There(Decoded),
    /// No file of this path.
    Missing(String),
}

/// What an argument means: an existing file wins over a revision of the same name.
fn side(argument: &str) -> SideArgument {
    let path = Path::new(argument);
    if argument == "-" || (path.exists() && !path.is_dir()) {
        return SideArgument::File(path.to_owned());
    }
    match argument.split_once(':') {
        Some((revision, path)) if !revision.is_empty() && !path.is_empty() => {
            SideArgument::Blob { revision: revision.to_owned(), path: path.to_owned() }
        }
        // An argument that looks like a file is reported as a missing file.
        _ if [".yaml", ".yml"].iter().any(|ending| argument.ends_with(ending)) => {
            SideArgument::File(path.to_owned())
        }
        _ => SideArgument::Revision(argument.to_owned()),
    }
}

/// Reads a side, which is that of the base for [`Direction::Back`] and that of the head for [`Direction::Forth`].
fn read(side: &SideArgument, other: &SideArgument, to: Direction) -> anyhow::Result<Found> {
    match side {
        // A file that the change deletes.
        SideArgument::File(path) if is_gone(path, other)? => {
            Ok(Found::Missing(path.display().to_string()))
        }
        SideArgument::File(path) => Ok(Found::There(input::read(path)?)),
        SideArgument::Blob { revision, path } => {
            check_revision(Path::new("."), revision)?;
            let found = blob(Path::new("."), revision, path)?;
            Ok(Found::There(found.ok_or_else(|| anyhow!("{path} does not exist at {revision}"))?))
        }
        SideArgument::Revision(revision) => {
            let (folder, path) = path_of(other);
            check_revision(&folder, revision)?;
            if let Some(found) = blob(&folder, revision, &path)? {
                return Ok(Found::There(found));
            }
            let across = other.revision();
            let sides = match (to, across) {
                (Direction::Back, newer) => Some((revision.as_str(), newer)),
                // What is in the work tree alone is no older version.
                (Direction::Forth, Some(older)) => Some((older, Some(revision.as_str()))),
                (Direction::Forth, None) => None,
            };
            let elsewhere = match sides {
                Some(sides) => moved(&folder, sides, &path, to)?,
                None => None,
            };
            let Some(elsewhere) = elsewhere else { return Ok(Found::Missing(path)) };
            let found = blob(&folder, revision, &elsewhere)?;
            let (path, at) = (plain(&path), plain(revision));
            output::note(&format!("{path} is {} in {at}, so it was moved", plain(&elsewhere)));
            Ok(found.map_or(Found::Missing(elsewhere), Found::There))
        }
    }
}

/// Whether a file is not there, but was in the revision on the other side.
fn is_gone(path: &Path, other: &SideArgument) -> anyhow::Result<bool> {
    let SideArgument::Revision(revision) = other else { return Ok(false) };
    if input::is_stdin(path) || path.exists() {
        return Ok(false);
    }
    let (folder, name) = path_of(&SideArgument::File(path.to_owned()));
    if !folder.is_dir() {
        return Ok(false);
    }
    check_revision(&folder, revision)?;
    Ok(blob(&folder, revision, &name)?.is_some())
}

/// The path of a side from the root of its repository, where that can be told; `other` is the other side.
pub(super) fn path_in_repository(argument: &str, other: &str) -> Option<PathBuf> {
    let file = match side(argument) {
        SideArgument::File(path) if input::is_stdin(&path) => return None,
        SideArgument::File(path) => path,
        SideArgument::Blob { path, .. } if !path.starts_with('.') => return Some(path.into()),
        SideArgument::Blob { path, .. } => path.into(),
        SideArgument::Revision(_) => {
            let (folder, path) = path_of(&side(other));
            folder.join(path)
        }
    };
    let root = root_of(&file)?;
    let folder = std::path::absolute(&file).ok()?.parent()?.canonicalize().ok()?;
    Some(folder.strip_prefix(root).ok()?.join(file.file_name()?))
}

/// The directory in which to run git, and the path for git, that the other side means.
fn path_of(other: &SideArgument) -> (PathBuf, String) {
    match other {
        SideArgument::Blob { path, .. } => (PathBuf::from("."), path.clone()),
        SideArgument::File(file) if !input::is_stdin(file) => {
            let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
            let name = file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into());
            (folder.unwrap_or(Path::new(".")).to_owned(), format!("./{name}"))
        }
        SideArgument::File(_) | SideArgument::Revision(_) => {
            (PathBuf::from("."), DEFAULT_PATH.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_from_revisions() {
        assert_eq!(side("-"), SideArgument::File("-".into()));
        assert_eq!(
            side("main:infra/render.yaml"),
            SideArgument::Blob {
                revision: "main".to_owned(),
                path: "infra/render.yaml".to_owned()
            }
        );
        assert_eq!(side("HEAD~1"), SideArgument::Revision("HEAD~1".to_owned()));
        assert_eq!(side("missing.yaml"), SideArgument::File("missing.yaml".into()));
        assert_eq!(side("Cargo.toml"), SideArgument::File("Cargo.toml".into()));
    }

    #[test]
    fn takes_the_path_from_the_other_side() {
        let path = |other| path_of(&other).1;
        assert_eq!(path(SideArgument::File("infra/a.yaml".into())), "./a.yaml");
        assert_eq!(path(SideArgument::File("-".into())), "render.yaml");
        assert_eq!(path(SideArgument::Revision("main".to_owned())), "render.yaml");
    }
}
