//! `render --format html`: one Blueprint as a report.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::html::{Filter, Medium, exposure, problems, push_text, reach};

use super::{Report, ReportPart, figure, shortest_needed, whole};

/// How much a report holds.
struct Amount {
    matrix: Option<Filter>,
    text: bool,
    problems: bool,
    picture: bool,
    note: &'static str,
}

/// From all to little.
const AMOUNTS: [Amount; 6] = [
    Amount { matrix: Some(Filter::All), text: true, problems: true, picture: true, note: "" },
    Amount {
        matrix: Some(Filter::Wired),
        text: true,
        problems: true,
        picture: true,
        note: "Only wired pairs are in the table: the report would be too large.",
    },
    Amount {
        matrix: None,
        text: true,
        problems: true,
        picture: true,
        note: "The table of pairs is left out: the report would be too large.",
    },
    Amount {
        matrix: None,
        text: false,
        problems: true,
        picture: true,
        note: "The table of pairs and the text are left out: the report would be too large.",
    },
    Amount {
        matrix: None,
        text: false,
        problems: false,
        picture: true,
        note: "Everything but the picture and the exposure is left out: the report would be too large.",
    },
    Amount {
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
    let has_pairs = |amount: &Amount| amount.matrix.is_some();
    shortest_needed(&AMOUNTS, resources, has_pairs, |amount| report(name, analysis, amount))
}

fn report(name: &str, analysis: &Analysis, amount: &Amount) -> Report {
    let summary = analysis.summary();
    let mut lead = String::from("<p class=\"lead\">");
    push_text(&mut lead, name);
    lead.push_str("</p>\n<p class=\"verdict");
    lead.push_str(if summary.errors > 0 { " is-bad\">" } else { "\">" });
    push_text(
        &mut lead,
        &format!(
            "{} errors, {} warnings, {} notes on {} resources with {} connections",
            summary.errors, summary.warnings, summary.infos, summary.resources, summary.edges
        ),
    );
    lead.push_str("</p>\n");
    let mut parts = Vec::new();
    if amount.picture {
        let html = figure("picture-of-all", "", analysis.scene());
        parts.push(ReportPart { id: "picture", title: "Picture", html });
        let html = exposure(analysis, Medium::Document);
        parts.push(ReportPart { id: "doors", title: "Exposure", html });
    }
    if amount.problems {
        let html = problems(analysis, Medium::Document);
        parts.push(ReportPart { id: "problems", title: "Problems", html });
    }
    if let Some(filter) = amount.matrix {
        let html =
            format!("<div class=\"wide\">{}</div>", reach(analysis, filter, Medium::Document));
        parts.push(ReportPart { id: "reach", title: "Who can reach whom", html });
    }
    if amount.text {
        parts.push(ReportPart { id: "text", title: "Text", html: whole(analysis) });
    }
    let title = match analysis.scene().title.as_str() {
        "" => "Render Blueprint".to_owned(),
        title => format!("Render Blueprint: {title}"),
    };
    Report { title, lead, parts, note: amount.note }
}
