//! Paths without links, by reading them one by one: a host without a file system of its own can do that, too, and nobody
//! looks at what a path is not to lead to.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

/// More links than this in one path go in a circle.
const MOST_LINKS: usize = 40;

/// Why a path leads to nothing below some folders.
#[derive(Debug)]
pub(crate) enum Astray {
    /// It leads elsewhere, whether or not anything is there.
    Elsewhere,
    /// It stays below them, and nothing is there, or links go in a circle.
    Unreadable(io::Error),
}

impl From<io::Error> for Astray {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

/// The whole path of what is there, without links, `.` and `..`.
///
/// # Errors
/// If nothing is there, or links go in a circle.
pub(crate) fn resolved(path: &Path) -> io::Result<PathBuf> {
    followed(path, &|_| true).map_err(|astray| match astray {
        Astray::Unreadable(error) => error,
        Astray::Elsewhere => io::ErrorKind::NotFound.into(),
    })
}

/// The same of what is below one of `folders`, whose own paths have no links. Nothing elsewhere is looked at, so that
/// nobody learns what is there.
///
/// # Errors
/// If it leads elsewhere, by its own words or by a link, or nothing is there.
pub(crate) fn resolved_below(path: &Path, folders: &[PathBuf]) -> Result<PathBuf, Astray> {
    // What leads to a folder is there, and everybody who knows the folder knows it.
    let is_known = |place: &Path| {
        folders.iter().any(|folder| place.starts_with(folder) || folder.starts_with(place))
    };
    let found = followed(path, &is_known)?;
    let is_below = folders.iter().any(|folder| found.starts_with(folder));
    if is_below { Ok(found) } else { Err(Astray::Elsewhere) }
}

/// Follows a path as far as `may_look` allows.
fn followed(path: &Path, may_look: &dyn Fn(&Path) -> bool) -> Result<PathBuf, Astray> {
    let mut left = parts(&std::path::absolute(path)?);
    let mut out = PathBuf::new();
    let mut links = 0;
    while let Some(part) = left.pop() {
        match Path::new(&part).components().next() {
            Some(Component::ParentDir) => {
                out.pop();
            }
            Some(Component::CurDir) | None => {}
            Some(Component::Prefix(_) | Component::RootDir) => out.push(&part),
            Some(Component::Normal(_)) => {
                out.push(&part);
                if !may_look(&out) {
                    return Err(Astray::Elsewhere);
                }
                if std::fs::symlink_metadata(&out)?.is_symlink() {
                    links += 1;
                    if links > MOST_LINKS {
                        return Err(io::Error::other("its links go in a circle").into());
                    }
                    let target = std::fs::read_link(&out)?;
                    out.pop();
                    if target.has_root() {
                        out = PathBuf::new();
                    }
                    left.extend(parts(&target));
                }
            }
        }
    }
    Ok(out)
}

/// The parts of a path, the last first.
fn parts(path: &Path) -> Vec<OsString> {
    path.components().rev().map(|part| part.as_os_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn nothing_elsewhere_is_told() -> std::io::Result<()> {
        use std::os::unix::fs::symlink;

        use super::*;
        let folder = tempfile::tempdir()?;
        let outer = folder.path().canonicalize()?;
        let inner = outer.join("inner");
        std::fs::create_dir_all(inner.join("deep"))?;
        std::fs::create_dir(outer.join("other"))?;
        std::fs::write(outer.join("other/there"), "")?;
        std::fs::write(inner.join("own"), "")?;
        symlink("../other", inner.join("out"))?;
        symlink(&outer, inner.join("up"))?;
        symlink("../other/there", inner.join("to-file"))?;
        symlink("../other/missing", inner.join("to-nothing"))?;
        let folders = [inner.clone()];
        for path in ["own", "deep/../own", "../inner/own", "up/inner/own"] {
            assert_eq!(resolved_below(&inner.join(path), &folders).ok(), Some(inner.join("own")));
        }
        let elsewhere = [
            "to-file",
            "to-nothing",
            "out/there",
            "out/missing",
            "out/there/more",
            "out/../inner/own",
            "../other/there",
            "../other/missing",
            "../missing/../inner/own",
            "up/other/missing",
            "..",
            "/missing",
            "/etc",
        ];
        for path in elsewhere {
            let found = resolved_below(&inner.join(path), &folders);
            assert!(matches!(found, Err(Astray::Elsewhere)), "{path}: {found:?}");
        }
        for path in ["missing", "deep/missing", "own/more"] {
            let found = resolved_below(&inner.join(path), &folders);
            assert!(matches!(found, Err(Astray::Unreadable(_))), "{path}: {found:?}");
        }
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn is_what_the_system_says() -> std::io::Result<()> {
        use std::os::unix::fs::symlink;

        use super::*;
        let folder = tempfile::tempdir()?;
        let inner = folder.path().join("inner");
        std::fs::create_dir(&inner)?;
        std::fs::write(inner.join("file"), "")?;
        symlink("inner", folder.path().join("relative"))?;
        symlink(&inner, folder.path().join("whole"))?;
        symlink("../inner/../relative/file", inner.join("round"))?;
        symlink("circle", folder.path().join("circle"))?;
        for path in ["inner/file", "relative/file", "whole/../whole/./file", "whole/round"] {
            let path = folder.path().join(path);
            assert_eq!(resolved(&path)?, path.canonicalize()?, "{}", path.display());
        }
        for path in ["missing", "circle", "inner/file2"] {
            assert!(resolved(&folder.path().join(path)).is_err(), "{path}");
        }
        Ok(())
    }
}
