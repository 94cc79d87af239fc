//! A whole document: `serde_yaml` writes it, then scalars that it would write in another form get theirs, and lists
//! below a key are indented as Render's documentation does.

use serde_yaml::{Mapping, Value};

use super::plain::reads_differently;
use crate::edit::quoted;
use crate::syntax::is_text_when_plain;

/// A value to be written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Yaml {
    /// Text, quoted where it needs quotes.
    Text(String),
    /// A number, a boolean or `null`, written as it is.
    Bare(String),
    /// A list.
    List(Vec<Self>),
    /// A mapping, in the order given. Keys differ.
    Mapping(Vec<(String, Self)>),
}

/// The text of a document, with a line break at its end.
pub(crate) fn document(root: Yaml) -> String {
    let is_list = matches!(root, Yaml::List(_));
    let mut writer = Writer { mark: unused_mark(&root), exact: Vec::new() };
    let value = writer.value(root);
    // Texts, lists and mappings with text for keys always have a YAML form.
    let text = serde_yaml::to_string(&value).unwrap_or_default();
    drop(value);
    let text = writer.filled_in(&text);
    if is_list { text } else { indented(&text) }
}

/// What no text of a value contains.
fn unused_mark(root: &Yaml) -> String {
    let mut texts = String::new();
    gather(root, &mut texts);
    let mut marks = (0_usize..).map(|n| format!("exact{n}x"));
    marks.find(|mark| !texts.contains(mark)).unwrap_or_default()
}

/// Every text of a value.
fn gather(yaml: &Yaml, out: &mut String) {
    match yaml {
        Yaml::Text(text) | Yaml::Bare(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Yaml::List(items) => items.iter().for_each(|item| gather(item, out)),
        Yaml::Mapping(entries) => {
            for (key, value) in entries {
                out.push_str(key);
                out.push('\n');
                gather(value, out);
            }
        }
    }
}

/// Scalars that must be written exactly as given are marks in what `serde_yaml` gets.
struct Writer {
    mark: String,
    exact: Vec<String>,
}

impl Writer {
    fn value(&mut self, yaml: Yaml) -> Value {
        match yaml {
            Yaml::Bare(text) => self.exactly(text),
            Yaml::Text(text) => self.text(text),
            Yaml::List(items) => items.into_iter().map(|item| self.value(item)).collect(),
            Yaml::Mapping(entries) => {
                let mut mapping = Mapping::new();
                for (key, value) in entries {
                    let key = self.text(key);
                    let value = self.value(value);
                    mapping.insert(key, value);
                }
                Value::Mapping(mapping)
            }
        }
    }

    fn text(&mut self, text: String) -> Value {
        // Line breaks of YAML 1.1; and a no-break space, which many take for indentation.
        let breaks = text.contains(['\u{85}', '\u{2028}', '\u{2029}', '\u{a0}']);
        if breaks || reads_differently(&text) || !is_text_when_plain(&text) {
            self.exactly(quoted(&text))
        } else {
            Value::String(text)
        }
    }

    fn exactly(&mut self, text: String) -> Value {
        self.exact.push(text);
        Value::String(format!("{}{}x", self.mark, self.exact.len() - 1))
    }

    fn filled_in(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(&self.mark) {
            out.push_str(before);
            let (number, after) = after.split_once('x').unwrap_or((after, ""));
            let exact = number.parse().ok().and_then(|n: usize| self.exact.get(n));
            out.push_str(exact.map_or("", String::as_str));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// A list that a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
struct OpenList {
    /// Where its dashes were.
    column: usize,
    /// Whether it is the value of a key, and so moves two columns to the right.
    moves: bool,
}

/// What `serde_yaml` wrote, with the lists below keys indented.
fn indented(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut open: Vec<OpenList> = Vec::new();
    // The least indentation of the lines of a block text that is being passed.
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let column = line.len() - line.trim_start_matches(' ').len();
        let blank = line.trim().is_empty();
        if !blank && block.is_some_and(|least| column < least) {
            block = None;
        }
        if block.is_none() && !blank {
            block = structure(line, column, &mut open);
        }
        let moved = open.iter().filter(|list| list.moves).count();
        if !blank {
            out.push_str(&"  ".repeat(moved));
        }
        out.push_str(line);
    }
    out
}

/// Opens and closes lists by a line outside block texts; the least indentation of the block text that it starts.
fn structure(line: &str, mut column: usize, open: &mut Vec<OpenList>) -> Option<usize> {
    let mut rest = line.trim_start().trim_end_matches('\n');
    let dashed = |rest: &str| rest.starts_with("- ") || rest == "-";
    open.retain(|list| list.column < column || (list.column == column && dashed(rest)));
    let mut first = true;
    let mut below = column + 1;
    loop {
        if dashed(rest) {
            if open.last().is_none_or(|list| list.column != column) {
                open.push(OpenList { column, moves: first });
            }
        } else if !rest.starts_with("? ") && !rest.starts_with(": ") {
            break;
        }
        // A key of more than 128 bytes has a line of its own, and what its value begins with is in its place already.
        rest = rest.get(2..).unwrap_or_default();
        below = column + 1;
        column += 2;
        first = false;
    }
    let value = match value_of(rest) {
        Some(value) => {
            below = column + 1;
            value
        }
        None => rest,
    };
    let indicators = value.strip_prefix(['|', '>'])?;
    indicators.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-')).then_some(below)
}

/// What follows the key of a line, when it has one.
fn value_of(line: &str) -> Option<&str> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let after = match quote {
        Some(quote) => line.get(1..)?.split_once(quote)?.1,
        None => line,
    };
    after.split_once(": ").map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Yaml {
        Yaml::Text(text.to_owned())
    }

    fn mapping(entries: Vec<(&str, Yaml)>) -> Yaml {
        Yaml::Mapping(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    #[test]
    fn indents_lists_and_quotes_what_others_read_differently() {
        let item = mapping(vec![
            ("name", text("off")),
            ("count", Yaml::Bare("1.10".to_owned())),
            ("domains", Yaml::List(vec![text("a.example"), text("1.10")])),
            ("script", text("one: 1\n- two\n\nthree")),
            ("none", Yaml::List(Vec::new())),
        ]);
        let root = mapping(vec![("services", Yaml::List(vec![item, text("y")])), ("z", text(""))]);
        assert_eq!(
            document(root),
            "services:\n  - name: \"off\"\n    count: 1.10\n    domains:\n      - a.example\n      - \"1.10\"\n    \
             script: |-\n      one: 1\n      - two\n\n      three\n    none: []\n  - \"y\"\nz: \"\"\n"
        );
    }

    #[test]
    fn a_long_key_keeps_its_lists_and_texts() {
        let long = "k".repeat(200);
        let list = Yaml::List(vec![
            mapping(vec![("name", text("a")), ("b", Yaml::List(vec![text("c"), text("d")]))]),
            mapping(vec![(&long, Yaml::List(vec![text("e"), text("f")]))]),
        ]);
        let root =
            mapping(vec![(&long, list), ("script", text("- one\n- two\n")), ("last", text("x"))]);
        let written = document(root);
        let read: serde_yaml::Value = serde_yaml::from_str(&written).expect("it is YAML");
        assert_eq!(read[&long][0]["b"][1], "d", "{written}");
        assert_eq!(read[&long][1][&long][1], "f", "{written}");
        assert_eq!(read["script"], "- one\n- two\n", "{written}");
        assert_eq!(read["last"], "x", "{written}");
    }

    #[test]
    fn lists_in_lists_and_marks_in_texts_stay_what_they_are() {
        let root = mapping(vec![(
            "a",
            Yaml::List(vec![
                Yaml::List(vec![text("exact0x"), text("no")]),
                mapping(vec![("b", Yaml::List(vec![text("| x"), text("k: |-")]))]),
                text("|-\n line"),
            ]),
        )]);
        let written = document(root);
        let read: serde_yaml::Value = serde_yaml::from_str(&written).expect("it is YAML");
        assert_eq!(read["a"][0][0], "exact0x", "{written}");
        assert_eq!(read["a"][0][1], "no", "{written}");
        assert_eq!(read["a"][1]["b"][0], "| x", "{written}");
        assert_eq!(read["a"][1]["b"][1], "k: |-", "{written}");
        assert_eq!(read["a"][2], "|-\n line", "{written}");
    }
}
