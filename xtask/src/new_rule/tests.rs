//! Rules are added to a copy of what matters of `core`, in a folder of its own per test.

use std::fs;
use std::path::{Path, PathBuf};

use super::{add, check_code, with_entry, with_module};

const LIST: &str = "\
mod network;
mod wiring;

pub static ALL: &[&Rule] = &[
    &wiring::several_sources::RULE,
    &wiring::unknown_group::RULE,
    &network::free_web_target::RULE,
    &wiring::prompt_asked_once::RULE,
];
";

const WIRING: &str = "\
//! References between services.

pub(crate) mod prompt_asked_once;
pub(crate) mod several_sources;
pub(crate) mod unknown_group;
";

/// A folder with a `core` in it, which goes when the test ends.
struct Core(PathBuf);

impl Core {
    fn new(test: &str) -> Self {
        let name = format!("blueprint-lens-new-rule-{test}-{}", std::process::id());
        let core = std::env::temp_dir().join(name);
        let rules = core.join("src/rules");
        fs::create_dir_all(core.join("tests/rules")).expect("the folder can be made");
        for folder in ["network", "regions", "wiring"] {
            fs::create_dir_all(rules.join(folder)).expect("the folder can be made");
            fs::write(rules.join(folder).join("mod.rs"), WIRING).expect("the file can be written");
        }
        fs::write(rules.join("mod.rs"), LIST).expect("the file can be written");
        Self(core)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).expect("the file can be read")
    }

    /// Every file, with its text.
    fn files(&self) -> Vec<(PathBuf, String)> {
        fn collect(folder: &Path, out: &mut Vec<(PathBuf, String)>) {
            for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    collect(&path, out);
                } else {
                    out.push((
                        path.clone(),
                        fs::read_to_string(path).expect("the file can be read"),
                    ));
                }
            }
        }
        let mut out = Vec::new();
        collect(&self.0, &mut out);
        out.sort();
        out
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        // A folder that stays behind in the system's temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_rule_is_two_files_and_two_lines() {
    let core = Core::new("adds");
    let before = core.files();
    assert_eq!(add(&core.0, "wiring", "stray-reference").expect("it is added").len(), 4);
    let rule = core.read("src/rules/wiring/stray_reference.rs");
    assert!(rule.contains("    code: \"stray-reference\",\n"), "{rule}");
    for section in
        ["What it does", "Why it matters", "Example", "Fix", "When to ignore it", "References"]
    {
        assert!(
            rule.contains(&format!("    /// ## {section}\n")),
            "{section} is missing in {rule}"
        );
    }
    let page = core.read("tests/rules/stray-reference.md");
    assert!(page.starts_with("# `stray-reference`\n"), "{page}");
    assert!(!page.contains('^'), "the author shows what the rule finds: {page}");
    assert!(!(rule + &page).contains("{code}"), "every placeholder is filled");
    assert_eq!(
        core.read("src/rules/wiring/mod.rs"),
        WIRING.replace(
            "pub(crate) mod unknown_group",
            "pub(crate) mod stray_reference;\npub(crate) mod unknown_group"
        )
    );
    assert_eq!(
        core.read("src/rules/mod.rs"),
        LIST.replace("    &network::", "    &wiring::stray_reference::RULE,\n    &network::")
    );
    assert_eq!(core.files().len(), before.len() + 2);
}

#[test]
fn what_is_refused_changes_nothing() {
    let core = Core::new("refuses");
    add(&core.0, "wiring", "stray-reference").expect("it is added");
    let before = core.files();
    let refused = |topic: &str, code: &str| add(&core.0, topic, code).expect_err("it is refused");
    assert_eq!(
        refused("wires", "late-reference"),
        "there is no topic `wires`; there are network, regions, wiring"
    );
    assert_eq!(
        refused("network", "stray-reference"),
        "the rule `stray-reference` is already in wiring"
    );
    assert!(refused("wiring", "Stray_Reference").contains("is no code of a rule"));
    // A page without a rule, left over from somewhere.
    let page = core.0.join("tests/rules/late-reference.md");
    fs::write(&page, "# `late-reference`\n").expect("the file can be written");
    assert!(refused("wiring", "late-reference").contains("late-reference.md is already there"));
    fs::remove_file(page).expect("the file can be removed");
    assert!(refused("regions", "late-region").ends_with("lists no rule of regions"));
    assert_eq!(core.files(), before);
}

#[test]
fn codes_are_kebab_case_words() {
    for good in ["open-database", "http2-without-tls", "a-b-c"] {
        assert_eq!(check_code(good), Ok(()), "{good}");
    }
    for bad in [
        "",
        "type",
        "open_database",
        "Open-database",
        "-open",
        "open-",
        "a--b",
        "a-2",
        "../x-y",
        "naïve-rule",
    ] {
        assert!(check_code(bad).is_err(), "{bad}");
    }
}

#[test]
fn modules_stay_in_order() {
    let first = with_module(WIRING, "anchored_value");
    assert!(first.contains("\n\npub(crate) mod anchored_value;\npub(crate) mod prompt"), "{first}");
    let last = with_module(WIRING, "weak_reference");
    assert!(last.ends_with("unknown_group;\npub(crate) mod weak_reference;\n"), "{last}");
    let only = with_module("//! A topic.\n\n", "first_rule");
    assert_eq!(only, "//! A topic.\n\npub(crate) mod first_rule;\n");
}

#[test]
fn the_list_grows_where_the_topic_has_its_rules() {
    let list = with_entry(LIST, "network", "late_target").expect("the topic has rules");
    assert!(list.contains("free_web_target::RULE,\n    &network::late_target::RULE,\n"), "{list}");
    assert_eq!(with_entry(LIST, "regions", "far_region"), None);
}
