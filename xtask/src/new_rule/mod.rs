//! `cargo xtask new-rule TOPIC CODE`: the file of a rule, its fixture page, and the two lines that declare it.
//!
//! The rule compiles and finds nothing. The tests of the fixture pages fail until the page shows what it finds, and
//! those of the rules' pages until its text is written.

use std::fs;
use std::path::{Path, PathBuf};

use crate::repository::{Repository, read, write};
use crate::{Result, say};

const RULE: &str = include_str!("rule.txt");
const FIXTURES: &str = include_str!("fixtures.txt");

/// Adds the rule `code` to `topic`, and says what is left to do.
pub(crate) fn new_rule(repository: &Repository, topic: &str, code: &str) -> Result<()> {
    say::step(&format!("adding the rule {code} to {topic}"));
    let core = repository.path("core");
    for path in add(&core, topic, code)? {
        say::note(&path.display().to_string());
    }
    say::plain(&format!(
        "\nNow write the check and the page in core/src/rules/{topic}/{module}.rs and the examples in\n\
         core/tests/rules/{code}.md. `UPDATE=1 cargo test -p blueprint-lens-core --test suite rules` marks the\n\
         examples, and `cargo xtask docs` writes the public page.",
        module = module_of(code)
    ));
    Ok(())
}

/// Makes the two files and adds the two lines; returns the files it made and changed. Changes nothing when it refuses.
fn add(core: &Path, topic: &str, code: &str) -> Result<Vec<PathBuf>> {
    let rules = core.join("src/rules");
    let topics = topics(&rules)?;
    if !topics.iter().any(|known| known == topic) {
        return Err(format!("there is no topic `{topic}`; there are {}", topics.join(", ")));
    }
    check_code(code)?;
    let module = module_of(code);
    let same = |topic: &String| rules.join(topic).join(format!("{module}.rs")).exists();
    if let Some(topic) = topics.iter().find(|topic| same(topic)) {
        return Err(format!("the rule `{code}` is already in {topic}"));
    }
    let page = core.join("tests/rules").join(format!("{code}.md"));
    if page.exists() {
        return Err(format!("{} is already there", page.display()));
    }

    let rule = rules.join(topic).join(format!("{module}.rs"));
    let (modules, list) = (rules.join(topic).join("mod.rs"), rules.join("mod.rs"));
    let modules_text = with_module(&read(&modules)?, &module);
    let list_text = with_entry(&read(&list)?, topic, &module)
        .ok_or_else(|| format!("{} lists no rule of {topic}", list.display()))?;
    let fill = |template: &str| {
        template.replace("{code}", code).replace("{version}", env!("CARGO_PKG_VERSION"))
    };
    write(&rule, &fill(RULE))?;
    write(&page, &fill(FIXTURES))?;
    write(&modules, &modules_text)?;
    write(&list, &list_text)?;
    Ok(vec![rule, page, modules, list])
}

/// The topics: the folders of the rules, by name.
fn topics(rules: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(rules)
        .map_err(|error| format!("{} cannot be read: {error}", rules.display()))?;
    let mut topics: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().join("mod.rs").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    topics.sort();
    Ok(topics)
}

/// Refuses a code that is not of lower-case words with dashes between them. One word alone is too few: the code reads
/// well after "allow", and its module must not be a keyword of Rust.
fn check_code(code: &str) -> Result<()> {
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if code.contains('-') && code.split('-').all(is_word) {
        return Ok(());
    }
    Err(format!(
        "`{code}` is no code of a rule: write lower-case words with dashes between them, like `open-database`"
    ))
}

fn module_of(code: &str) -> String {
    code.replace('-', "_")
}

/// The `mod.rs` of a topic with one more module, in alphabetical order.
fn with_module(text: &str, module: &str) -> String {
    let line = format!("pub(crate) mod {module};");
    let mut lines: Vec<&str> = text.lines().collect();
    let is_module = |other: &&str| other.starts_with("pub(crate) mod ");
    let at = lines
        .iter()
        .position(|other| is_module(other) && *other > line.as_str())
        .or_else(|| Some(lines.iter().rposition(is_module)? + 1))
        .unwrap_or(lines.len());
    lines.insert(at, &line);
    lines.join("\n") + "\n"
}

/// The list of all rules with one more, at the end of the longest run of rules of its topic; `None` without such a run.
fn with_entry(text: &str, topic: &str, module: &str) -> Option<String> {
    let prefix = format!("    &{topic}::");
    let mut lines: Vec<&str> = text.lines().collect();
    let (mut end_of_longest, mut longest, mut run) = (None, 0, 0);
    for (number, line) in lines.iter().enumerate() {
        run = if line.starts_with(&prefix) { run + 1 } else { 0 };
        if run > longest {
            (end_of_longest, longest) = (Some(number + 1), run);
        }
    }
    let line = format!("{prefix}{module}::RULE,");
    lines.insert(end_of_longest?, &line);
    Some(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests;
