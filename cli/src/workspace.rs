//! Which files are read together: those of one git work tree, and those that the settings list. `--together` and
//! `--separate` decide otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use blueprint_lens_core::analysis::{Analysis, SourceText};

use crate::config::Config;
use crate::git::{WorkTrees, root_of};
use crate::output::{reported, shown};
use crate::{find, input, output};

/// More files than this are a collection rather than a workspace: they are read one by one.
const MOST_TOGETHER: usize = 500;

/// What somebody decided about reading files together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Grouping {
    /// Those of one git work tree or of the settings.
    #[default]
    ByTree,
    /// All of them.
    Together,
    /// None.
    Separate,
}

/// Files that are read together.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Workspace {
    /// Each of them, with its place in the list of what was asked for; `None` for one that is only read along.
    pub(crate) files: Vec<(PathBuf, Option<usize>)>,
}

impl Workspace {
    /// Reads the files, to be called as `named` says. One that is only read along and cannot be read is said on standard
    /// error: it is not what somebody asked about.
    pub(crate) fn read(&self, trees: &WorkTrees, named: impl Fn(&Path) -> String) -> Readout {
        let mut out = Readout::default();
        for (path, place) in &self.files {
            match (source(path, named(path), trees), place) {
                (Ok(source), place) => {
                    out.sources.push(source);
                    out.asked.push(*place);
                }
                (Err(error), Some(place)) => out.unread.push((*place, error)),
                (Err(error), None) => {
                    output::note(&format!("{error:#}; the others are read without it"));
                }
            }
        }
        out
    }
}

/// The files of a workspace, as they were read.
#[derive(Default)]
pub(crate) struct Readout {
    /// Those that could be read.
    pub(crate) sources: Vec<SourceText>,
    /// The place of each of them in the list of what was asked for; `None` for one that is only read along.
    pub(crate) asked: Vec<Option<usize>>,
    /// The places of those that could not be read, and why.
    pub(crate) unread: Vec<(usize, anyhow::Error)>,
}

/// What makes files a workspace.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    /// They are asked for together.
    Asked,
    /// The settings list them.
    Listed,
    /// They are in one work tree.
    Tree(PathBuf),
    /// Nothing: the number of a file that is alone.
    Alone(usize),
}

/// Sorts the files that were asked for into workspaces, in the order of their first files. `whole_tree` adds every other
/// Blueprint of a work tree.
///
/// # Errors
/// If a folder cannot be searched.
pub(crate) fn workspaces(
    paths: &[PathBuf],
    grouping: Grouping,
    whole_tree: bool,
    config: &Config,
) -> anyhow::Result<Vec<Workspace>> {
    let listed: BTreeSet<PathBuf> = config.together().map(|path| real(&path)).collect();
    let mut numbers: BTreeMap<Bond, usize> = BTreeMap::new();
    let mut groups: Vec<(Bond, Workspace)> = Vec::new();
    let mut known: BTreeSet<(usize, PathBuf)> = BTreeSet::new();
    for (index, path) in paths.iter().enumerate() {
        let bond = match grouping {
            Grouping::Together => Bond::Asked,
            Grouping::Separate => Bond::Alone(index),
            Grouping::ByTree if input::is_stdin(path) => Bond::Alone(index),
            Grouping::ByTree if listed.contains(&real(path)) => Bond::Listed,
            Grouping::ByTree => root_of(path).map_or(Bond::Alone(index), Bond::Tree),
        };
        let at = *numbers.entry(bond.clone()).or_insert_with(|| {
            groups.push((bond, Workspace::default()));
            groups.len() - 1
        });
        // A file that is named twice is read once, and reported on in its first place.
        if known.insert((at, real(path))) {
            groups[at].1.files.push((path.clone(), Some(index)));
        }
    }
    let mut out = Vec::new();
    for (at, (bond, mut group)) in groups.into_iter().enumerate() {
        let more = match &bond {
            Bond::Listed => config.together().collect(),
            // What is skipped there, nobody asked about.
            Bond::Tree(root) if whole_tree => {
                find::blueprints_and(&[from_here(root)], config, |_| {})?
            }
            _ => Vec::new(),
        };
        // They come first, so that what two files declare is asked about where somebody asked.
        let more = more.into_iter().filter(|path| known.insert((at, real(path))));
        let mut files: Vec<_> = more.map(|path| (path, None)).collect();
        files.append(&mut group.files);
        group.files = files;
        if group.files.len() > MOST_TOGETHER && grouping != Grouping::Together {
            let alone = |file| Workspace { files: vec![file] };
            out.extend(group.files.into_iter().filter(|(_, asked)| asked.is_some()).map(alone));
        } else {
            out.push(group);
        }
    }
    Ok(out)
}

/// Where a file really is, links followed; the path itself when it is nowhere.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A folder as people here would write it.
fn from_here(folder: &Path) -> PathBuf {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let Ok(here) = here else { return folder.to_owned() };
    if let Ok(inside) = folder.strip_prefix(&here) {
        return Path::new(".").join(inside);
    }
    match here.strip_prefix(folder) {
        Ok(below) => below.iter().map(|_| "..").collect(),
        Err(_) => folder.to_owned(),
    }
}

/// Reads a file of a workspace, to be called `name`.
///
/// # Errors
/// If it cannot be read.
fn source(path: &Path, name: String, trees: &WorkTrees) -> anyhow::Result<SourceText> {
    let decoded = input::read(path)?;
    Ok(SourceText { path: name, decoded, repository: trees.tracking(path) })
}

/// Reads all files that `paths` mean, and analyses them as one workspace.
///
/// # Errors
/// If one of them cannot be read, or there is none.
pub(crate) fn read(paths: &[PathBuf], config: &Config) -> anyhow::Result<Analysis> {
    let mut seen = BTreeSet::new();
    let mut files = find::blueprints(paths, config)?;
    files.retain(|path| seen.insert(real(path)));
    if files.is_empty() {
        let below: Vec<String> = paths.iter().map(|path| shown(path)).collect();
        anyhow::bail!("no Blueprint found below {}", below.join(", "));
    }
    let trees = WorkTrees::around(files.iter().map(PathBuf::as_path));
    let name = |path: &Path| {
        if input::is_stdin(path) { "standard input".to_owned() } else { reported(path) }
    };
    let sources = files.iter().map(|path| source(path, name(path), &trees));
    let sources = sources.collect::<anyhow::Result<Vec<SourceText>>>()?;
    let analysis = Analysis::together(sources, config.options());
    note_broken(&analysis);
    Ok(analysis)
}

/// Says on standard error which files are no YAML throughout: what is broken is missing in the answer.
pub(crate) fn note_broken(analysis: &Analysis) {
    for ((_, file), tree) in analysis.files().iter().zip(analysis.trees()) {
        if !tree.errors.is_empty() {
            output::note(&format!(
                "{} cannot be read completely; broken parts are left out, and `check` shows where",
                output::readable_all(&file.path)
            ));
        }
    }
}
