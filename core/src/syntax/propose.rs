//! What may have stopped the reader: the likely culprits near the place of an error, each with the mask that would get
//! past it and what to report then.

use super::line::Line;
use super::lost_lines::{whole_line, with_what_is_below};
use super::tree::{SyntaxError, SyntaxErrorKind};
use crate::text::{Span, TextEdit};

/// A mask that somebody proposes: what to overwrite, and what to report when it helps.
pub(super) struct Proposal {
    pub(super) masks: Vec<Mask>,
    pub(super) problem: Option<SyntaxError>,
}

/// Bytes to overwrite with one ASCII character.
#[derive(Clone, Copy)]
pub(super) struct Mask {
    pub(super) span: Span,
    pub(super) with: u8,
}

/// Masks that may get the reader past `at`, the gentlest first.
pub(super) fn proposals(text: &str, work: &str, at: usize, words: &str) -> Vec<Proposal> {
    let mut out = Vec::new();
    let here = Line::at(work, at);
    if words.contains("tab")
        || work[..at.min(work.len())].ends_with('\t')
        || work[at..].starts_with('\t')
    {
        // The reader may stand at the value that the line with the tab would go on.
        let below = work[here.end..].find('\n').map(|next| Line::at(work, here.end + next + 1));
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

/// The nearest line before `start` that says something.
pub(super) fn previous(work: &str, start: usize) -> Option<Line> {
    let mut start = start;
    while start > 0 {
        let line = Line::at(work, start - 1);
        if !line.is_blank(work) {
            return Some(line);
        }
        start = line.start;
    }
    None
}

/// Tabs in the indentation, of this line and of those around it that have some: one space each.
fn tabs(text: &str, work: &str, here: &Line) -> Option<Proposal> {
    let indent = |line: &Line| Span::new(line.start, line.content);
    let has_tab = |line: &Line| work[line.start..line.content].contains('\t');
    if !has_tab(here) {
        return None;
    }
    let mut masks = vec![Mask { span: indent(here), with: b' ' }];
    let mut line = here.clone();
    let mut edits = vec![];
    let count = |line: &Line| text[line.start..line.content].matches('\t').count();
    // The first line goes where the line above puts it, the others two blanks further for every further tab.
    let base = previous(work, here.start).map_or(0, |above| {
        let opens = text[..above.end].ends_with(':');
        above.item - above.start + if opens { 2 } else { 0 }
    });
    let mut edit = |line: &Line| {
        let blanks = text[line.start..line.content].matches(' ').count();
        let width = (base + 2 * count(line)).saturating_sub(2 * count(here)) + blanks;
        edits.push(TextEdit::replace(indent(line), " ".repeat(width)));
    };
    edit(here);
    while let Some(next) = text[line.end..].find('\n').map(|at| Line::at(work, line.end + at + 1)) {
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
    let message = "a tab stands in the indentation; YAML takes spaces only".to_owned();
    let mut problem = plain_problem(
        SyntaxErrorKind::TabIndentation,
        Span::new(first_tab, first_tab + 1),
        message,
    );
    problem.repair = edits;
    Some(Proposal { masks, problem: Some(problem) })
}

/// A tab between a key and its value: other readers take it, so nothing is reported.
fn tab_behind_colon(work: &str, here: &Line) -> Option<Proposal> {
    let masks: Vec<Mask> = work[here.content..here.end]
        .match_indices('\t')
        .map(|(at, _)| Mask {
            span: Span::new(here.content + at, here.content + at + 1),
            with: b' ',
        })
        .collect();
    (!masks.is_empty()).then_some(Proposal { masks, problem: None })
}

/// A list item without a blank behind its dash (`-key: value`): the line is masked but for the dash, so that the lines
/// below it still belong to the item.
fn glued_dash(text: &str, line: &Line) -> Option<Proposal> {
    let words = &text[line.content..line.end];
    let glued = words.strip_prefix('-')?.starts_with(|c: char| c.is_ascii_alphabetic());
    line.colon.filter(|_| glued)?;
    let message = "a blank is missing behind the dash".to_owned();
    let mut problem =
        plain_problem(SyntaxErrorKind::MissingSpace, Span::new(line.content, line.end), message);
    // The lines below have to fit the key where it will stand.
    let indent = |line: &Line| line.content - line.start;
    let next = text[line.end..].find('\n').map(|at| Line::at(text, line.end + at + 1));
    if next.is_none_or(|next| indent(&next) <= indent(line) || indent(&next) == indent(line) + 2) {
        problem.repair = vec![TextEdit::insert(line.content + 1, " ")];
    }
    let masks = vec![Mask { span: Span::new(line.content + 1, line.end), with: b' ' }];
    Some(Proposal { masks, problem: Some(problem) })
}

/// The value of a line read as plain text, whatever characters it holds.
fn value_as_text(text: &str, work: &str, line: &Line) -> Option<Proposal> {
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
            "a colon and a blank inside an unquoted value: YAML takes it for a new key".to_owned()
        }
        SyntaxErrorKind::UnquotedSchedule => {
            "a schedule that starts with `*` needs quotes".to_owned()
        }
        SyntaxErrorKind::UndefinedAlias => {
            format!("`{shown}` names an anchor that is not defined before it")
        }
        SyntaxErrorKind::UnclosedQuote => {
            "this quote is not closed where its value ends".to_owned()
        }
        SyntaxErrorKind::UnbalancedFlow => format!("this `{first}` is never closed"),
        _ if first == '`' => "an unquoted value cannot start with a backtick".to_owned(),
        _ => format!("an unquoted value cannot start with `{first}`"),
    };
    let mut problem = plain_problem(kind, span, message);
    if !matches!(kind, SyntaxErrorKind::UnbalancedFlow | SyntaxErrorKind::UndefinedAlias) {
        problem.repair = vec![TextEdit::replace(span, single_quoted(strip_quote(original)))];
    }
    Some(Proposal { masks, problem: Some(problem) })
}

/// A line without a key where one is expected, as it is while somebody types: it costs only itself. The dashes of a
/// list item stay, so that its other lines still belong to it. Further lines of the same sort go with it.
fn half_typed(text: &str, work: &str, line: &Line) -> Option<Proposal> {
    if line.colon.is_some() {
        return None;
    }
    let span = Span::new(line.item, line.end);
    let words = span.slice(text);
    if words.starts_with(['}', ']', '%']) {
        return None;
    }
    if words.starts_with("```") {
        let message = "this fence belongs to Markdown, not to YAML".to_owned();
        let problem = plain_problem(SyntaxErrorKind::StrayText, span, message);
        return Some(Proposal { masks: vec![Mask { span, with: b' ' }], problem: Some(problem) });
    }
    let mut masks = vec![Mask { span, with: b' ' }];
    if let Some((key, value)) = words.split_once(':').filter(|(key, value)| {
        !value.starts_with("//")
            && !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || c == '_')
    }) {
        let colon = line.item + key.len() + 1;
        let message = format!("a blank is missing between `{key}:` and `{value}`");
        let mut problem = plain_problem(SyntaxErrorKind::MissingSpace, span, message);
        problem.repair = vec![TextEdit::insert(colon, " ")];
        return Some(Proposal { masks, problem: Some(problem) });
    }
    let mut end = line.end;
    while let Some(at) = work[end..].find('\n') {
        let next = Line::at(work, end + at + 1);
        let alike = next.colon.is_none() && next.item == next.content && next.start > end;
        if !alike || next.is_blank(work) || next.content - next.start != line.content - line.start {
            break;
        }
        masks.push(Mask { span: Span::new(next.item, next.end), with: b' ' });
        end = next.end;
    }
    let message = "this line is neither `key: value` nor a list item".to_owned();
    Some(Proposal {
        masks,
        problem: Some(plain_problem(SyntaxErrorKind::StrayText, span, message)),
    })
}

/// Text of a block (`key: |`) that stands further left than the block, as a pasted script does: masked up to a line
/// that looks like YAML again. Several such lines are proposed, since a script may hold lines that look so too.
fn outdented_block(text: &str, work: &str, line: &Line) -> Vec<Proposal> {
    let indent = |line: &Line| line.content - line.start;
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
    // The key's own column: what stands at it or left of it ends the block.
    let key = header.item - header.start;
    if indent(line) > key {
        return Vec::new();
    }
    let message = "this stands further left than the block of text it belongs to".to_owned();
    let problem =
        plain_problem(SyntaxErrorKind::Indentation, Span::new(line.content, line.end), message);
    let mut masks = vec![Mask { span: Span::new(line.content, line.end), with: b' ' }];
    let mut out = Vec::new();
    let mut end = line.end;
    while let Some(at) = work[end..].find('\n') {
        let next = Line::at(work, end + at + 1);
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
            out.push(Proposal { masks: masks.clone(), problem: Some(problem.clone()) });
            if out.len() == 8 {
                break;
            }
        }
        masks.push(Mask { span: Span::new(next.content, next.end), with: b' ' });
    }
    out
}

/// A problem without a repair.
pub(super) fn plain_problem(kind: SyntaxErrorKind, span: Span, message: String) -> SyntaxError {
    SyntaxError { kind, span, message, related: None, repair: Vec::new() }
}

/// The reader's own words, in our form.
pub(super) fn plain_words(words: &str) -> String {
    let words = words.trim_end_matches('.').replace('`', "'");
    format!("this cannot be read as YAML: {words}")
}

/// A value without the quote that it was left with.
pub(super) fn strip_quote(value: &str) -> &str {
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].strip_suffix(quote).unwrap_or(&value[1..]),
        _ => value,
    }
}

fn single_quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}
