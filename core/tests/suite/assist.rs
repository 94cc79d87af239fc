//! Completion and hover, at marks in texts and over real files.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::assist::{complete, hover};

/// The text and the offset of its mark `|`.
fn marked(text: &str) -> (String, usize) {
    let at = text.find('|').unwrap_or_else(|| panic!("no mark in {text:?}"));
    (text.replacen('|', "", 1), at)
}

/// What is offered at the mark, as labels.
fn offers(text: &str) -> Vec<String> {
    let (text, at) = marked(text);
    let analysis = Analysis::new(&text);
    complete(&text, at, analysis.blueprint())
        .map_or(Vec::new(), |found| found.offers.into_iter().map(|offer| offer.label).collect())
}

/// The text after the offer of that name was taken.
fn taken(text: &str, label: &str) -> String {
    let (text, at) = marked(text);
    let analysis = Analysis::new(&text);
    let found = complete(&text, at, analysis.blueprint()).expect("nothing is offered");
    let offer = found.offers.into_iter().find(|offer| offer.label == label);
    let offer = offer.unwrap_or_else(|| panic!("{label} is not offered"));
    format!(
        "{}{}{}",
        &text[..found.span.start as usize],
        offer.insert,
        &text[found.span.end as usize..]
    )
}

const SHOP: &str = "\
services:
  - type: web
    name: shop
    runtime: node
    envVars:
      - key: ORDERS
        fromService:
          type: pserv
          name: orders
          property: hostport
  - type: pserv
    name: orders
    runtime: node
    region: ohio
    envVars:
      - key: LEVEL
        value: info
databases:
  - name: books
envVarGroups:
  - name: shared
    envVars: []
";

/// The shop with a line more in front of the databases, which holds the mark.
fn with(line: &str) -> String {
    SHOP.replace("databases:\n", &format!("{line}\ndatabases:\n"))
}

#[test]
fn fields_of_the_kind_come_required_first_and_without_those_that_are_there() {
    let found = offers("services:\n  - type: cron\n    name: a\n    |");
    assert_eq!(&found[..2], ["runtime", "schedule"]);
    assert!(found.contains(&"region".to_owned()));
    assert!(!found.contains(&"name".to_owned()) && !found.contains(&"scaling".to_owned()));
    assert!(!found.contains(&"env".to_owned()), "a former name is offered");
    assert_eq!(&offers("services:\n  - |")[..2], ["type", "name"]);
    assert_eq!(offers("|")[0], "services");
}

#[test]
fn what_comes_after_the_cursor_counts_as_well() {
    let found = offers("services:\n  - |\n    runtime: static\n    type: web\n");
    assert_eq!(found[0], "name");
    assert!(found.contains(&"staticPublishPath".to_owned()));
    assert!(!found.contains(&"plan".to_owned()));
}

#[test]
fn what_the_runtime_needs_comes_before_what_it_does_not() {
    let with =
        |runtime: &str| offers(&format!("services:\n  - type: web\n    name: a\n{runtime}    |\n"));
    let rank = |offers: &[String], name: &str| {
        offers
            .iter()
            .position(|offer| offer == name)
            .unwrap_or_else(|| panic!("{name}: {offers:?}"))
    };
    let node = with("    runtime: \"node\"\n");
    assert_eq!(node[..2], ["buildCommand", "startCommand"]);
    assert!(rank(&node, "image") > rank(&node, "region"), "{node:?}");
    let image = with("    runtime: image\n");
    assert_eq!(image[0], "image");
    assert!(rank(&image, "startCommand") > rank(&image, "region"), "{image:?}");
    let unsaid = with("");
    assert_eq!(unsaid[0], "runtime");
    assert!(rank(&unsaid, "startCommand") < rank(&unsaid, "region"), "{unsaid:?}");
}

#[test]
fn values_are_those_of_the_kind() {
    let found = offers("services:\n  - type: keyvalue\n    plan: |");
    assert!(found.contains(&"256mb".to_owned()) || found.contains(&"starter".to_owned()));
    assert_eq!(offers("services:\n  - type: web\n    region: o|").len(), 5);
    assert_eq!(offers("services:\n  - type: web\n    autoDeployTrigger: |").len(), 3);
    assert_eq!(offers("services:\n  - type: web\n    previews:\n      generation: |").len(), 3);
    assert!(offers("services:\n  - type: web\n    name: |").is_empty());
}

#[test]
fn names_come_from_the_file() {
    let reference = |inner: &str| with(&format!("      - key: B\n        {inner}"));
    assert_eq!(
        offers(&reference("fromDatabase:\n          name: |\n          property: host")),
        ["books"]
    );
    // Not the service itself.
    assert_eq!(offers(&reference("fromService:\n          name: |")), ["shop"]);
    assert_eq!(offers(&with("      - fromGroup: |")), ["shared"]);
    let copied = reference(
        "fromService:\n          type: web\n          name: shop\n          envVarKey: |",
    );
    assert_eq!(offers(&copied), ["ORDERS"]);
    let property =
        reference("fromService:\n          type: web\n          name: shop\n          property: |");
    assert_eq!(offers(&property), ["hostport", "host", "port"]);
    assert_eq!(
        offers(&reference("fromService:\n          name: shop\n          type: |")),
        ["web"]
    );
}

#[test]
fn sources_of_a_variable_exclude_each_other() {
    let found = offers(&with("      - key: A\n        |"));
    assert!(found.contains(&"fromService".to_owned()) && !found.contains(&"fromGroup".to_owned()));
    assert_eq!(offers(&with("      - fromDatabase:\n          name: books\n        |")), ["key"]);
    assert!(offers(&with("      - fromGroup: shared\n        |")).is_empty());
}

#[test]
fn an_offer_replaces_the_word_and_opens_what_it_takes() {
    assert_eq!(
        taken("services:\n  - type: web\n    ru|", "runtime"),
        "services:\n  - type: web\n    runtime: "
    );
    assert_eq!(
        taken("services:\n  - type: web\n    |", "envVars"),
        "services:\n  - type: web\n    envVars:\n      - "
    );
    assert_eq!(
        taken("services:\n  - type: web\n    sca|", "scaling"),
        "services:\n  - type: web\n    scaling:\n      "
    );
    assert_eq!(
        taken("services:\n  - type: web\n    reg|: ohio\n", "region"),
        "services:\n  - type: web\n    region: ohio\n"
    );
    assert_eq!(
        taken("services:\n  - type: web\n    region:|", "ohio"),
        "services:\n  - type: web\n    region: ohio"
    );
    assert_eq!(
        taken("services:\n  - type: web\n    region: \"vir|ginia\" # east\n", "ohio"),
        "services:\n  - type: web\n    region: ohio # east\n"
    );
}

#[test]
fn nothing_is_offered_where_the_language_says_nothing() {
    for text in [
        "# a com|ment",
        "services:\n  - type: web\n    startCommand: |\n",
        "services:\n  - type: web\n    unknown:\n      |",
        "services:\n  - {type: |}\n",
        "services:\n  - type: web\n    region: ohio # |\n",
    ] {
        assert!(offers(text).is_empty(), "{text}");
    }
    let (text, at) = ("services:\n  - type: web\n    buildCommand: >\n      re\n", 58);
    assert_eq!(complete(text, at, Analysis::new(text).blueprint()), None);
}

#[test]
fn hovering_explains_fields_words_and_names() {
    let explained = |text: &str| {
        let (text, at) = marked(text);
        hover(&text, at, Analysis::new(&text).blueprint())
    };
    let region = explained("services:\n  - type: web\n    re|gion: ohio\n").expect("a field");
    assert_eq!(region.title, "region");
    assert!(region.facts.iter().any(|fact| fact.contains("`oregon`")), "{region:?}");
    assert!(region.facts.iter().any(|fact| fact.starts_with("Fixed")), "{region:?}");
    assert!(region.source.is_some());
    let former = explained("services:\n  - type: web\n    e|nv: node\n").expect("a field");
    assert_eq!(former.facts[0], "Old name of `runtime`.");
    let ohio = explained("services:\n  - type: web\n    region: oh|io\n").expect("a word");
    assert_eq!(ohio.help, "Ohio, US East.");
    let worker = explained("services:\n  - type: wor|ker\n").expect("a word");
    assert!(worker.facts[0].contains("cannot be called"), "{worker:?}");
    let name = explained(&SHOP.replacen("name: orders", "name: or|ders", 1)).expect("a name");
    assert_eq!(name.help, "Private service in Ohio, line 11.");
    assert_eq!(explained("services:\n  - type: web\n    name: sh|op\n"), None);
    assert_eq!(explained("services:\n  - type: web\n    colour: r|ed\n"), None);
}

#[test]
fn an_offered_word_never_is_unknown_to_the_schema() {
    let starts = [
        "services:\n  - type: web\n    name: a\n    runtime: node\n    |\n",
        "services:\n  - type: cron\n    name: a\n    runtime: node\n    schedule: \"0 0 * * *\"\n    |\n",
        "services:\n  - type: keyvalue\n    name: a\n    ipAllowList: []\n    |\n",
        "databases:\n  - name: a\n    |\n",
        "projects:\n  - name: a\n    environments:\n      - name: b\n        |\n",
        "services:\n  - type: web\n    name: a\n    runtime: node\n    region: |\n",
        "services:\n  - type: worker\n    name: a\n    runtime: node\n    plan: |\n",
    ];
    for start in starts {
        for label in offers(start) {
            let text = taken(start, &label);
            let unknown = ["unknown-field", "unknown-value", "unknown-plan", "unknown-region"];
            let analysis = Analysis::new(&text);
            let mut findings = analysis.diagnostics().iter();
            let found = findings.find(|finding| unknown.contains(&finding.rule));
            assert!(found.is_none(), "{label}: {found:?} in\n{text}");
        }
    }
}

#[test]
fn every_offset_of_real_files_is_safe() {
    let Some(files) = crate::real::blueprints() else { return };
    let mut places = 0;
    for (name, bytes) in files.into_iter().step_by(23) {
        let Ok(content) = String::from_utf8(bytes) else { continue };
        let analysis = Analysis::new(&content);
        for at in (0..=content.len()).filter(|at| content.is_char_boundary(*at)).step_by(5) {
            // As it is, and as it would be while somebody writes it from top to bottom.
            for text in [&content[..], &content[..at]] {
                let _ = hover(text, at, analysis.blueprint());
                let Some(found) = complete(text, at, analysis.blueprint()) else { continue };
                places += 1;
                assert!(
                    found.span.range().contains(&at) || found.span.end as usize == at,
                    "{name}: {at}"
                );
                let mut labels: Vec<_> = found.offers.iter().map(|offer| &offer.label).collect();
                labels.sort();
                labels.dedup();
                assert_eq!(labels.len(), found.offers.len(), "{name}: {at}");
            }
        }
    }
    assert!(places > 1000, "only {places} places with offers");
}
