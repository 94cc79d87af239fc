//! Shapes that nobody writes by hand: many of one thing, at 10,000 up to 4 MiB.

use std::fmt::Write as _;

use super::shape::Shape;

const fn hostile(name: &'static str, text: fn(usize) -> String) -> Shape {
    Shape { name, is_network: false, text }
}

/// Files that are large in one respect.
pub(super) const HOSTILE: &[Shape] = &[
    hostile("anchors", |n| {
        listed("services: []\nx-values:\n", 2 * n, |i| format!("  key-{i}: &anchor-{i} 1\n"))
    }),
    hostile("aliases", |n| {
        listed("services: []\nx-value: &value {a: 1, b: [2, 3]}\nx-values:\n", n, |_| {
            "  - *value\n".to_owned()
        })
    }),
    hostile("merges", |n| {
        listed("x-base: &base\n  plan: starter\n  runtime: node\nservices:\n", n, |i| {
            format!("  - <<: *base\n    type: pserv\n    name: svc-{i}\n")
        })
    }),
    hostile("one-key", |n| listed(SERVICE, n, |_| "    plan: starter\n".to_owned())),
    hostile("keys", |n| listed(SERVICE, n, |i| format!("    unknown{i}: 1\n"))),
    hostile("duplicate-keys", |n| {
        listed("services:\n", n, |i| {
            format!(
                "  - type: pserv\n    name: svc-{i}\n    runtime: node\n    plan: starter\n    plan: starter\n"
            )
        })
    }),
    hostile("one-name", |n| listed("services:\n", n, |_| SERVICE_ITEM.to_owned())),
    hostile("variables", |n| {
        variables(n, |i| format!("      - key: VALUE_{i}\n        value: text{i}\n"))
    }),
    hostile("secrets", |n| {
        variables(n, |i| format!("      - key: API_TOKEN_{i}\n        value: Xk3{i:09x}Pq7\n"))
    }),
    hostile("loopback", |n| {
        variables(n, |i| {
            format!("      - key: ADDRESS_{i}\n        value: http://localhost:{}\n", 1024 + i)
        })
    }),
    hostile("findings", |n| {
        let text =
            |i: usize, k: usize| format!("  - type: wbe\n    nam: svc-{i}-{k}\n    pln: starter\n");
        listed("services:\n", n, |i| (0..5).map(|k| text(i, k)).collect())
    }),
    hostile("fixes", |n| {
        listed("services:\n", n, |i| {
            format!("  - type: redis\n    name: svc-{i}\n    ipAllowList: []\n")
        })
    }),
    hostile("comments", |n| {
        listed("services: []\n", 8 * n, |_| {
            "# A comment that says nothing at all to anybody\n".to_owned()
        })
    }),
    hostile("suppressions", |n| {
        listed("services:\n", n, |i| {
            format!(
                "  - type: web # blueprint-lens: allow(unknown-type) because\n    name: svc-{i}\n"
            )
        })
    }),
    hostile("documents", |n| listed("services: []\n", n, |_| "---\na: 1\n".to_owned())),
];

/// A service without its end.
const SERVICE: &str = "services:\n  - type: web\n    name: web\n    runtime: node\n";
/// A whole one.
const SERVICE_ITEM: &str = "  - type: pserv\n    name: web\n    runtime: node\n    plan: starter\n";

/// A beginning and as many items.
fn listed(start: &str, count: usize, item: impl Fn(usize) -> String) -> String {
    let mut out = start.to_owned();
    for index in 0..count {
        let _ = write!(out, "{}", item(index));
    }
    out
}

/// As many variables of one service.
fn variables(count: usize, variable: impl Fn(usize) -> String) -> String {
    listed(&format!("{SERVICE}    envVars:\n"), count, variable)
}
