//! Markup: whether every element is closed in order and nothing is left unescaped.

/// Elements of HTML that hold nothing and are not closed.
const VOID: [&str; 4] = ["br", "hr", "input", "wbr"];

/// What is wrong with a piece of HTML or SVG, if anything.
pub(super) fn complaint(markup: &str) -> Option<String> {
    let said = |what: &str, at: &str| {
        let start: String = at.chars().take(400).collect();
        Some(format!("{what}: {start:?}"))
    };
    let mut open: Vec<&str> = Vec::new();
    let mut rest = markup;
    loop {
        let (text, more) = rest.split_once('<').unwrap_or((rest, ""));
        if !is_escaped(text) {
            return said("a text is not escaped", text);
        }
        if more.is_empty() {
            break;
        }
        let Some((tag, behind)) = split_tag(more) else { return said("a tag has no end", more) };
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return said("it is closed out of order", tag);
            }
            continue;
        }
        let is_closed = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !is_name(name) || !are_attributes(attributes) {
            return said("a tag is wrong", tag);
        }
        if name == "style" && !is_closed {
            let Some((_, behind)) = rest.split_once("</style>") else {
                return said("a style has no end", rest);
            };
            rest = behind;
        } else if !is_closed && !VOID.contains(&name) {
            open.push(name);
        }
    }
    open.last().and_then(|name| said("it is left open", name))
}

/// What is in a tag, to the bracket that no attribute holds, and what comes behind it.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// Whether these are attributes in quotes or without a value, no two of one name.
fn are_attributes(text: &str) -> bool {
    let mut names = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let name = &rest[..end];
        if !is_name(name) || names.contains(&name) {
            return false;
        }
        names.push(name);
        rest = &rest[end..];
        if let Some(value) = rest.strip_prefix("=\"") {
            let Some((value, behind)) = value.split_once('"') else { return false };
            if value.contains('<') || !is_escaped(value) {
                return false;
            }
            rest = behind;
        } else if rest.starts_with('=') {
            return false;
        }
        rest = rest.trim_start();
    }
    true
}

/// What is wrong with an SVG document, if anything. It is XML, which knows fewer characters than HTML.
pub(super) fn complaint_of_svg(svg: &str) -> Option<String> {
    let is_known = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{80}'..);
    let unknown = svg.chars().find(|c| !is_known(*c));
    unknown.map(|c| format!("{c:?} is in a document")).or_else(|| complaint(svg))
}

/// Whether every ampersand begins an entity, and every character may stand in a document.
fn is_escaped(text: &str) -> bool {
    let is_entity = |rest: &str| {
        rest.split_once(';').is_some_and(|(name, _)| {
            let name = name.trim_start_matches('#');
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
        })
    };
    text.split('&').skip(1).all(is_entity) && !text.contains(['\0', '\u{fffe}', '\u{ffff}'])
}

fn is_name(name: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_sign)
}

#[test]
fn what_is_wrong_with_markup_is_found() {
    for good in ["", "a &amp; b", "<a b=\"1\" c=\"&lt;\"><br>x<i/></a>", "<style>a>b</style>"] {
        assert_eq!(complaint(good), None, "{good}");
    }
    for bad in
        ["a & b", "<a>", "<a></b>", "</a>", "<a b='1'></a>", "<a b=\"1\" b=\"2\"></a>", "<a", "\0"]
    {
        assert!(complaint(bad).is_some(), "{bad}");
    }
    assert!(complaint_of_svg("\u{1}").is_some() && complaint_of_svg("<g/>").is_none());
}
