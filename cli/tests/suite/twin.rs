//! `diff --twin`: two environments or two files, compared after renaming.

use std::path::Path;

use crate::folder::folder;
use crate::program::program;

const TWINS: &str = "projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        databases:
          - {name: orders-production, plan: pro-4gb, ipAllowList: []}
      - name: staging
        databases:
          - {name: orders-staging, plan: basic-1gb, ipAllowList: []}
";

/// What `diff --twin` prints about two sides, and its exit status.
fn twins(folder: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = program();
    command.current_dir(folder).args(["diff", "--twin"]).args(arguments);
    let output = command.output().expect("it runs");
    let text = if output.status.success() { output.stdout } else { output.stderr };
    (String::from_utf8(text).expect("it is text"), output.status.code())
}

#[test]
fn twins_say_how_they_differ_in_every_format() {
    let folder = folder(&[("render.yaml", TWINS)]);
    let sides = ["render.yaml#shop/production", "render.yaml#shop/staging"];
    let run = |format: &str| twins(folder.path(), &[sides[0], sides[1], "--format", format]).0;
    let text = run("text");
    assert!(text.starts_with("The two differ in 1 isolation, 2 parts"), "{text}");
    assert!(text.contains("plan: pro-4gb \u{2192} basic-1gb"), "{text}");
    assert!(!text.contains("orders-"), "one thing has one name: {text}");
    let markdown = run("markdown");
    assert!(markdown.contains("### The two differ in") && !markdown.contains("Fixed findings"));
    assert!(run("html").contains("The two differ in 1 isolation"));
    let json: serde_json::Value = serde_json::from_str(&run("json")).expect("it is JSON");
    assert_eq!(json["twin"]["head"][0]["from"], "orders-staging");
    assert_eq!(json["twin"]["head"][0]["to"], "orders");
    assert_eq!(json["parts"].as_array().map(Vec::len), Some(2));
    let alike = twins(folder.path(), &[sides[1], sides[1]]);
    assert_eq!(alike, ("The two are alike\n".to_owned(), Some(0)));
}

#[test]
fn an_environment_that_is_not_there_is_named_with_those_that_are() {
    let folder = folder(&[("render.yaml", TWINS), ("plain.yaml", "services: []\n")]);
    let (said, status) = twins(folder.path(), &["render.yaml#shop/test", "render.yaml"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("it has shop/production, shop/staging"), "{said}");
    let (said, _) = twins(folder.path(), &["plain.yaml#shop/test", "render.yaml"]);
    assert!(said.contains("plain.yaml has no environments"), "{said}");
}

#[test]
fn an_environment_with_an_alias_is_compared_written_out() {
    let text = "x-plan: &plan {runtime: node, plan: starter}
projects:
  - name: shop
    environments:
      - name: production
        services:
          - {type: worker, name: mail, <<: *plan}
      - name: staging
        services:
          - {type: worker, name: mail-staging, runtime: node, plan: starter}
";
    let folder = folder(&[("render.yaml", text)]);
    let sides = ["render.yaml#shop/production", "render.yaml#shop/staging"];
    assert_eq!(twins(folder.path(), &sides).0, "The two are alike\n");
}
