//! The fences in a Markdown text that hold a Blueprint, wherever Markdown allows one.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The first word after the backticks of a fence that holds a Blueprint.
const WORD: &str = "render-blueprint";

/// A fence.
struct Fence {
    /// From its first backtick to its end.
    range: Range<usize>,
    /// The words behind its first backticks.
    words: String,
    /// Its content, without the markers of the lists and quotes around it.
    content: String,
}

/// `markdown` with `block` in place of every fence; `block` gets the words behind the first backticks, the content, and the
/// number of the line of these words (1-based). A block is one line of HTML and stays in its list or quote. Everything else stays the same, byte for
/// byte.
pub(super) fn replaced(
    markdown: &str,
    mut block: impl FnMut(&str, &str, usize) -> String,
) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut done = 0;
    for fence in fences(markdown) {
        let start = fence.range.start;
        let end = start + without_blank_lines(&markdown[fence.range]).len();
        let line = markdown[..start].matches('\n').count() + 1;
        let html = block(&fence.words, &fence.content, line);
        out.push_str(&markdown[done..start]);
        let first = markdown[..start].rfind('\n').map_or(0, |at| at + 1);
        let prefix = &markdown[first..start];
        let ending = if markdown[start..end].contains("\r\n") { "\r\n" } else { "\n" };
        let further = continued(prefix);
        let opens_item = !prefix.trim_matches(|c: char| c == '>' || c.is_whitespace()).is_empty();
        let before = markdown[..first].lines().next_back().unwrap_or_default();
        if !opens_item && !is_blank(before) {
            // Not every block of HTML may interrupt a paragraph.
            out.push_str(ending);
            out.push_str(&further);
        }
        out.push_str(&html);
        let after = markdown[end..].split_inclusive('\n').nth(1).unwrap_or_default();
        if !is_blank(after) {
            out.push_str(ending);
            out.push_str(further.trim_end());
        }
        done = end;
    }
    out.push_str(&markdown[done..]);
    out
}

fn fences(markdown: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut open: Option<Fence> = None;
    for (event, range) in
        Parser::new_ext(markdown, Options::ENABLE_YAML_STYLE_METADATA_BLOCKS).into_offset_iter()
    {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if info.split_whitespace().next() == Some(WORD) =>
            {
                open = Some(Fence { range, words: info.to_string(), content: String::new() });
            }
            Event::Text(text) => {
                if let Some(fence) = &mut open {
                    fence.content.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

/// The prefix that a further line needs to stay in the lists and quotes that `prefix` opens or continues.
fn continued(prefix: &str) -> String {
    prefix.chars().map(|c| if c == '>' || c.is_whitespace() { c } else { ' ' }).collect()
}

/// A fence without the blank lines at its end.
fn without_blank_lines(fence: &str) -> &str {
    let fence = fence.trim_end_matches(['\n', '\r', ' ', '\t']);
    match fence.rsplit_once('\n') {
        Some((before, last)) if is_blank(last) => without_blank_lines(before),
        _ => fence,
    }
}

/// Whether a line consists only of quote markers.
fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c == '>' || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(markdown: &str) -> String {
        replaced(markdown, |_, content, line| {
            format!("<figure>{line}:{}</figure>", content.trim_end().replace('\n', "|"))
        })
    }

    fn html(markdown: &str) -> String {
        let mut out = String::new();
        pulldown_cmark::html::push_html(&mut out, Parser::new(markdown));
        out
    }

    #[test]
    fn only_fences_of_a_blueprint_change() {
        let text = "# A\n\n```yaml\nservices: []\n```\n\n~~~~render-blueprint wide\na: 1\n\nb: 2\n~~~~\n\n    ```render-blueprint\n    x\n    ```\n\n````md\n```render-blueprint\nx\n```\n````\n<!--\n```render-blueprint\n```\n-->\nend";
        let expected = text.replace(
            "~~~~render-blueprint wide\na: 1\n\nb: 2\n~~~~",
            "<figure>7:a: 1||b: 2</figure>",
        );
        assert_eq!(filled(text), expected);
        assert_eq!(filled("no fence\r\nhere"), "no fence\r\nhere");
    }

    #[test]
    fn a_block_stands_apart_from_the_paragraphs_around_it() {
        let text = "before\r\n```render-blueprint\r\na: 1\r\n```\r\nafter\r\n";
        assert_eq!(filled(text), "before\r\n\r\n<figure>2:a: 1</figure>\r\n\r\nafter\r\n");
        assert_eq!(filled("```render-blueprint\nnever closed"), "<figure>1:never closed</figure>");
        assert_eq!(filled("```render-blueprint\na: >\n"), "<figure>1:a: ></figure>\n");
        assert_eq!(filled("> ```render-blueprint\n> a: >\n>\n"), "> <figure>1:a: ></figure>\n>\n");
    }

    #[test]
    fn lists_and_quotes_keep_their_blocks() {
        let list = "1. one\n\n   ```render-blueprint\n   a:\n     b: 1\n   ```\n   more\n2. two\n";
        assert_eq!(filled(list), "1. one\n\n   <figure>3:a:|  b: 1</figure>\n\n   more\n2. two\n");
        assert_eq!(html(&filled(list)).matches("<li>").count(), 2);
        let quote = "> said\n> ```render-blueprint\n> a: 1\n> ```\n> more\n\nend\n";
        assert_eq!(filled(quote), "> said\n> \n> <figure>2:a: 1</figure>\n>\n> more\n\nend\n");
        assert_eq!(html(&filled(quote)).matches("<blockquote>").count(), 1);
        let item = "- ```render-blueprint\n  a: 1\n  ```\n- next\n";
        assert_eq!(filled(item), "- <figure>1:a: 1</figure>\n\n- next\n");
    }
}
