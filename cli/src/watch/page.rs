//! The parts of the page: picture, problems, exposure, reach, and what changed since the revision.

use blueprint_lens_core::html::{Filter, Medium, exposure, problems};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::Scene;
use blueprint_lens_core::wording::count::count;

use super::frame::Frame;
use super::subject::{Content, Subject};
use crate::diff::for_a_page;
use crate::html::{Report, ReportSection, figure, lead, marks, table};
use crate::output::{Form, readable_all, secrets_of};

const STYLE: &str = include_str!("watch.css");
const SCRIPT: &str = include_str!("watch.js");

/// Most resources of which every pair is shown: beyond, a page would take longer to show them than somebody waits.
const MOST_PAIRED: usize = 40;

/// Most resources of which the wired pairs are shown.
const MOST_WIRED: usize = 150;

/// The page before it is told anything.
pub(super) fn document() -> String {
    let mut lead = Html::new();
    lead.element("p").class("lead").text("Waiting for the first picture");
    let title = "Blueprint Lens".to_owned();
    report(title, lead, Vec::new(), "").document().into_string()
}

/// What the page shows of some files.
pub(super) fn frame(subject: &Subject, content: &Content, scene: &Scene) -> Frame {
    let analysis = content.analysis();
    let summary = analysis.summary();
    let names = subject.names();
    let mut sections = Vec::new();
    let (lead, picture, changes) = match content {
        Content::Alone(analysis) => (lead(&names, analysis), figure("live", scene, |_| ()), None),
        Content::Compared(compared) => {
            let (lead, changes) = for_a_page(compared);
            (lead, figure("live", scene, marks), changes)
        }
    };
    sections.push(ReportSection { id: "picture", title: "Picture", html: picture });
    sections.extend(changes);
    let html = problems(analysis, Medium::Document);
    sections.push(ReportSection { id: "problems", title: "Problems", html });
    let html = exposure(analysis, Medium::Document);
    sections.push(ReportSection { id: "doors", title: "Exposure", html });
    let (filter, note) = if summary.resources <= MOST_PAIRED {
        (Some(Filter::All), "")
    } else if summary.resources <= MOST_WIRED {
        (Some(Filter::Wired), "Only wired pairs are in the table of who can reach whom.")
    } else {
        (None, "There are too many pairs for a table of who can reach whom.")
    };
    if let Some(filter) = filter {
        let html = table(analysis, filter);
        sections.push(ReportSection { id: "reach", title: "Who can reach whom", html });
    }
    let title = match (summary.errors, summary.warnings) {
        (0, 0) => names,
        (0, warnings) => format!("{}: {names}", count(warnings, "warning")),
        (errors, _) => format!("{}: {names}", count(errors, "error")),
    };
    let heading = match analysis.scene().title.as_str() {
        "" => "Render Blueprint".to_owned(),
        title => format!("Render Blueprint: {title}"),
    };
    let secrets = match content {
        Content::Alone(analysis) => secrets_of([&**analysis]),
        Content::Compared(compared) => compared.secrets(),
    };
    let parts = report(heading, lead, sections, note).parts().into_iter();
    let parts = parts.map(|(id, html)| (id, Form::Markup.harmless(&secrets.hide(html.as_str()))));
    Frame { title: readable_all(&title), trouble: None, parts: parts.collect() }
}

fn report(title: String, lead: Html, sections: Vec<ReportSection>, note: &'static str) -> Report {
    Report { title, lead, sections, note, style: STYLE, script: SCRIPT, is_served: true }
}
