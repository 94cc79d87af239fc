//! Rust sources as tokens, without comments, literals and test code.

/// A word or a sign of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// An identifier or keyword, `::`, or one character.
    pub(super) text: &'a str,
    /// Its line, from 1.
    pub(super) line: usize,
    /// How many braces are open around it.
    pub(super) depth: usize,
}

/// The tokens of a source. What is compiled for tests only is left out; the names of the modules that are declared there
/// come second.
pub(super) fn tokens(source: &str) -> (Vec<Token<'_>>, Vec<&str>) {
    without_tests(lex(source))
}

fn lex(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut at, mut line, mut depth) = (0, 1, 0_usize);
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        if first == '}' {
            depth = depth.saturating_sub(1);
        }
        let (length, is_token) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (block_comment(rest), false)
        } else if let Some(length) = literal(rest) {
            (length, false)
        } else if first.is_alphanumeric() || first == '_' {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            (rest.find(|c| !is_word(c)).unwrap_or(rest.len()), true)
        } else if rest.starts_with("::") {
            (2, true)
        } else {
            (first.len_utf8(), !first.is_whitespace())
        };
        let text = &rest[..length];
        if is_token {
            tokens.push(Token { text, line, depth });
        }
        if first == '{' {
            depth += 1;
        }
        line += text.matches('\n').count();
        at += length;
    }
    tokens
}

/// How long a block comment is; such comments nest.
fn block_comment(text: &str) -> usize {
    let (mut at, mut open) = (0, 0_usize);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            (at, open) = (at + 2, open + 1);
        } else if rest.starts_with(b"*/") {
            (at, open) = (at + 2, open - 1);
            if open == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// How long the literal or lifetime is that `text` begins with.
fn literal(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r"].into_iter().find(|prefix| {
        let rest = text.strip_prefix(prefix).unwrap_or_default();
        let hashes = rest.trim_start_matches('#');
        let is_raw = prefix.ends_with('r');
        rest.starts_with('"')
            || (is_raw && hashes.len() < rest.len() && hashes.starts_with('"'))
            || (*prefix == "b" && rest.starts_with('\''))
    });
    let start = prefix.map_or(0, str::len);
    let body = &text[start..];
    if prefix.is_some_and(|prefix| prefix.ends_with('r')) {
        let hashes = body.len() - body.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = start + hashes + 1;
        return Some(text[inside..].find(&end).map_or(text.len(), |at| inside + at + end.len()));
    }
    match body.chars().next()? {
        '"' => Some(start + quoted(body, '"')),
        '\'' => {
            let mut chars = body.chars().skip(1);
            let is_char = chars.next() == Some('\\') || chars.next() == Some('\'');
            let lifetime = || {
                let is_word = |c: char| c.is_alphanumeric() || c == '_';
                1 + body[1..].find(|c| !is_word(c)).unwrap_or(body.len() - 1)
            };
            Some(start + if is_char { quoted(body, '\'') } else { lifetime() })
        }
        _ => None,
    }
}

/// How long a text in quotes is, escapes included.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// Takes out every item behind `#[cfg(test)]`.
fn without_tests(tokens: Vec<Token<'_>>) -> (Vec<Token<'_>>, Vec<&str>) {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let is_mark = tokens[at..].iter().map(|token| token.text).take(MARK.len()).eq(MARK);
        if !is_mark {
            kept.push(tokens[at]);
            at += 1;
            continue;
        }
        let item = at + MARK.len();
        let depth = tokens[at].depth;
        let is_use = tokens.get(item).is_some_and(|token| token.text == "use");
        let ends = |token: &Token<'_>| {
            token.depth == depth && (token.text == ";" || (token.text == "}" && !is_use))
        };
        let end = tokens[item..].iter().position(ends).map_or(tokens.len(), |end| item + end + 1);
        if let [Token { text: "mod", .. }, name, Token { text: ";", .. }] = tokens[item..end] {
            modules.push(name.text);
        }
        at = end;
    }
    (kept, modules)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn words(source: &str) -> Vec<&str> {
        tokens(source).0.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_and_literals_are_no_code() {
        assert_eq!(words("a /* crate::b /* c */ d */ e // use f;\ng"), ["a", "e", "g"]);
        assert_eq!(
            words(r##"a("use b::c;", r#"d"e"#, b'"', '\'', 'x') f"##),
            ["a", "(", ",", ",", ",", ",", ")", "f"]
        );
        assert_eq!(
            words("fn f<'a>(text: &'a str)"),
            ["fn", "f", "<", ">", "(", "text", ":", "&", "str", ")"]
        );
    }

    #[test]
    fn test_code_is_left_out_and_its_files_are_named() {
        let (kept, modules) = tokens(
            "use a::b;\n#[cfg(test)]\nuse c::{d, e};\n#[cfg(test)]\nmod f;\nfn g() {}\n#[cfg(test)]\nmod tests { fn h() { i() } }\nfn j() {}",
        );
        let words: Vec<&str> = kept.iter().map(|token| token.text).collect();
        assert_eq!(words.join(" "), "use a :: b ; fn g ( ) { } fn j ( ) { }");
        assert_eq!(modules, ["f"]);
    }

    #[test]
    fn tokens_know_their_line_and_how_deep_they_are() {
        let (tokens, _) = tokens("a {\n  \"x\ny\" b\n}");
        let places: Vec<(&str, usize, usize)> =
            tokens.iter().map(|token| (token.text, token.line, token.depth)).collect();
        assert_eq!(places, [("a", 1, 0), ("{", 1, 0), ("b", 3, 1), ("}", 4, 0)]);
    }
}
