//! What [`filtered`] promises of whatever comes in: it is refused, or the book comes back with every text of a chapter
//! passed through, and nothing else changed.

use serde_json::{Value, json};

use super::book::filtered;

/// What stands before a text that was passed through.
const PASSED: &str = "\u{2603}";
/// Keys that mean something to mdBook, and one that does not.
const KEYS: [&str; 10] = [
    "Chapter",
    "content",
    "sub_items",
    "items",
    "sections",
    "path",
    "root",
    "config",
    "book",
    "extra",
];
/// How deep lists and objects are nested at most.
const DEPTH: usize = 12;

/// The exchange that these bytes become: as they are, or an exchange that is nearly one of mdBook.
pub(crate) fn exchange(bytes: &[u8]) -> String {
    if let Some((0..=63, rest)) = bytes.split_first() {
        return String::from_utf8_lossy(rest).into_owned();
    }
    let mut bytes = bytes.iter().copied();
    json!([value(&mut bytes, DEPTH), book(&mut bytes, DEPTH)]).to_string()
}

/// A list of chapters under a name that mdBook knows, or anything else.
fn book(bytes: &mut impl Iterator<Item = u8>, depth: usize) -> Value {
    match bytes.next() {
        Some(byte @ 0..=200) => {
            json!({ ["items", "sections"][usize::from(byte % 2)]: chapters(bytes, depth) })
        }
        _ => value(bytes, depth),
    }
}

fn chapters(bytes: &mut impl Iterator<Item = u8>, depth: usize) -> Value {
    let count = if depth == 0 { 0 } else { bytes.next().unwrap_or_default() % 4 };
    let chapter = |_| match bytes.next() {
        Some(0..=200) => json!({ "Chapter": {
            "content": value(bytes, 0),
            "sub_items": chapters(bytes, depth - 1),
            "path": value(bytes, 0),
        } }),
        _ => value(bytes, depth - 1),
    };
    (0..count).map(chapter).collect()
}

/// Any value.
fn value(bytes: &mut impl Iterator<Item = u8>, depth: usize) -> Value {
    let byte = bytes.next().unwrap_or_default();
    let count = usize::from(byte / 8 % 4);
    match byte % 8 {
        1 => json!(f64::from(byte) * 1e300),
        2 if depth > 0 => (0..count).map(|_| value(bytes, depth - 1)).collect(),
        3 | 4 if depth > 0 => {
            let entry = |_| {
                let key = KEYS[usize::from(bytes.next().unwrap_or_default()) % KEYS.len()];
                (key.to_owned(), value(bytes, depth - 1))
            };
            Value::Object((0..count).map(entry).collect())
        }
        5 => json!(byte > 127),
        6 | 7 => {
            let text: Vec<u8> = bytes.by_ref().take(count * 4).collect();
            json!(String::from_utf8_lossy(&text))
        }
        _ => Value::Null,
    }
}

/// What is broken for these bytes.
pub(crate) fn broken(bytes: &[u8]) -> Vec<String> {
    let exchange = exchange(bytes);
    let mut passed = 0;
    let filled = filtered(&exchange, &mut |text, _, _| {
        passed += 1;
        format!("{PASSED}{text}")
    });
    let whole = serde_json::from_str::<Value>(&exchange).ok();
    let book = whole.as_ref().and_then(|whole| match whole.as_array()?.as_slice() {
        [_, book] => Some(book),
        _ => None,
    });
    let (filled, book) = match (filled, book) {
        (Ok(filled), Some(book)) => (filled, book),
        (Err(_), None) => return Vec::new(),
        (filled, book) => return vec![format!("{filled:?} came of {book:?}")],
    };
    let Ok(filled) = serde_json::from_str(&filled) else {
        return vec![format!("no JSON goes out: {filled}")];
    };
    let mut out = Vec::new();
    let changed = changed(book, &filled, &mut out);
    if changed != passed {
        out.push(format!("{passed} texts were passed through, {changed} came back"));
    }
    let expected = ["sections", "items"].iter().map(|name| texts(&book[name])).sum::<usize>();
    if passed != expected {
        out.push(format!("{passed} texts of {expected} were passed through"));
    }
    out
}

/// How many texts are there that were passed through; what else is another goes to `out`.
fn changed(was: &Value, is: &Value, out: &mut Vec<String>) -> usize {
    match (was, is) {
        (Value::Array(was), Value::Array(is)) if was.len() == is.len() => {
            was.iter().zip(is).map(|(was, is)| changed(was, is, out)).sum()
        }
        (Value::Object(was), Value::Object(is)) if was.keys().eq(is.keys()) => {
            was.values().zip(is.values()).map(|(was, is)| changed(was, is, out)).sum()
        }
        (Value::String(was), Value::String(is)) if is.strip_prefix(PASSED) == Some(was) => 1,
        _ => {
            if was != is {
                out.push(format!("{was} became {is}"));
            }
            0
        }
    }
}

/// How many texts of chapters a list holds.
fn texts(items: &Value) -> usize {
    let chapters = items.as_array().into_iter().flatten().filter_map(|item| item.get("Chapter"));
    let of = |chapter: &Value| {
        let own = chapter.get("content").is_some_and(Value::is_string);
        usize::from(own) + chapter.get("sub_items").map_or(0, texts)
    };
    chapters.map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_book_keeps_what_is_no_text_of_a_chapter() {
        let mut state: u64 = 7;
        let mut found = 0;
        for _ in 0..2_000 {
            let next = |_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
                (state >> 40) as u8
            };
            let bytes: Vec<u8> = (0..120).map(next).collect();
            assert_eq!(broken(&bytes), Vec::<String>::new(), "{}", exchange(&bytes));
            found += usize::from(exchange(&bytes).contains("\"content\":\""));
        }
        assert!(found > 200, "only {found} exchanges have a text");
    }
}
