//! Answers: a few words to read, and the answer itself for programs, never twice the same. Secrets of the Blueprint stay
//! out of both: what a tool answers goes to a model.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use blueprint_lens_core::redact::KnownSecrets;
use rmcp::model::{CallToolResult, ContentBlock};
use serde::Serialize;

use crate::output::Form;

/// What a tool has to say.
pub(super) enum Answer {
    /// Words that sum up, and the answer as JSON.
    Structured(String, serde_json::Value),
    /// A text.
    Text(String),
    /// A picture as PNG, with a description.
    Picture(String, Vec<u8>),
}

impl Answer {
    /// Words that sum up, and the answer.
    ///
    /// # Errors
    /// If it is no JSON.
    pub(super) fn structured<T: Serialize>(words: String, answer: &T) -> anyhow::Result<Self> {
        Ok(Self::Structured(words, serde_json::to_value(answer)?))
    }

    fn result(self, secrets: &KnownSecrets) -> CallToolResult {
        let words = |text: &str| ContentBlock::text(Form::Lines.harmless(&secrets.hide(text)));
        match self {
            Self::Structured(text, mut value) => {
                hide_in(&mut value, secrets);
                let mut result = CallToolResult::structured(value);
                result.content = vec![words(&text)];
                result
            }
            Self::Text(text) => CallToolResult::success(vec![words(&text)]),
            Self::Picture(text, bytes) => CallToolResult::success(vec![
                words(&text),
                ContentBlock::image(STANDARD.encode(bytes), "image/png"),
            ]),
        }
    }
}

/// The result of a call: the answer without these secrets, or the reason why there is none.
pub(super) fn result(answer: anyhow::Result<(Answer, KnownSecrets)>) -> CallToolResult {
    match answer {
        Ok((answer, secrets)) => answer.result(&secrets),
        Err(error) => {
            let said = KnownSecrets::default().hide(&format!("{error:#}"));
            CallToolResult::error(vec![ContentBlock::text(Form::Lines.harmless(&said))])
        }
    }
}

/// Takes the secrets, and what steers whoever reads it, out of every text of an answer.
fn hide_in(value: &mut serde_json::Value, secrets: &KnownSecrets) {
    match value {
        serde_json::Value::String(text) => *text = Form::Lines.harmless(&secrets.hide(text)),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| hide_in(item, secrets)),
        serde_json::Value::Object(fields) => {
            fields.values_mut().for_each(|field| hide_in(field, secrets));
        }
        _ => {}
    }
}
