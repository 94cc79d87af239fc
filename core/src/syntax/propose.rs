//! What may have stopped the reader: the likely causes near an error, each with the mask that would get past it and the
//! message to report then.

use super::line::SourceLine;
use super::lost_lines::{whole_line, with_what_is_below};
use super::proposal::{Mask, Proposal, plain_error, previous};
use super::tree::SyntaxErrorKind;
use crate::text::{Span, TextEdit};

/// Masks that may get the reader past `at`, least destructive first.
pub(super) fn proposals(text: &str, work: &str, at: usize, words: &str) -> Vec<Proposal> {
    let mut out = Vec::new();
    let here = SourceLine::at(work, at);
    if words.contains("tab")
        || work[..at.min(work.len())].ends_with('\t')
        || work[at..].starts_with('\t')
    {
        // The reader may be at the value that the line with the tab would continue.
        let below =
            work[here.end..].find('\n').map(|next| SourceLine::at(work, here.end + next + 1));
        out.extend(
            [Some(&here), below.as_ref()]
                .into_iter()
                .flatten()
                .find_map(|line| tabs(text, work, line)),
        );
    }
    if words.contains("valid YAML whitespace") || work[here.start..here.end].contains(":\t") {
        out.extend(tab_behind_colon(work, &here));
    }
    let mut lines = vec![here];
    for _ in 0..3 {
        let Some(before) = previous(work, lines.last().map_or(at, |line| line.start)) else {
            break;
        };
        lines.push(before);
    }
    for line in lines.iter().filter(|line| !line.is_blank(work)) {
        out.extend(glued_dash(text, line));
        out.extend(value_as_text(text, work, line));
    }
    for line in &lines {
        out.extend(outdented_block(text, work, line));
    }
    for line in lines.iter().filter(|line| !line.is_blank(work)) {
        out.extend(half_typed(text, work, line));
    }
    for line in lines.iter().take(2).filter(|line| !line.is_blank(work)) {
        out.push(whole_line(text, line, words));
        out.extend(with_what_is_below(text, work, line, words));
    }
    out
}

/// Tabs in the indentation of this line and of the lines around it that have some: one space each.
fn tabs(text: &str, work: &str, here: &SourceLine) -> Option<Proposal> {
    let indent = |line: &SourceLine| Span::new(line.start, line.content);
    let has_tab = |line: &SourceLine| work[line.start..line.content].contains('\t');
    if !has_tab(here) {
        return None;
    }
    let mut masks = vec![Mask { span: indent(here), with: b' ' }];
    let mut line = here.clone();
    let mut edits = vec![];
    let count = |line: &SourceLine| text[line.start..line.content].matches('\t').count();
    // The first line is indented to match the line above; every further tab of another line adds two spaces.
    let base = previous(work, here.start).map_or(0, |above| {
        let opens = text[..above.end].ends_with(':');
        above.item - above.start + if opens { 2 } else { 0 }
    });
    let mut edit = |line: &SourceLine| {
        let blanks = text[line.start..line.content].matches(' ').count();
        let width = (base + 2 * count(line)).saturating_sub(2 * count(here)) + blanks;
        edits.push(TextEdit::replace(indent(line), " ".repeat(width)));
    };
    edit(here);
    while let Some(next) =
        text[line.end..].find('\n').map(|at| SourceLine::at(work, line.end + at + 1))
    {
        let blank = next.content == next.end;
        if next.start <= line.start || next.start >= work.len() || !(blank || has_tab(&next)) {
            break;
        }
        if has_tab(&next) {
            masks.push(Mask { span: indent(&next), with: b' ' });
            edit(&next);
        }
        line = next;
    }
    let first_tab = here.start + work[here.start..here.content].find('\t')?;
    let message = "a tab in the indentation; YAML allows only spaces".to_owned();
    let mut error =
        plain_error(SyntaxErrorKind::TabIndentation, Span::new(first_tab, first_tab + 1), message);
    error.repair = edits;
    Some(Proposal { masks, error: Some(error) })
}

/// A tab between a key and its value: other readers accept it, so it is not reported.
fn tab_behind_colon(work: &str, here: &SourceLine) -> Option<Proposal> {
    let masks: Vec<Mask> = work[here.content..here.end]
        .match_indices('\t')
        .map(|(at, _)| Mask {
            span: Span::new(here.content + at, here.content + at + 1),
            with: b' ',
        })
        .collect();
    (!masks.is_empty()).then_some(Proposal { masks, error: None })
}

/// A list item without a space after its dash (`-key: value`): the line is masked except for the dash, so that the
/// lines below it still belong to the item.
fn glued_dash(text: &str, line: &SourceLine) -> Option<Proposal> {
    let words = &text[line.content..line.end];
    let glued = words.strip_prefix('-')?.starts_with(|c: char| c.is_ascii_alphabetic());
    line.colon.filter(|_| glued)?;
    let message = "a space is missing after the dash".to_owned();
    let mut error =
        plain_error(SyntaxErrorKind::MissingSpace, Span::new(line.content, line.end), message);
    // The lines below must fit the new column of the key.
    let indent = |line: &SourceLine| line.content - line.start;
    let next = text[line.end..].find('\n').map(|at| SourceLine::at(text, line.end + at + 1));
    if next.is_none_or(|next| indent(&next) <= indent(line) || indent(&next) == indent(line) + 2) {
        error.repair = vec![TextEdit::insert(line.content + 1, " ")];
    }
    let masks = vec![Mask { span: Span::new(line.content + 1, line.end), with: b' ' }];
    Some(Proposal { masks, error: Some(error) })
}

/// The value of a line read as plain text, whatever characters it contains.
fn value_as_text(text: &str, work: &str, line: &SourceLine) -> Option<Proposal> {
    let value = line.plain_value(work);
    let span = Span::new(line.value, line.value + value.len());
    let first = value.chars().next()?;
    let original = span.slice(text);
    let mut masks = Vec::new();
    let kind = match first {
        '*' if line.colon.is_some_and(|colon| text[line.item..colon].trim() == "schedule") => {
            SyntaxErrorKind::UnquotedSchedule
        }
        '*' if original[1..].chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
            && value.len() > 1 =>
        {
            SyntaxErrorKind::UndefinedAlias
        }
        '*' if original.split_whitespace().count() == 5 => SyntaxErrorKind::UnquotedSchedule,
        '"' | '\'' => SyntaxErrorKind::UnclosedQuote,
        '[' | '{' => SyntaxErrorKind::UnbalancedFlow,
        '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' | ']' | '}' | ',' => {
            SyntaxErrorKind::ReservedStart
        }
        _ => SyntaxErrorKind::ColonInValue,
    };
    if kind != SyntaxErrorKind::ColonInValue {
        masks.push(Mask { span: Span::new(span.start(), span.start() + 1), with: b'x' });
    }
    let bytes = value.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b':' && bytes.get(at + 1).is_none_or(|next| matches!(next, b' ' | b'\t')) {
            masks.push(Mask {
                span: Span::new(span.start() + at, span.start() + at + 1),
                with: b'_',
            });
        }
    }
    if masks.is_empty() {
        return None;
    }
    let shown = if original.chars().count() > 40 {
        format!("{}…", original.chars().take(39).collect::<String>())
    } else {
        original.to_owned()
    };
    let message = match kind {
        SyntaxErrorKind::ColonInValue => {
            "a colon and a space in an unquoted value: YAML reads it as a new key".to_owned()
        }
        SyntaxErrorKind::UnquotedSchedule => {
            "a schedule that starts with `*` needs quotes".to_owned()
        }
        SyntaxErrorKind::UndefinedAlias => {
            format!("`{shown}` refers to an anchor that is not defined before it")
        }
        SyntaxErrorKind::UnclosedQuote => {
            "this quote is not closed at the end of its value".to_owned()
        }
        SyntaxErrorKind::UnbalancedFlow => format!("this `{first}` is never closed"),
        _ if first == '`' => "an unquoted value cannot start with a backtick".to_owned(),
        _ => format!("an unquoted value cannot start with `{first}`"),
    };
    let mut error = plain_error(kind, span, message);
    if !matches!(kind, SyntaxErrorKind::UnbalancedFlow | SyntaxErrorKind::UndefinedAlias) {
        error.repair = vec![TextEdit::replace(span, single_quoted(strip_quote(original)))];
    }
    Some(Proposal { masks, error: Some(error) })
}

/// A line without a key where one is expected, as while somebody types: only that line is lost. The dashes of a list
/// item stay, so that its other lines still belong to it. Further lines of the same kind are masked with it.
fn half_typed(text: &str, work: &str, line: &SourceLine) -> Option<Proposal> {
    if line.colon.is_some() {
        return None;
    }
    let span = Span::new(line.item, line.end);
    let words = span.slice(text);
    if words.starts_with(['}', ']', '%']) {
        return None;
    }
    if words.starts_with("```") {
        let message = "this code fence belongs to Markdown, not to YAML".to_owned();
        let error = plain_error(SyntaxErrorKind::StrayText, span, message);
        return Some(Proposal { masks: vec![Mask { span, with: b' ' }], error: Some(error) });
    }
    let mut masks = vec![Mask { span, with: b' ' }];
    if let Some((key, value)) = words.split_once(':').filter(|(key, value)| {
        !value.starts_with("//")
            && !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || c == '_')
    }) {
        let colon = line.item + key.len() + 1;
        let message = format!("a space is missing between `{key}:` and `{value}`");
        let mut error = plain_error(SyntaxErrorKind::MissingSpace, span, message);
        error.repair = vec![TextEdit::insert(colon, " ")];
        return Some(Proposal { masks, error: Some(error) });
    }
    let mut end = line.end;
    while let Some(at) = work[end..].find('\n') {
        let next = SourceLine::at(work, end + at + 1);
        let alike = next.colon.is_none() && next.item == next.content && next.start > end;
        if !alike || next.is_blank(work) || next.content - next.start != line.content - line.start {
            break;
        }
        masks.push(Mask { span: Span::new(next.item, next.end), with: b' ' });
        end = next.end;
    }
    let message = "this line is neither `key: value` nor a list item".to_owned();
    Some(Proposal { masks, error: Some(plain_error(SyntaxErrorKind::StrayText, span, message)) })
}

/// Text of a block scalar (`key: |`) that is indented less than the block, like a pasted script: masked up to a line
/// that looks like YAML again. Several such lines are proposed, since lines of a script may look like YAML, too.
fn outdented_block(text: &str, work: &str, line: &SourceLine) -> Vec<Proposal> {
    let indent = |line: &SourceLine| line.content - line.start;
    let mut header = line.clone();
    loop {
        let Some(before) = previous(work, header.start) else { return Vec::new() };
        header = before;
        let opens = header.colon.is_some()
            && matches!(work.as_bytes().get(header.value), Some(b'|' | b'>'));
        if opens {
            break;
        }
        if indent(&header) <= indent(line) {
            return Vec::new();
        }
    }
    // The column of the key: text at it or left of it ends the block.
    let key = header.item - header.start;
    if indent(line) > key {
        return Vec::new();
    }
    let message = "this line is indented less than the block scalar it belongs to".to_owned();
    let error =
        plain_error(SyntaxErrorKind::Indentation, Span::new(line.content, line.end), message);
    let mut masks = vec![Mask { span: Span::new(line.content, line.end), with: b' ' }];
    let mut out = Vec::new();
    let mut end = line.end;
    while let Some(at) = work[end..].find('\n') {
        let next = SourceLine::at(work, end + at + 1);
        if next.start <= end || next.start >= work.len() {
            break;
        }
        end = next.end;
        if next.is_blank(work) {
            continue;
        }
        let word = next.colon.map_or("", |colon| &text[next.item..colon]);
        let key_like = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_');
        if key_like && next.item - next.start <= key {
            out.push(Proposal { masks: masks.clone(), error: Some(error.clone()) });
            if out.len() == 8 {
                break;
            }
        }
        masks.push(Mask { span: Span::new(next.content, next.end), with: b' ' });
    }
    out
}

/// A value without its unclosed quote.
pub(super) fn strip_quote(value: &str) -> &str {
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].strip_suffix(quote).unwrap_or(&value[1..]),
        _ => value,
    }
}

fn single_quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}
