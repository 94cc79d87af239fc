//! The two sides: files, standard input, or revisions of the surrounding git repository.

use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use blueprint_lens_core::text::{Decoded, decode};

use crate::git::{DEFAULT_PATH, blob, check_revision};
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

/// Reads both sides.
///
/// # Errors
/// If one of them cannot be read, or both are standard input.
pub(crate) fn read_both(base: &str, head: &str) -> anyhow::Result<(Decoded, Decoded)> {
    if base == "-" && head == "-" {
        bail!("only one side can be standard input");
    }
    let (first, second) = (side(base), side(head));
    Ok((read(&first, &second)?, read(&second, &first)?))
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

fn read(side: &SideArgument, other: &SideArgument) -> anyhow::Result<Decoded> {
    match side {
        SideArgument::File(path) => input::read(path),
        SideArgument::Blob { revision, path } => {
            check_revision(Path::new("."), revision)?;
            blob(Path::new("."), revision, path)?
                .ok_or_else(|| anyhow!("{path} does not exist at {revision}"))
        }
        SideArgument::Revision(revision) => {
            let (folder, path) = path_of(other);
            check_revision(&folder, revision)?;
            // A Blueprint that is new, or gone, is compared with an empty one.
            blob(&folder, revision, &path)?.map_or_else(
                || {
                    output::note(&format!("{path} is not in {revision}; it counts as empty"));
                    Ok(decode(b""))
                },
                Ok,
            )
        }
    }
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
