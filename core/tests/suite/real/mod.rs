//! Real Blueprints, read from the folder that `BLUEPRINT_LENS_CORPUS` names, and small files that once broke a promise, from
//! the one that `BLUEPRINT_LENS_CASES` names. They are not part of this repository.
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
    let files = files_in(folder.into());
    assert!(files.len() > 100, "the corpus holds {} files only", files.len());
    Some(files)
}

/// Name and bytes of every case, by name; `None`, after saying so, without a folder of them.
pub(crate) fn cases() -> Option<Vec<(String, Vec<u8>)>> {
    let Some(folder) = std::env::var_os("BLUEPRINT_LENS_CASES") else {
        eprintln!("skipped: BLUEPRINT_LENS_CASES names no folder of cases");
        return None;
    };
    let folder = PathBuf::from(folder);
    let mut files = files_in(folder.clone());
    files.extend(files_in(folder.join("fuzz")));
    assert!(files.len() > 50, "there are {} cases only", files.len());
    Some(files)
}

fn files_in(folder: PathBuf) -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("the file can be read"))
    };
    paths.into_iter().map(read).collect()
}
