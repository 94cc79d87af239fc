//! Shell commands, as far as rules need to read them: options and their values.

use super::context::Context;
use crate::model::Setting;
use crate::text::Span;

/// The options of a command with their values and where the values start: `--port 80`, `--port=80`. A word without a
/// dash counts as an option, too: `runserver 0.0.0.0:8000`.
pub(crate) fn options(command: &str) -> impl Iterator<Item = (&str, &str, usize)> {
    let words = words(command);
    let pairs: Vec<_> = words
        .iter()
        .enumerate()
        .filter_map(|(index, (word, at))| match word.split_once('=') {
            Some((option, value)) if option.starts_with('-') => {
                Some((option, value, at + option.len() + 1))
            }
            _ => words.get(index + 1).map(|(value, at)| (*word, *value, *at)),
        })
        .collect();
    pairs.into_iter()
}

/// The words of a command without their quotes, each with its span.
fn words(command: &str) -> Vec<(&str, usize)> {
    let blank =
        |c: char| c.is_whitespace() || matches!(c, ';' | '&' | '|' | '(' | ')' | '"' | '\'');
    let mut out = Vec::new();
    let mut at = 0;
    for word in command.split(blank) {
        if !word.is_empty() {
            out.push((word, at));
        }
        at += word.len() + 1;
    }
    out
}

/// The span of a part of a setting's text in the file; `None` where the text is not written as it is read (escapes,
/// block text).
pub(crate) fn option_span(
    context: &Context<'_>,
    setting: &Setting,
    at: usize,
    length: usize,
) -> Option<Span> {
    let text = setting.text()?;
    let part = text.get(at..at + length)?;
    let span = setting.span();
    let offset = span.slice(context.text).find(text)?;
    let start = span.start() + offset + at;
    let span = Span::new(start, start + length);
    (span.slice(context.text) == part).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_options() {
        let found: Vec<_> = options("a --port=80 -b 'x:1' && run 5").collect();
        assert!(found.contains(&("--port", "80", 9)));
        assert!(found.contains(&("-b", "x:1", 16)));
        assert!(found.contains(&("run", "5", 28)));
        assert_eq!(options("").count(), 0);
    }
}
