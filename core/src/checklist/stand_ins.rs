//! Values in the file that wait for the real ones. The file is the place to change them: what somebody enters in the
//! Dashboard, the next sync overwrites.

use std::collections::BTreeSet;

use super::comments::Comments;
use super::stage::Stage;
use super::step::{Phase, Step};
use crate::graph::encode_name;
use crate::model::EnvVar;

/// Beginnings of words that stand where a real value belongs.
const STAND_INS: [&str; 6] =
    ["your-", "replace-with", "replace-me", "replaceme", "changeme", "change-me"];

pub(super) fn steps(stage: &Stage<'_>, comments: &Comments<'_>) -> Vec<Step> {
    let base = stage.base.blueprint();
    let resources = base.resources.iter().map(|one| (one.label(), &one.env_vars));
    let known: BTreeSet<(&str, &str, &str)> = resources
        .chain(base.groups.iter().map(|one| (one.name.text().unwrap_or_default(), &one.env_vars)))
        .flat_map(|(owner, vars)| literals(vars).map(move |(var, text)| (owner, var.name(), text)))
        .collect();
    let groups = stage.head.blueprint().groups.iter().map(|group| {
        let name = group.name.text().unwrap_or_default();
        (format!("group:{}", encode_name(name)), name, &group.env_vars)
    });
    let resources = stage.resources().map(|(id, one)| (id.to_owned(), one.label(), &one.env_vars));
    let mut steps = Vec::new();
    for (node, owner, vars) in resources.chain(groups) {
        for (var, text) in literals(vars) {
            let key = var.name();
            if known.contains(&(owner, key, text)) {
                continue;
            }
            let words = match comments.about(var.span) {
                Some(words) if text.is_empty() => {
                    format!("is empty in the file, which says {words}")
                }
                _ if is_stand_in(text) => "holds a stand-in".to_owned(),
                _ => continue,
            };
            let text = format!(
                "`{key}` of `{owner}` {words}: change it in the file, because the next sync writes that value again"
            );
            steps.push(Step::new(Phase::Before, node.clone(), text).at([var.span]));
        }
    }
    steps
}

/// The variables with a value in the file, each with its text.
fn literals(vars: &[EnvVar]) -> impl Iterator<Item = (&EnvVar, &str)> {
    vars.iter().filter_map(|var| Some((var, var.value.value()?.text.trim())))
}

/// Whether one of the words of a value, which has no blanks, says that it is to be replaced.
fn is_stand_in(value: &str) -> bool {
    let folded = value.to_ascii_lowercase().replace('_', "-");
    let begins_word =
        |at: usize| !folded[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    !value.contains(char::is_whitespace)
        && STAND_INS.iter().any(|word| folded.match_indices(word).any(|(at, _)| begins_word(at)))
}

#[cfg(test)]
mod tests {
    use super::is_stand_in;

    #[test]
    fn a_stand_in_says_so_at_the_beginning_of_a_word() {
        for value in ["https://your_name.onrender.com", "changeme", "replace-with-a-bucket"] {
            assert!(is_stand_in(value), "{value}");
        }
        for value in ["", "find-your-way", "your shop", "https://example.com", "exchangemeister"] {
            assert!(!is_stand_in(value), "{value}");
        }
    }
}
