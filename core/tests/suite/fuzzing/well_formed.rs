//! Markup: whether every element is closed in order and nothing is left unescaped.

use std::collections::BTreeSet;

/// Elements of HTML that hold nothing and are not closed.
const VOID: [&str; 4] = ["br", "hr", "input", "wbr"];

/// What is wrong with a piece of HTML, if anything.
pub(crate) fn complaint(markup: &str) -> Option<String> {
    tags(markup).err()
}

/// Every element of a piece of HTML in order, or what is wrong with it. Stricter than HTML: every attribute has its value in
/// double quotes or none, every element that may hold something is closed, and no id is there twice.
pub(crate) fn tags(markup: &str) -> Result<Vec<&str>, String> {
    let said = |what: &str, at: &str| {
        let start: String = at.chars().take(400).collect();
        Err(format!("{what}: {start:?}"))
    };
    let (mut open, mut seen) = (Vec::new(), Vec::new());
    let mut ids = BTreeSet::new();
    let mut rest = markup;
    while let Some((text, more)) = rest.split_once('<') {
        if !is_escaped(text) {
            return said("a text is not escaped", text);
        }
        let Some((tag, behind)) = split_tag(more) else { return said("a tag has no end", more) };
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return said("it is closed out of order", tag);
            }
            continue;
        }
        let (name, attributes) = tag.split_at(tag.find([' ', '/']).unwrap_or(tag.len()));
        // Only in a drawing may an element be closed where it begins; in HTML, it would stay open.
        let closed = attributes.strip_suffix('/').filter(|_| open.contains(&"svg"));
        let is_closed = closed.is_some();
        let attributes = closed.map_or(attributes, str::trim_end);
        let Some(attributes) = attributes_of(attributes).filter(|_| is_name(name)) else {
            return said("a tag is wrong", tag);
        };
        let twice = attributes.iter().find(|(name, id)| *name == "id" && !ids.insert(*id));
        if let Some((_, id)) = twice {
            return said("an id is there twice", id.unwrap_or_default());
        }
        seen.push(name);
        if !is_closed && !VOID.contains(&name) {
            open.push(name);
        }
    }
    if !is_escaped(rest) {
        return said("a text is not escaped", rest);
    }
    match open.last() {
        Some(name) => said("it is left open", name),
        None => Ok(seen),
    }
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

/// The attributes of a tag, each behind one blank, no two of one name, with the values that they have; `None` when they are
/// written otherwise.
fn attributes_of(mut rest: &str) -> Option<Vec<(&str, Option<&str>)>> {
    let mut found: Vec<(&str, Option<&str>)> = Vec::new();
    while !rest.is_empty() {
        rest = rest.strip_prefix(' ')?;
        let (name, behind) = rest.split_at(rest.find([' ', '=']).unwrap_or(rest.len()));
        if !is_name(name) || found.iter().any(|(other, _)| *other == name) {
            return None;
        }
        let Some(value) = behind.strip_prefix('=') else {
            found.push((name, None));
            rest = behind;
            continue;
        };
        let (value, behind) = value.strip_prefix('"')?.split_once('"')?;
        if value.contains(['<', '>']) || !is_escaped(value) {
            return None;
        }
        found.push((name, Some(value)));
        rest = behind;
    }
    Some(found)
}

/// What is wrong with an SVG document, if anything: whether a reader of XML takes it, and whether an id is there twice.
pub(crate) fn complaint_of_svg(svg: &str) -> Option<String> {
    let document = match roxmltree::Document::parse(svg) {
        Ok(document) => document,
        Err(error) => return Some(format!("it is no XML: {error}: {svg:?}")),
    };
    let mut seen = BTreeSet::new();
    let mut ids = document.descendants().filter_map(|node| node.attribute("id"));
    let twice = ids.find(|id| !seen.insert(*id));
    twice.map(|id| format!("the id `{id}` is there twice"))
}

/// Whether every ampersand begins one of the entities that are written, and every character may stand in a document.
fn is_escaped(text: &str) -> bool {
    let is_entity = |rest: &str| {
        rest.split_once(';').is_some_and(|(name, _)| match name.strip_prefix('#') {
            Some(number) => number.parse::<u32>().ok().and_then(char::from_u32).is_some(),
            None => ["amp", "lt", "gt", "quot", "apos"].contains(&name),
        })
    };
    text.split('&').skip(1).all(is_entity) && !text.contains(['\0', '\u{fffe}', '\u{ffff}'])
}

fn is_name(name: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':');
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_html_is_found() {
        for good in [
            "",
            "a &amp; b &#39;",
            "<a b=\"1\" c=\"&lt;\"><br>x<i></i></a>",
            "<input checked type=\"checkbox\">",
            "<svg><path d=\"M0 0\"/></svg>",
            "<a id=\"1\"></a><a id=\"2\"></a>",
        ] {
            assert_eq!(complaint(good), None, "{good}");
        }
        for bad in [
            "a & b",
            "a &nothing; b",
            "&#xD800;",
            "<a>",
            "<a></b>",
            "</a>",
            "<a b='1'></a>",
            "<a b=1></a>",
            "<a b=\"1\" b=\"2\"></a>",
            "<a b=\"1\"c=\"2\"></a>",
            "<a  b=\"1\"></a>",
            "<a b=\"1></a>",
            "<a b=\"<\"></a>",
            "<i/>",
            "<br></br>",
            "<br/>",
            "<a",
            "<",
            "<>",
            "\0",
            "<a id=\"1\"></a><a id=\"1\"></a>",
        ] {
            assert!(complaint(bad).is_some(), "{bad}");
        }
        assert_eq!(tags("<a><br></a>"), Ok(vec!["a", "br"]));
    }

    #[test]
    fn what_is_wrong_with_a_drawing_is_found() {
        assert_eq!(complaint_of_svg("<g id=\"1\"><a/></g>"), None);
        for bad in
            ["\u{1}", "<g>\u{1}</g>", "<g a=1/>", "<g/><g/>", "<g><a id=\"1\"/><a id=\"1\"/></g>"]
        {
            assert!(complaint_of_svg(bad).is_some(), "{bad}");
        }
    }
}
