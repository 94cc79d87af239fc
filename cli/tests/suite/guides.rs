//! The first minute of somebody who follows the guides: what they show has no error, and a mistake is met with what to do.

use std::path::Path;

use crate::folder::folder;
use crate::program::program;

/// What a guide has drawn: Blueprints in fences and in elements. Fences that name a file hold none.
fn blueprints(guide: &str) -> Vec<String> {
    let fenced = guide.split("```render-blueprint\n").skip(1);
    let fenced = fenced.filter_map(|part| part.split_once("```").map(|(text, _)| text.to_owned()));
    let inside = guide.split("<blueprint-lens><pre>").skip(1);
    let inside =
        inside.filter_map(|part| part.split_once("</pre>")).map(|(text, _)| text.to_owned());
    fenced.chain(inside).collect()
}

#[test]
fn a_blueprint_that_a_guide_shows_has_no_error() {
    let mut checked = 0;
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    for entry in std::fs::read_dir(docs).expect("there are guides").flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let guide = std::fs::read_to_string(&path).expect("a guide is text");
        for text in blueprints(&guide) {
            let output = program().args(["check", "-"]).write_stdin(text.clone()).output();
            let output = output.expect("it runs");
            let report = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success(), "{}:\n{text}\n{report}", path.display());
            checked += 1;
        }
    }
    assert!(checked >= 2, "{checked} Blueprints");
}

#[test]
fn where_there_is_no_blueprint_it_says_what_to_do() {
    let empty = folder(&[]);
    let output = program().current_dir(empty.path()).arg("check").output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), b"".as_slice()));
    assert!(said.contains("name a file, or `.` to search this folder"), "{said}");
}
