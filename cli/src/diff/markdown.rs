//! `diff --format markdown`: a comment on a pull request that is read in ten seconds. Never longer than a comment may
//! be, never markup from a Blueprint, nothing when nothing changed.

use std::fmt::Write as _;

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::Difference;

use super::code::{code, plain};
use super::compared::Compared;
use super::picture;
use super::words::{Piece, ReportLine, Section, sections};

/// Marks the comment, so that a later run finds it again.
const MARKER: &str = "<!-- blueprint-lens:diff -->";

/// Most bytes of a comment on GitHub; counted in bytes, which are never fewer than characters.
const LONGEST: usize = 65_536;

/// Rows of the table. What is beyond is in the folded part.
const ROWS: usize = 10;

/// What a comment holds, from all to next to nothing.
const DETAIL_LEVELS: [DetailLevel; 5] = [
    DetailLevel { fields: true, details: true, picture: true, rows: ROWS, note: "" },
    DetailLevel {
        fields: false,
        details: true,
        picture: true,
        rows: ROWS,
        note: "The values of fields are left out: the comment would be too long.",
    },
    DetailLevel {
        fields: false,
        details: false,
        picture: true,
        rows: ROWS,
        note: "The details are left out: the comment would be too long.",
    },
    DetailLevel {
        fields: false,
        details: false,
        picture: false,
        rows: ROWS,
        note: "The details and the picture are left out: the comment would be too long.",
    },
    DetailLevel {
        fields: false,
        details: false,
        picture: false,
        rows: 0,
        note: "Everything but the counts is left out: the comment would be too long.",
    },
];

/// How much a comment holds.
struct DetailLevel {
    fields: bool,
    details: bool,
    picture: bool,
    rows: usize,
    note: &'static str,
}

/// The comment; empty when nothing changed.
pub(super) fn comment(compared: &Compared) -> String {
    if compared.difference.is_empty() {
        return String::new();
    }
    let sections = sections(&compared.difference);
    let picture = picture::flowchart(compared);
    DETAIL_LEVELS
        .iter()
        .map(|level| written(compared, &sections, picture.as_deref(), level))
        .find(|comment| comment.len() <= LONGEST)
        .unwrap_or_default()
}

fn written(
    compared: &Compared,
    sections: &[Section],
    picture: Option<&str>,
    level: &DetailLevel,
) -> String {
    let mut out = format!("{MARKER}\n### {}\n\n", verdict(&compared.difference));
    let rows: Vec<&ReportLine> = sections.iter().flat_map(|section| &section.lines).collect();
    if level.rows > 0 {
        table(&mut out, &rows, level.rows);
    }
    if let Some(picture) = picture.filter(|_| level.picture) {
        let _ = write!(out, "\n```mermaid\n{picture}```\n");
    }
    if level.details {
        for section in sections {
            details(&mut out, section, level.fields);
        }
    }
    if !level.note.is_empty() {
        let _ = write!(out, "\n_{}_\n", level.note);
    }
    let _ = write!(
        out,
        "\n<sub>{} against {}, compared by meaning by Blueprint Lens {}. Unofficial, not affiliated with Render.</sub>\n",
        code(&compared.head_name),
        code(&compared.base_name),
        blueprint_lens_core::VERSION,
    );
    out
}

/// One line that says what to do about it.
pub(super) fn verdict(difference: &Difference) -> String {
    let alarms = difference.alarms();
    let count = |number: usize, one: &str, several: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {several}")),
    };
    let errors = difference.introduced.iter().filter(|f| f.severity == Severity::Error).count();
    let solved = difference.solved.iter().filter(|f| f.severity == Severity::Error).count();
    let entry_points =
        difference.entry_points.iter().filter(|entry_point| entry_point.is_new_exposure()).count();
    let services =
        difference.entry_points.iter().filter(|entry_point| entry_point.new_public_service).count();
    let off = difference
        .isolation
        .iter()
        .filter(|change| !matches!(change, blueprint_lens_core::diff::IsolationChange::On { .. }))
        .count();
    let told: Vec<String> = [
        count(errors, "new error", "new errors"),
        count(entry_points, "entry point opened or widened", "entry points opened or widened"),
        count(off, "isolation dropped", "isolations dropped"),
        count(
            difference.crossings.len(),
            "new way between environments",
            "new ways between environments",
        ),
        count(services, "new public service", "new public services"),
        count(solved, "error solved", "errors solved"),
        count(difference.parts.len(), "part changed", "parts changed"),
        count(difference.edges.len(), "connection changed", "connections changed"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let told = if told.is_empty() { "findings changed".to_owned() } else { told.join(", ") };
    let lead = if alarms.new_error || alarms.new_exposure {
        "\u{26a0}\u{fe0f} Look closely"
    } else if alarms.new_public_service {
        "\u{1f310} A new way in from the internet"
    } else {
        "\u{2705} No new exposure, no new error"
    };
    format!("{lead}: {told}")
}

fn table(out: &mut String, rows: &[&ReportLine], most: usize) {
    out.push_str("| | What | Change |\n| --- | --- | --- |\n");
    for line in rows.iter().take(most) {
        let mut text = join(&line.pieces);
        // One field says at once what changed.
        if let [only] = line.below.as_slice() {
            let _ = write!(text, "; {}", join(only));
        } else if !line.below.is_empty() {
            let _ = write!(text, "; {} fields", line.below.len());
        }
        let _ = writeln!(out, "| {} | {} | {text} |", sign(line.mark), line.what);
    }
    if rows.len() > most {
        let _ = writeln!(out, "| | | and {} more |", rows.len() - most);
    }
}

fn details(out: &mut String, section: &Section, fields: bool) {
    let _ = write!(
        out,
        "\n<details><summary>{} ({})</summary>\n\n",
        section.title,
        section.lines.len()
    );
    for line in &section.lines {
        let _ = writeln!(out, "- {} {}: {}", sign(line.mark), line.what, join(&line.pieces));
        if fields {
            for below in &line.below {
                let _ = writeln!(out, "  - {}", join(below));
            }
        }
    }
    out.push_str("\n</details>\n");
}

/// A mark as a sign that is no markup.
fn sign(mark: char) -> &'static str {
    match mark {
        '+' => "\u{2795}",
        '-' => "\u{2796}",
        '!' => "\u{26a0}\u{fe0f}",
        _ => "\u{270f}\u{fe0f}",
    }
}

fn join(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Ours(text) => plain(text),
            Piece::Theirs(text) => code(text),
        })
        .collect()
}
