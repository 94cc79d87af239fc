//! What an assertion comes to in one version.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Category;
use blueprint_lens_core::directive::{Assertion, Relation};
use blueprint_lens_core::graph::INTERNET;
use blueprint_lens_core::reach::{Breach, UnresolvedName, breach, resolve_name};

/// What an assertion comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum State {
    /// It holds.
    Holds,
    /// It does not.
    Broken(Breach),
    /// A name of it is not there.
    Absent(String),
    /// Nobody can tell, and why: lower case, no full stop.
    Unclear(String),
    /// The version cannot be read as YAML, so it says nothing.
    Unreadable,
}

/// The state of an assertion in a version.
pub(super) fn state(analysis: &Analysis, assertion: &Assertion) -> State {
    if analysis.diagnostics().iter().any(|finding| finding.category == Category::Syntax) {
        return State::Unreadable;
    }
    for word in assertion.from.iter().chain([&assertion.to]) {
        let is_caller = word != &assertion.to;
        if is_caller && word.text == INTERNET {
            continue;
        }
        match resolve_name(analysis.question(), None, &word.text) {
            Ok(_) => {}
            Err(UnresolvedName::Nothing) => return State::Absent(word.text.clone()),
            Err(UnresolvedName::Several(ids)) => {
                return State::Unclear(format!("`{}` may be {}", word.text, ids.join(" or ")));
            }
        }
    }
    match breach(analysis.question(), assertion) {
        None => State::Holds,
        Some(breach) if breach.certain => State::Broken(breach),
        Some(breach) => State::Unclear(breach.message),
    }
}

/// Why an assertion holds in a version, as the breach of its opposite; `None` where it has none.
pub(super) fn why_it_holds(analysis: &Analysis, assertion: &Assertion) -> Option<Breach> {
    let relation = match assertion.relation {
        Relation::Connects => Relation::ConnectsNot,
        Relation::ConnectsNot => Relation::Connects,
        Relation::Only => return None,
    };
    breach(analysis.question(), &Assertion { relation, ..assertion.clone() })
}
