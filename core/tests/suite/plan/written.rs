//! Changes written to show one row each, in `tests/plans/`: a comment says which, `# expect: CLASS NODE FIELD` states every
//! consequence (`-` for a part as a whole), `# mode: first` asks for the first sync, and `# ==== head ====` stands between the
//! two versions.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::collections::BTreeSet;
use std::path::Path;

use blueprint_lens_core::plan::Mode;

use super::planned;

#[test]
fn every_written_change_has_exactly_the_consequences_that_it_states() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut failures = String::new();
    let mut read = 0;
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        let text = std::fs::read_to_string(&path).expect("the change can be read");
        let (base, head) = text.split_once("# ==== head ====\n").expect("it has two versions");
        let mode = if base.contains("\n# mode: first\n") { Mode::First } else { Mode::Later };
        let stated: BTreeSet<String> = base
            .lines()
            .filter_map(|line| line.strip_prefix("# expect: "))
            .map(str::to_owned)
            .collect();
        let found = planned(base, head, mode);
        let told: Vec<String> = found
            .consequences
            .iter()
            .map(|one| {
                let field = one.field.as_deref().unwrap_or("-");
                format!("{} {} {field}", one.class.id(), one.part.id)
            })
            .collect();
        let name = path.file_name().unwrap_or_default().display();
        let distinct: BTreeSet<String> = told.iter().cloned().collect();
        for line in stated.difference(&distinct) {
            failures.push_str(&format!("{name}: missing: {line}\n"));
        }
        for line in distinct.difference(&stated) {
            failures.push_str(&format!("{name}: not stated: {line}\n"));
        }
        if distinct.len() < told.len() {
            failures.push_str(&format!("{name}: something is told twice: {told:?}\n"));
        }
        read += 1;
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(read > 30, "only {read} changes were read");
}
