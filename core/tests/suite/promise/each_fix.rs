//! One fix alone: its edits fit, its finding goes, no other comes.

use super::kept::lost;
use super::{Case, bad, counts};
use blueprint_lens_core::diagnostics::{Diagnostic, Fix, Severity};
use blueprint_lens_core::syntax::{SyntaxError, SyntaxErrorKind};
use blueprint_lens_core::text::apply;

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

/// Rules whose mistake keeps what stands there from being read, and why: once it is mended, others see it for the first
/// time. One of their fixes may bring what was hidden.
const HIDES: [(&str, &str); 15] = [
    ("colon-in-value", "the text behind the colon is no value until it is in quotes"),
    ("image-beside-source", "the runtime decides which other fields Render takes"),
    ("invalid-yaml", "what cannot be parsed says nothing"),
    ("missing-field", "without its type, a service has no fields of its own"),
    ("tab-indentation", "what cannot be parsed says nothing"),
    ("unclear-assertion", "an assertion that cannot be read is not checked"),
    ("unknown-allow", "a comment that allows an unknown rule allows nothing, needed or not"),
    ("unknown-field", "Render does not read what stands under a name that it does not know"),
    ("unknown-plan", "what a plan can do shows when it is one"),
    ("unknown-region", "resources are in several regions when each region is one"),
    ("unknown-runtime", "the runtime decides which other fields Render needs"),
    ("unknown-type", "the type decides which fields a service has"),
    ("unknown-value", "a word that Render does not know switches nothing on"),
    ("wrong-reference-form", "what is no mapping names no resource"),
    (
        "wrong-value-type",
        "a variable or an image of another form is none until it has the right one",
    ),
];

/// Whether the mistake that a rule finds keeps what stands there from being read.
pub(super) fn hides(rule: &str) -> bool {
    HIDES.iter().any(|(one, _)| *one == rule)
}

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
    hides(found.rule) || (next && brought.severity == Severity::Info)
}

/// How much is asked of a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// Of a file that somebody wrote: no other rule speaks more than before.
    NoOther,
    /// Of a file that makes no sense: no other rule calls something an error.
    NoOtherError,
}

/// Everything that a fix does not keep; nothing when it is as it should be.
pub(crate) fn complaints(
    case: &Case,
    found: &Diagnostic,
    fix: &Fix,
    demand: Demand,
) -> Vec<String> {
    if let Some(misfit) = misfit(case.text(), fix) {
        return vec![misfit.to_owned()];
    }
    let Ok(text) = apply(case.text(), &fix.edits) else {
        return vec!["the edits cannot be applied".to_owned()];
    };
    let after = case.analysis(&text);
    let (was, is) = (case.before.diagnostics(), after.diagnostics());
    // Of a key that is written twice, the second is still there, and may not fit what the first became.
    let errors = &case.before.syntax().errors;
    let is_twice = errors.iter().any(|error| error.kind == SyntaxErrorKind::DuplicateKey);
    // What could not be read before, such as an alias of nothing that the fix replaces, is looked at for the first time.
    let is_read = after.syntax().errors.len() < errors.len();
    let replaced =
        |error: &SyntaxError| fix.edits.iter().any(|edit| edit.span.touches(error.span.start()));
    let is_first = is_twice || (is_read && errors.iter().any(replaced));
    let mut out = match demand {
        Demand::NoOther => brings(found, was, is),
        Demand::NoOtherError if is_first => Vec::new(),
        Demand::NoOtherError => brings_error(found, was, is),
    };
    out.extend(lost(&case.before, &after, found, fix));
    let same = |one: &&Diagnostic| one.rule == found.rule && one.message == found.message;
    let left = |all: &[Diagnostic]| all.iter().filter(same).count();
    if left(is) >= left(was) && !is_twice {
        out.push("leaves its finding".to_owned());
    }
    out
}

/// Rules that speak more than before.
fn brings(found: &Diagnostic, before: &[Diagnostic], after: &[Diagnostic]) -> Vec<String> {
    let (was, is) = (counts(before), counts(after));
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
    if bad(after) > bad(before) && !hides(found.rule) {
        out.push(format!("brings more than it takes: {is:?}"));
    }
    out
}

/// Rules that call more an error than they complained about before: once somebody has confirmed a value, a warning about
/// it may be one.
fn brings_error(found: &Diagnostic, before: &[Diagnostic], after: &[Diagnostic]) -> Vec<String> {
    let from = |severity: Severity, all: &[Diagnostic]| {
        let some = all.iter().filter(|one| one.severity >= severity);
        counts(&some.cloned().collect::<Vec<_>>())
    };
    let (was, is) = (from(Severity::Warning, before), from(Severity::Error, after));
    let more = |rule: &str, count: usize| count > was.get(rule).copied().unwrap_or_default();
    let new = is.iter().filter(|(rule, count)| more(rule, **count));
    let is_revealed =
        |rule: &str| REVEALED.iter().any(|(of, next, _)| *of == found.rule && *next == rule);
    let is_expected = |rule: &str| hides(found.rule) || is_revealed(rule);
    new.filter(|(rule, _)| !is_expected(rule)).map(|(rule, _)| format!("brings {rule}")).collect()
}

/// What is checked for the first time after a fix: the rule of the fix, the rule that speaks then, and why.
const REVEALED: [(&str, &str, &str); 11] = [
    (
        "conflicting-fields",
        "docker-field-without-docker",
        "a former field decides the runtime then",
    ),
    ("conflicting-fields", "image-beside-source", "a former field decides the runtime then"),
    ("conflicting-fields", "start-command-with-docker", "a former field decides the runtime then"),
    ("empty-public-address", "cross-region-reference", "who copies the address has it, too"),
    ("empty-public-address", "crosses-isolation", "who copies the address has it, too"),
    (
        "target-cannot-receive",
        "cross-region-reference",
        "of two with one name, another may be meant",
    ),
    ("listening-worker", "invalid-port", "a worker binds no port, a private service does"),
    ("listening-worker", "loopback-datastore", "a server may be who `localhost` meant"),
    ("target-cannot-receive", "invalid-port", "a worker binds no port, a private service does"),
    ("target-cannot-receive", "loopback-datastore", "a server may be who `localhost` meant"),
    ("unquoted-boolean", "invalid-port", "a boolean is no value of a variable, a text is"),
];
