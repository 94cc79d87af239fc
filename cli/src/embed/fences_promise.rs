//! What [`replaced`] promises of any Markdown: what is no fence stays, byte for byte, and what is put in is there once for
//! each fence.

use super::fences::replaced;

/// What stands in for a fence.
const BLOCK: &str = "<figure>\u{2603}</figure>";

/// What is broken for these bytes.
pub(crate) fn broken(bytes: &[u8]) -> Vec<String> {
    let markdown = String::from_utf8_lossy(bytes);
    let mut fences = 0;
    let mut out = Vec::new();
    let lines = markdown.lines().count();
    let filled = replaced(&markdown, |words, _, line| {
        fences += 1;
        if words.split_whitespace().next() != Some("render-blueprint") || line == 0 || line > lines
        {
            out.push(format!("a fence `{words}` in line {line} of {lines}"));
        }
        BLOCK.to_owned()
    });
    if fences == 0 && filled != markdown {
        out.push("a text without a fence is another".to_owned());
    }
    if filled.matches(BLOCK).count() != fences + markdown.matches(BLOCK).count() {
        out.push(format!("{fences} fences, {} blocks", filled.matches(BLOCK).count()));
    }
    out
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
        for _ in 0..2_000 {
            let mut text = String::new();
            for _ in 0..24 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
                text.push_str(parts[(state >> 40) as usize % parts.len()]);
            }
            assert_eq!(broken(text.as_bytes()), Vec::<String>::new(), "{text:?}");
        }
    }
}
