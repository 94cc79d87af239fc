//! The examples of the rules, each again and again: what is wrong many times must not cost more each time.

use super::shape::{Fill, Shape};
use crate::Result;
use crate::repository::{Repository, read};

/// What is a name in an example: another one in each repetition.
const NAMES: [&str; 2] = ["name: ", "fromGroup: "];

/// A shape for the first example of every rule that has one to repeat, by the rule's code.
///
/// # Errors
/// When the pages of the rules cannot be read.
pub(super) fn examples(repository: &Repository) -> Result<Vec<Shape>> {
    let folder = repository.path("docs/rules");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("docs/rules: {error}"))?;
    let mut pages: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    pages.sort();
    let mut out = Vec::new();
    for page in pages {
        let code = page.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = read(&page)?;
        let example = text.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next());
        if let Some(example) = example.filter(|example| is_list(example)) {
            out.push(Shape {
                name: code.into(),
                is_network: false,
                unit: 1,
                fill: Fill::Repeated(example.to_owned()),
            });
        }
    }
    Ok(out)
}

fn is_list(example: &str) -> bool {
    example.lines().any(|line| line.trim_start().starts_with("- "))
}

/// The lists of an example so many times as long, with names of their own.
pub(super) fn repeated(example: &str, times: usize) -> String {
    let is_head = |line: &str| line.ends_with(':') && !line.starts_with([' ', '-', '#']);
    let mut out = String::new();
    let mut lines = example.lines().peekable();
    while let Some(head) = lines.next() {
        out.push_str(head);
        out.push('\n');
        if !is_head(head) {
            continue;
        }
        let mut body = String::new();
        while let Some(line) = lines.next_if(|line| !is_head(line)) {
            body.push_str(line);
            body.push('\n');
        }
        let times = if is_list(&body) { times } else { 1 };
        (0..times).for_each(|number| renamed(&body, number, &mut out));
    }
    out
}

/// Adds some lines with a number behind every name.
fn renamed(lines: &str, number: usize, out: &mut String) {
    let is_end = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let mut rest = lines;
    while let Some((at, mark)) =
        NAMES.iter().filter_map(|mark| Some((rest.find(mark)?, mark))).min()
    {
        let (before, name) = rest.split_at(at + mark.len());
        let end = name.find(is_end).unwrap_or(name.len());
        out.push_str(before);
        out.push_str(&name[..end]);
        if end > 0 {
            out.push_str(&format!("-{number}"));
        }
        rest = &name[end..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_repeated_with_names_of_their_own_and_all_else_stays() {
        let example = "# a\npreviews:\n  generation: off\nservices:\n  - name: api # b\n    x: [{fromGroup: g}]\n";
        let expected = "# a\npreviews:\n  generation: off\nservices:\n  - name: api-0 # b\n    x: [{fromGroup: g-0}]\n  - name: api-1 # b\n    x: [{fromGroup: g-1}]\n";
        assert_eq!(repeated(example, 2), expected);
    }

    #[test]
    fn most_rules_have_an_example_to_repeat() {
        let repository = Repository::find().expect("this checkout");
        let examples = examples(&repository).expect("they can be read");
        assert!(examples.len() > 100, "{}", examples.len());
        for shape in examples {
            let (small, large) = (shape.text(10).len(), shape.text(100).len());
            assert!(large > 5 * small, "{}: {small} and {large} bytes", shape.name);
        }
    }
}
