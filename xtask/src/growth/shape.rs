//! Shapes of networks: Blueprints of as many resources as one likes, each with what once was slow.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::example::repeated;

/// A family of Blueprints.
#[derive(Clone)]
pub(super) struct Shape {
    /// Its name in the table.
    pub(super) name: Cow<'static, str>,
    /// Whether it declares services `svc-0`, `svc-1` and so on, to ask questions about.
    pub(super) is_network: bool,
    /// What its sizes count: so many resources or bytes.
    pub(super) unit: usize,
    /// The Blueprint of so many.
    pub(super) fill: Fill,
}

/// How a Blueprint is made.
#[derive(Clone)]
pub(super) enum Fill {
    /// By a function.
    Made(fn(usize) -> String),
    /// From an example, whose lists are repeated.
    Repeated(String),
}

impl Shape {
    /// The Blueprint of one size.
    pub(super) fn text(&self, size: usize) -> String {
        let size = self.unit * size;
        match &self.fill {
            Fill::Made(made) => made(size),
            Fill::Repeated(example) => repeated(example, size),
        }
    }
}

const fn network(name: &'static str, fill: fn(usize) -> String) -> Shape {
    Shape { name: Cow::Borrowed(name), is_network: true, unit: 1, fill: Fill::Made(fill) }
}

/// Networks.
pub(super) const NETWORKS: &[Shape] = &[
    network("chain", |n| services(n, |_| "pserv", |i| reference(i, "pserv", (i + 1) % n))),
    network("web-chain", |n| services(n, |_| "web", |i| reference(i, "web", (i + 1) % n))),
    network("web-third", |n| {
        let kind = |i: usize| if i.is_multiple_of(3) { "web" } else { "pserv" };
        services(n, kind, |i| reference(i, kind((i + 1) % n), (i + 1) % n))
    }),
    network("star", |n| {
        services(n, |_| "pserv", |i| if i == 0 { String::new() } else { reference(i, "pserv", 0) })
    }),
    network("dense", |n| {
        let far = |i: usize, k: usize| (7 * i + 13 * k + 1) % n;
        services(n, |_| "pserv", |i| (0..7).map(|k| reference(k, "pserv", far(i, k))).collect())
    }),
    network("groups", groups),
    network("literals", |n| {
        let address = |i: usize| format!("http://svc-{}:3000", (i + 1) % n);
        services(n, |_| "pserv", |i| format!("      - key: NEXT\n        value: {}\n", address(i)))
    }),
    network("environments", environments),
    network("hubs", |n| {
        let hub = |i: usize, k: usize| (7 * i + 3 * k) % n.min(10);
        services(n, |_| "pserv", |i| (0..4).map(|k| reference(k, "pserv", hub(i, k))).collect())
    }),
    network("wrong-names", |n| services(n, |_| "pserv", |i| reference(i, "pserv", n + i / 2))),
    network("unwired", |n| services(n, |_| "worker", |_| String::new())),
];

/// As many services, with the variables that `variables` gives each.
fn services(
    count: usize,
    kind: impl Fn(usize) -> &'static str,
    variables: impl Fn(usize) -> String,
) -> String {
    let mut out = String::from("services:\n");
    for index in 0..count {
        let _ = write!(
            out,
            "  - type: {}\n    name: svc-{index}\n    runtime: node\n    plan: starter\n    \
             buildCommand: npm ci\n    startCommand: node .\n",
            kind(index)
        );
        let variables = variables(index);
        if !variables.is_empty() {
            out.push_str("    envVars:\n");
            out.push_str(&variables);
        }
    }
    out
}

/// A variable that holds the address of a service.
fn reference(number: usize, kind: &str, service: usize) -> String {
    format!(
        "      - key: ADDRESS_{number}\n        fromService:\n          type: {kind}\n          \
         name: svc-{service}\n          property: hostport\n"
    )
}

/// As many groups as services, of which each uses one.
fn groups(count: usize) -> String {
    let mut out = String::from("envVarGroups:\n");
    for index in 0..count {
        let _ = write!(
            out,
            "  - name: group-{index}\n    envVars:\n      - key: KEY_{index}\n        value: {index}\n"
        );
    }
    let using = |i: usize| format!("      - fromGroup: group-{i}\n");
    out + &services(count, |_| "pserv", using)
}

/// Two services in an environment, every other environment isolated; each calls one of the next environment.
fn environments(count: usize) -> String {
    let mut out = String::from("projects:\n");
    for first in (0..count).step_by(2) {
        if first.is_multiple_of(10) {
            let _ = write!(out, "  - name: project-{first}\n    environments:\n");
        }
        let isolation = if first.is_multiple_of(4) { "enabled" } else { "disabled" };
        let _ = write!(
            out,
            "      - name: env-{first}\n        networking:\n          isolation: {isolation}\n        \
             services:\n"
        );
        for index in first..(first + 2).min(count) {
            let _ = write!(
                out,
                "          - type: pserv\n            name: svc-{index}\n            runtime: node\n            \
                 plan: starter\n            region: ohio\n            buildCommand: make\n            \
                 startCommand: node .\n            envVars:\n              - key: NEXT\n                \
                 fromService:\n                  type: pserv\n                  name: svc-{}\n                  \
                 property: hostport\n",
                (index + 2) % count
            );
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::hostile::hostile;
    use super::*;

    #[test]
    fn shapes_grow_with_their_size_and_only_with_it() {
        for shape in NETWORKS.iter().cloned().chain(hostile()) {
            let (small, large) = (shape.text(100).len(), shape.text(1_000).len());
            let ratio = large as f64 / small as f64;
            assert!((8.0..13.0).contains(&ratio), "{}: {small} and {large} bytes", shape.name);
        }
    }

    #[test]
    fn networks_declare_the_service_that_is_asked_about() {
        for shape in NETWORKS {
            assert!(shape.text(100).contains("name: svc-1\n"), "{}", shape.name);
        }
    }
}
