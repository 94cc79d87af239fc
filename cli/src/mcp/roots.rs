//! The folders whose files the server reads: those that the client names as its roots, else the one in which it runs.

use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use rmcp::service::{Peer, RoleServer};

use super::patience::at_most;
use crate::links::{Astray, resolved, resolved_below};
use crate::output::shown;

/// How long a client may take to name its roots.
const PATIENCE: Duration = Duration::from_secs(2);

/// Endings of files that may hold a Blueprint.
const ENDINGS: [&str; 2] = ["yaml", "yml"];

/// Folders, with every link in their paths resolved; never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Roots(Vec<PathBuf>);

/// A file below one of the roots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The root.
    pub(super) root: PathBuf,
    /// The path from there.
    pub(super) path: PathBuf,
}

impl Roots {
    /// What the client names, else the folder in which the server runs.
    ///
    /// # Errors
    /// If neither can be read.
    pub(super) async fn of(client: &Peer<RoleServer>) -> anyhow::Result<Self> {
        let named = named_by(client).await;
        let folders: Vec<PathBuf> =
            named.iter().filter_map(|folder| resolved(folder).ok()).collect();
        if !folders.is_empty() {
            return Ok(Self(folders));
        }
        let here = std::env::current_dir().and_then(|folder| resolved(&folder));
        Ok(Self(vec![here.context("the folder in which the server runs cannot be read")?]))
    }

    /// The place that a path means: relative to the first root that has it, or whole below a root.
    ///
    /// # Errors
    /// If it leaves every root by its own words, or does not end like YAML.
    pub(super) fn place(&self, path: &str) -> anyhow::Result<Place> {
        let asked = Path::new(path);
        if !asked.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
            bail!("`{path}` is not read: only files that end in .yaml or .yml are");
        }
        let inside = |root: &PathBuf| {
            let path = lexical(&root.join(asked))?.strip_prefix(root).ok()?.to_path_buf();
            Some(Place { root: root.clone(), path })
        };
        let places: Vec<Place> = self.0.iter().filter_map(inside).collect();
        let is_there = |place: &&Place| resolved_below(&place.file(), &self.0).is_ok();
        let there = places.iter().find(is_there);
        match there.or(places.first()) {
            Some(place) => Ok(place.clone()),
            None => Err(self.refusal(path)),
        }
    }

    /// The file at a place, with every link in its path resolved.
    ///
    /// # Errors
    /// If there is no file, or a link leads out of every root, whether or not a file is there.
    pub(super) fn resolved(&self, place: &Place, path: &str) -> anyhow::Result<PathBuf> {
        let file = match resolved_below(&place.file(), &self.0) {
            Ok(file) => file,
            Err(Astray::Elsewhere) => return Err(self.refusal(path)),
            Err(Astray::Unreadable(error)) => {
                return Err(anyhow::Error::new(error).context(format!("{path} cannot be read")));
            }
        };
        if !file.is_file() {
            bail!("{path} is not a file");
        }
        Ok(file)
    }

    fn refusal(&self, path: &str) -> anyhow::Error {
        let folders: Vec<String> = self.0.iter().map(|root| shown(root)).collect();
        anyhow::anyhow!(
            "`{path}` is not read: the server reads only files below {}",
            folders.join(" and ")
        )
    }
}

impl Place {
    fn file(&self) -> PathBuf {
        self.root.join(&self.path)
    }
}

/// A path without `.` and `..`; `None` when it would leave the file system.
fn lexical(path: &Path) -> Option<PathBuf> {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if !out.pop() {
                    return None;
                }
            }
            part => out.push(part),
        }
    }
    Some(out)
}

/// The folders that a client names, if it names any.
#[expect(deprecated, reason = "clients of the versions before name their folders in this way")]
async fn named_by(client: &Peer<RoleServer>) -> Vec<PathBuf> {
    if client.peer_info().is_none_or(|info| info.capabilities.roots.is_none()) {
        return Vec::new();
    }
    match at_most(PATIENCE, client.list_roots()).await {
        Some(Ok(named)) => named.roots.iter().filter_map(|root| folder_of(&root.uri)).collect(),
        _ => Vec::new(),
    }
}

/// The folder that a `file:` address means.
fn folder_of(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let path = &rest[rest.find('/')?..];
    let mut bytes = Vec::with_capacity(path.len());
    let mut left = path.bytes();
    while let Some(byte) = left.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [left.next()?, left.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    let path = String::from_utf8(bytes).ok()?;
    // Windows: `/C:/shop`.
    let has_drive = path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if has_drive { &path[1..] } else { &path }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_below_a_root_by_its_words() {
        let roots = Roots(vec!["/shop".into(), "/other".into()]);
        let place = |path| roots.place(path).map(|place| place.file());
        assert_eq!(
            place("infra/render.yaml").expect("it is there"),
            Path::new("/shop/infra/render.yaml")
        );
        assert_eq!(place("a/../render.yml").expect("it is there"), Path::new("/shop/render.yml"));
        assert_eq!(
            place("/other/render.yaml").expect("it is there"),
            Path::new("/other/render.yaml")
        );
        for path in ["../x.yaml", "/etc/x.yaml", "/shopping/x.yaml", "a/../../x.yaml"] {
            let said = place(path).expect_err("it is refused").to_string();
            assert!(said.contains("only files below /shop and /other"), "{said}");
        }
        let said = place("/etc/passwd").expect_err("it is refused").to_string();
        assert!(said.contains(".yaml or .yml"), "{said}");
    }

    #[test]
    fn a_root_is_an_address() {
        for (uri, folder) in [
            ("file:///home/ann/my%20shop", Some("/home/ann/my shop")),
            ("file:///C:/shop", Some("C:/shop")),
            ("file://localhost/shop", Some("/shop")),
            ("https://example.com/shop", None),
            ("file:///a%2", None),
        ] {
            assert_eq!(folder_of(uri).as_deref(), folder.map(Path::new), "{uri}");
        }
    }
}
