//! W19: a link to an environment group that the file does not declare.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::diagnostics::Safety;
use crate::lint::{Candidates, Context, Finding, group_links};
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `fromGroup` that matches no environment group in the file. It is silent if a comment names the group, in
    /// backquotes or where it speaks of groups: templates explain there how to create it.
    ///
    /// ## Why it matters
    ///
    /// The group may already exist in the workspace; if it does not, the sync fails. The file does not show whether it
    /// exists.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: payment
    /// envVarGroups:
    ///   - name: payments
    ///     envVars:
    ///       - key: CURRENCY
    ///         value: EUR
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: payments
    /// envVarGroups:
    ///   - name: payments
    ///     envVars:
    ///       - key: CURRENCY
    ///         value: EUR
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the group exists in the workspace. Say so in a comment, so that other readers know: `# group shop-settings`, or
    /// its name in backquotes.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "unknown-group",
    summary: "a link to an environment group that the file does not declare",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["W19"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let said = SaidGroups::new(context.text);
    let groups = context.groups.iter().filter_map(|group| group.name.text());
    let groups = Candidates::new(groups, &Rc::default());
    for resource in context.resources {
        for link in group_links(context, resource).filter(|link| link.group.is_none()) {
            let name = link.name.value.as_str();
            let near = groups.nearest(name);
            if near.is_none() && said.has(name) {
                continue;
            }
            let help = match near {
                Some(near) => format!(
                    "did you mean `{near}`? Otherwise it must exist in the workspace, or the sync fails"
                ),
                None if is_service(context, name) => format!(
                    "`{name}` is a service, not a group: declare a group, or copy its variables with `fromService`"
                ),
                None => "declare it under `envVarGroups`, or make sure it exists in the workspace"
                    .to_owned(),
            };
            let finding = Finding::new(
                link.name.span,
                format!("{}.fromGroup", link.var.path),
                format!("this file declares no environment group `{name}`"),
                help,
            )
            .on(context, resource.id);
            findings.push(match near {
                Some(near) => finding.fix(
                    format!("write `{near}`"),
                    Safety::Unsafe,
                    vec![TextEdit::replace(link.name.span, near)],
                ),
                None => finding,
            });
        }
    }
}

/// Whether a service of the file has that name.
fn is_service(context: &Context<'_>, name: &str) -> bool {
    let mut named = context.blueprint.named(name);
    named.any(|one| !one.kind.kind().is_some_and(Kind::is_datastore))
}

/// The groups that comments say exist.
struct SaidGroups {
    /// What is in backquotes in a comment.
    quoted: BTreeSet<String>,
    /// The words of the comments that speak of groups.
    words: BTreeSet<String>,
}

impl SaidGroups {
    fn new(text: &str) -> Self {
        let mut out = Self { quoted: BTreeSet::new(), words: BTreeSet::new() };
        for comment in comments(text) {
            out.quoted.extend(comment.split('`').skip(1).map(str::to_owned));
            if comment.to_ascii_lowercase().contains("group") {
                let words = words(&comment).flat_map(|word| [word, word.trim_end_matches('.')]);
                out.words.extend(words.map(str::to_owned));
            }
        }
        out
    }

    /// Whether a group of that name is among them.
    fn has(&self, name: &str) -> bool {
        let is_said = |word| self.words.contains(word);
        self.quoted.contains(name) || (words(name).next().is_some() && words(name).all(is_said))
    }
}

/// The words of a text, as names have them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.split(move |c| !inside(c)).filter(|word| !word.is_empty())
}

/// The comments of a text: lines of nothing else in a row are one comment.
fn comments(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let whole = line.trim_start().starts_with('#');
        let at = if whole { line.find('#') } else { line.find(" #") };
        let comment = at.and_then(|at| line.get(at..));
        match (comment, out.last_mut()) {
            (Some(comment), Some(last)) if whole && goes_on => {
                last.push(' ');
                last.push_str(comment);
            }
            (Some(comment), _) => out.push(comment.to_owned()),
            (None, _) => {}
        }
        goes_on = whole;
    }
    out
}
