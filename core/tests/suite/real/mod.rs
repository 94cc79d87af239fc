//! Real Blueprints, read from the folder that `BLUEPRINT_LENS_CORPUS` names. They are not part of this repository.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use std::path::PathBuf;

/// Name and bytes of every file, by name; `None`, after saying so, without a corpus.
pub(crate) fn blueprints() -> Option<Vec<(String, Vec<u8>)>> {
    let Some(folder) = std::env::var_os("BLUEPRINT_LENS_CORPUS") else {
        eprintln!("skipped: BLUEPRINT_LENS_CORPUS names no folder of Blueprints");
        return None;
    };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the corpus can be read")
        .map(|entry| entry.expect("the corpus can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    assert!(paths.len() > 100, "the corpus holds {} files only", paths.len());
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("the file can be read"))
    };
    Some(paths.into_iter().map(read).collect())
}
