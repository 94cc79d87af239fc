//! The spanned tree: what the text says, before anybody asks what it means for Render.

use crate::text::{Span, TextEdit};

/// Everything the text yields, whatever its state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SyntaxTree {
    /// The first document; `None` when the text holds nothing but blanks and comments.
    pub root: Option<Node>,
    /// Further documents after `---`, in source order. Render reads the first one only (inferred).
    pub further: Vec<Node>,
    /// What is wrong with the text as YAML, in source order.
    pub errors: Vec<SyntaxError>,
    /// Every comment, in source order.
    pub comments: Vec<Comment>,
}

/// A value and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The bytes of the value: of the alias (`*name`) when it stands for one. Empty for a missing value,
    /// placed directly behind the colon or dash that it would follow.
    pub span: Span,
    /// The bytes where the value itself is written: those of the anchored value for an alias, else the same as `span`.
    pub source: Span,
    /// The value itself, aliases resolved.
    pub value: Value,
    /// The tag as written, for example `!!str`.
    pub tag: Option<String>,
    /// Whether the node carries an anchor (`&name`).
    pub anchored: bool,
    /// Set when the node was written as an alias: children then carry the spans of the anchored value.
    pub alias: bool,
}

/// The three kinds of values in YAML.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, number, boolean, null: see [`Scalar`].
    Scalar(Scalar),
    /// `- a` or `[a]`.
    Sequence(Vec<Node>),
    /// `a: b` or `{a: b}`, duplicate and merged entries included.
    Mapping(Vec<Entry>),
}

/// One `key: value` pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key. Nearly always a plain scalar.
    pub key: Node,
    /// The value.
    pub value: Node,
    /// Came in through a merge key (`<<`), so a key of the mapping itself wins over it.
    pub merged: bool,
    /// Where an earlier key of the same mapping has the same text.
    pub duplicate_of: Option<Span>,
}

/// A scalar as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text after unquoting, unescaping and folding.
    pub text: String,
    /// How it was written.
    pub style: ScalarStyle,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// A comment, from its `#` to the end of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The comment with its `#`, without the line break.
    pub span: Span,
    /// Whether only blanks are before it on its line.
    pub own_line: bool,
}

/// Something that is wrong with the text as YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// What kind of error it is; the rules of category `syntax` pick theirs by it.
    pub kind: SyntaxErrorKind,
    /// The smallest text that is wrong.
    pub span: Span,
    /// One sentence in plain words: lower case, no full stop.
    pub message: String,
    /// A second place that explains the first, with its label (the earlier key of a duplicate, the opening quote).
    pub related: Option<(Span, String)>,
    /// Edits that would repair it without changing what the author meant; empty when unsure.
    pub repair: Vec<TextEdit>,
}

/// Kinds of errors in the text as YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SyntaxErrorKind {
    /// `: ` inside an unquoted value (fact Y05).
    ColonInValue,
    /// An unquoted value that starts with a character YAML keeps for itself: `@`, `` ` ``, `%`, `*`, `&`, `!`, `{`, `[`, `|`, `>` (fact Y07).
    ReservedStart,
    /// A cron schedule that starts with `*` unquoted (fact Y04).
    UnquotedSchedule,
    /// A tab where indentation is expected (fact Y08).
    TabIndentation,
    /// The same key twice in one mapping (fact Y09).
    DuplicateKey,
    /// `<<<<<<<`, `=======` or `>>>>>>>` left over from a merge.
    MergeConflict,
    /// A quote that is never closed.
    UnclosedQuote,
    /// `[` or `{` that is never closed, or a closing one too many.
    UnbalancedFlow,
    /// A line that is indented so that it belongs to nothing.
    Indentation,
    /// `key:value` without the space that makes it a key.
    MissingSpace,
    /// A line that is neither an entry nor an item where one is expected.
    StrayText,
    /// `*name` without an anchor of that name before it.
    UndefinedAlias,
    /// A `%` directive or `---` line that YAML cannot read.
    Directive,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Nested too deep, or more values than are read, by themselves or with what aliases and merge keys add.
    TooMuch,
    /// Anything else the YAML reader refuses.
    Other,
}

impl SyntaxErrorKind {
    /// Every kind.
    pub const ALL: [Self; 16] = [
        Self::ColonInValue,
        Self::ReservedStart,
        Self::UnquotedSchedule,
        Self::TabIndentation,
        Self::DuplicateKey,
        Self::MergeConflict,
        Self::UnclosedQuote,
        Self::UnbalancedFlow,
        Self::Indentation,
        Self::MissingSpace,
        Self::StrayText,
        Self::UndefinedAlias,
        Self::Directive,
        Self::NotUtf8,
        Self::TooMuch,
        Self::Other,
    ];
}

impl Entry {
    /// Whether it is a merge key, `<<`, which brings in the entries of the mappings that are its value.
    pub fn is_merge_key(&self) -> bool {
        self.key.as_scalar().is_some_and(|key| key.text == "<<" && key.style == ScalarStyle::Plain)
    }
}

impl Node {
    /// The scalar, when it is one.
    pub fn as_scalar(&self) -> Option<&Scalar> {
        match &self.value {
            Value::Scalar(scalar) => Some(scalar),
            Value::Sequence(_) | Value::Mapping(_) => None,
        }
    }

    /// The items, when it is a sequence.
    pub fn as_sequence(&self) -> Option<&[Self]> {
        match &self.value {
            Value::Sequence(items) => Some(items),
            Value::Scalar(_) | Value::Mapping(_) => None,
        }
    }

    /// The entries, when it is a mapping.
    pub fn as_mapping(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Mapping(entries) => Some(entries),
            Value::Scalar(_) | Value::Sequence(_) => None,
        }
    }

    /// Whether the value is missing or a YAML null (`~`, `null`).
    pub fn is_null(&self) -> bool {
        self.as_scalar().is_some_and(|scalar| {
            scalar.style == ScalarStyle::Plain
                && matches!(scalar.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
                && self.tag.as_deref() != Some("!!str")
        })
    }
}
