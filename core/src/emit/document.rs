//! A whole document, with lists below a key indented as Render's documentation does.

use super::scalar;

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
pub(crate) fn document(root: &Yaml) -> String {
    let mut out = String::new();
    if let Some(text) = in_line(root, 2) {
        out.push_str(&text);
        out.push('\n');
    } else {
        write_lines(root, 0, &mut out);
    }
    out
}

/// What has a place in the line of its key or dash: scalars, and lists and mappings that are empty.
fn in_line(yaml: &Yaml, column: usize) -> Option<String> {
    match yaml {
        Yaml::Bare(text) => Some(text.clone()),
        Yaml::Text(text) => {
            Some(scalar::block(text, column).unwrap_or_else(|| scalar::in_line(text)))
        }
        Yaml::List(items) => items.is_empty().then(|| "[]".to_owned()),
        Yaml::Mapping(entries) => entries.is_empty().then(|| "{}".to_owned()),
    }
}

/// A list or a mapping that is not empty, in lines that start at `column`; the first of them is begun already.
fn write_lines(yaml: &Yaml, column: usize, out: &mut String) {
    match yaml {
        Yaml::Mapping(entries) => {
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    indent(column, out);
                }
                out.push_str(&scalar::in_line(key));
                out.push(':');
                if let Some(text) = in_line(value, column + 2) {
                    out.push_str(&format!(" {text}\n"));
                } else {
                    out.push('\n');
                    indent(column + 2, out);
                    write_lines(value, column + 2, out);
                }
            }
        }
        Yaml::List(items) => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    indent(column, out);
                }
                out.push_str("- ");
                if let Some(text) = in_line(item, column + 2) {
                    out.push_str(&text);
                    out.push('\n');
                } else {
                    write_lines(item, column + 2, out);
                }
            }
        }
        Yaml::Text(_) | Yaml::Bare(_) => {}
    }
}

fn indent(column: usize, out: &mut String) {
    out.push_str(&" ".repeat(column));
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
            document(&root),
            "services:\n  - name: \"off\"\n    count: 1.10\n    domains:\n      - a.example\n      - \"1.10\"\n    \
             script: |-\n      one: 1\n      - two\n\n      three\n    none: []\n  - \"y\"\nz: \"\"\n"
        );
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
        let written = document(&root);
        let read: serde_yaml::Value = serde_yaml::from_str(&written).expect("it is YAML");
        assert_eq!(read["a"][0][0], "exact0x", "{written}");
        assert_eq!(read["a"][0][1], "no", "{written}");
        assert_eq!(read["a"][1]["b"][0], "| x", "{written}");
        assert_eq!(read["a"][1]["b"][1], "k: |-", "{written}");
        assert_eq!(read["a"][2], "|-\n line", "{written}");
    }
}
