//! Several files as one text, as the editor, drafts, links and the worker hold them: before each file a line with how many
//! lines the file has and what it is called. A single file is its text alone. `app/editor/src/bundle.ts` reads and writes
//! the same.

use blueprint_lens_core::analysis::{Analysis, SourceText};
use blueprint_lens_core::text::{Decoded, Files, Span};

const HEAD: &str = "# blueprint-lens-file: ";

/// Analyses a text that may hold several files.
pub(crate) fn analyse(text: &str) -> Analysis {
    checked(read(text))
}

/// The same as far as a picture needs it: the rules have not looked at it.
pub(crate) fn read(text: &str) -> Analysis {
    let source = |(path, text): (String, &str)| {
        SourceText::new(path, Decoded { text: text.to_owned(), invalid: Vec::new() })
    };
    Analysis::unchecked_together(split(text).into_iter().map(source).collect())
}

/// What was read, with what the rules find in it. Not inlined: as part of a function that every first picture calls, the
/// rules would have to come before that.
#[inline(never)]
pub(crate) fn checked(read: Analysis) -> Analysis {
    read.checked()
}

/// The files in a text, as path and text; one without a path unless the text says otherwise all through.
pub(crate) fn split(text: &str) -> Vec<(String, &str)> {
    match parts(text) {
        Some(parts) if parts.len() > 1 => parts,
        _ => vec![(String::new(), text)],
    }
}

fn parts(text: &str) -> Option<Vec<(String, &str)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (head, behind) = rest.strip_prefix(HEAD)?.split_once('\n')?;
        let (lines, path) = head.split_once(' ')?;
        let last = lines.parse::<usize>().ok()?.checked_sub(1)?;
        let (end, _) = behind.match_indices('\n').nth(last)?;
        parts.push((path.to_owned(), &behind[..end]));
        rest = &behind[end + 1..];
    }
    Some(parts)
}

/// The text that holds these files, given as path and text.
pub(crate) fn join<T: AsRef<str>>(parts: &[(&str, T)]) -> String {
    if let [(_, only)] = parts {
        return only.as_ref().to_owned();
    }
    let part = |(path, text): &(&str, T)| {
        let text = text.as_ref();
        let lines = text.matches('\n').count() + 1;
        format!("{HEAD}{lines} {path}\n{text}\n")
    };
    parts.iter().map(part).collect()
}

/// The text that holds the files of a whole text.
pub(crate) fn of(files: &Files, text: &str) -> String {
    let parts = files.iter().map(|(_, file)| (file.path.as_str(), file.span.slice(text)));
    join(&parts.collect::<Vec<_>>())
}

/// Where a span of the whole text lies: the index of the file, and the offsets in it in UTF-16 units.
pub(crate) fn locate(files: &Files, text: &str, span: Span) -> (usize, [u32; 2]) {
    let id = files.of(span.start());
    let file = files.get(id);
    let (local, own) = (file.local(span), file.span.slice(text));
    (id.0, [local.start(), local.end()].map(|at| file.lines.utf16(at, own) as u32))
}

/// The byte offset in the whole text of an offset in a file, in UTF-16 units; of a file that is not there, in the first.
pub(crate) fn offset(files: &Files, text: &str, index: usize, offset: u32) -> usize {
    let file = files.iter().nth(index).or_else(|| files.iter().next());
    file.map_or(0, |(_, file)| {
        file.span.start() + file.lines.from_utf16(offset as usize, file.span.slice(text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back_as_they_went() {
        let parts = [("a.yaml".to_owned(), "a: 1\n"), ("b c.yaml".to_owned(), "# é\r\nb: 2")];
        let (whole, files) = Files::join(&parts);
        let bundle = of(&files, &whole);
        assert_eq!(
            bundle,
            "# blueprint-lens-file: 2 a.yaml\na: 1\n\n# blueprint-lens-file: 2 b c.yaml\n# é\r\nb: 2\n"
        );
        assert_eq!(split(&bundle), parts);
        assert_eq!(analyse(&bundle).text(), whole);
    }

    #[test]
    fn a_text_that_is_no_bundle_all_through_is_one_file() {
        let head = "# blueprint-lens-file: 1 a\nx: 1\n";
        for text in [
            "",
            "x: 1\n",
            head,
            &format!("{head}y: 2\n"),
            &format!("{head}# blueprint-lens-file: 9 b\n"),
        ] {
            assert_eq!(split(text), [(String::new(), text)], "{text:?}");
        }
    }

    #[test]
    fn offsets_lead_to_a_file_and_back() {
        let parts = [("a".to_owned(), "ab"), ("b".to_owned(), "\u{1f600} x")];
        let (whole, files) = Files::join(&parts);
        let x = whole.find('x').unwrap();
        assert_eq!(locate(&files, &whole, Span::new(x, x + 1)), (1, [3, 4]));
        assert_eq!(offset(&files, &whole, 1, 3), x);
        assert_eq!(offset(&files, &whole, 7, 1), 1);
    }
}
