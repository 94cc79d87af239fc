//! The rules come after the first picture. What is said until they have looked at the text, and what happens when they come.

use super::app_state::AppState;
use super::document::Document;
use crate::platform::rules;

/// What is said while the rules are on their way.
const COMING: &str = "Not checked yet: the rules are on their way.";
/// What is said when they do not come.
pub(crate) const NO_RULES: &str = "Not checked: the rules could not be loaded.";

/// Has the text checked when the rules have come.
pub(crate) fn follow_rules(state: AppState) {
    let AppState { document, announcer, .. } = state;
    let failed = move || {
        document.has_no_rules(true);
        announcer.notify(NO_RULES);
    };
    rules::follow(move || document.check(), failed);
}

/// Has the rules loaded once more.
pub(crate) fn load_rules(document: Document) {
    document.has_no_rules(false);
    rules::load();
}

/// Why nothing is known of problems yet, in a sentence; `None` where the text is checked. A reader is woken by changes.
pub(crate) fn unchecked_words(document: Document) -> Option<&'static str> {
    let words = if document.is_without_rules() { NO_RULES } else { COMING };
    (!document.get().is_checked()).then_some(words)
}
