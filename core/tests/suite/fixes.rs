//! What every fix promises, over every example of the rules' pages and, where there is a corpus, over real Blueprints:
//! its edits are apart and inside the text, its finding goes, no other comes, and all safe fixes together settle.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::collections::BTreeMap;
use std::path::Path;

use crate::fixture::{blocks, strip};
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::diagnostics::{Category, Diagnostic, Fix, Safety, Severity};
use blueprint_lens_core::lint::Setting;
use blueprint_lens_core::model::Resource;
use blueprint_lens_core::rules;
use blueprint_lens_core::text::{TextEdit, apply, decode};

/// A text with a name, and what is asked of it.
struct Sample {
    name: String,
    text: String,
    options: Options,
}

/// Every YAML block of the fixture pages.
fn pages() -> Vec<Sample> {
    let mut out = Vec::new();
    for rule in rules::all() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/rules/{}.md", rule.code));
        let page = std::fs::read_to_string(path).expect("every rule has a page");
        for block in blocks(&page).iter().filter(|block| block.info == "yaml") {
            let (text, _) = strip(&block.content);
            let name = format!("{}, line {}", rule.code, block.line);
            let settings = [(rule.code.to_owned(), Setting::On)].into();
            let options = Options { settings, ..Options::default() };
            out.push(Sample { name, text, options });
        }
    }
    out
}

/// Files with a name, with the usual rules.
fn samples(files: Vec<(String, Vec<u8>)>) -> Vec<Sample> {
    let sample = |(name, bytes): (String, Vec<u8>)| Sample {
        name,
        text: Analysis::with(decode(&bytes), Options::default()).text().to_owned(),
        options: Options::default(),
    };
    files.into_iter().map(sample).collect()
}

/// Every file of the corpus.
fn corpus() -> Option<Vec<Sample>> {
    Some(samples(crate::real::blueprints()?))
}

/// Small files that once broke a promise.
fn cases() -> Option<Vec<Sample>> {
    Some(samples(crate::real::cases()?))
}

impl Sample {
    fn analysis(&self, text: &str) -> Analysis {
        Analysis::with(decode(text.as_bytes()), self.options.clone())
    }

    fn findings(&self, text: &str) -> Vec<Diagnostic> {
        Analysis::with(decode(text.as_bytes()), self.options.clone()).diagnostics().to_vec()
    }
}

/// How often each rule speaks.
fn counts(findings: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut out = BTreeMap::new();
    for found in findings {
        *out.entry(found.rule).or_insert(0) += 1;
    }
    out
}

/// How many findings are more than advice.
fn bad(findings: &[Diagnostic]) -> usize {
    findings.iter().filter(|one| one.severity >= Severity::Warning).count()
}

/// Why the edits of a fix do not fit the text, if they do not.
fn misfit(text: &str, fix: &Fix) -> Option<&'static str> {
    let mut spans: Vec<_> = fix.edits.iter().map(|edit| edit.span).collect();
    spans.sort_unstable();
    let inside = spans
        .iter()
        .all(|span| span.start() <= span.end() && text.get(span.start()..span.end()).is_some());
    let apart = spans.windows(2).all(|pair| pair[0].end() <= pair[1].start());
    match (fix.edits.is_empty(), inside, apart) {
        (true, ..) => Some("it changes nothing"),
        (_, false, _) => Some("an edit is outside the text or inside a character"),
        (.., false) => Some("its edits overlap"),
        _ => None,
    }
}

/// Rules whose mistake hides what stands there: once it is mended, others see it for the first time. One of their
/// fixes may bring what was hidden, never more of it than one finding for the one that goes.
const HIDES: [&str; 16] = [
    "colon-in-value",
    "image-beside-source",
    "invalid-yaml",
    "missing-field",
    "storage-on-legacy-plan",
    "tab-indentation",
    "unclear-assertion",
    "unknown-allow",
    "unknown-field",
    "unknown-plan",
    "unknown-region",
    "unknown-runtime",
    "unknown-type",
    "unknown-value",
    "wrong-reference-form",
    "wrong-value-type",
];

/// What is said next once a fix is made, as advice: the rule of the fix, the rule that speaks then, and why.
const NEXT: [(&str, &str, &str); 4] = [
    (
        "property-and-env-var-key",
        "private-origin",
        "the property that is kept may be the wrong one of the two",
    ),
    (
        "public-detour",
        "url-without-scheme",
        "an internal address has no scheme, which the app has to add",
    ),
    (
        "environments-share-network",
        "isolated-but-public",
        "isolation does not close the public way",
    ),
    ("stray-default-region", "environments-share-network", "in one region environments meet"),
];

/// Whether what a fix brings is as it should be.
fn is_expected(found: &Diagnostic, brought: &Diagnostic) -> bool {
    let next = NEXT.iter().any(|(rule, next, _)| *rule == found.rule && *next == brought.rule);
    HIDES.contains(&found.rule) || (next && brought.severity == Severity::Info)
}

/// Rules that speak more after the fix than before, its own included when its finding is still there.
fn worse(sample: &Sample, before: &[Diagnostic], found: &Diagnostic, fix: &Fix) -> Vec<String> {
    let Ok(text) = apply(&sample.text, &fix.edits) else {
        return vec!["the edits cannot be applied".to_owned()];
    };
    let after = sample.findings(&text);
    let (was, is) = (counts(before), counts(&after));
    let mut out: Vec<String> = is
        .iter()
        .filter(|(rule, count)| **count > was.get(*rule).copied().unwrap_or_default())
        .filter(|(rule, _)| {
            let mut new = after.iter().filter(|other| other.rule == **rule);
            !new.all(|brought| is_expected(found, brought))
        })
        .map(|(rule, _)| {
            let new = after.iter().filter(|other| other.rule == *rule);
            let words: Vec<_> =
                new.map(|one| format!("{:?}: {}", one.severity, one.message)).collect();
            format!("brings {rule} {words:?}")
        })
        .collect();
    if bad(&after) > bad(before) && !HIDES.contains(&found.rule) {
        out.push(format!("brings more than it takes: {is:?}"));
    }
    out.extend(lost(sample, &text, found, fix));
    let same = |one: &&Diagnostic| one.rule == found.rule && one.message == found.message;
    let left = |all: &[Diagnostic]| all.iter().filter(same).count();
    if left(&after) >= left(before) {
        out.push("leaves its finding".to_owned());
    }
    out
}

/// What a fix must not take: a comment, YAML that can be read, and, for a safe one, what the Blueprint means.
fn lost(sample: &Sample, text: &str, found: &Diagnostic, fix: &Fix) -> Vec<String> {
    let mut out = Vec::new();
    let (before, after) = (sample.analysis(&sample.text), sample.analysis(text));
    if after.syntax().errors.len() > before.syntax().errors.len() {
        out.push("breaks the YAML".to_owned());
    }
    if before.syntax().errors.is_empty() {
        let kept: Vec<&str> =
            after.syntax().comments.iter().map(|one| one.span.slice(text).trim()).collect();
        let comments =
            before.syntax().comments.iter().map(|one| one.span.slice(&sample.text).trim());
        let gone = comments.into_iter().find(|one| !kept.contains(one));
        // What looked like a comment was the end of a value.
        let was_none = found.rule == "hash-cuts-value";
        if let Some(gone) = gone.filter(|gone| !gone.contains("blueprint-lens:") && !was_none) {
            out.push(format!("loses the comment `{gone}`"));
        }
    }
    if let Some(other) = changed_for_others(&before, &after, found) {
        out.push(format!("changes `{other}`, which has no such finding"));
    }
    // Text that could not be read says something for the first time once it can be; a misspelt value that somebody has to
    // confirm, what it means.
    let confirmed = fix.safety != Safety::Safe && HIDES.contains(&found.rule);
    let mended = found.category == Category::Syntax || confirmed;
    if fix.safety == Safety::Safe && !mended {
        let own = found.subject.node.as_deref();
        let (was, is) = (meaning(&before, own), meaning(&after, own));
        if was != is {
            out.push(format!("changes the network: {was:?} to {is:?}"));
        }
    }
    let opened = |analysis: &Analysis| {
        let nodes = analysis.network().nodes();
        nodes.filter(|(_, node)| node.exposure.is_entry_point()).count()
    };
    if !mended && opened(&after) > opened(&before) {
        out.push("opens an entry point".to_owned());
    }
    out
}

/// A resource that a fix for others changes, although it shares text with them: anchors, aliases and merge keys.
fn changed_for_others(before: &Analysis, after: &Analysis, found: &Diagnostic) -> Option<String> {
    let (was, is) = (before.blueprint(), after.blueprint());
    if !was.shares_text() || was.resources.len() != is.resources.len() {
        return None;
    }
    let about: Vec<&str> =
        found.subject.node.iter().chain(&found.subject.also).map(String::as_str).collect();
    let id = |at: usize| {
        let node = before.network().of_resource(was.resources[at].id)?;
        Some(before.network().node(node).id.clone())
    };
    let said = |resource: &Resource| {
        let variables = resource.env_vars.iter().map(|var| {
            let value = var.value.value().map(|value| value.text.clone());
            format!("{:?} {value:?} {:?}", var.key.text(), var.generate_value.value())
        });
        let settings = resource.settings.iter().map(|one| format!("{} {:?}", one.name, one.text()));
        variables.chain(settings).collect::<Vec<_>>()
    };
    (0..was.resources.len()).find_map(|at| {
        let id = id(at).filter(|id| !about.contains(&id.as_str()))?;
        (said(&was.resources[at]) != said(&is.resources[at])).then_some(id)
    })
}

/// Who is there, how open, and how wired, the resource of the finding itself aside.
fn meaning(analysis: &Analysis, own: Option<&str>) -> (Vec<String>, Vec<String>) {
    let network = analysis.network();
    let is_own = |id: &str| own == Some(id);
    let nodes = network.nodes().map(|(_, node)| node).filter(|node| !is_own(&node.id));
    let nodes = nodes.map(|node| format!("{} {:?} {:?}", node.id, node.exposure, node.placement));
    let edges = network.edges().filter(|(_, from, to, _)| {
        !is_own(&network.node(*from).id) && !is_own(&network.node(*to).id)
    });
    (nodes.collect(), edges.map(|(_, _, _, edge)| edge.id.clone()).collect())
}

/// Checks every fix of every sample; returns how many were tried.
fn try_each(samples: &[Sample]) -> usize {
    let mut failures = String::new();
    let mut tried = 0;
    for sample in samples {
        let before = sample.findings(&sample.text);
        for found in &before {
            for fix in &found.fixes {
                tried += 1;
                let complaints = match misfit(&sample.text, fix) {
                    Some(misfit) => vec![misfit.to_owned()],
                    None => worse(sample, &before, found, fix),
                };
                if !complaints.is_empty() {
                    failures.push_str(&format!(
                        "\n{}: `{}` for {} `{}`: {}",
                        sample.name,
                        fix.title,
                        found.rule,
                        found.message,
                        complaints.join("; ")
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    tried
}

/// Applies what safe fixes fit together, again and again; returns how many rounds each sample took at most.
fn settle(samples: &[Sample]) -> usize {
    let mut most = 0;
    for sample in samples {
        let first = sample.findings(&sample.text);
        let mut text = sample.text.clone();
        let mut rounds = 0;
        loop {
            let mut edits: Vec<TextEdit> = Vec::new();
            for found in sample.findings(&text) {
                let Some(fix) = found.fixes.iter().find(|fix| fix.safety == Safety::Safe) else {
                    continue;
                };
                let mut with = edits.clone();
                with.extend(fix.edits.iter().filter(|edit| !edits.contains(edit)).cloned());
                if apply(&text, &with).is_ok() {
                    edits = with;
                }
            }
            if edits.is_empty() {
                break;
            }
            rounds += 1;
            assert!(rounds < 8, "{}: the safe fixes do not settle:\n{text}", sample.name);
            text = apply(&text, &edits).expect("only edits that fit together were kept");
        }
        let last = sample.findings(&text);
        assert!(
            bad(&last) <= bad(&first),
            "{}: together the safe fixes bring {:?} for {:?} in\n{text}",
            sample.name,
            counts(&last),
            counts(&first)
        );
        most = most.max(rounds);
    }
    most
}

#[test]
fn each_fix_on_the_pages_of_the_rules_takes_its_finding_and_brings_no_other() {
    let tried = try_each(&pages());
    assert!(tried > 300, "only {tried} fixes were tried");
}

#[test]
fn each_fix_in_real_blueprints_takes_its_finding_and_brings_no_other() {
    let Some(samples) = corpus() else { return };
    let tried = try_each(&samples);
    assert!(tried > 1000, "only {tried} fixes were tried");
}

#[test]
fn each_fix_in_what_once_broke_a_promise_keeps_it() {
    let Some(samples) = cases() else { return };
    let tried = try_each(&samples);
    assert!(tried > 50, "only {tried} fixes were tried");
    settle(&samples);
}

#[test]
fn safe_fixes_settle_together() {
    let rounds = settle(&pages()).max(corpus().map_or(0, |samples| settle(&samples)));
    assert!((1..8).contains(&rounds), "{rounds} rounds");
}
