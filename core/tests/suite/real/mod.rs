//! Real Blueprints, read from the folder that `BLUEPRINT_LENS_CORPUS` names, and small files that once broke a promise, from
//! the one that `BLUEPRINT_LENS_CASES` names, and real changes, from the one that `BLUEPRINT_LENS_HISTORY` names. They are not part of this repository.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use std::collections::BTreeMap;
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

/// Name, base and head of a change.
pub(crate) type RealChange = (String, Vec<u8>, Vec<u8>);

/// Every change, by name; `None`, after saying so, without a folder of them.
pub(crate) fn changes() -> Option<Vec<RealChange>> {
    let Some(folder) = std::env::var_os("BLUEPRINT_LENS_HISTORY") else {
        eprintln!("skipped: BLUEPRINT_LENS_HISTORY names no folder of changes");
        return None;
    };
    let files: BTreeMap<String, Vec<u8>> = files_in(folder.into()).into_iter().collect();
    let changes: Vec<_> = files
        .iter()
        .filter_map(|(name, base)| {
            let name = name.strip_suffix(".base.yaml")?;
            let head = files.get(&format!("{name}.head.yaml"))?;
            Some((name.to_owned(), base.clone(), head.clone()))
        })
        .collect();
    assert!(changes.len() > 100, "there are {} changes only", changes.len());
    Some(changes)
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
