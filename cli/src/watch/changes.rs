//! Waiting for changes on disk.
//!
//! Folders are watched rather than files: an editor may save by putting a new file in place of the old one, and a
//! Blueprint may come or go. What changed is not asked: the files are read again, and drawn if they say something else.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::Context as _;
use ignore::WalkBuilder;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::shown::Shown;
use super::subject::Subject;
use crate::git::root_of;
use crate::output;

/// After the first sign of a change, more is waited for so long: a save is several steps.
const PAUSE: Duration = Duration::from_millis(8);

/// Most folders that are watched: a system has a limit for all programs together.
const MOST_FOLDERS: usize = 4_000;

/// Changes in the folders of a subject.
pub(super) struct Changes {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    folders: BTreeSet<PathBuf>,
}

impl Changes {
    /// Those from now on.
    ///
    /// # Errors
    /// If the system cannot tell of changes.
    pub(super) fn of(subject: &Subject) -> anyhow::Result<Self> {
        let (sender, events) = channel();
        let watcher =
            notify::recommended_watcher(sender).context("files cannot be watched here")?;
        let mut changes = Self { watcher, events, folders: BTreeSet::new() };
        changes.watch(subject)?;
        Ok(changes)
    }

    /// Draws again whenever something changes; never ends.
    pub(super) fn follow(mut self, shown: &Shown) {
        while let Ok(event) = self.events.recv() {
            if !is_change(&event) {
                continue;
            }
            let mut folders_changed = concerns_folders(&event);
            while let Ok(event) = self.events.recv_timeout(PAUSE) {
                folders_changed |= concerns_folders(&event);
            }
            if folders_changed && let Err(error) = self.watch(shown.subject()) {
                output::note(&format!("{error:#}"));
            }
            shown.refresh();
        }
    }

    /// Watches the folders in which Blueprints are or may come to be.
    fn watch(&mut self, subject: &Subject) -> anyhow::Result<()> {
        let folders = folders(subject);
        for gone in self.folders.difference(&folders) {
            // It may not be there any more, which is all that is wanted.
            let _ = self.watcher.unwatch(gone);
        }
        for folder in &folders {
            // A folder that came back under its name is another one, so all are watched again.
            self.watcher
                .watch(folder, RecursiveMode::NonRecursive)
                .with_context(|| format!("{} cannot be watched", folder.display()))?;
        }
        self.folders = folders;
        Ok(())
    }
}

/// The folders in which Blueprints of the subject are or may come to be; with a revision, also that in which git notes
/// what a branch is at.
fn folders(subject: &Subject) -> BTreeSet<PathBuf> {
    let mut out = BTreeSet::new();
    for path in subject.paths() {
        if path.is_dir() {
            let walk = WalkBuilder::new(path).hidden(false).require_git(false).build();
            let folders = walk
                .flatten()
                .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_dir()))
                .map(ignore::DirEntry::into_path)
                .filter(|folder| !folder.components().any(|part| part.as_os_str() == ".git"));
            out.extend(folders.take(MOST_FOLDERS));
        } else {
            out.extend(parent(path));
        }
        if subject.has_revision() {
            out.extend(root_of(path).map(|root| root.join(".git")).filter(|git| git.is_dir()));
        }
    }
    out
}

/// The folder of a file, while it is there.
fn parent(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    folder.is_dir().then(|| folder.to_owned())
}

fn is_change(event: &notify::Result<Event>) -> bool {
    !event.as_ref().is_ok_and(|event| matches!(event.kind, EventKind::Access(_)))
}

/// Whether a folder may have come or gone; where events were lost, everything may.
fn concerns_folders(event: &notify::Result<Event>) -> bool {
    match event {
        Ok(event) => {
            event.need_rescan()
                || (matches!(
                    event.kind,
                    EventKind::Create(_)
                        | EventKind::Remove(_)
                        | EventKind::Modify(notify::event::ModifyKind::Name(_))
                ) && event.paths.iter().any(|path| path.is_dir() || !path.exists()))
        }
        Err(_) => true,
    }
}
