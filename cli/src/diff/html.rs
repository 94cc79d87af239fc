//! `diff --format html`: the difference as a report, with before, after and both on one picture.

use blueprint_lens_core::diff::picture;
use blueprint_lens_core::html::{Filter, Medium, problems, push_attribute, push_text, reach};

use super::code::readable_all;
use super::compared::Compared;
use super::markdown::verdict;
use super::words::{Piece, Section, sections};
use crate::html::{Report, ReportPart, changed, figure, marks, shortest_needed, whole};

/// How much a report holds.
struct Amount {
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
const ALL: Amount = Amount {
    rows: usize::MAX,
    matrix: Some(Filter::All),
    text: true,
    pictures: Pictures::All,
    problems: true,
    note: "",
};

/// From all to little.
const AMOUNTS: [Amount; 7] = [
    ALL,
    Amount {
        matrix: Some(Filter::Wired),
        note: "Only wired pairs are in the table: the report would be too large.",
        ..ALL
    },
    Amount {
        matrix: None,
        note: "The table of pairs is left out: the report would be too large.",
        ..ALL
    },
    Amount {
        matrix: None,
        text: false,
        note: "The table of pairs and the whole text are left out: the report would be too large.",
        ..ALL
    },
    Amount {
        matrix: None,
        text: false,
        pictures: Pictures::Both,
        rows: 500,
        note: "Much is left out, and lists end after 500 lines: the report would be too large.",
        ..ALL
    },
    Amount {
        matrix: None,
        text: false,
        pictures: Pictures::Both,
        rows: 200,
        problems: false,
        note: "Most is left out, and lists end after 200 lines: the report would be too large.",
    },
    Amount {
        matrix: None,
        text: false,
        pictures: Pictures::None,
        problems: false,
        rows: 50,
        note: "Nearly all is left out, and lists end after 50 lines: the report would be too large.",
    },
];

/// The report.
pub(super) fn report(compared: &Compared) -> String {
    let sections = sections(&compared.difference);
    let both = picture(&compared.base, &compared.head, &compared.difference);
    let both = figure("both", &marks(), &both);
    let resources = compared.head.summary().resources;
    let has_pairs = |amount: &Amount| amount.matrix.is_some();
    shortest_needed(&AMOUNTS, resources, has_pairs, |amount| {
        written(compared, &sections, &both, amount)
    })
}

fn written(compared: &Compared, sections: &[Section], both: &str, amount: &Amount) -> Report {
    let difference = &compared.difference;
    let alarms = difference.alarms();
    let mut lead = String::from("<p class=\"lead\"><code>");
    push_text(&mut lead, &compared.base_name);
    lead.push_str("</code> \u{2192} <code>");
    push_text(&mut lead, &compared.head_name);
    lead.push_str("</code>, compared by meaning</p>\n<p class=\"verdict");
    lead.push_str(if alarms.new_error || alarms.new_exposure { " is-bad\">" } else { "\">" });
    if difference.is_empty() {
        lead.push_str("Nothing changed by meaning");
    } else {
        push_text(&mut lead, &verdict(difference));
    }
    lead.push_str("</p>\n");
    let mut parts = Vec::new();
    if amount.pictures != Pictures::None {
        parts.push(ReportPart {
            id: "picture",
            title: "Picture",
            html: pictures(compared, both, amount.pictures),
        });
    }
    if !difference.is_empty() {
        let html = sections.iter().map(|section| list(section, amount.rows)).collect();
        parts.push(ReportPart { id: "changes", title: "What changed", html });
    }
    if amount.problems {
        let html = problems(&compared.head, Medium::Document);
        parts.push(ReportPart { id: "problems", title: "Problems after the change", html });
    }
    if let Some(filter) = amount.matrix {
        let table = reach(&compared.head, filter, Medium::Document);
        let html = format!("<div class=\"wide\">{table}</div>");
        parts.push(ReportPart { id: "reach", title: "Who can reach whom after the change", html });
    }
    if amount.problems {
        let html = changed(&compared.base, &compared.head);
        parts.push(ReportPart { id: "lines", title: "Changed lines", html });
    }
    if amount.text {
        let html = whole(&compared.head);
        parts.push(ReportPart { id: "text", title: "Text after the change", html });
    }
    Report { title: "Blueprint difference".to_owned(), lead, parts, note: amount.note }
}

/// The pictures behind one switch, which needs no script; or only that of both sides.
fn pictures(compared: &Compared, both: &str, which: Pictures) -> String {
    if which == Pictures::Both {
        return both.to_owned();
    }
    let mut out = String::from("<div class=\"pictures\">\n");
    let choices = [("before", "Before"), ("both", "Both"), ("after", "After")];
    for (id, words) in choices {
        let checked = if id == "both" { " checked" } else { "" };
        out.push_str(&format!(
            "<input type=\"radio\" name=\"see\" id=\"see-{id}\" aria-label=\"{words}\"{checked}>"
        ));
    }
    out.push_str("\n<div class=\"switch\" aria-hidden=\"true\">");
    for (id, words) in choices {
        out.push_str(&format!("<label for=\"see-{id}\">{words}</label>"));
    }
    out.push_str("</div>\n");
    out.push_str(both);
    out.push_str(&figure("before", "Before the change", compared.base.scene()));
    out.push_str(&figure("after", "After the change", compared.head.scene()));
    out.push_str("</div>\n");
    out
}

/// A section as a list.
fn list(section: &Section, rows: usize) -> String {
    let mut out =
        format!("<h3>{} ({})</h3>\n<ul class=\"changes\">\n", section.title, section.lines.len());
    for line in section.lines.iter().take(rows) {
        out.push_str("<li");
        push_attribute(&mut out, "data-mark", &line.mark.to_string());
        out.push_str("><span class=\"what\">");
        push_text(&mut out, line.what);
        out.push_str("</span>");
        push_pieces(&mut out, &line.pieces);
        if !line.below.is_empty() {
            out.push_str("<ul>");
            for below in line.below.iter().take(rows) {
                out.push_str("<li>");
                push_pieces(&mut out, below);
                out.push_str("</li>");
            }
            out.push_str("</ul>");
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
    if section.lines.len() > rows {
        out.push_str(&format!("<p class=\"note\">and {} more</p>\n", section.lines.len() - rows));
    }
    out
}

fn push_pieces(out: &mut String, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Ours(text) => push_text(out, text),
            Piece::Theirs(text) => {
                out.push_str("<code>");
                push_text(out, &readable_all(text));
                out.push_str("</code>");
            }
        }
    }
}
