//! Changes as lists in HTML.

use blueprint_lens_core::markup::Html;
use blueprint_lens_core::wording::count::count;
use blueprint_lens_core::wording::rule_page::rule_page;

use super::changes::{Change, Piece, Section};
use super::links::Links;
use crate::output::readable_all;

/// Most effects that are shown under their cause without a fold.
const SHOWN: usize = 3;

/// Adds a section as a list under a heading of that level, which ends after so many rows.
pub(super) fn list(
    html: &mut Html,
    section: &Section,
    heading: &'static str,
    rows: usize,
    links: &Links,
) {
    let all = section.changes.len();
    html.element(heading).text(&format!("{} ({all})", section.title));
    html.line_break().element("ul").class("changes").content(|html| {
        html.line_break();
        for change in section.changes.iter().take(rows) {
            item(html, change, rows, links);
            html.line_break();
        }
    });
    html.line_break();
    if all > rows {
        html.element("p").class("note").text(&format!("and {} more", all - rows));
        html.line_break();
    }
}

fn item(html: &mut Html, change: &Change, rows: usize, links: &Links) {
    html.element("li").attribute("data-mark", &change.mark.to_string()).content(|html| {
        html.element("span").class("what").text(change.what);
        sentence(html, &change.sentence, links);
        if change.is_folded && change.details.len() > SHOWN {
            html.element("details").flag("data-print", true).content(|html| {
                html.element("summary").text(&count(change.details.len(), "effect"));
                details(html, change, rows, links);
            });
        } else if !change.details.is_empty() {
            details(html, change, rows, links);
        }
    });
}

fn details(html: &mut Html, change: &Change, rows: usize, links: &Links) {
    html.element("ul").content(|html| {
        for detail in change.details.iter().take(rows) {
            html.element("li").content(|html| sentence(html, detail, links));
        }
    });
}

/// Adds a sentence: words of the Blueprint are code, rules and lines are links where there are addresses.
pub(super) fn sentence(html: &mut Html, pieces: &[Piece], links: &Links) {
    for piece in pieces {
        match piece {
            Piece::Ours(text) => {
                html.text(text);
            }
            Piece::Theirs(text) => html.element("code").text(&readable_all(text)),
            Piece::Rule(code) => link(html, &rule_page(code), code),
            Piece::Line { number, is_of_head } => {
                let words = format!("line {number}");
                match links.line(*number, *is_of_head) {
                    Some(address) => link(html, &address, &words),
                    None => {
                        html.text(&words);
                    }
                }
            }
        }
    }
}

/// Adds a link that does not tell where it was followed.
pub(super) fn link(html: &mut Html, address: &str, words: &str) {
    html.element("a").attribute("href", address).attribute("rel", "noreferrer").text(words);
}
