//! `render --format html`: one Blueprint as a report.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::html::{Filter, Medium, exposure, problems};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::too_large;
use blueprint_lens_core::wording::count::count;

use super::lines::whole;
use super::matrix::table;
use super::picture::figure;
use super::report::{Report, ReportSection};
use super::shorten::{LONGEST, shortest_needed};

/// How much a report holds.
struct DetailLevel {
    matrix: Option<Filter>,
    text: bool,
    problems: bool,
    picture: bool,
    note: &'static str,
}

/// From all to little.
const DETAIL_LEVELS: [DetailLevel; 6] = [
    DetailLevel { matrix: Some(Filter::All), text: true, problems: true, picture: true, note: "" },
    DetailLevel {
        matrix: Some(Filter::Wired),
        text: true,
        problems: true,
        picture: true,
        note: "Only wired pairs are in the table: the report would be too large.",
    },
    DetailLevel {
        matrix: None,
        text: true,
        problems: true,
        picture: true,
        note: "The table of pairs is left out: the report would be too large.",
    },
    DetailLevel {
        matrix: None,
        text: false,
        problems: true,
        picture: true,
        note: "The table of pairs and the text are left out: the report would be too large.",
    },
    DetailLevel {
        matrix: None,
        text: false,
        problems: false,
        picture: true,
        note: "Everything but the picture and the exposure is left out: the report would be too large.",
    },
    DetailLevel {
        matrix: None,
        text: false,
        problems: false,
        picture: false,
        note: "All but the counts is left out: the report would be too large.",
    },
];

/// The report on a Blueprint that goes by `name`.
pub(crate) fn blueprint(name: &str, analysis: &Analysis) -> String {
    let resources = analysis.summary().resources;
    let has_pairs = |level: &&DetailLevel| level.matrix.is_some();
    let is_drawn = too_large(analysis.network()).is_none();
    let scene = is_drawn.then(|| analysis.scene());
    let picture = scene.map(|scene| figure("picture-of-all", scene, |_| ()));
    // No report that is short enough holds a picture that is too long by itself.
    let picture = picture.filter(|picture| picture.as_str().len() <= LONGEST);
    let fits = |level: &&DetailLevel| !level.picture || picture.is_some();
    let levels: Vec<&DetailLevel> = DETAIL_LEVELS.iter().filter(fits).collect();
    shortest_needed((&levels, LONGEST), resources, has_pairs, |level| {
        let title = scene.map_or("", |scene| &scene.title);
        report((name, title), analysis, picture.as_ref(), level)
    })
}

fn report(
    (name, title): (&str, &str),
    analysis: &Analysis,
    picture: Option<&Html>,
    level: &DetailLevel,
) -> Report {
    let mut sections = Vec::new();
    if let Some(html) = picture.filter(|_| level.picture).cloned() {
        sections.push(ReportSection { id: "picture", title: "Picture", html });
        let html = exposure(analysis, Medium::Document);
        sections.push(ReportSection { id: "doors", title: "Exposure", html });
    }
    if level.problems {
        let html = problems(analysis, Medium::Document);
        sections.push(ReportSection { id: "problems", title: "Problems", html });
    }
    if let Some(filter) = level.matrix {
        let html = table(analysis, filter);
        sections.push(ReportSection { id: "reach", title: "Who can reach whom", html });
    }
    if level.text {
        sections.push(ReportSection { id: "text", title: "Text", html: whole(analysis) });
    }
    let title = match title {
        "" => "Render Blueprint".to_owned(),
        title => format!("Render Blueprint: {title}"),
    };
    let lead = lead(name, analysis);
    Report { title, lead, sections, note: level.note, style: "", script: "", is_served: false }
}

/// The name of the Blueprint, and what was found in it.
pub(crate) fn lead(name: &str, analysis: &Analysis) -> Html {
    let summary = analysis.summary();
    let mut html = Html::new();
    html.element("p").class("lead").text(name);
    html.line_break();
    let class = if summary.errors > 0 { "verdict is-bad" } else { "verdict" };
    html.element("p").class(class).text(&format!(
        "{}, {}, {} on {} with {}",
        count(summary.errors, "error"),
        count(summary.warnings, "warning"),
        count(summary.infos, "note"),
        count(summary.resources, "resource"),
        count(summary.edges, "connection"),
    ));
    html.line_break();
    html
}
