//! What [`replaced`] promises of any Markdown: every fence of a Blueprint is answered with its content, nothing else is, and
//! what is no fence stays, byte for byte, apart from blank lines around a block that stands in for one.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::fences::replaced;

/// The words of a fence, its content, and where it is.
type Found = (String, String, Range<usize>);

/// What is broken for these bytes.
pub(crate) fn broken(bytes: &[u8]) -> Vec<String> {
    let markdown = String::from_utf8_lossy(bytes);
    let block = unknown_to(&markdown);
    let mut answered = Vec::new();
    let filled = replaced(&markdown, |words, content, line| {
        answered.push((words.to_owned(), content.to_owned(), line));
        block.clone()
    });
    let expected = fences(&markdown);
    let line = |at: usize| markdown[..at].matches('\n').count() + 1;
    let to_answer: Vec<_> = expected
        .iter()
        .map(|(words, content, place)| (words.clone(), content.clone(), line(place.start)))
        .collect();
    let mut out = Vec::new();
    if answered != to_answer {
        out.push(format!("{to_answer:?} were to be answered, and {answered:?} were"));
    }
    let starts = expected.iter().map(|(.., place)| place.start).chain([markdown.len()]);
    let ends = std::iter::once(0).chain(expected.iter().map(|(.., place)| place.end));
    let around: Vec<&str> = ends.zip(starts).map(|(end, start)| &markdown[end..start]).collect();
    let kept: Vec<&str> = filled.split(&block).collect();
    if kept.len() != around.len() {
        out.push(format!("{} fences, {} blocks", expected.len(), kept.len() - 1));
    }
    for (was, is) in around.iter().zip(&kept).filter(|(was, is)| !is_kept(was, is)) {
        out.push(format!("{was:?} became {is:?}"));
    }
    let ends_line = |behind: &&str| {
        let behind = behind.trim_start_matches([' ', '\t']);
        behind.is_empty() || behind.starts_with(['\n', '\r'])
    };
    if let Some(behind) = kept.iter().skip(1).find(|behind| !ends_line(behind)) {
        out.push(format!("{behind:?} is behind a block"));
    }
    if filled != markdown && !fences(&filled).is_empty() {
        out.push(format!("a fence is left, or a new one has come, in {filled:?}"));
    }
    out
}

/// A block that stands nowhere in a text.
fn unknown_to(markdown: &str) -> String {
    let block = |count: usize| format!("<figure>{}</figure>", "x".repeat(count));
    let mut tried = (1..).map(block);
    tried.find(|block| !markdown.contains(block.as_str())).unwrap_or_default()
}

/// The fences of Blueprints, from the events alone.
fn fences(markdown: &str) -> Vec<Found> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut events = Parser::new_ext(markdown, options).into_offset_iter();
    let mut found = Vec::new();
    while let Some((event, place)) = events.next() {
        let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(words))) = event else { continue };
        if words.split_whitespace().next() == Some("render-blueprint") {
            let texts = events.by_ref().map_while(|(event, _)| match event {
                Event::Text(text) => Some(text),
                _ => None,
            });
            let content = texts.map(|text| text.to_string()).collect();
            found.push((words.to_string(), content, place));
        }
    }
    found
}

/// Whether a text between two fences is there as it was, with nothing but line breaks and the marks of its lists and quotes
/// before and behind it.
fn is_kept(was: &str, is: &str) -> bool {
    let is_blank = |text: &str| text.chars().all(|c| c == '>' || c.is_whitespace());
    let mut places = is.char_indices().map(|(at, _)| at).chain([is.len()]);
    let mut before = true;
    places.any(|at| {
        before &= is_blank(&is[..at]);
        let behind = is[at..].strip_prefix(was);
        before && behind.is_some_and(is_blank)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_markdown_keeps_what_is_no_fence() {
        let parts = [
            "```render-blueprint wide\n",
            "```\n",
            "~~~~render-blueprint\n",
            "~~~~\n",
            "a: 1\n",
            "> ",
            "- ",
            "1. ",
            "   ",
            "\n",
            "\r\n",
            "\t",
            "text",
            "b: >",
            "<!--",
            "-->",
            "---\n",
            "# ",
            "数",
            "`",
            "[a](b)",
            "    ",
        ];
        let mut state: u64 = 7;
        let mut found = 0;
        for _ in 0..2_000 {
            let mut text = String::new();
            for _ in 0..24 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
                text.push_str(parts[(state >> 40) as usize % parts.len()]);
            }
            assert_eq!(broken(text.as_bytes()), Vec::<String>::new(), "{text:?}");
            found += fences(&text).len();
        }
        assert!(found > 200, "only {found} fences");
    }
}
