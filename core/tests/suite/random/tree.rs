//! A YAML tree and the many ways to write it: in blocks or in braces, with comments, anchors and aliases.

use super::choices::Choices;

/// A node, as it is to be written.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    /// A scalar, exactly as it stands in the text; fit for braces.
    Word(String),
    /// A text of several lines.
    Lines(Vec<&'static str>),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
    /// A node with an anchor of that number.
    Anchored(usize, Box<Self>),
    /// A use of an anchor.
    Alias(usize),
}

/// A scalar.
pub(crate) fn word(text: impl Into<String>) -> Tree {
    Tree::Word(text.into())
}

/// The text of a tree.
pub(crate) fn write(root: &Tree, choices: &mut Choices<'_>) -> String {
    let mut writer = Writer { out: String::new(), choices, comments: 0 };
    match root {
        Tree::Map(entries) => writer.map(entries, 0, false),
        other => {
            writer.value(other, 0);
        }
    }
    writer.out
}

struct Writer<'a, 'b> {
    out: String,
    choices: &'a mut Choices<'b>,
    comments: usize,
}

impl Writer<'_, '_> {
    fn indent(&mut self, indent: usize) {
        self.out.push_str(&" ".repeat(indent));
    }

    /// The end of a line, with a comment now and then. No two comments are alike.
    fn end(&mut self) {
        if self.choices.once_in(14) {
            self.comments += 1;
            self.out.push_str(&format!(" # remark {}", self.comments));
        }
        self.out.push('\n');
    }

    /// A line of its own for a comment, now and then.
    fn remark(&mut self, indent: usize) {
        if self.choices.once_in(24) {
            self.comments += 1;
            self.indent(indent);
            self.out.push_str(&format!("# remark {}\n", self.comments));
        }
    }

    /// The entries of a mapping, one a line; the first stands on a line that is begun when `begun`.
    fn map(&mut self, entries: &[(String, Tree)], indent: usize, begun: bool) {
        for (at, (key, value)) in entries.iter().enumerate() {
            if at > 0 || !begun {
                self.remark(indent);
                self.indent(indent);
            }
            self.out.push_str(key);
            self.out.push(':');
            self.value(value, indent);
        }
    }

    /// What follows a key and its colon, to the end of the line or the last of its lines.
    fn value(&mut self, value: &Tree, indent: usize) {
        match value {
            Tree::Word(text) => {
                if !text.is_empty() {
                    self.out.push(' ');
                    self.out.push_str(text);
                }
                self.end();
            }
            Tree::Alias(number) => {
                self.out.push_str(&format!(" *a{number}"));
                self.end();
            }
            Tree::Anchored(number, inner) => {
                self.out.push_str(&format!(" &a{number}"));
                self.value(inner, indent);
            }
            Tree::Lines(lines) => {
                self.out.push_str(" |\n");
                for line in lines {
                    self.indent(indent + 2);
                    self.out.push_str(line);
                    self.out.push('\n');
                }
            }
            Tree::List(items) if items.is_empty() => {
                self.out.push_str(" []");
                self.end();
            }
            Tree::Map(entries) if entries.is_empty() => {
                self.out.push_str(" {}");
                self.end();
            }
            Tree::List(_) | Tree::Map(_) if indent > 0 && self.choices.once_in(7) => {
                self.out.push(' ');
                flow(value, &mut self.out);
                self.end();
            }
            Tree::List(items) => {
                self.end();
                let indent = indent + 2 * self.choices.below(2);
                for item in items {
                    self.remark(indent);
                    self.item(item, indent);
                }
            }
            Tree::Map(entries) => {
                self.end();
                self.map(entries, indent + 2, false);
            }
        }
    }

    fn item(&mut self, item: &Tree, indent: usize) {
        self.indent(indent);
        self.out.push('-');
        match item {
            Tree::Map(entries) if !entries.is_empty() && !self.choices.once_in(9) => {
                self.out.push(' ');
                self.map(entries, indent + 2, true);
            }
            Tree::Anchored(number, inner) if matches!(**inner, Tree::Map(_)) => {
                self.out.push_str(&format!(" &a{number}\n"));
                if let Tree::Map(entries) = &**inner {
                    self.map(entries, indent + 2, false);
                }
            }
            Tree::Map(_) | Tree::List(_) => {
                self.out.push(' ');
                flow(item, &mut self.out);
                self.end();
            }
            other => self.value(other, indent),
        }
    }
}

/// A node in braces.
fn flow(tree: &Tree, out: &mut String) {
    match tree {
        Tree::Word(text) => out.push_str(text),
        Tree::Lines(lines) => out.push_str(&format!("\"{}\\n\"", lines.join("\\n"))),
        Tree::Alias(number) => out.push_str(&format!("*a{number} ")),
        Tree::Anchored(number, inner) => {
            out.push_str(&format!("&a{number} "));
            flow(inner, out);
        }
        Tree::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                flow(item, out);
            }
            out.push(']');
        }
        Tree::Map(entries) => {
            out.push('{');
            for (at, (key, value)) in entries.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                out.push_str(&format!("{key}: "));
                flow(value, out);
            }
            out.push('}');
        }
    }
}
