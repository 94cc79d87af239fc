//! Paths without links, by reading them one by one: a host without a file system of its own can do that, too.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

/// More links than this in one path go in a circle.
const MOST_LINKS: usize = 40;

/// The whole path of what is there, without links, `.` and `..`.
///
/// # Errors
/// If nothing is there, or links go in a circle.
pub(super) fn resolved(path: &Path) -> io::Result<PathBuf> {
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
                if std::fs::symlink_metadata(&out)?.is_symlink() {
                    links += 1;
                    if links > MOST_LINKS {
                        return Err(io::Error::other("its links go in a circle"));
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
