//! One line of a Blueprint as somebody types it: its dashes, its key, its value.

/// A line in block style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TypedLine<'a> {
    /// Columns of its dashes, in bytes.
    pub(super) dashes: Vec<usize>,
    /// Column at which its content starts: the key, or the value of an item.
    pub(super) column: usize,
    /// Its key, without quotes; `None` for an item that is no mapping and for half a key.
    pub(super) key: Option<&'a str>,
    /// Column behind the key's colon; of the content when there is no key.
    pub(super) after_colon: usize,
    /// Column at which the value starts; of the content when there is no key.
    pub(super) value_at: usize,
    /// The value, without a comment and without blanks around it; the whole content when there is no key.
    pub(super) value: &'a str,
}

impl<'a> TypedLine<'a> {
    /// Reads a line; `None` for one that is blank or holds nothing but a comment or a document's end.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let mut line = TypedLine { column: blanks(text), ..TypedLine::default() };
        loop {
            let rest = &text[line.column..];
            if rest.is_empty() || rest.starts_with('#') {
                let at = line.column;
                let item = TypedLine { after_colon: at, value_at: at, ..line };
                return (!item.dashes.is_empty()).then_some(item);
            }
            if rest != "-" && !rest.starts_with("- ") {
                break;
            }
            line.dashes.push(line.column);
            line.column += 1 + blanks(&rest[1..]);
        }
        let rest = &text[line.column..];
        if line.dashes.is_empty() && (rest.starts_with("---") || rest.starts_with("...")) {
            return None;
        }
        match colon(rest) {
            Some(colon) => {
                line.key = Some(unquoted(rest[..colon].trim_end()));
                line.after_colon = line.column + colon + 1;
            }
            None => line.after_colon = line.column,
        }
        line.value_at = line.after_colon + blanks(&text[line.after_colon..]);
        line.value = without_comment(&text[line.value_at..]);
        Some(line)
    }

    /// Whether the lines below that are indented deeper are text: `|`, `>`.
    pub(super) fn opens_text(&self) -> bool {
        self.value.starts_with(['|', '>'])
    }

    /// The value without quotes.
    pub(super) fn plain_value(&self) -> &'a str {
        unquoted(self.value)
    }

    /// The outermost column of the line's content.
    pub(super) fn indent(&self) -> usize {
        self.dashes.first().copied().unwrap_or(self.column)
    }
}

/// How many blanks a text starts with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// Where the colon is that ends a key; `None` for a text without one and for flow style.
fn colon(text: &str) -> Option<usize> {
    if text.starts_with(['{', '[', '#', '&', '*', '!', '|', '>']) {
        return None;
    }
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let end = text[1..].find(quote)? + 2;
        return text[end..].starts_with(':').then_some(end);
    }
    let at =
        text.find(": ").into_iter().chain(text.ends_with(':').then(|| text.len() - 1)).min()?;
    (!text[..at].contains(" #")).then_some(at)
}

fn unquoted(text: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.strip_suffix(quote).unwrap_or(inner);
        }
    }
    text
}

fn without_comment(text: &str) -> &str {
    let end = if text.starts_with('#') { 0 } else { text.find(" #").unwrap_or(text.len()) };
    text[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read() {
        let line = TypedLine::read("  - type: web # the shop").unwrap_or_default();
        assert_eq!((line.dashes.as_slice(), line.column), (&[2][..], 4));
        assert_eq!((line.key, line.value, line.value_at), (Some("type"), "web", 10));
        let half = TypedLine::read("    na").unwrap_or_default();
        assert_eq!((half.key, half.value, half.value_at), (None, "na", 4));
        let item = TypedLine::read("- ").unwrap_or_default();
        assert_eq!((item.dashes.as_slice(), item.column, item.key), (&[0][..], 2, None));
        assert_eq!(TypedLine::read("  # only a comment"), None);
        assert_eq!(TypedLine::read("---"), None);
        assert_eq!(TypedLine::read("url: http://a:80").unwrap_or_default().value, "http://a:80");
        assert_eq!(TypedLine::read("\"a b\": 1").unwrap_or_default().key, Some("a b"));
        assert!(TypedLine::read("run: |").unwrap_or_default().opens_text());
    }
}
