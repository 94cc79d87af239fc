//! `diff --format html`: the difference as a report, with before, after and both on one picture.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::picture;
use blueprint_lens_core::html::{Filter, Medium, problems};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::too_large;

use super::changes::{Piece, Section, plan_sections, sections};
use super::compared::Compared;
use super::extent::Extent;
use super::headline::{headline, is_severe, worst};
use super::links::Links;
use super::list::{link, list, sentence};
use crate::html::{
    LONGEST, ROOM, Report, ReportSection, changed, figure, marks, shortest_needed, table, whole,
};

/// How much a report holds.
#[derive(Clone, Copy)]
struct DetailLevel {
    /// Lines of each section, and the details of each.
    rows: usize,
    matrix: Option<Filter>,
    text: bool,
    pictures: Pictures,
    problems: bool,
    note: &'static str,
}

/// Which pictures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pictures {
    /// Before, after, and both sides at once.
    All,
    /// Both sides at once.
    Both,
    /// No picture.
    None,
}

/// All of it.
const ALL: DetailLevel = DetailLevel {
    rows: usize::MAX,
    matrix: Some(Filter::All),
    text: true,
    pictures: Pictures::All,
    problems: true,
    note: "",
};

/// From all to little.
const DETAIL_LEVELS: [DetailLevel; 7] = [
    ALL,
    DetailLevel {
        matrix: Some(Filter::Wired),
        note: "Only wired pairs are in the table: the report would be too large.",
        ..ALL
    },
    DetailLevel {
        matrix: None,
        note: "The table of pairs is left out: the report would be too large.",
        ..ALL
    },
    DetailLevel {
        matrix: None,
        text: false,
        note: "The table of pairs and the whole text are left out: the report would be too large.",
        ..ALL
    },
    DetailLevel {
        matrix: None,
        text: false,
        pictures: Pictures::Both,
        rows: 500,
        note: "Much is left out, and lists end after 500 lines: the report would be too large.",
        ..ALL
    },
    DetailLevel {
        matrix: None,
        text: false,
        pictures: Pictures::Both,
        rows: 200,
        problems: false,
        note: "Most is left out, and lists end after 200 lines: the report would be too large.",
    },
    DetailLevel {
        matrix: None,
        text: false,
        pictures: Pictures::None,
        problems: false,
        rows: 50,
        note: "Nearly all is left out, and lists end after 50 lines: the report would be too large.",
    },
];

/// The report.
pub(super) fn report(compared: &Compared, extent: Extent, links: &Links) -> String {
    if extent == Extent::Plan {
        return plan_report(compared, links);
    }
    let sections = sections(&compared.difference, &compared.plan, compared.twin.is_some());
    let is_drawn =
        [&compared.base, &compared.head].iter().all(|side| too_large(side.network()).is_none());
    let both = is_drawn.then(|| {
        let both = picture(&compared.base, &compared.head, &compared.difference, ROOM);
        figure("both", &both, marks)
    });
    let fits = |level: &&DetailLevel| both.is_some() || level.pictures == Pictures::None;
    let levels: Vec<&DetailLevel> = DETAIL_LEVELS.iter().filter(fits).collect();
    let resources = compared.head.summary().resources;
    let has_pairs = |level: &&DetailLevel| level.matrix.is_some();
    shortest_needed((&levels, LONGEST), resources, has_pairs, |level| {
        written(compared, (&sections, links), both.as_ref(), level)
    })
}

/// The report on the plan alone.
fn plan_report(compared: &Compared, links: &Links) -> String {
    let sections = plan_sections(&compared.plan);
    let levels = [ALL, DETAIL_LEVELS[DETAIL_LEVELS.len() - 1]];
    shortest_needed(
        (&levels, LONGEST),
        0,
        |_| false,
        |level| {
            let mut html = Html::new();
            for section in &sections {
                list(&mut html, section, "h3", level.rows, links);
            }
            let plan = ReportSection { id: "plan", title: "Plan", html };
            let title = "Blueprint plan".to_owned();
            Report {
                title,
                lead: lead(compared, Extent::Plan, links),
                sections: vec![plan],
                note: level.note,
                style: "",
                script: "",
                is_served: false,
            }
        },
    )
}

fn written(
    compared: &Compared,
    (changes, links): (&[Section], &Links),
    both: Option<&Html>,
    level: &DetailLevel,
) -> Report {
    let mut sections = Vec::new();
    if let Some(both) = both.filter(|_| level.pictures != Pictures::None) {
        let html = pictures(compared, both, level.pictures);
        sections.push(ReportSection { id: "picture", title: "Picture", html });
    }
    if !compared.is_empty() {
        sections.push(what_changed(changes, level.rows, links));
    }
    if level.problems {
        let html = problems(&compared.head, Medium::Document);
        sections.push(ReportSection { id: "problems", title: "Problems after the change", html });
    }
    if let Some(filter) = level.matrix {
        let html = table(&compared.head, filter);
        let title = "Who can reach whom after the change";
        sections.push(ReportSection { id: "reach", title, html });
    }
    if level.problems {
        let html = changed(&compared.base, &compared.head);
        sections.push(ReportSection { id: "lines", title: "Changed lines", html });
    }
    if level.text {
        let html = whole(&compared.head);
        sections.push(ReportSection { id: "text", title: "Text after the change", html });
    }
    let title = "Blueprint difference".to_owned();
    let lead = lead(compared, Extent::All, links);
    Report { title, lead, sections, note: level.note, style: "", script: "", is_served: false }
}

/// The names of both sides, the difference in one line, and what changed, if anything, for a page that shows it while it
/// changes.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn for_a_page(compared: &Compared) -> (Html, Option<ReportSection>) {
    let links = Links::default();
    let changes = (!compared.is_empty()).then(|| {
        let twins = compared.twin.is_some();
        what_changed(&sections(&compared.difference, &compared.plan, twins), usize::MAX, &links)
    });
    (lead(compared, Extent::All, &links), changes)
}

fn what_changed(changes: &[Section], rows: usize, links: &Links) -> ReportSection {
    let mut html = Html::new();
    for section in changes {
        list(&mut html, section, "h3", rows, links);
    }
    ReportSection { id: "changes", title: "What changed", html }
}

/// The names of both sides, the difference in one line, and the run that found it, if that has an address.
fn lead(compared: &Compared, extent: Extent, links: &Links) -> Html {
    let mut html = Html::new();
    html.element("p").class("lead").content(|html| {
        html.element("code").text(&compared.base_name);
        html.text(" \u{2192} ").element("code").text(&compared.head_name);
        html.text(", semantic comparison");
    });
    html.line_break();
    let is_bad = match extent {
        Extent::All => is_severe(&compared.difference, &compared.plan),
        Extent::Plan => compared.plan.severity() == Some(Severity::Error),
    };
    let nothing = |words: &str| vec![vec![Piece::Ours(words.to_owned())]];
    let lines = match extent {
        _ if compared.is_empty() => nothing("No semantic changes"),
        Extent::All => headline(compared),
        Extent::Plan => worst(&compared.plan)
            .map_or_else(|| nothing("Nothing of it needs a look"), |worst| vec![worst]),
    };
    for line in lines {
        let verdict = html.element("p").class(if is_bad { "verdict is-bad" } else { "verdict" });
        verdict.content(|html| sentence(html, &line, links));
    }
    if let Some(run) = links.run() {
        html.element("p")
            .class("note")
            .content(|html| link(html, run, "The run that made this report"));
    }
    html.line_break();
    html
}

/// The pictures behind one switch, which needs no script; or only that of both sides.
fn pictures(compared: &Compared, both: &Html, which: Pictures) -> Html {
    if which == Pictures::Both {
        return both.clone();
    }
    let mut html = Html::new();
    html.element("div").class("pictures").content(|html| {
        html.line_break();
        let choices = [("before", "Before"), ("both", "Both"), ("after", "After")];
        for (id, words) in choices {
            let input = html.element("input").attribute("type", "radio").attribute("name", "see");
            let input = input.attribute("id", &format!("see-{id}"));
            input.attribute("aria-label", words).flag("checked", id == "both").void();
        }
        html.line_break();
        let switch = html.element("div").class("switch");
        switch.attribute("aria-hidden", "true").content(|html| {
            for (id, words) in choices {
                html.element("label").attribute("for", &format!("see-{id}")).text(words);
            }
        });
        html.line_break().append(both);
        for (id, side, caption) in [
            ("before", &compared.base, "Before the change"),
            ("after", &compared.head, "After the change"),
        ] {
            html.append(&figure(id, &side.scene_in(ROOM), |html| {
                html.text(caption);
            }));
        }
    });
    html.line_break();
    html
}
