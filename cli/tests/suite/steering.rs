//! Nobody's words act on whoever reads an output: no control character, no change of the direction of writing, no command
//! to the runner of a workflow, whatever names, values and paths hold.

use crate::everywhere::{Said, everywhere};

/// A text that would do something wherever it is written as it is. `\\n` and the like are YAML's escapes.
const ACTS: &str = "\\e[31m\\e]0;t\\a\\u202Ex\\u2066y\\u2028\\u200B\\n::error::z\\n  ::add-mask::z\\n##[group]z\\r::stop-commands::z\\x9b2J";

/// It in every place that a Blueprint has for texts.
fn blueprint(acts: &str) -> String {
    let text = "\
projects:
  - name: \"shop@\"
    environments:
      - name: \"production@\"
        networkIsolation: enabled
        services:
          - {type: pserv, name: \"inside@\", runtime: docker, region: oregon}
envVarGroups:
  - name: \"group@\"
    envVars:
      - {key: \"KEY@\", value: \"value@\"}
services:
  - type: web
    name: api
    runtime: \"node@\"
    env: \"docker@\"
    region: \"oregon@\"
    plan: \"starter@\"
    repo: \"https://git.test/@\"
    branch: \"main@\"
    buildCommand: \"npm ci@\"
    startCommand: \"npm start@\"
    healthCheckPath: \"health@\"
    domains: [\"shop@.test\"]
    \"field@\": \"x@\"
    ipAllowList: [{source: \"0.0.0.0/0@\", description: \"all@\"}]
    envVars:
      - {key: \"A@\", value: \"http://other@.test\"}
      - {key: B, fromService: {type: \"pserv@\", name: \"auth@\", property: \"host@\"}}
      - {key: C, fromService: {type: pserv, name: \"nobody@\", property: host}}
      - {key: D, fromDatabase: {name: \"store@\", property: \"connectionString@\"}}
      - {key: E, fromService: {type: pserv, name: \"auth@\", envVarKey: \"F@\"}}
      - fromGroup: \"group@\"
      - fromGroup: \"nogroup@\"
      - {key: G, sync: false}
      - {key: \"NEW_SECRET@\", sync: false}
  - {type: pserv, name: \"auth@\", runtime: docker, region: ohio}
  - {type: \"odd@\", name: \"odd@\", runtime: docker}
  - {type: web, name: \"site@\", runtime: static, headers: [{path: \"/@\", name: \"X@\", value: \"y@\"}]}
  - {type: keyvalue, name: \"cache@\", ipAllowList: [{source: 0.0.0.0/0}], maxmemoryPolicy: \"odd@\"}
databases:
  - {name: \"store@\", region: ohio, databaseName: \"shop@\", user: \"shop@\", postgresMajorVersion: \"16@\"}
  - {name: db, region: oregon, readReplicas: [{name: \"replica@\"}]}
# blueprint-lens: assert internet -/> \"api@\"
";
    // Keys and values that came or went make the difference say them, too.
    text.replace('@', acts)
}

/// What of an output would act: characters, and lines that are commands of a workflow.
fn acting(text: &str, by: &str) -> Vec<String> {
    let signs = text.chars().filter(|c| {
        let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || (c.is_control() && !matches!(c, '\n' | '\t'))
    });
    let mut found: Vec<String> = signs.map(|c| format!("{c:?}")).collect();
    let commands = text.lines().filter(|line| {
        let is_own = by.contains("--format github") && line.contains(" file=");
        // Pages and pictures are no log; the older form of a command would be one only there.
        let is_page = ["svg", "html", "embed", "history"].iter().any(|form| by.contains(form));
        // Behind the sign that the edge puts before such a line, it is still a line that nobody but the text has made.
        let begins =
            line.trim_start_matches([' ', '\t', char::REPLACEMENT_CHARACTER]).starts_with("::");
        begins && !is_own || line.contains("##[") && !is_page
    });
    found.extend(commands.map(|line| format!("the line {line:?}")));
    found.sort_unstable();
    found.dedup();
    found
}

fn check(said: &[Said]) {
    let mut wrong = Vec::new();
    for Said { by, output, errors } in said {
        for (where_, found) in [("output", acting(output, by)), ("errors", acting(errors, ""))] {
            if !found.is_empty() {
                wrong.push(format!("{by} ({where_}): {}", found.join(" ")));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn texts_of_a_blueprint_are_texts_in_every_output() {
    let head = blueprint(ACTS);
    let base = blueprint("").replace("name: api", "name: old");
    let said = everywhere("render.yaml", &base, &head);
    assert!(said.iter().any(|said| said.output.contains("auth")), "the texts come out");
    check(&said);
}

#[test]
fn texts_that_are_written_as_they_are_are_texts_too() {
    // What YAML takes as it is, without an escape.
    let acts = "\u{202e}\u{9b}31m\u{2066}\u{200b}";
    check(&everywhere("render.yaml", &blueprint(""), &blueprint(acts)));
}

#[cfg(unix)]
#[test]
fn names_of_files_are_texts_in_every_output() {
    let name = "a\u{1b}[31m\n::error::b\u{202e}\u{7}.yaml";
    let text = "services:\n  - {type: pserv, name: api, env: docker, region: ohioo}\n";
    check(&everywhere(name, text, &text.replace("ohioo", "ohio")));
}
