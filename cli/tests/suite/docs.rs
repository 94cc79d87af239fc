//! The committed pages of rules, fields and facts are what the program says; `cargo xtask docs` writes them anew.

use std::path::{Path, PathBuf};

use crate::program::program;

const REMEDY: &str = "`cargo xtask docs` writes the pages anew";

fn said(arguments: &[&str]) -> String {
    let mut command = program();
    let output = command.args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).expect("it is text")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules")
}

fn page(name: &str) -> String {
    std::fs::read_to_string(folder().join(name))
        .unwrap_or_else(|error| panic!("docs/rules/{name}: {error}; {REMEDY}"))
        .replace("\r\n", "\n")
}

#[test]
fn pages_are_up_to_date() {
    assert!(page("README.md") == said(&["rules", "--format", "markdown"]), "{REMEDY}");
    assert!(page("../fields.md") == said(&["fields", "--format", "markdown"]), "fields: {REMEDY}");
    assert!(page("../facts.md") == said(&["facts", "--format", "markdown"]), "facts: {REMEDY}");
    let listed = said(&["rules"]);
    let codes: Vec<&str> =
        listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.len() > 50, "the rules are listed: {listed}");
    for code in &codes {
        let name = format!("{code}.md");
        assert!(page(&name) == said(&["explain", code]), "docs/rules/{name}: {REMEDY}");
    }
    for entry in std::fs::read_dir(folder()).expect("the folder can be read").flatten() {
        let name = entry.file_name().into_string().expect("the name is text");
        let known = name == "README.md"
            || name.strip_suffix(".md").is_some_and(|code| codes.contains(&code));
        assert!(known, "docs/rules/{name} belongs to no rule; {REMEDY}");
    }
}

#[test]
fn links_of_the_index_lead_somewhere() {
    let (index, facts) = (page("README.md"), page("../facts.md"));
    let links: Vec<&str> = index
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')').map(|(link, _)| link))
        .collect();
    assert!(links.len() > 50, "{index}");
    for link in links {
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        assert!(folder().join(path).is_file(), "{link} leads nowhere");
        let heading = format!("\n### {}", fragment.to_ascii_uppercase());
        assert!(fragment.is_empty() || facts.contains(&heading), "{link} leads to no fact");
    }
}
