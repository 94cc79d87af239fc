//! The hand work around a deploy: its order, its words, and which variables are in it.

use std::collections::BTreeMap;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::checklist::{Phase, Step, checklist};
use blueprint_lens_core::text::decode;

use crate::real::blueprints;

fn steps(base: &str, head: &str) -> Vec<Step> {
    checklist(&Analysis::new(base), &Analysis::new(head))
}

const SHOP: &str = "\
services:
  - type: web
    name: shop
    runtime: docker
    domains: [example.com, www.example.com]
    registryCredential:
      fromRegistryCreds:
        name: docker-hub
    disk: {name: files, mountPath: /files}
    envVars:
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
      - {key: STRIPE_SECRET_KEY, sync: false}
      - {key: PUBLIC_URL, sync: false}
      - {key: SELF, value: 'https://shop.onrender.com/x'}
      - {key: MODE, value: live}
      - {key: SALT, generateValue: true}
      - fromGroup: mails
      - fromGroup: elsewhere
  - type: worker
    name: jobs
    runtime: docker
    envVars:
      - key: PAYMENTS
        fromService: {name: shop, type: web, envVarKey: STRIPE_SECRET_KEY}
databases:
  - name: orders
    ipAllowList: []
envVarGroups:
  - name: mails
    envVars:
      - {key: SMTP_LOGIN, sync: false}
      - {key: SMTP_PORT, value: '587'}
";

#[test]
fn a_whole_file_has_every_step_in_order() {
    let found = steps("", SHOP);
    let lines: Vec<String> = found
        .iter()
        .map(|step| {
            let variable = step.variable.as_deref().unwrap_or("-");
            format!("{} {} {variable}", step.phase.id(), step.node)
        })
        .collect();
    assert_eq!(
        lines,
        [
            "before web:shop -",
            "before web:shop -",
            "asked web:shop STRIPE_SECRET_KEY",
            "asked web:shop PUBLIC_URL",
            "by-hand group:mails SMTP_LOGIN",
            "afterwards web:shop -",
            "afterwards web:shop -",
            "dns web:shop -",
            "dns web:shop -",
            "empty postgres:orders -",
            "empty web:shop -",
            "verify web:shop -",
            "verify web:shop -",
        ],
        "{found:#?}"
    );
    let text = |phase: Phase| -> String {
        let of_phase = found.iter().filter(|step| step.phase == phase);
        of_phase.map(|step| format!("{} {}\n", step.text, step.commands.join(" "))).collect()
    };
    assert!(
        text(Phase::Before).contains("`docker-hub`") && text(Phase::Before).contains("`elsewhere`")
    );
    assert!(
        text(Phase::Asked).contains("Stripe")
            && text(Phase::Asked).contains("`PAYMENTS` of `jobs` copies it")
    );
    assert!(text(Phase::ByHand).contains("`shop` gets it"));
    assert!(
        text(Phase::Afterwards).contains("`SELF` of `shop`")
            && text(Phase::Afterwards).contains("`PUBLIC_URL`")
    );
    assert!(text(Phase::Dns).contains("www.example.com. CNAME shop.onrender.com."));
    assert!(text(Phase::Dns).contains("example.com. ALIAS"));
    assert!(text(Phase::Verify).contains("render logs --resources shop,orders --tail"));
}

const NOTES: &str = "\
services:
  - type: web
    name: shop
    runtime: docker
    region: ohio
    healthCheckPath: /up
    envVars:
      # the login of the mail provider
      - key: MAIL_LOGIN
        sync: false
        # TODO: ask the finance team
      - key: LEDGER_ID
        sync: false
      - key: LEDGER_TOKEN
        sync: false # the token of the ledger
      - key: SAMPLE_TOKEN
        sync: false # such as sk_live_4eC39HqLyjWDarjtT1zdp7dc
      # - key: OLD_NAME
      - key: NEW_NAME
        sync: false
      - {key: VAPID_PUBLIC_KEY, sync: false}
      - {key: NEXT_PUBLIC_API_URL, sync: false}
      - key: OWN_DOMAIN
        value: '' # your domain, if there is one
      - {key: PLAIN, value: ''}
      - {key: ALLOWED, value: 'https://your_name.onrender.com'}
  - type: cron
    name: nightly
    runtime: docker
    region: ohio
    schedule: 0 3 * * *
";

fn of_phase(found: &[Step], phase: Phase) -> Vec<&str> {
    found.iter().filter(|step| step.phase == phase).map(|step| step.text.as_str()).collect()
}

#[test]
fn a_step_quotes_what_the_file_says_about_its_own_variable() {
    let found = steps("", NOTES);
    let quoted = |key: &str| {
        let step = found.iter().find(|step| step.variable.as_deref() == Some(key));
        step.expect("it is asked for").text.contains("the file says")
    };
    let texts = of_phase(&found, Phase::Asked).join("\n");
    assert!(texts.contains("\"the login of the mail provider\""), "{texts}");
    assert!(texts.contains("\"the token of the ledger\""), "{texts}");
    for key in ["LEDGER_ID", "SAMPLE_TOKEN", "NEW_NAME", "VAPID_PUBLIC_KEY"] {
        assert!(!quoted(key), "{key}: {texts}");
    }
    assert!(!texts.contains("sk_live"), "{texts}");
}

#[test]
fn a_first_deploy_settles_the_region_and_changes_stand_ins_in_the_file() {
    let found = steps("", NOTES);
    let before = of_phase(&found, Phase::Before);
    assert_eq!(before.len(), 3, "{before:?}");
    assert!(before[0].contains("`ohio` for 2 resources"), "{before:?}");
    assert!(before[1].contains("`OWN_DOMAIN` of `shop` is empty"), "{before:?}");
    assert!(before[2].contains("`ALLOWED` of `shop` holds a stand-in"), "{before:?}");
    let unstated = steps("", &NOTES.replace("    region: ohio\n", ""));
    assert_eq!(of_phase(&unstated, Phase::Before).len(), 2, "the file states no region");
    assert_eq!(steps(NOTES, NOTES), []);
    let later = steps(NOTES, &NOTES.replace("your_name", "your_shop"));
    let later: Vec<&str> = later.iter().map(|step| step.phase.id()).collect();
    assert_eq!(later, ["before"], "the region is settled already");
}

#[test]
fn what_is_new_is_tried_once_and_a_build_that_holds_an_address_is_made_again() {
    let found = steps("", NOTES);
    let verify = of_phase(&found, Phase::Verify);
    assert_eq!(verify.len(), 2, "{verify:?}");
    assert!(verify[1].contains("run `nightly` once") && verify[1].contains("`0 3 * * *` (UTC)"));
    let commands: Vec<&String> = found.iter().flat_map(|step| &step.commands).collect();
    assert_eq!(commands, ["curl -i https://shop.onrender.com/up"]);
    let afterwards = of_phase(&found, Phase::Afterwards);
    assert_eq!(afterwards.len(), 1, "{afterwards:?}");
    assert!(
        afterwards[0].starts_with("correct `NEXT_PUBLIC_API_URL` of `shop`")
            && afterwards[0].contains("deploy it again"),
        "a public key is no address: {afterwards:?}"
    );
}

#[test]
fn a_change_has_only_what_is_new() {
    assert_eq!(steps(SHOP, SHOP), []);
    let head = SHOP
        .replace(
            "      - {key: MODE, value: live}\n",
            "      - {key: MODE, value: live}\n      - {key: TWILIO_TOKEN, sync: false}\n",
        )
        .replace("name: jobs", "name: mailer")
        .replace(", www.example.com", ", shop.example.org");
    let found = steps(SHOP, &head);
    let lines: Vec<String> =
        found.iter().map(|step| format!("{} {}", step.phase.id(), step.node)).collect();
    assert_eq!(lines, ["by-hand web:shop", "dns web:shop", "delete worker:jobs"], "{found:#?}");
}

#[test]
fn what_is_left_behind_bills_on_only_if_it_costs_something() {
    let base = "\
services:
  - {type: web, name: paid, runtime: docker, plan: starter}
  - {type: web, name: free, runtime: docker, plan: free}
  - {type: web, name: site, runtime: static, buildCommand: make, staticPublishPath: dist}
databases:
  - {name: db, plan: free, ipAllowList: []}
";
    let found = steps(base, "services: []\n");
    let bills: Vec<(&str, bool)> =
        found.iter().map(|step| (step.node.as_str(), step.text.contains("bills on"))).collect();
    assert_eq!(
        bills,
        [("web:paid", true), ("web:free", false), ("static:site", false), ("postgres:db", false)]
    );
}

#[test]
fn what_several_need_they_need_together() {
    let worker = |name: &str| {
        format!(
            "  - {{type: worker, name: {name}, runtime: docker, envVars: [{{fromGroup: mails}}]}}\n"
        )
    };
    let alone = steps("", &format!("services:\n{}", worker("a")));
    assert!(alone[0].text.ends_with("`worker:a` uses it"), "{alone:?}");
    let both = steps("", &format!("services:\n{}{}", worker("a"), worker("b")));
    assert!(both[0].text.ends_with("`worker:a`, `worker:b` use it"), "{both:?}");
}

#[test]
fn a_file_that_render_refuses_is_to_be_corrected_first() {
    let found = steps("", &SHOP.replace("runtime: docker", "runtme: docker"));
    assert_eq!((found[0].phase, found[0].node.as_str()), (Phase::Before, "blueprint"));
    assert!(found.iter().any(|step| step.phase == Phase::Asked), "the rest is told all the same");
}

const TOOL: &str = "\
services:
  - type: web
    name: tool
    runtime: docker
    envVars:
      - {key: SETUP_PASSWORD, generateValue: true}
      - {key: DB_PASSWORD, generateValue: true}
envVarGroups:
  - name: logins
    envVars:
      - {key: ADMIN_PASSWORD, generateValue: true}
";

#[test]
fn a_generated_secret_that_a_person_types_is_read_in_the_dashboard() {
    let read = |base: &str, head: &str| -> Vec<String> {
        let found = steps(base, head);
        let read = found.iter().filter(|step| step.text.starts_with("read "));
        read.map(|step| {
            assert_eq!(step.phase, Phase::Afterwards);
            format!("{} {}", step.node, step.variable.as_deref().unwrap_or("-"))
        })
        .collect()
    };
    assert_eq!(read("", TOOL), ["web:tool SETUP_PASSWORD", "group:logins ADMIN_PASSWORD"]);
    assert_eq!(read(TOOL, TOOL), [] as [&str; 0], "it has been read");
    let without = TOOL.replace("{key: SETUP_PASSWORD, generateValue: true}", "{key: A, value: b}");
    assert_eq!(read(&without, TOOL), ["web:tool SETUP_PASSWORD"]);
    let entered =
        TOOL.replace("SETUP_PASSWORD, generateValue: true", "SETUP_PASSWORD, sync: false");
    assert_eq!(read("", &entered), ["group:logins ADMIN_PASSWORD"], "somebody chooses it");
}

#[test]
fn of_random_blueprints_every_variable_is_in_one_step_at_most() {
    let mut told = 0;
    for seed in 0..400 {
        // A secret that a person types, in half of them.
        let word = |text: String| {
            if seed % 2 == 0 { text.replace("SECRET_KEY", "ADMIN_PASSWORD") } else { text }
        };
        let text = |seed| word(crate::random::text(&crate::random::seeded(seed, 220)));
        for base in [String::new(), text(seed + 1)] {
            let head = text(seed);
            let mut seen: BTreeMap<(String, String), Vec<Phase>> = BTreeMap::new();
            for step in steps(&base, &head) {
                if let Some(variable) = step.variable {
                    seen.entry((step.node, variable)).or_default().push(step.phase);
                }
            }
            told += seen.len();
            for (variable, phases) in seen {
                assert_eq!(phases.len(), 1, "seed {seed}: {variable:?} {phases:?}\n{head}");
            }
        }
    }
    assert!(told > 200, "only {told} variables were told");
}

#[test]
fn of_real_blueprints_every_variable_to_enter_is_in_exactly_one_step() {
    let Some(files) = blueprints() else { return };
    let mut told = 0;
    for (name, bytes) in &files {
        let analysis = Analysis::new(&decode(bytes).text);
        let found = checklist(&Analysis::new(""), &analysis);
        let (blueprint, network) = (analysis.blueprint(), analysis.network());
        // Keys that stand twice in one place are one variable.
        let mut expected: BTreeMap<(String, String), &str> = BTreeMap::new();
        for resource in &blueprint.resources {
            let node = network.of_resource(resource.id).expect("it has a node");
            for var in resource.env_vars.iter().filter(|var| var.sync.value() == Some(&false)) {
                let id = network.node(node).id.clone();
                expected.insert((id, var.key.text().unwrap_or_default().to_owned()), "asked");
            }
            for var in
                resource.env_vars.iter().filter(|var| var.generate_value.value() == Some(&true))
            {
                let key = var.key.text().unwrap_or_default().to_owned();
                if ["ADMIN_PASSWORD", "SETUP_PASSWORD"].iter().any(|end| key.ends_with(end)) {
                    let id = network.node(node).id.clone();
                    expected.entry((id, key)).or_insert("afterwards");
                }
            }
        }
        let mut seen: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
        for step in found.iter().filter(|step| !step.node.starts_with("group:")) {
            if let Some(variable) = &step.variable {
                seen.entry((step.node.clone(), variable.clone()))
                    .or_default()
                    .push(step.phase.id());
            }
        }
        told += seen.len();
        for (variable, phases) in &seen {
            assert_eq!(
                phases.as_slice(),
                [*expected.get(variable).unwrap_or(&"none")],
                "{name}: {variable:?}"
            );
        }
        for variable in expected.keys() {
            assert!(seen.contains_key(variable), "{name}: {variable:?} is in no step");
        }
    }
    assert!(told > 500, "only {told} variables were to be entered");
}
