//! The exchange with mdBook: `[context, book]` as JSON comes in, the book goes out.
//!
//! A book is handled as plain JSON, so that fields which a version of mdBook adds are passed through.

use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;

/// The book of `exchange`, as JSON, with every chapter passed through `fill`, which gets its text and its path in the book,
/// and the folder of the book's texts.
///
/// # Errors
/// When `exchange` is not what mdBook sends.
pub(super) fn filtered(
    exchange: &str,
    fill: &mut impl FnMut(&str, &str, &Path) -> String,
) -> anyhow::Result<String> {
    let exchange: Value = serde_json::from_str(exchange)
        .context("standard input is not what mdBook sends to a preprocessor")?;
    let Value::Array(mut pair) = exchange else { anyhow::bail!("mdBook sends a list of two") };
    anyhow::ensure!(pair.len() == 2, "mdBook sends a list of two: its context and the book");
    let mut book = pair.remove(1);
    let context = &pair[0];
    let root = context["root"].as_str().unwrap_or(".");
    let src = context["config"]["book"]["src"].as_str().unwrap_or("src");
    let folder = Path::new(root).join(src);
    let fill = &mut |text: &str, path: &str| fill(text, path, &folder);
    // `sections` up to mdBook 0.4, `items` since.
    for name in ["sections", "items"] {
        chapters(book.get_mut(name), fill);
    }
    Ok(serde_json::to_string(&book)?)
}

fn chapters(items: Option<&mut Value>, fill: &mut impl FnMut(&str, &str) -> String) {
    let Some(Value::Array(items)) = items else { return };
    for chapter in items.iter_mut().filter_map(|item| item.get_mut("Chapter")) {
        let path = chapter.get("path").and_then(Value::as_str).unwrap_or("a chapter").to_owned();
        if let Some(Value::String(content)) = chapter.get_mut("content") {
            *content = fill(content, &path);
        }
        chapters(chapter.get_mut("sub_items"), fill);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_is_filled_and_nothing_else_changes() {
        let leaf = r#"{"Chapter":{"name":"B","content":"b","number":[1,1],"sub_items":[],"path":"b.md","extra":1.9300000000000006e+302}}"#;
        let book = |a: &str, leaf: &str| {
            format!(
                r#"{{"items":["Separator",{{"PartTitle":"P"}},{{"Chapter":{{"name":"A","content":"{a}","sub_items":[{leaf}],"path":null}}}}]}}"#
            )
        };
        let exchange = format!("[{{\"mdbook_version\":\"0.5.0\"}},{}]", book("a", leaf));
        let mut paths = Vec::new();
        let out = filtered(&exchange, &mut |text, path, _| {
            paths.push(path.to_owned());
            text.to_uppercase()
        })
        .expect("it is what mdBook sends");
        let expected = book("A", &leaf.replace("\"content\":\"b\"", "\"content\":\"B\""));
        let parsed = |text: &str| serde_json::from_str::<Value>(text).expect("it is JSON");
        assert_eq!(parsed(&out), parsed(&expected));
        assert!(out.contains("\"extra\":1.9300000000000006e+302"), "{out}");
        assert_eq!(paths, ["a chapter", "b.md"]);
        assert!(filtered("{}", &mut |text, _, _| text.to_owned()).is_err());
    }
}
