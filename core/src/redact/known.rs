//! The secrets of texts, to be found again in whatever is said about those texts.

use super::by_start::ByStart;
use super::hidden::without;
use super::secret_value::SecretValue;
use crate::conventions::{HIDDEN, without_addresses};
use crate::text::Span;

/// Secrets by how they begin. Shorter ones are not looked for, because they may be a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownSecrets {
    by_start: ByStart<()>,
}

impl KnownSecrets {
    /// The secrets of `text`, as they are written there and as JSON and HTML write them. A secret that is made of small
    /// letters only might be any word, and stays where nothing else tells that it is one.
    pub fn of(text: &str, secrets: &[SecretValue]) -> Self {
        let mut known = Self::default();
        for stretch in secrets.iter().flat_map(SecretValue::stretches) {
            for line in stretch.slice(text).lines().map(str::trim) {
                known.add(line);
                known.add(&escaped_in_json(line));
                known.add(&escaped_in_html(line));
            }
        }
        known
    }

    /// The secrets of both.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        for secret in more.by_start.texts() {
            self.by_start.entry(secret);
        }
        self
    }

    fn add(&mut self, secret: &str) {
        let is_word =
            secret.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_' | ' '));
        if !is_word {
            self.by_start.entry(secret.as_bytes());
        }
    }

    /// What was said, without the secrets, and without the passwords of any address.
    pub fn hide(&self, said: &str) -> String {
        self.hide_with(said, Vec::new())
    }

    /// The same without further stretches of what was said.
    pub(super) fn hide_with(&self, said: &str, mut further: Vec<Span>) -> String {
        for at in self.by_start.starts(said.as_bytes()) {
            // Secrets are whole characters, so their ends are boundaries.
            let longest = self.by_start.beginning(&said.as_bytes()[at..]).next();
            further.extend(longest.map(|(length, ())| Span::new(at, at + length)));
        }
        without_addresses(&without(said, further, HIDDEN))
    }
}

fn escaped_in_json(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn escaped_in_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(secrets: &[&str]) -> KnownSecrets {
        secrets.iter().fold(KnownSecrets::default(), |known, secret| {
            let whole = SecretValue::new(Span::new(0, secret.len()), String::new());
            known.and(KnownSecrets::of(secret, &[whole]))
        })
    }

    #[test]
    fn hides_each_secret_however_it_is_written() {
        let known =
            known(&["hunter2-and-more", "hunter2-and", "say \"h1\" <b>", "|\n  first9line"]);
        for (said, shown) in [
            ("`hunter2-and-more` and hunter2-and.", "`***` and ***."),
            ("\\nhunter2-and", "\\n***"),
            (r#"{"x":"say \"h1\" <b>"}"#, r#"{"x":"***"}"#),
            ("<p>say &quot;h1&quot; &lt;b&gt;</p>", "<p>***</p>"),
            ("first9line \u{e4}", "*** \u{e4}"),
            ("https://shop:pw1@c.test", "https://shop:***@c.test"),
        ] {
            assert_eq!(known.hide(said), shown);
        }
    }

    #[test]
    fn secrets_that_overlap_are_hidden_wholly() {
        let known = known(&["hunter22-first", "first-Second", "Second"]);
        assert_eq!(known.hide("x hunter22-first-Second y"), "x *** y");
    }

    #[test]
    fn words_stay() {
        let known = known(&["services", "correct-horse", "short1"]);
        let said = "services correct-horse short1";
        assert_eq!(known.hide(said), said);
    }
}
