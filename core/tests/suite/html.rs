//! The views as HTML: what they hold, and that nothing of a file becomes markup.

use crate::fuzzing::well_formed::tags;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::checklist::checklist;
use blueprint_lens_core::diff::{diff, masked_lines};
use blueprint_lens_core::html::{
    Filter, Medium, deploy, excerpt, explanation, exposure, plan as plan_list, plan_sentence,
    problems, reach, reach_page,
};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::plan::{Mode, plan};

const PAGE: &str = "
services:
  - type: web
    name: api
    runtime: node
    envVars:
      - key: FAR
        fromService: {type: pserv, name: far, property: hostport}
      - key: GONE
        fromService: {type: pserv, name: gone, property: hostport}
      - key: DB
        fromDatabase: {name: db, property: connectionString}
  - type: pserv
    name: far
    runtime: node
    region: frankfurt
databases:
  - name: db
";

/// Asks that HTML is well-formed and has no elements but ours.
fn assert_ours(html: &str) {
    const KNOWN: [&str; 30] = [
        "table", "caption", "thead", "tbody", "tr", "td", "th", "button", "span", "bdi", "a", "p",
        "ol", "ul", "li", "h3", "h4", "code", "article", "strong", "details", "summary", "section",
        "div", "em", "svg", "path", "label", "mark", "input",
    ];
    let tags = tags(html).unwrap_or_else(|what| panic!("{what}\n{html}"));
    let foreign = tags.iter().find(|tag| !KNOWN.contains(tag));
    assert_eq!(foreign, None, "no tag of ours in {html}");
}

/// Every fragment there is of one text.
fn fragments(text: &str) -> Vec<String> {
    let analysis = Analysis::new(text);
    let empty = Analysis::new("");
    let mut out = vec![excerpt(&masked_lines(&analysis), &(2..=4))];
    for medium in [Medium::Page, Medium::Document] {
        for (base, head) in [(&empty, &analysis), (&analysis, &empty)] {
            let planned = plan(base, head, &diff(base, head), Mode::Later);
            out.push(plan_list(&planned, base.files(), head.files(), medium));
            out.push(deploy(&checklist(base, head), head.files(), medium));
        }
        out.extend(Filter::ALL.map(|filter| reach(&analysis, filter, medium)));
        out.push(exposure(&analysis, medium));
        out.push(problems(&analysis, medium));
        let nodes: Vec<_> = analysis.network().nodes().map(|(node, _)| node).take(12).collect();
        for from in &nodes {
            out.extend(
                nodes
                    .iter()
                    .filter(|to| *to != from)
                    .map(|to| explanation(&analysis, *from, *to, medium)),
            );
        }
    }
    out.into_iter().map(Html::into_string).collect()
}

#[test]
fn the_matrix_marks_what_is_wired_and_what_works() {
    let analysis = Analysis::new(PAGE);
    let html = reach(&analysis, Filter::All, Medium::Page).into_string();
    let cell = |from: &str, to: &str| {
        let open = format!("<td data-from=\"{from}\" data-to=\"{to}\" data-standing=\"");
        let at = html.find(&open).unwrap_or_else(|| panic!("no cell {from} {to} in {html}"))
            + open.len();
        html[at..].split("</td>").next().unwrap_or_default().to_owned()
    };
    assert!(cell("web:api", "pserv:far").starts_with("wired-unreachable"));
    assert!(cell("web:api", "pserv:far").contains("wired</span>"));
    assert!(cell("web:api", "postgres:db").starts_with("wired-reachable"));
    assert!(cell("web:api", "unknown:gone").starts_with("wired-unknown"));
    assert!(cell("pserv:far", "web:api").starts_with("apart"));
    assert!(cell("internet", "postgres:db").starts_with("door"));
    // The internet, the API, the service far away and the database.
    assert_eq!(html.matches("scope=\"row\"").count(), 4);
    assert_eq!(html.matches("scope=\"col\"").count(), 4);
    assert_eq!(
        html.matches("class=\"reach-none\"").count(),
        3 + 3,
        "itself, and what is only named"
    );
}

#[test]
fn filters_leave_out_what_is_not_asked_for() {
    let analysis = Analysis::new(PAGE);
    let rows = |filter| reach(&analysis, filter, Medium::Page).matches("scope=\"row\"").count();
    let columns = |filter| reach(&analysis, filter, Medium::Page).matches("scope=\"col\"").count();
    assert_eq!((rows(Filter::Problems), columns(Filter::Problems)), (1, 2));
    assert_eq!((rows(Filter::Wired), columns(Filter::Wired)), (1, 3));
    assert_eq!(rows(Filter::Public), 2, "the internet and the API");
    let calm = Analysis::new("services:\n  - {type: pserv, name: a, runtime: node}\n");
    assert!(reach(&calm, Filter::Problems, Medium::Page).contains("None in this file"));
    assert!(reach(&Analysis::new(""), Filter::All, Medium::Page).contains("nothing to reach"));
}

#[test]
fn a_large_matrix_comes_in_pages_that_make_the_whole() {
    let mut text = String::from("services:\n");
    for index in 0..150 {
        text.push_str(&format!("  - {{type: pserv, name: s{index}, runtime: node}}\n"));
    }
    let analysis = Analysis::new(&text);
    let rows = |html: &str| html.matches("scope=\"row\"").count();
    let pages: Vec<Html> = (0..5).map(|page| reach_page(&analysis, Filter::All, page)).collect();
    assert_eq!(pages.iter().map(|page| rows(page)).sum::<usize>(), 151);
    for page in &pages {
        assert_ours(page);
        assert!(rows(page) * 150 <= 5100);
    }
    assert!(pages[0].contains("data-page=\"1\">Next") && !pages[0].contains("Previous"));
    assert!(pages[4].contains("data-page=\"3\">Previous") && !pages[4].contains("Next"));
    assert_eq!(reach_page(&analysis, Filter::All, 99), pages[4]);
    let small = Analysis::new(PAGE);
    assert_eq!(reach_page(&small, Filter::All, 0), reach(&small, Filter::All, Medium::Page));
}

#[test]
fn an_explanation_leads_to_its_lines_and_its_edit() {
    let analysis = Analysis::new(PAGE);
    let find = |id: &str| analysis.network().find(id).unwrap();
    let html =
        explanation(&analysis, find("web:api"), find("pserv:far"), Medium::Page).into_string();
    for wanted in [
        "data-code=\"different-region\"",
        "data-line=\"4\"",
        "data-line=\"16\"",
        "data-fix=\"0\">Move <code>api</code> to frankfurt</button>",
        "data-outcome=\"wrong\"",
        "data-copy=\"render logs --resources api,far --tail\"",
    ] {
        assert!(html.contains(wanted), "{wanted} is not in {html}");
    }
    let start = PAGE.find("frankfurt").unwrap();
    assert!(html.contains(&format!("data-start=\"{start}\" data-end=\"{}\"", start + 9)));
    let document = explanation(&analysis, find("web:api"), find("pserv:far"), Medium::Document);
    assert!(document.contains("href=\"#L16\"") && !document.contains("<button"));
    let entry_point =
        explanation(&analysis, find("internet"), find("postgres:db"), Medium::Page).into_string();
    assert!(entry_point.contains("Close <code>db</code> to the internet"), "{entry_point}");
}

#[test]
fn nothing_of_a_file_becomes_markup() {
    let names = [
        "</table><script>alert(1)</script>",
        "\\\" onclick=\\\"alert(1)",
        "'><img src=x onerror=alert(1)>",
        "`</code><b>`",
        "\\u202Egnirts",
        "&lt;b&gt;",
        "日本語 мир 😀",
    ];
    for name in names {
        let text = format!(
            "projects:\n  - name: \"{name}\"\n    environments:\n      - name: \"{name}\"\n        networking: \
             {{isolation: enabled}}\n        services:\n          - {{type: web, name: \"{name}\", runtime: node, \
             envVars: [{{key: \"{name}\", fromService: {{type: pserv, name: \"{name}x\", property: host}}}}, \
             {{key: B, fromDatabase: {{name: \"{name}\", property: host}}}}]}}\n          - {{type: \"{name}\", \
             name: \"{name}x\"}}\ndatabases:\n  - name: \"{name}\"\n    plan: \"{name}\"\n    region: \"{name}\"\n"
        );
        let all = fragments(&text);
        assert!(all.len() > 20);
        for html in all {
            assert_ours(&html);
            assert!(
                !html.contains("<script") && !html.contains("<img") && !html.contains("<b>"),
                "{html}"
            );
            assert!(!html.contains(" onclick=\"") && !html.contains(" onerror=\""), "{html}");
        }
    }
}

#[test]
fn a_plan_leads_to_the_lines_of_both_versions() {
    let base = "services:\n  - {type: pserv, name: auth, runtime: docker, plan: starter}\n";
    let head = "# Nothing before\nservices:\n  - {type: pserv, name: login, runtime: docker, plan: starter}\n";
    let (base, head) = (Analysis::new(base), Analysis::new(head));
    let planned = plan(&base, &head, &diff(&base, &head), Mode::Later);
    let page = plan_list(&planned, base.files(), head.files(), Medium::Page).into_string();
    for word in
        ["data-class=\"replace\"", "data-severity=\"warning\"", ">line 3<", ">line 2 before<"]
    {
        assert!(page.contains(word), "{word} in {page}");
    }
    let start = page.split("data-former-start=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(base.lines().line_of(start.parse().unwrap()), 1);
    let paper = plan_list(&planned, base.files(), head.files(), Medium::Document).into_string();
    assert!(!paper.contains("<button") && paper.contains("href=\"#L3\""), "{paper}");
    let sentence = plan_sentence(&planned).into_string();
    assert!(sentence.contains("data-severity=\"warning\"") && sentence.is_ascii(), "{sentence}");
    assert!(sentence.contains("This merge leaves <code>auth</code> running"), "{sentence}");
    let nothing = plan(&base, &base, &diff(&base, &base), Mode::Later);
    assert_eq!(&*plan_sentence(&nothing), "The next sync changes nothing");
    assert!(plan_list(&nothing, base.files(), base.files(), Medium::Page).is_empty());
}

#[test]
fn what_is_to_be_done_by_hand_can_be_ticked_off_in_the_page() {
    let head = Analysis::new(
        "services:\n  - {type: pserv, name: a, runtime: docker, envVars: [{key: STRIPE_KEY, sync: false}]}\n",
    );
    let steps = checklist(&Analysis::new(""), &head);
    let page = deploy(&steps, head.files(), Medium::Page).into_string();
    assert!(page.contains("data-step=\"asked pserv:a STRIPE_KEY\""), "{page}");
    assert!(page.contains("data-start="), "{page}");
    assert!(!deploy(&steps, head.files(), Medium::Document).contains("<input"));
    assert!(deploy(&[], head.files(), Medium::Page).contains("Nothing"));
}

#[test]
fn an_excerpt_marks_its_lines_and_keeps_their_numbers() {
    let lines: Vec<String> = (1..=40).map(|line| format!("l{line}")).collect();
    let html = excerpt(&lines, &(19..=20)).into_string();
    assert!(html.contains("<li value=\"20\"><mark>l20</mark></li>"), "{html}");
    assert!(
        html.contains("<li value=\"16\">l16</li>") && html.contains("<li value=\"25\">l25</li>")
    );
    assert!(!html.contains(">l15<") && !html.contains(">l26<"));
}

#[test]
fn fragments_of_real_files_are_well_formed() {
    let Some(files) = crate::real::blueprints() else { return };
    let mut read = 0;
    for (_, bytes) in files.iter().filter(|(_, bytes)| bytes.len() < 12_000) {
        read += 1;
        for html in fragments(&String::from_utf8_lossy(bytes)) {
            assert_ours(&html);
        }
    }
    assert!(read > 100, "{read} files only");
}
