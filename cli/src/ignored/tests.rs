//! Patterns and walks beside those of the crate `ignore`.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::gitignore::GitignoreBuilder;
use proptest::prelude::*;

use super::{Patterns, Walk};

/// What the other one says: whether a path is left out, or an exception; `None` for no pattern that fits, or a bad one.
fn other(lines: &[String], path: &str, is_folder: bool) -> Option<bool> {
    let mut builder = GitignoreBuilder::new("/shop");
    for line in lines {
        let _ = builder.add_line(None, line);
    }
    let built = builder.build().expect("lines that are bad are left out");
    let found = built.matched(Path::new("/shop").join(path), is_folder);
    (!found.is_none()).then(|| found.is_ignore())
}

fn ours(lines: &[String], path: &str, is_folder: bool) -> Option<bool> {
    let mut patterns = Patterns::in_folder(Path::new("/shop"));
    for line in lines {
        let _ = patterns.add(line);
    }
    patterns.leaves_out(&Path::new("/shop").join(path), is_folder)
}

/// A pattern, most often a sensible one.
fn line() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        4 => "[ab]{1,2}",
        2 => "[ab]?\\*[ab]?",
        1 => "[ab]?\\?",
        1 => Just("**".to_owned()),
        1 => "\\[[ab]\\]",
        1 => "\\[!a\\]",
        1 => "\\[a-c\\][ab]?",
        1 => "\\\\[ab*]",
        1 => "a \\\\ ",
    ];
    let names = proptest::collection::vec(name, 1..4);
    ("!?", "/?", names, "/?", " ?").prop_map(|(not, start, names, end, space)| {
        format!("{not}{start}{}{end}{space}", names.join("/"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn patterns_mean_what_they_mean_to_others(
        lines in proptest::collection::vec(line(), 1..4),
        path in "([abc]{1,2}/){0,3}[abc*]{1,2}",
        is_folder: bool,
    ) {
        prop_assert_eq!(ours(&lines, &path, is_folder), other(&lines, &path, is_folder));
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let mut patterns = Patterns::default();
    for (line, said) in [
        ("a[z-b]", "the range `z-b` is backwards"),
        ("a[bc", "a `[` is never closed"),
        ("a\\", "a backslash stands at the end"),
    ] {
        assert_eq!(patterns.add(line).expect_err(line), said);
    }
    for line in ["# [", "", "  ", "\\#a", "[]]", "[a-]"] {
        patterns.add(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    }
}

/// The files of a walk that is ours, and of one that is not.
fn walks(folder: &Path) -> [Vec<PathBuf>; 2] {
    let ours = Walk::new(folder).map(|found| found.expect("it can be read"));
    let ours = ours.filter(|found| found.is_file).map(|found| found.path).collect();
    let theirs =
        WalkBuilder::new(folder).hidden(false).require_git(false).git_global(false).build();
    let theirs = theirs.map(|entry| entry.expect("it can be read"));
    let theirs = theirs.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let theirs = theirs.map(ignore::DirEntry::into_path);
    let theirs = theirs.filter(|path| !path.iter().any(|name| name == ".git")).collect();
    [ours, theirs].map(|mut paths: Vec<PathBuf>| {
        paths.sort();
        paths
    })
}

#[test]
fn a_walk_finds_what_others_find() {
    let place = tempfile::tempdir().expect("a folder can be made");
    let write = |path: &str, text: &str| {
        let path = place.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    };
    for path in [
        "a/render.yaml",
        "a/build/render.yaml",
        "a/b/render.yaml",
        "a/b/.git/render.yaml",
        "a/b/c/kept.yaml",
        "a/b/c/other.yaml",
        "a/out/render.yaml",
    ] {
        write(path, "");
    }
    write(".gitignore", "a/b/c/kept.yaml\n");
    write("a/.gitignore", "build/\n*.yaml\n!render.yaml\n");
    write("a/.ignore", "!kept.yaml\nout\n");
    write("a/b/.git/info/exclude", "c\n!other.yaml\n");
    for folder in ["", "a", "a/b"] {
        let [ours, theirs] = walks(&place.path().join(folder));
        assert!(folder != "a" || ours.len() > 3, "{ours:?}");
        assert_eq!(ours, theirs, "{folder}");
    }
    // The other one goes by `.gitignore` files outside of the repository, too, which git does not.
    let [ours, theirs] = walks(&place.path().join("a/b/c"));
    assert_eq!((ours.len(), theirs.len()), (2, 1), "{ours:?}");
}
