//! `diff --format markdown`: a comment on a pull request that is read in ten seconds. Never longer than a comment may
//! be, never markup from a Blueprint, nothing when nothing changed.

use std::fmt::Write as _;

use blueprint_lens_core::checklist::{Step, checklist};

use super::changes::{Change, Piece, Section, plan_sections, sections};
use super::code::{code, linked, sentence};
use super::compared::Compared;
use super::extent::Extent;
use super::headline::{headline, worst};
use super::links::Links;
use super::picture;
use crate::checklist::list;

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
pub(super) fn comment(compared: &Compared, extent: Extent, links: &Links) -> String {
    if compared.is_empty() {
        return String::new();
    }
    let (lead, sections, picture) = match extent {
        Extent::All => (
            headline(compared),
            sections(&compared.difference, &compared.plan, compared.twin.is_some()),
            picture::flowchart(compared),
        ),
        Extent::Plan => {
            let nothing = || vec![Piece::Ours("Nothing of it needs a look".to_owned())];
            let worst = worst(&compared.plan).unwrap_or_else(nothing);
            (vec![worst], plan_sections(&compared.plan), None)
        }
    };
    let steps = match extent {
        Extent::All if compared.twin.is_none() => checklist(&compared.base, &compared.head),
        Extent::All | Extent::Plan => Vec::new(),
    };
    DETAIL_LEVELS
        .iter()
        .map(|level| {
            let parts = (lead.as_slice(), sections.as_slice(), steps.as_slice());
            written(compared, parts, picture.as_deref(), level, links)
        })
        .find(|comment| comment.len() <= LONGEST)
        .unwrap_or_default()
}

fn written(
    compared: &Compared,
    (lead, sections, steps): (&[Vec<Piece>], &[Section], &[Step]),
    picture: Option<&str>,
    level: &DetailLevel,
    links: &Links,
) -> String {
    let mut out = format!("{MARKER}\n### ");
    for line in lead {
        let _ = write!(out, "{}\n\n", sentence(line));
    }
    let rows: Vec<&Change> = sections.iter().flat_map(|section| &section.changes).collect();
    if level.rows > 0 {
        table(&mut out, &rows, level.rows, links);
    }
    if let Some(picture) = picture.filter(|_| level.picture) {
        let _ = write!(out, "\n```mermaid\n{picture}```\n");
    }
    if level.details {
        for section in sections {
            details(&mut out, section, level.fields, links);
        }
    }
    if level.details && !steps.is_empty() {
        let _ = write!(
            out,
            "\n<details><summary>Checklist ({})</summary>\n\n{}\n</details>\n",
            steps.len(),
            list(steps)
        );
    }
    if !level.note.is_empty() {
        let _ = write!(out, "\n_{}_\n", level.note);
    }
    let _ = write!(
        out,
        "\n<sub>{} against {}, semantic comparison by Blueprint Lens {}. Unofficial, not affiliated with Render.{}</sub>\n",
        code(&compared.head_name),
        code(&compared.base_name),
        blueprint_lens_core::VERSION,
        links.footer(),
    );
    out
}

fn table(out: &mut String, rows: &[&Change], most: usize, links: &Links) {
    out.push_str("| | What | Change |\n| --- | --- | --- |\n");
    for change in rows.iter().take(most) {
        let mut text = linked(&change.sentence, links);
        // One field says at once what changed.
        if let [only] = change.details.as_slice() {
            let _ = write!(text, "; {}", linked(only, links));
        } else if !change.details.is_empty() && !change.is_folded {
            let _ = write!(text, "; {} fields", change.details.len());
        }
        let _ = writeln!(out, "| {} | {} | {text} |", sign(change.mark), change.what);
    }
    if rows.len() > most {
        let _ = writeln!(out, "| | | and {} more |", rows.len() - most);
    }
}

fn details(out: &mut String, section: &Section, fields: bool, links: &Links) {
    let _ = write!(
        out,
        "\n<details><summary>{} ({})</summary>\n\n",
        section.title,
        section.changes.len()
    );
    for change in &section.changes {
        let _ = writeln!(
            out,
            "- {} {}: {}",
            sign(change.mark),
            change.what,
            linked(&change.sentence, links)
        );
        if fields {
            for detail in &change.details {
                let _ = writeln!(out, "  - {}", linked(detail, links));
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
