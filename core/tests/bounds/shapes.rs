//! Texts that are large or knotted in one respect, of about as many bytes as one likes. What they cost is asked in two
//! places: here by memory, and in `xtask/src/growth/` by steps.

/// A name, and the text of so many bytes.
pub(crate) type Shape = (&'static str, fn(usize) -> String);

pub(crate) const SHAPES: &[Shape] = &[
    ("nested-anchors", |bytes| {
        let depth = 100;
        let start: String = (0..depth).map(|at| format!("{}a: &n{at}\n", " ".repeat(at))).collect();
        filled(&format!("{start}{}leaf: [", " ".repeat(depth)), bytes, |_| "1,".to_owned(), "1]\n")
    }),
    ("aliases-of-aliases", |bytes| {
        let start = "l0: &l0 [1, 1, 1, 1, 1, 1, 1, 1]\n";
        filled(
            start,
            bytes,
            |at| {
                let before = vec![format!("*l{at}"); 8].join(", ");
                format!("l{}: &l{} [{before}]\n", at + 1, at + 1)
            },
            "",
        )
    }),
    ("one-alias", |bytes| {
        filled("x: &a {b: [1, 2, 3, 4, 5, 6]}\ny:\n", bytes, |_| "- *a\n".to_owned(), "")
    }),
    ("merge-chain", |bytes| {
        filled(
            "x:\n- &m0 {k: 1}\n",
            bytes,
            |at| format!("- &m{}\n  <<: *m{at}\n  k{at}: 1\n", at + 1),
            "",
        )
    }),
    ("merges", |bytes| {
        let base = "x-base: &base\n  plan: starter\n  runtime: node\nservices:\n";
        let item = |at| format!("  - <<: *base\n    type: pserv\n    name: s{at}\n");
        filled(base, bytes, item, "")
    }),
    ("anchors", |bytes| filled("x:\n", bytes, |at| format!("  a{at}: &x{at} 1\n"), "")),
    ("one-quoted-value", |bytes| filled("x: \"", bytes, |_| "word ".to_owned(), "\"\n")),
    ("one-block-value", |bytes| filled("x: |\n", bytes, |_| "  a line of text\n".to_owned(), "")),
    ("one-long-line", |bytes| filled("services: [] # ", bytes, |_| "# ".to_owned(), "\n")),
    ("comments", |bytes| {
        filled("services: []\n", bytes, |_| "# nothing at all is said here\n".to_owned(), "")
    }),
    ("blank-lines", |bytes| filled("services: []\n", bytes, |_| "\n".to_owned(), "")),
    ("NULs", |bytes| filled("services: []\n", bytes, |_| "\0".to_owned(), "")),
    ("tabs", |bytes| filled("services:\n", bytes, |_| "\t- a: b\n".to_owned(), "")),
    ("carriage-returns", |bytes| filled("services: []\r", bytes, |_| "a: 1\r".to_owned(), "")),
    ("open-brackets", |bytes| filled("a: ", bytes, |_| "[".to_owned(), "")),
    ("flow-mappings", |bytes| filled("a: ", bytes, |_| "{a: ".to_owned(), "")),
    ("flow-list", |bytes| filled("a: [", bytes, |_| "{b: 1},".to_owned(), "]\n")),
    ("dashes", |bytes| filled("", bytes, |_| "- ".to_owned(), "")),
    ("deep-blocks", |bytes| {
        let depth = 150;
        let tower: String = (0..depth).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
        filled("x:\n", bytes, |_| tower.clone(), "")
    }),
    ("stars", |bytes| filled("", bytes, |_| "*a ".to_owned(), "")),
    ("tags", |bytes| filled("a: ", bytes, |_| "!a ".to_owned(), "1\n")),
    ("conflict-markers", |bytes| filled("services: []\n", bytes, |_| "=======\n".to_owned(), "")),
    ("documents", |bytes| filled("services: []\n", bytes, |_| "---\na: 1\n".to_owned(), "")),
    ("root-keys", |bytes| filled("services: []\n", bytes, |at| format!("k{at}: 1\n"), "")),
    ("unknown-keys", |bytes| filled(SERVICE, bytes, |at| format!("    k{at}: 1\n"), "")),
    ("one-key", |bytes| filled(SERVICE, bytes, |_| "    plan: starter\n".to_owned(), "")),
    ("duplicate-keys", |bytes| {
        let item = |at| format!("{}    name: t{at}\n    plan: starter\n", service(at));
        filled("services:\n", bytes, item, "")
    }),
    ("one-name", |bytes| filled("services:\n", bytes, |_| service(0), "")),
    ("findings", |bytes| {
        filled("services:\n", bytes, |at| format!("  - type: wbe\n    nam: s{at}\n"), "")
    }),
    ("fixes", |bytes| {
        let item = |at| format!("  - type: redis\n    name: s{at}\n    ipAllowList: []\n");
        filled("services:\n", bytes, item, "")
    }),
    ("colons-in-values", |bytes| {
        filled(
            "services:\n",
            bytes,
            |at| format!("  - type: web\n    name: s{at}\n    a: b: c\n"),
            "",
        )
    }),
    ("open-quotes", |bytes| filled("services:\n", bytes, |at| format!("  - name: \"s{at}\n"), "")),
    ("suppressions", |bytes| {
        let item = |at| {
            format!("  - type: wbe # blueprint-lens: allow(unknown-type) known\n    name: s{at}\n")
        };
        filled("services:\n", bytes, item, "")
    }),
    ("idle-suppressions", |bytes| {
        let item = |at| {
            format!("  - type: web # blueprint-lens: allow(unknown-type) old\n    name: s{at}\n")
        };
        filled("services:\n", bytes, item, "")
    }),
    ("assertions", |bytes| {
        filled("services: []\n", bytes, |at| format!("# blueprint-lens: assert s{at} -> t\n"), "")
    }),
    ("variables", |bytes| {
        let item = |at| format!("      - key: VALUE_{at}\n        value: text{at}\n");
        filled(VARIABLES, bytes, item, "")
    }),
    ("secrets", |bytes| {
        let item = |at| format!("      - key: API_TOKEN_{at}\n        value: Xk3Pq7{at:010x}\n");
        filled(VARIABLES, bytes, item, "")
    }),
    ("loopback-addresses", |bytes| {
        let item = |at| format!("      - key: A{at}\n        value: http://localhost:{at}\n");
        filled(VARIABLES, bytes, item, "")
    }),
    ("group-links", |bytes| {
        filled(VARIABLES, bytes, |at| format!("      - fromGroup: g{at}\n"), "")
    }),
    ("web-services", |bytes| {
        let item = |at| {
            format!(
                "  - type: web\n    name: s{at}\n    runtime: node\n    envVars:\n      - key: A\n        \
                 fromService: {{type: web, name: s{}, property: hostport}}\n",
                at + 1
            )
        };
        filled("services:\n", bytes, item, "")
    }),
];

/// A service without its end, and one whose variables follow.
const SERVICE: &str = "services:\n  - type: web\n    name: web\n    runtime: node\n";
const VARIABLES: &str =
    "services:\n  - type: web\n    name: web\n    runtime: node\n    envVars:\n";

/// A whole service.
fn service(at: usize) -> String {
    format!("  - type: pserv\n    name: s{at}\n    runtime: node\n    plan: starter\n")
}

/// A beginning, as many items as there is room for, and an end.
fn filled(start: &str, bytes: usize, item: impl Fn(usize) -> String, end: &str) -> String {
    let mut out = start.to_owned();
    let mut at = 0;
    loop {
        let item = item(at);
        if out.len() + item.len() + end.len() > bytes {
            return out + end;
        }
        out.push_str(&item);
        at += 1;
    }
}
