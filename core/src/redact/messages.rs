//! Findings without the secrets that they repeat.

use super::known::KnownSecrets;
use super::secret_value::SecretValue;
use crate::conventions::HIDDEN;
use crate::diagnostics::{Diagnostic, Safety};
use crate::text::Span;

/// Takes the secrets of `text` out of what findings say. Short ones count only where the finding is about them.
pub(crate) fn hide_in(found: &mut [Diagnostic], text: &str, secrets: &[SecretValue]) {
    let known = KnownSecrets::of(text, secrets);
    for found in found {
        let words = std::iter::once((&mut found.message, found.span))
            .chain(std::iter::once((&mut found.help, found.span)))
            .chain(found.related.iter_mut().map(|related| (&mut related.message, related.span)))
            .chain(found.fixes.iter_mut().map(|fix| (&mut fix.title, found.span)));
        for (said, span) in words {
            let mut shown = known.hide(said);
            for secret in around(secrets, span) {
                shown = shown.replace(secret.span.slice(text), HIDDEN);
            }
            *said = shown;
        }
    }
}

/// Takes the secrets of `text` out of the edits of findings. A fix that would write one is only shown from then on:
/// whoever applied it would lose the secret.
pub(crate) fn hide_in_edits(found: &mut [Diagnostic], text: &str, secrets: &[SecretValue]) {
    let known = KnownSecrets::of(text, secrets);
    for fix in found.iter_mut().flat_map(|found| &mut found.fixes) {
        let mut hides = false;
        for edit in &mut fix.edits {
            let mut shown = known.hide(&edit.text);
            for secret in around(secrets, edit.span) {
                shown = shown.replace(secret.span.slice(text), HIDDEN);
            }
            hides |= shown != edit.text;
            edit.text = shown;
        }
        if hides {
            fix.safety = Safety::Display;
        }
    }
}

/// The secrets that share a character with a span.
fn around(secrets: &[SecretValue], span: Span) -> impl Iterator<Item = &SecretValue> {
    let first = secrets.partition_point(|secret| secret.span.end() <= span.start());
    let rest = secrets[first..].iter();
    rest.take_while(move |secret| secret.span.start() < span.end())
        .filter(|secret| !secret.span.is_empty())
}
