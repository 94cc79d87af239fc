//! Who shares a piece of the text: services, databases, replicas and groups that an anchor, an alias or a merge key
//! makes of the same bytes.

use blueprint_lens_core::model::{Blueprint, TextUser, lower};
use blueprint_lens_core::syntax::parse;
use blueprint_lens_core::text::Span;

/// The names of everyone who shares the text between `«` and `»`, which are taken out of `marked` first.
fn shared(marked: &str) -> Vec<String> {
    let start = marked.find('«').expect("the start is marked");
    let end = marked.find('»').expect("the end is marked") - '«'.len_utf8();
    let text = marked.replace(['«', '»'], "");
    let blueprint = lower(&[parse(&text)]);
    names(&blueprint, Span::new(start, end))
}

fn names(blueprint: &Blueprint, span: Span) -> Vec<String> {
    let name = |user: TextUser| match user {
        TextUser::Resource(id) => blueprint.resource(id).label().to_owned(),
        TextUser::Group(id) => {
            format!("group {}", blueprint.groups[id.0].name.text().unwrap_or("(no name)"))
        }
        TextUser::Setting => "a setting".to_owned(),
    };
    blueprint.shared_with(span).into_iter().map(name).collect()
}

const NOBODY: [&str; 0] = [];

#[test]
fn a_list_with_an_anchor_is_shared_with_everything_in_it() {
    let list = |variable: &str| {
        format!(
            "services:
- type: web
  name: api
  envVars: &vars
  - {variable}
  - key: B
    value: two
- type: worker
  name: jobs
  envVars: *vars
- type: worker
  name: alone
  envVars:
  - key: A
    value: one
"
        )
    };
    for variable in
        ["key: A\n    value: «one»", "key: «A»\n    value: one", "«key: A\n    value: one»"]
    {
        assert_eq!(shared(&list(variable)), ["api", "jobs"], "{variable}");
    }
    let plain = list("key: A\n    value: one");
    let marks = [
        ("- key: A\n    value: one\n  - key: B\n    value: two", vec!["api", "jobs"]),
        ("envVars: &vars\n  - key: A\n    value: one", vec!["api", "jobs"]),
        ("envVars", vec![]),
        ("name: api", vec![]),
        ("type: web\n  name: api", vec![]),
        ("*vars", vec![]),
        ("name: jobs", vec![]),
    ];
    for (part, users) in marks {
        assert_eq!(shared(&plain.replacen(part, &format!("«{part}»"), 1)), users, "{part}");
    }
    let (before, last) = plain.rsplit_once("value: one").expect("the last service has a value");
    assert_eq!(shared(&format!("{before}value: «one»{last}")), NOBODY);
}

#[test]
fn one_variable_with_an_anchor_is_shared_and_its_neighbours_are_not() {
    let text = |first: &str, second: &str, alias: &str| {
        format!(
            "services:
- type: web
  name: api
  envVars:
  - &url
    key: URL
    value: {first}
  - key: B
    value: {second}
- type: worker
  name: jobs
  envVars:
  - {alias}
  - key: B
    value: three
"
        )
    };
    assert_eq!(shared(&text("«x»", "y", "*url")), ["api", "jobs"]);
    assert_eq!(shared(&text("x", "«y»", "*url")), NOBODY);
    assert_eq!(
        shared(&text("x", "y", "«*url»")),
        NOBODY,
        "the alias itself belongs to one service"
    );
}

#[test]
fn a_scalar_with_an_anchor_is_shared() {
    let text = "services:
- type: web
  name: api
  region: &region «frankfurt»
- type: worker
  name: jobs
  region: *region
databases:
- name: db
  region: *region
";
    assert_eq!(shared(text), ["api", "jobs", "db"]);
    let field = text
        .replace(['«', '»'], "")
        .replace("region: &region frankfurt", "«region: &region frankfurt»");
    assert_eq!(
        shared(&field),
        ["api", "jobs", "db"],
        "a replaced field takes the anchor's value with it"
    );
    let key = text.replace(['«', '»'], "").replacen("region: &", "«region»: &", 1);
    assert_eq!(shared(&key), NOBODY, "the alias takes the value, not the key");
}

#[test]
fn an_anchor_that_nobody_else_uses_is_not_shared() {
    let once = "services:
- type: web
  name: api
  envVars: &vars
  - key: A
    value: «x»
";
    assert_eq!(shared(once), NOBODY);
    let elsewhere = "x-region: &region «frankfurt»
services:
- type: web
  name: api
  region: *region
- type: web
  name: other
  plan: &plan free
- type: web
  name: third
  plan: *plan
";
    assert_eq!(shared(elsewhere), NOBODY, "one service uses it");
    let twice = "services:
- type: web
  name: api
  buildCommand: &run «make»
  startCommand: *run
";
    assert_eq!(shared(twice), NOBODY, "a service does not share with itself");
}

#[test]
fn an_anchor_outside_the_services_is_shared_by_those_who_use_it() {
    let text = "x-common: &common
- key: A
  value: «x»
services:
- type: web
  name: api
  envVars: *common
- type: web
  name: site
  envVars: *common
envVarGroups:
- name: settings
  envVars: *common
";
    assert_eq!(shared(text), ["api", "site", "group settings"]);
}

#[test]
fn a_merge_key_shares_what_it_brings() {
    let text = |plan: &str, region: &str, own: &str, key: &str| {
        format!(
            "services:
- &base
  type: web
  name: api
  {plan}: starter
  region: {region}
- <<: {key}
  name: site
  region: {own}
"
        )
    };
    assert_eq!(shared(&text("«plan»", "ohio", "oregon", "*base")), ["api", "site"]);
    assert_eq!(
        shared(&text("plan", "«ohio»", "oregon", "*base")),
        NOBODY,
        "the merge is overridden"
    );
    assert_eq!(shared(&text("plan", "ohio", "«oregon»", "*base")), NOBODY);
    assert_eq!(shared(&text("plan", "ohio", "oregon", "«*base»")), NOBODY);
    let whole = text("plan", "ohio", "oregon", "*base").replace("type: web", "«type: web»");
    assert_eq!(shared(&whole), ["api", "site"]);
    let name = text("plan", "ohio", "oregon", "*base").replace("api", "«api»");
    assert_eq!(shared(&name), NOBODY, "the name is overridden");
}

#[test]
fn a_key_added_to_what_is_merged_would_be_brought() {
    // The blank line belongs to the mapping with the anchor, and to no entry of it.
    let text = "services:
- &base
  type: web
« »
  name: api
- <<: *base
  name: site
";
    assert_eq!(shared(text), ["api", "site"]);
}

#[test]
fn of_several_merged_mappings_each_key_comes_from_the_first() {
    let text = |first: &str, second: &str, third: &str| {
        format!(
            "x-a: &a
  plan: {first}
x-b: &b
  plan: {second}
  region: {third}
services:
- <<: [*a, *b]
  type: web
  name: api
- <<: [*a, *b]
  type: web
  name: site
- <<: *b
  type: web
  name: other
"
        )
    };
    assert_eq!(shared(&text("«free»", "x", "y")), ["api", "site"]);
    assert_eq!(shared(&text("x", "«free»", "y")), NOBODY, "only `other` takes its plan from here");
    assert_eq!(shared(&text("x", "y", "«ohio»")), ["api", "site", "other"]);
}

#[test]
fn anchors_inside_anchors_are_shared_by_the_users_of_both() {
    let text = |first: &str, second: &str| {
        format!(
            "services:
- type: web
  name: api
  envVars: &vars
  - &one
    key: A
    value: {first}
  - key: B
    value: {second}
- type: web
  name: site
  envVars: *vars
- type: web
  name: small
  envVars:
  - *one
"
        )
    };
    assert_eq!(shared(&text("«x»", "y")), ["api", "site", "small"]);
    assert_eq!(shared(&text("x", "«y»")), ["api", "site"]);
}

#[test]
fn merges_inside_merges_are_followed() {
    let text = "x-a: &a
  plan: «free»
x-b: &b
  <<: *a
  region: ohio
services:
- <<: *b
  type: web
  name: api
- <<: *b
  type: web
  name: site
";
    assert_eq!(shared(text), ["api", "site"]);
    let inner = text.replace(['«', '»'], "").replace("<<: *a", "«<<: *a»");
    assert_eq!(shared(&inner), ["api", "site"]);
}

#[test]
fn a_group_is_one_user_whoever_links_it() {
    let text = |value: &str| {
        format!(
            "services:
- type: web
  name: api
  envVars:
  - fromGroup: settings
  - &own
    key: B
    value: y
- type: web
  name: site
  envVars:
  - fromGroup: settings
  - *own
envVarGroups:
- name: settings
  envVars:
  - key: A
    value: {value}
"
        )
    };
    assert_eq!(shared(&text("«x»")), NOBODY);
    let anchored = "services:
- type: web
  name: api
  envVars:
  - &var
    key: A
    value: «x»
envVarGroups:
- name: settings
  envVars:
  - *var
";
    assert_eq!(shared(anchored), ["api", "group settings"]);
}

#[test]
fn whole_services_and_environments_may_be_aliases() {
    let text = "projects:
- name: shop
  environments:
  - name: production
    services: &all
    - type: web
      name: «api»
    databases:
    - &db
      name: data
  - name: staging
    services: *all
    databases:
    - *db
services:
- type: web
  name: other
";
    assert_eq!(shared(text), ["api", "api"]);
    let blueprint = lower(&[parse(&text.replace(['«', '»'], ""))]);
    let at = text.find("name: data").expect("it is there") + "name: ".len() - "«»".len();
    assert_eq!(names(&blueprint, Span::new(at, at + 4)), ["data", "data"]);
    let users = blueprint.shared_with(Span::new(at, at + 4));
    for user in users {
        let TextUser::Resource(id) = user else { panic!("{user:?} is no resource") };
        assert_eq!(blueprint.resource(id).label(), "data", "ids are those after sorting");
    }
    let across = "projects:
- name: shop
  environments:
  - &one
    name: production
    services:
    - type: web
      name: api
      plan: «free»
- name: copy
  environments:
  - *one
";
    assert_eq!(shared(across), ["api", "api"]);
}

#[test]
fn replicas_are_users_of_their_own() {
    let text = |plan: &str, name: &str| {
        format!(
            "databases:
- name: first
  plan: &plan {plan}
  readReplicas: &copies
  - name: {name}
- name: second
  plan: *plan
  readReplicas: *copies
"
        )
    };
    assert_eq!(shared(&text("«pro-4gb»", "copy")), ["first", "second"]);
    assert_eq!(shared(&text("pro-4gb", "«copy»")), ["copy", "copy"]);
    let list = text("pro-4gb", "copy").replace("- name: copy", "«- name: copy»");
    assert_eq!(shared(&list), ["first", "copy", "copy", "second"]);
}

#[test]
fn broken_aliases_share_nothing() {
    let undefined = "services:
- type: web
  name: api
  envVars: *nowhere
- type: web
  name: «site»
  envVars: *nowhere
";
    assert_eq!(shared(undefined), NOBODY);
    assert_eq!(
        shared(&undefined.replace(['«', '»'], "").replace("*nowhere\n-", "«*nowhere»\n-")),
        NOBODY
    );
    let merged = "services:
- <<: *nowhere
  type: web
  name: «api»
- <<: *nowhere
  type: web
  name: site
";
    assert_eq!(shared(merged), NOBODY);
}

#[test]
fn a_file_without_aliases_shares_nothing() {
    let text = "services:\n- type: web\n  name: api\n- type: web\n  name: api\n";
    let blueprint = lower(&[parse(text)]);
    for start in 0..text.len() {
        for end in start..=text.len() {
            assert_eq!(names(&blueprint, Span::new(start, end)), NOBODY, "{start}..{end}");
        }
    }
}

#[test]
fn windows_line_ends_and_other_scripts_move_nothing() {
    let text = "services:\r\n- type: web\r\n  name: größe\r\n  envVars: &v\r\n  - key: Ä\r\n    value: «x»\r\n- type: web\r\n  name: kopie\r\n  envVars: *v\r\n";
    assert_eq!(shared(text), ["größe", "kopie"]);
}

#[test]
fn what_is_set_beside_resources_uses_text_too() {
    let root =
        "previews: «&p {generation: manual}»\nservices: [{type: web, name: a, previews: *p}]\n";
    assert_eq!(shared(root), ["a", "a setting"]);
    let project = "projects: [{name: p, environments: [{name: e, permissions: «&p {}», services: [{type: web, name: a, x: *p}]}]}]\n";
    assert_eq!(shared(project), ["a", "a setting"]);
    let unread = "x-all: «&p {}»\nservices: [{type: web, name: a, x: *p}]\n";
    assert_eq!(shared(unread), NOBODY);
}
