//! The spanned tree: troubles of spans, kinds of errors, properties, and values against a second reader.

use blueprint_lens_core::syntax::{Node, ScalarStyle, SyntaxErrorKind, SyntaxTree, Value, parse};
use blueprint_lens_core::text::{Span, apply};
use proptest::prelude::*;
use serde_yaml::Value as Second;

/// The tree as text: shape, slices of the source, values where they differ from the slice.
fn dump(text: &str) -> String {
    fn node(out: &mut String, text: &str, value: &Node, indent: usize) {
        let pad = "  ".repeat(indent);
        let alias = if value.alias { " alias" } else { "" };
        match &value.value {
            Value::Scalar(scalar) => {
                let slice = value.span.slice(text);
                let shown = if slice == scalar.text {
                    String::new()
                } else {
                    format!(" = {:?}", scalar.text)
                };
                out.push_str(&format!("{pad}{slice:?}{shown}{alias}\n"));
            }
            Value::Sequence(items) => {
                out.push_str(&format!("{pad}sequence {:?}{alias}\n", ends(value.span.slice(text))));
                for item in items {
                    node(out, text, item, indent + 1);
                }
            }
            Value::Mapping(entries) => {
                out.push_str(&format!("{pad}mapping {:?}{alias}\n", ends(value.span.slice(text))));
                for entry in entries {
                    let merged = if entry.merged { "merged " } else { "" };
                    out.push_str(&format!("{pad}  {merged}key {:?}\n", entry.key.span.slice(text)));
                    node(out, text, &entry.value, indent + 2);
                }
            }
        }
    }
    fn ends(slice: &str) -> String {
        let chars: Vec<char> = slice.chars().collect();
        if chars.len() <= 16 {
            return slice.to_owned();
        }
        chars[..7].iter().chain(&['…']).chain(&chars[chars.len() - 7..]).collect()
    }
    let tree = parse(text);
    let mut out = String::new();
    for root in tree.root.iter().chain(&tree.further) {
        node(&mut out, text, root, 0);
    }
    for error in &tree.errors {
        out.push_str(&format!(
            "! {:?} {:?}: {}\n",
            error.kind,
            error.span.slice(text),
            error.message
        ));
    }
    for comment in &tree.comments {
        out.push_str(&format!("{}\n", comment.span.slice(text)));
    }
    out
}

#[test]
fn scalars_of_every_style() {
    let text = "plain: a b\nmore: a\n  b # why\nsingle: 'it''s'\ndouble: \"é\\n\"\nliteral: |\n  one\n  two\n\nfolded: >- # note\n  three\nempty:\nlist:\n  -\n  - x\nflow: {k: [1, 2], n: }\n";
    insta::assert_snapshot!(dump(text));
}

#[test]
fn anchors_aliases_and_merge_keys() {
    let text = "base: &base\n  plan: free\n  region: ohio\nuse: *base\nown:\n  <<: *base\n  plan: starter\nlist:\n  <<: [*base, {x: 1}]\ntagged: !!str 5\n";
    insta::assert_snapshot!(dump(text));
}

#[test]
fn aliases_find_their_values_wherever_those_are() {
    let text = "a: &x {b: &y [1, &z 2], c: *y}\nd: [*x, *z, *y]\n? &k name\n: *k\n&w e: *w\nf: &open\n- &g one\n- *g\n";
    let tree = parse(text);
    let entries = tree.root.as_ref().and_then(Node::as_mapping).unwrap();
    let shown = |at: usize| entries[at].value.source.slice(text);
    let items = |at: usize| entries[at].value.as_sequence().unwrap();
    let inner = entries[0].value.as_mapping().unwrap();
    assert_eq!(inner[1].value.source.slice(text), "[1, &z 2]");
    let sources: Vec<&str> = items(1).iter().map(|item| item.source.slice(text)).collect();
    assert_eq!(sources, ["{b: &y [1, &z 2], c: *y}", "2", "[1, &z 2]"]);
    assert_eq!((shown(2), shown(3)), ("name", "e"));
    assert_eq!(items(4)[1].source.slice(text), "one");
}

#[test]
fn values_with_anchors_inside_of_each_other_are_not_copied() {
    let depth = 100;
    let text = format!(
        "{}{}1{}\n",
        "x: ",
        (0..depth).map(|at| format!("&a{at} [")).collect::<String>(),
        "]".repeat(depth)
    );
    let tree = parse(&text);
    assert!(tree.errors.is_empty(), "{:?}", tree.errors);
    let mut node = &tree.root.as_ref().and_then(Node::as_mapping).unwrap()[0].value;
    for _ in 0..depth {
        assert!(node.anchored && !node.alias);
        node = &node.as_sequence().unwrap()[0];
    }
}

#[test]
fn line_ends_marks_and_wide_characters() {
    let wide = |line_break: &str| {
        let text = format!("\u{feff}a: é😀{line_break}b: 2{line_break}");
        let tree = parse(&text);
        let entries = tree.root.as_ref().and_then(Node::as_mapping).unwrap().to_vec();
        entries.iter().map(|entry| entry.value.span.slice(&text).to_owned()).collect::<Vec<_>>()
    };
    for line_break in ["\n", "\r\n", "\r"] {
        assert_eq!(wide(line_break), ["é😀", "2"], "{line_break:?}");
    }
    assert_eq!(parse("").root, None);
    assert_eq!(parse("# only a comment\n").root, None);
    assert_eq!(parse("# only a comment\n").comments.len(), 1);
    assert_eq!(dump("a:\t1\n"), "mapping \"a:\\t1\"\n  key \"a\"\n    \"1\"\n");
}

#[test]
fn several_documents() {
    let tree = parse("a: 1\n---\nb: 2\n");
    assert!(tree.root.is_some());
    assert_eq!(tree.further.len(), 1);
    assert!(tree.errors.is_empty());
}

/// The kinds of errors in a text, and the texts they cover.
fn errors(text: &str) -> Vec<(SyntaxErrorKind, String)> {
    parse(text).errors.iter().map(|error| (error.kind, error.span.slice(text).to_owned())).collect()
}

#[test]
fn every_kind_of_problem_costs_only_its_line() {
    use SyntaxErrorKind as K;
    let cases: &[(&str, K, &str)] = &[
        ("x: echo foo: bar", K::ColonInValue, "echo foo: bar"),
        ("x: @latest", K::ReservedStart, "@latest"),
        ("x: `pwd`", K::ReservedStart, "`pwd`"),
        ("x: |oops", K::ReservedStart, "|oops"),
        ("schedule: */5 * * * *", K::UnquotedSchedule, "*/5 * * * *"),
        ("x: *nothing", K::UndefinedAlias, "*nothing"),
        ("x: \"open", K::UnclosedQuote, "\"open"),
        ("x: [1, 2", K::UnbalancedFlow, "[1, 2"),
        ("x:1", K::MissingSpace, "x:1"),
        ("stray", K::StrayText, "stray"),
        ("}", K::UnbalancedFlow, "}"),
        ("same: 2\nsame: 3", K::DuplicateKey, "same"),
        ("<<<<<<< HEAD\nx: 1", K::MergeConflict, "<<<<<<< HEAD"),
    ];
    for (line, kind, covered) in cases {
        let text = format!("before: 1\n{line}\nafter: 2\n");
        assert_eq!(errors(&text), [(*kind, (*covered).to_owned())], "{line}");
        let tree = parse(&text);
        let keys: Vec<&str> = tree
            .root
            .as_ref()
            .and_then(Node::as_mapping)
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.key.as_scalar())
            .map(|key| key.text.as_str())
            .collect();
        assert!(keys.contains(&"before") && keys.contains(&"after"), "{line}: {keys:?}");
        // A repair removes its error.
        for error in &tree.errors {
            if !error.repair.is_empty() {
                let repaired = apply(&text, &error.repair).unwrap();
                assert_eq!(errors(&repaired), [], "{repaired}");
            }
        }
    }
}

#[test]
fn a_masked_value_keeps_its_text() {
    let text = "a:\n  run: echo \"x: y\" && z # note\n  at: * * * * *\n";
    insta::assert_snapshot!(dump(text));
}

#[test]
fn tabs_in_the_indentation() {
    let text = "services:\n\t- type: web\n\t  name: api\nmore: 1\n";
    let tree = parse(text);
    assert_eq!(tree.errors.len(), 1);
    assert_eq!(tree.errors[0].kind, SyntaxErrorKind::TabIndentation);
    let repaired = apply(text, &tree.errors[0].repair).unwrap();
    assert_eq!(repaired, "services:\n  - type: web\n    name: api\nmore: 1\n");
}

#[test]
fn half_typed_lines_cost_themselves() {
    let text = "services:\n  - type: web\n    name: api\n    envVars:\n      - key\n      - key: A\n        fromSer\n      - key: B\n        value: \"1\"\n    reg\n  - type: worker\n    name: jobs\n";
    insta::assert_snapshot!(dump(text));
}

#[test]
fn a_script_pasted_to_the_left_of_its_block() {
    let text = "services:\n  - type: web\n    buildCommand: |\n      pip install\n      python -c \"\nimport os\nif os:\n    try:\n        x\n\"\n    name: api\n  - type: worker\n";
    let tree = parse(text);
    assert_eq!(tree.errors.len(), 1, "{:?}", tree.errors);
    assert_eq!(tree.errors[0].span.slice(text), "import os");
    let services = tree.root.unwrap().as_mapping().unwrap()[0].value.as_sequence().unwrap().len();
    assert_eq!(services, 2);
}

#[test]
fn depth_and_aliases_are_bounded() {
    let deep = "- ".repeat(5000) + "x";
    assert!(parse(&deep).errors.iter().any(|error| error.kind == SyntaxErrorKind::TooMuch));
    let deep = "[".repeat(5000);
    assert!(!parse(&deep).errors.is_empty());
    let mut bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (this, last) in ('b'..='i').zip('a'..) {
        let many = format!("*{last},").repeat(9);
        bomb.push_str(&format!("{this}: &{this} [{many}]\n"));
    }
    assert!(parse(&bomb).errors.iter().any(|error| error.kind == SyntaxErrorKind::TooMuch));
}

/// Every promise of the tree that holds for any text.
fn check(text: &str, tree: &SyntaxTree) {
    fn inside(span: Span, text: &str) {
        assert!(text.get(span.range()).is_some(), "{span:?} does not fit the text");
    }
    fn walk(node: &Node, parent: Option<Span>, text: &str) {
        inside(node.span, text);
        if let Some(parent) = parent {
            assert!(parent.contains(node.span), "{:?} outside its parent {parent:?}", node.span);
        }
        let parent = (!node.alias).then_some(node.span);
        match &node.value {
            Value::Scalar(_) => {}
            Value::Sequence(items) => {
                for item in items {
                    walk(item, parent, text);
                }
            }
            Value::Mapping(entries) => {
                for entry in entries {
                    let parent = parent.filter(|_| !entry.merged);
                    walk(&entry.key, parent, text);
                    walk(&entry.value, parent, text);
                }
            }
        }
    }
    for root in tree.root.iter().chain(&tree.further) {
        walk(root, None, text);
    }
    for error in &tree.errors {
        inside(error.span, text);
        apply(text, &error.repair).expect("a repair fits its text");
    }
    for comment in &tree.comments {
        assert!(comment.span.slice(text).starts_with('#'));
    }
}

/// Plain readable YAML, made of the pieces of Blueprints.
fn yaml() -> impl Strategy<Value = String> {
    let scalar = prop::sample::select(
        &[
            "a",
            "web",
            "'q: #'",
            "\"d \\\" é\"",
            "0.5c-512mb",
            "true",
            "12",
            "http://a:1/b",
            "- x",
            "",
            "é😀",
            "|\n      text\n       more",
            ">-\n      f",
        ][..],
    );
    let line =
        (0..4usize, any::<bool>(), prop::sample::select(&["a", "b", "key", "envVars"][..]), scalar);
    prop::collection::vec(line, 0..14).prop_map(|lines| {
        let mut out = String::new();
        for (indent, dash, key, value) in lines {
            let dash = if dash { "- " } else { "" };
            out.push_str(&format!("{}{dash}{key}: {value}\n", "  ".repeat(indent)));
        }
        out
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_the_promises(text in "[ -~\\n\\t\\ré😀:#&*!|>'\"{}\\[\\]-]{0,120}") {
        check(&text, &parse(&text));
    }

    #[test]
    fn damaged_yaml_keeps_the_promises(text in yaml(), at in any::<prop::sample::Index>(), noise in "[:\\-#'\"{\\[*&\\t\\n x]{1,3}") {
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = boundaries[at.index(boundaries.len())];
        let text = format!("{}{noise}{}", &text[..at], &text[at..]);
        check(&text, &parse(&text));
    }

    #[test]
    fn values_agree_with_a_second_reader(text in yaml()) {
        if let Ok(second) = serde_yaml::from_str::<Second>(&text) {
            let tree = parse(&text);
            prop_assert!(tree.errors.is_empty(), "{:?} in\n{}", tree.errors, text);
            let first = tree.root.as_ref().map_or(Second::Null, plain);
            prop_assert_eq!(first, strings(&second), "in\n{}", text);
        }
    }
}

/// Our tree with every scalar as text.
fn plain(node: &Node) -> Second {
    match &node.value {
        Value::Scalar(_) if node.is_null() => Second::Null,
        Value::Scalar(scalar) if scalar.style == ScalarStyle::Plain => strings(
            &serde_yaml::from_str(&scalar.text).unwrap_or(Second::String(scalar.text.clone())),
        ),
        Value::Scalar(scalar) => Second::String(scalar.text.clone()),
        Value::Sequence(items) => Second::Sequence(items.iter().map(plain).collect()),
        Value::Mapping(entries) => Second::Mapping(
            entries.iter().map(|entry| (plain(&entry.key), plain(&entry.value))).collect(),
        ),
    }
}

/// A second reader's value with every scalar as text.
fn strings(value: &Second) -> Second {
    match value {
        Second::Null => Second::Null,
        Second::Bool(value) => Second::String(value.to_string()),
        Second::Number(value) => Second::String(value.to_string()),
        Second::String(value) => Second::String(value.clone()),
        Second::Sequence(items) => Second::Sequence(items.iter().map(strings).collect()),
        Second::Mapping(entries) => Second::Mapping(
            entries.iter().map(|(key, value)| (strings(key), strings(value))).collect(),
        ),
        Second::Tagged(tagged) => strings(&tagged.value),
    }
}

#[test]
fn a_comment_behind_a_quoted_value_is_a_comment() {
    let text = "a: \"off\" # one\nb: 'x'  # two\n- \"c\" # three\n";
    for (text, found) in [(text, 2), ("- \"c\" # three\n- 'd'# no\n- [\"e\"] # four\n", 2)] {
        let tree = parse(text);
        let comments = tree.comments.iter().filter(|one| one.span.slice(text).starts_with("# "));
        assert!(comments.count() >= found, "{:?} of {text}", tree.comments);
    }
    let tree = parse("a: \"off\" # one\n");
    let Some(Value::Mapping(entries)) = tree.root.map(|root| root.value) else {
        panic!("a mapping")
    };
    assert_eq!(entries[0].value.span, Span::new(3, 8));
}
