//! From text to edges: every class and every verdict, and the guards that keep an edge away.

use blueprint_lens_core::analysis::Analysis;

/// Every edge but ingress as `id [variables] reasons`.
fn edges(text: &str) -> Vec<String> {
    let analysis = Analysis::new(text);
    analysis
        .network()
        .edges()
        .filter(|(.., edge)| edge.class.id() != "ingress")
        .map(|(.., edge)| {
            let reasons: Vec<&str> = edge.reasons.iter().map(|reason| reason.id()).collect();
            format!("{} {:?} {}", edge.id, edge.variables(), reasons.join(" "))
                .trim_end()
                .to_owned()
        })
        .collect()
}

/// The nodes behind ingress edges.
fn entry_points(text: &str) -> Vec<String> {
    let analysis = Analysis::new(text);
    let network = analysis.network();
    network
        .edges()
        .filter(|(.., edge)| edge.class.id() == "ingress")
        .map(|(_, _, to, _)| format!("{} {}", network.node(to).id, network.node(to).exposure.id()))
        .collect()
}

const BACKENDS: &str = "
  - {type: pserv, name: auth, runtime: docker}
  - {type: web, name: site, runtime: docker}
  - {type: web, name: hobby, runtime: docker, plan: free}
  - {type: worker, name: jobs, runtime: docker}
  - {type: cron, name: nightly, runtime: docker, schedule: '0 0 * * *'}
  - {type: workflow, name: flow, runtime: node, region: oregon, startCommand: node .}
  - {type: web, name: pages, runtime: static}
  - {type: keyvalue, name: cache, ipAllowList: []}
databases:
  - {name: db, readReplicas: [{name: copy}]}
";

/// The edges of a consumer with one variable, beside one backend of every kind.
fn wired(consumer: &str, variable: &str) -> Vec<String> {
    edges(&format!("services:\n  - {{{consumer}, name: me, envVars: [{{{variable}}}]}}{BACKENDS}"))
}

const WORKER: &str = "type: worker, runtime: node";

#[test]
fn private_references_follow_the_private_network() {
    let host = |name: &str| {
        wired(
            WORKER,
            &format!("key: K, fromService: {{name: {name}, type: web, property: hostport}}"),
        )
    };
    assert_eq!(host("auth"), ["worker:me>pserv:auth:private:ok [\"K\"] same-region"]);
    assert_eq!(host("site"), ["worker:me>web:site:private:ok [\"K\"] same-region"]);
    assert_eq!(
        host("hobby"),
        ["worker:me>web:hobby:private:blocked [\"K\"] receiver-free-web same-region"]
    );
    assert_eq!(
        host("jobs"),
        ["worker:me>worker:jobs:private:blocked [\"K\"] receiver-cannot-receive same-region"]
    );
    assert_eq!(
        host("nightly"),
        ["worker:me>cron:nightly:private:blocked [\"K\"] receiver-cannot-receive same-region"]
    );
    assert_eq!(
        host("flow"),
        ["worker:me>workflow:flow:private:blocked [\"K\"] receiver-cannot-receive same-region"]
    );
    assert_eq!(
        host("pages"),
        ["worker:me>static:pages:private:blocked [\"K\"] receiver-cannot-receive"]
    );
    assert_eq!(host("cache"), ["worker:me>keyvalue:cache:private:ok [\"K\"] same-region"]);
    assert_eq!(host("gone"), ["worker:me>unknown:gone:private:unknown [\"K\"] outside-file"]);
}

#[test]
fn databases_and_replicas() {
    let database = |name: &str| {
        wired(
            WORKER,
            &format!("key: K, fromDatabase: {{name: {name}, property: connectionString}}"),
        )
    };
    assert_eq!(database("db"), ["worker:me>postgres:db:private:ok [\"K\"] same-region"]);
    assert_eq!(database("copy"), ["worker:me>replica:copy:private:ok [\"K\"] same-region"]);
    assert_eq!(database("cache"), ["worker:me>keyvalue:cache:private:ok [\"K\"] same-region"]);
    let service = wired(WORKER, "key: K, fromService: {name: db, type: pserv, property: host}");
    assert_eq!(service, ["worker:me>postgres:db:private:ok [\"K\"] same-region"]);
}

#[test]
fn static_sites_are_outside() {
    let site = "type: web, runtime: static";
    assert_eq!(
        wired(site, "key: K, fromService: {name: auth, type: pserv, property: hostport}"),
        ["static:me>pserv:auth:private:blocked [\"K\"] sender-not-on-network"]
    );
    // Official templates build a public URL from the host of a web service.
    assert_eq!(
        wired(site, "key: K, fromService: {name: site, type: web, property: host}"),
        ["static:me>web:site:public:ok [\"K\"]"]
    );
    assert_eq!(
        wired(site, "key: K, value: 'https://site.onrender.com'"),
        ["static:me>web:site:public:ok [\"K\"]"]
    );
}

#[test]
fn public_addresses() {
    let url = "fromService: {name: site, type: web, envVarKey: RENDER_EXTERNAL_URL}";
    assert_eq!(
        wired(WORKER, &format!("key: API_URL, {url}")),
        ["worker:me>web:site:public:detour [\"API_URL\"]"]
    );
    // An address for browsers is no detour.
    assert_eq!(
        wired(WORKER, &format!("key: FRONTEND_URL, {url}")),
        ["worker:me>web:site:public:ok [\"FRONTEND_URL\"]"]
    );
    assert_eq!(
        wired(WORKER, "key: API_URL, value: 'https://site-x1y2.onrender.com/v1'"),
        ["worker:me>web:site:public:detour [\"API_URL\"]"]
    );
    assert_eq!(
        wired(WORKER, "key: API_URL, value: 'https://pages.onrender.com'"),
        ["worker:me>static:pages:public:ok [\"API_URL\"]"]
    );
    assert_eq!(
        wired(WORKER, "key: API_URL, value: 'https://elsewhere.onrender.com'"),
        ["worker:me>external:elsewhere.onrender.com:public:ok [\"API_URL\"]"]
    );
}

#[test]
fn literal_internal_hosts() {
    let literal = |key: &str, value: &str| wired(WORKER, &format!("key: {key}, value: '{value}'"));
    let ok = |key: &str| [format!("worker:me>pserv:auth:private:ok [\"{key}\"] same-region")];
    assert_eq!(literal("A", "http://auth:10000/x"), ok("A"));
    assert_eq!(literal("A", "auth-ab1c:10000"), ok("A"));
    assert_eq!(literal("AUTH_HOST", "auth"), ok("AUTH_HOST"));
    // A word that equals a name is no host unless the variable says so.
    assert!(literal("MODE", "auth").is_empty());
    assert!(literal("A", "see http://localhost:5432").is_empty());
    assert_eq!(
        literal("A", "postgres://u:p@dpg-abcdefghij0123456789-a/x"),
        ["worker:me>unknown:dpg-abcdefghij0123456789-a:private:unknown [\"A\"] outside-file"]
    );
    assert_eq!(
        literal("A", "mongodb+srv://u:p@cluster0.example.net/x"),
        ["worker:me>external:cluster0.example.net:public:ok [\"A\"]"]
    );
}

#[test]
fn values_and_slugs_are_no_traffic() {
    assert_eq!(
        wired(WORKER, "key: K, fromService: {name: auth, type: pserv, envVarKey: TOKEN}"),
        ["worker:me>pserv:auth:config:ok [\"K\"]"]
    );
    assert_eq!(
        wired(WORKER, "key: K, fromService: {name: flow, type: workflow, property: slug}"),
        ["worker:me>workflow:flow:control:ok [\"K\"]"]
    );
    assert!(
        wired(
            WORKER,
            "key: K, fromService: {name: me, type: worker, envVarKey: RENDER_EXTERNAL_URL}"
        )
        .is_empty()
    );
    assert!(wired(WORKER, "fromGroup: shared").is_empty());
}

#[test]
fn parallel_references_are_one_edge() {
    let text = "
services:
  - type: web
    name: api
    runtime: node
    envVars:
      - key: DB_HOST
        fromDatabase: {name: db, property: host}
      - key: DB_PORT
        fromDatabase: {name: db, property: port}
      - key: DB_HOST
        fromDatabase: {name: db, property: host}
databases:
  - name: db
";
    assert_eq!(
        edges(text),
        ["web:api>postgres:db:private:ok [\"DB_HOST\", \"DB_PORT\"] same-region"]
    );
}

#[test]
fn regions_and_isolation() {
    let text = "
projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - {type: pserv, name: pay, runtime: node}
          - type: worker
            name: mail
            runtime: node
            envVars:
              - {key: PAY, fromService: {name: pay, type: pserv, property: hostport}}
      - name: staging
        services:
          - type: worker
            name: test
            runtime: node
            envVars:
              - {key: PAY, fromService: {name: pay, type: pserv, property: hostport}}
services:
  - type: web
    name: api
    runtime: node
    region: ohio
    envVars:
      - {key: PAY, fromService: {name: pay, type: pserv, property: hostport}}
  - type: web
    name: lost
    runtime: node
    region: mars
    envVars:
      - {key: API, fromService: {name: api, type: web, property: hostport}}
";
    assert_eq!(
        edges(text),
        [
            "worker:mail>pserv:pay:private:ok [\"PAY\"] same-region",
            "worker:test>pserv:pay:private:blocked [\"PAY\"] same-region isolated-environment",
            "web:api>pserv:pay:private:blocked [\"PAY\"] different-region isolated-environment",
            "web:lost>web:api:private:unknown [\"API\"] unknown-region",
        ]
    );
}

#[test]
fn a_plan_that_cannot_be_read_leaves_the_answer_open() {
    let text = "
services:
  - {type: web, name: a, runtime: node, plan: Free}
  - {type: worker, name: b, runtime: node, envVars: [{key: K, fromService: {name: a, type: web, property: host}}]}
";
    assert_eq!(edges(text), ["worker:b>web:a:private:unknown [\"K\"] unknown-plan same-region"]);
}

#[test]
fn doors_to_the_internet() {
    let text = "
services:
  - {type: web, name: open, runtime: node}
  - {type: web, name: nobody, runtime: node, ipAllowList: []}
  - {type: web, name: office, runtime: node, ipAllowList: [{source: 203.0.113.4/30}]}
  - {type: web, name: nameless, runtime: node, renderSubdomainPolicy: disabled}
  - {type: web, name: own-domain, runtime: node, renderSubdomainPolicy: disabled, domains: [example.com]}
  - {type: web, name: pages, runtime: static}
  - {type: pserv, name: inner, runtime: node}
  - {type: keyvalue, name: listed, ipAllowList: []}
  - {type: keyvalue, name: unlisted}
  - {type: keyvalue, name: everybody, ipAllowList: [{source: 0.0.0.0/0}]}
databases:
  - {name: wide, readReplicas: [{name: copy}]}
  - {name: narrow, ipAllowList: [{source: 198.51.100.1}]}
  - {name: shut, ipAllowList: []}
";
    assert_eq!(
        entry_points(text),
        [
            "web:open public",
            "web:office public-limited",
            "web:own-domain public",
            "static:pages public",
            "keyvalue:everybody public",
            "postgres:wide public",
            "postgres:narrow public-limited",
        ]
    );
}

#[test]
fn ids_stay_apart() {
    let text = "
services:
  - {type: web, name: a b/c, runtime: node}
  - {type: web, name: api, runtime: node}
  - {type: web, name: api, runtime: node}
  - {type: worker, runtime: node}
  - {type: spaceship, name: x}
  - {type: psql, name: main}
ungrouped:
  services:
    - {type: web, name: api, runtime: node}
projects:
  - name: p
    environments:
      - name: e
        services:
          - {type: web, name: api, runtime: node}
databases:
  - {name: api}
";
    let analysis = Analysis::new(text);
    let ids: Vec<&str> = analysis.network().nodes().map(|(_, node)| node.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "web:a%20b%2Fc",
            "web:api",
            "web:api#2",
            "worker:?6",
            "unknown:x",
            "postgres:main",
            "web:api@ungrouped",
            "web:api@p/e",
            "postgres:api",
            "internet",
        ]
    );
}

#[test]
fn every_blocked_edge_is_explained() {
    let targets =
        ["auth", "site", "hobby", "jobs", "nightly", "flow", "pages", "cache", "db", "copy"];
    let consumers =
        [WORKER, "type: web, runtime: static", "type: web, runtime: node, region: ohio"];
    let reads = ["host", "port", "hostport", "connectionString", "slug", "url"];
    let mut blocked = 0;
    for target in targets {
        let mut variables: Vec<String> = reads
            .iter()
            .map(|property| {
                format!("key: K, fromService: {{name: {target}, type: web, property: {property}}}")
            })
            .collect();
        variables.push(format!("key: K, fromService: {{name: {target}, type: web}}"));
        variables.push(format!("key: K, fromDatabase: {{name: {target}, property: host}}"));
        variables.push(format!("key: K, value: 'http://{target}:80'"));
        variables.push(format!("key: K, value: 'http://{target}-ab1c:80'"));
        for (consumer, variable) in
            consumers.iter().flat_map(|c| variables.iter().map(move |v| (c, v)))
        {
            let text = format!(
                "services:\n  - {{{consumer}, name: me, envVars: [{{{variable}}}]}}{BACKENDS}"
            );
            let analysis = Analysis::new(&text);
            for (.., edge) in
                analysis.network().edges().filter(|(.., edge)| edge.verdict.id() == "blocked")
            {
                blocked += 1;
                let explained = analysis
                    .diagnostics()
                    .iter()
                    .any(|d| d.subject.edge.as_deref() == Some(edge.id.as_str()));
                assert!(explained, "{} has no finding: {consumer}, {variable}", edge.id);
            }
        }
    }
    assert!(blocked > 100, "only {blocked} blocked edges were made");
}
