//! Findings without the secrets that they repeat.

use super::hidden::places;
use super::known::KnownSecrets;
use super::secret_value::SecretValue;
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
            *said = hidden_around(said, span, &known, text, secrets);
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
            let shown = hidden_around(&edit.text, edit.span, &known, text, secrets);
            hides |= shown != edit.text;
            edit.text = shown;
        }
        if hides {
            fix.safety = Safety::Display;
        }
    }
}

/// What was said about a span of `text`, without the secrets that are known and without those that share a character with
/// the span, however short they are.
fn hidden_around(
    said: &str,
    span: Span,
    known: &KnownSecrets,
    text: &str,
    secrets: &[SecretValue],
) -> String {
    let stretches = around(secrets, span).flat_map(SecretValue::stretches);
    let further = stretches.flat_map(|stretch| places(said, stretch.slice(text)));
    known.hide_with(said, further.collect())
}

/// The secrets that share a character with a span.
fn around(secrets: &[SecretValue], span: Span) -> impl Iterator<Item = &SecretValue> {
    let first = secrets.partition_point(|secret| secret.span.end() <= span.start());
    let rest = secrets[first..].iter();
    rest.take_while(move |secret| secret.span.start() < span.end())
        .filter(|secret| !secret.span.is_empty())
}
