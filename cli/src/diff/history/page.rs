//! The document: a picture with a scrubber, and every version with what it changed.

use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::Scene;
use blueprint_lens_core::wording::count::{count, count_of};

use super::picture::drawing;
use super::step::{Change, Step};
use crate::diff::changes::sections;
use crate::diff::headline::of_versions;
use crate::diff::links::Links;
use crate::diff::list::{list, sentence};
use crate::git::{FileVersion, Range};
use crate::html::{Report, ReportSection, ends, shortest_needed};
use crate::output::readable_all;

const STYLE: &str = include_str!("history.css");
const SCRIPT: &str = include_str!("history.js");

/// Most bytes of a history: it holds many pictures.
const LONGEST: usize = 5_000_000;

/// How much a report holds.
#[derive(Clone, Copy)]
struct DetailLevel {
    /// Lines of each list.
    rows: usize,
    /// Each picture in words.
    words: bool,
    picture: bool,
    note: &'static str,
}

/// From all to little.
const DETAIL_LEVELS: [DetailLevel; 5] = [
    DetailLevel { rows: usize::MAX, words: true, picture: true, note: "" },
    DetailLevel {
        rows: 100,
        words: false,
        picture: true,
        note: "The pictures in words are left out, and lists end after 100 lines: the report would be too large.",
    },
    DetailLevel {
        rows: 20,
        words: false,
        picture: true,
        note: "The pictures in words are left out, and lists end after 20 lines: the report would be too large.",
    },
    DetailLevel {
        rows: 20,
        words: false,
        picture: false,
        note: "The pictures are left out, and lists end after 20 lines: the report would be too large.",
    },
    DetailLevel {
        rows: 3,
        words: false,
        picture: false,
        note: "The pictures are left out, and lists end after 3 lines: the report would be too large.",
    },
];

/// The report on the steps of a history, with the picture of each.
pub(super) fn document(
    name: &str,
    range: &Range,
    is_cut: bool,
    steps: &[Step],
    scenes: &[Scene],
) -> String {
    let picture = picture(steps, scenes);
    shortest_needed(
        (&DETAIL_LEVELS, LONGEST),
        0,
        |_| false,
        |level| {
            let mut sections = Vec::new();
            if level.picture {
                let html = picture.clone();
                sections.push(ReportSection { id: "picture", title: "Picture", html });
            }
            let html = versions(steps, scenes, level);
            sections.push(ReportSection { id: "versions", title: "Versions", html });
            let title = format!("History of {}", readable_all(name));
            let lead = lead(range, is_cut, steps);
            Report {
                title,
                lead,
                sections,
                note: level.note,
                style: STYLE,
                script: SCRIPT,
                is_served: false,
            }
        },
    )
}

/// What part of the history it is, and how much of it.
fn lead(range: &Range, is_cut: bool, steps: &[Step]) -> Html {
    let versions = steps.iter().filter(|step| step.version.is_some()).count();
    let folded: usize = steps.iter().map(|step| step.folded.len()).sum();
    let mut words = count(versions + folded, "commit");
    words.push_str(
        match &range.after {
            Some(after) => format!(" after {} up to {}", after, range.until),
            None => format!(" up to {}", range.until),
        }
        .as_str(),
    );
    words.push_str(", along the first parents");
    let mut html = Html::new();
    html.element("p").class("lead").text(&readable_all(&words));
    html.line_break();
    let mut verdict =
        count_of(versions, "version differs by meaning", "versions differ by meaning");
    let refused = steps.iter().filter(|step| step.refusals > 0 && step.version.is_some()).count();
    if refused > 0 {
        verdict.push_str(&format!(", of which Render refuses {refused}"));
    }
    html.element("p").class("verdict").text(&verdict);
    html.line_break();
    if is_cut {
        let words = "This clone is shallow: the history before its first commit is not here.";
        html.element("p").class("note").text(words);
        html.line_break();
    }
    html
}

/// The picture with its scrubber, which is there with the script only.
fn picture(steps: &[Step], scenes: &[Scene]) -> Html {
    let last = steps.len().saturating_sub(1);
    let mut html = Html::new();
    html.element("div").class("scrubber").flag("hidden", true).content(|html| {
        step_button(html, "-1", "Earlier version", "\u{25c0}");
        let range = html.element("input").attribute("type", "range").attribute("id", "version");
        let range = range.attribute("min", "0").number("max", last).number("value", last);
        range.attribute("aria-label", "Version").void();
        step_button(html, "1", "Later version", "\u{25b6}");
        html.element("label").class("list-all").content(|html| {
            let all = html.element("input").attribute("type", "checkbox");
            all.attribute("id", "list-all").void();
            html.text(" List all versions");
        });
    });
    html.line_break();
    html.element("p").attribute("id", "shown").class("shown").content(|html| {
        html.text(&steps.last().map_or_else(String::new, |step| words(step, steps.len(), last)));
    });
    html.line_break();
    html.element("figure").class("picture").attribute("id", "over-time").content(|html| {
        html.line_break().append(&drawing(scenes));
        html.element("figcaption").content(|html| {
            for (word, meaning) in [
                ("new", "not in the version before"),
                ("changed", "with other settings than before"),
            ] {
                html.element("span").class("key").content(|html| {
                    html.element("b").class(word).text(word);
                    html.text(" ").text(meaning);
                });
            }
        });
        html.line_break().element("script").attribute("type", "application/json").content(|html| {
            html.append(&ends(scenes));
        });
        html.line_break();
    });
    html.line_break();
    html
}

fn step_button(html: &mut Html, by: &'static str, name: &str, sign: &str) {
    let button = html.element("button").attribute("type", "button").attribute("data-by", by);
    button.attribute("aria-label", name).text(sign);
}

/// A step in one line, with its number.
fn words(step: &Step, steps: usize, at: usize) -> String {
    format!("Version {} of {steps}: {}", at + 1, name(step))
}

/// When a version was made, by whom and what for.
fn name(step: &Step) -> String {
    readable_all(&match step.version.as_ref() {
        Some(FileVersion { commit: Some(commit), .. }) => {
            format!("{}, {}: {}", commit.day(), commit.author, commit.subject)
        }
        _ => "before the first commit here".to_owned(),
    })
}

/// Every version, the newest first.
fn versions(steps: &[Step], scenes: &[Scene], level: &DetailLevel) -> Html {
    let mut html = Html::new();
    glance(&mut html, steps);
    for (at, (step, scene)) in steps.iter().zip(scenes).enumerate().rev() {
        let article = html.element("article").class("step").attribute("id", &anchor(at));
        let article = article.attribute("data-words", &words(step, steps.len(), at));
        article.content(|html| {
            html.line_break();
            heading(html, step);
            for trouble in troubles(step) {
                html.element("p").class("verdict is-bad").text(&trouble);
                html.line_break();
            }
            if let Some(change) = &step.change {
                changed(html, change, steps, level);
            }
            if level.words && !scene.nodes.is_empty() {
                html.element("details").class("in-words").content(|html| {
                    html.element("summary").text("The picture in words");
                    html.element("p").text(&scene.summary);
                });
                html.line_break();
            }
            folded(html, &step.folded);
        });
        html.line_break();
    }
    html
}

/// Every version in one line, the oldest first, for whoever looks for the one that matters.
fn glance(html: &mut Html, steps: &[Step]) {
    html.element("details").content(|html| {
        html.element("summary").text("All versions at a glance");
        html.element("ol").class("glance").content(|html| {
            html.line_break();
            for (at, step) in steps.iter().enumerate() {
                html.element("li").content(|html| {
                    let link = html.element("a").attribute("href", &format!("#{}", anchor(at)));
                    link.text(&name(step));
                    if is_bad(step) {
                        html.text(" ").element("span").class("is-bad").text("look closely");
                    }
                });
                html.line_break();
            }
        });
    });
    html.line_break();
}

/// Whether a version needs a look: it is broken, or something severe comes of it.
fn is_bad(step: &Step) -> bool {
    let severe = step.change.as_ref().is_some_and(Change::is_severe);
    severe || (step.version.is_some() && !troubles(step).is_empty())
}

fn anchor(at: usize) -> String {
    format!("v{}", at + 1)
}

/// Who made the version, when, and what for.
fn heading(html: &mut Html, step: &Step) {
    let Some(version) = &step.version else {
        html.element("h3").text("Before the first commit here");
        html.line_break();
        return;
    };
    if let Some(commit) = &version.commit {
        html.element("h3").text(&readable_all(&commit.subject));
        html.line_break();
    }
    html.element("p").class("lead").content(|html| signature(html, version));
    html.line_break();
}

/// Date, author, commit, and where the file came from.
fn signature(html: &mut Html, version: &FileVersion) {
    if let Some(commit) = &version.commit {
        html.element("time").attribute("datetime", &commit.date).text(commit.day());
        html.text(", ").name(&readable_all(&commit.author)).text(", ");
        html.element("code").attribute("title", &commit.id).text(commit.short());
    }
    if let Some(from) = &version.moved_from {
        html.text(", moved from ").element("code").text(&readable_all(from));
        html.text(" to ").element("code").text(&readable_all(&version.path));
    }
}

/// Why a version is broken.
fn troubles(step: &Step) -> Vec<String> {
    let mut troubles = Vec::new();
    troubles.extend(step.trouble.map(ToOwned::to_owned));
    if step.refusals > 0 && step.trouble.is_none() {
        let errors = count(step.refusals, "error");
        troubles.push(format!("Broken: Render refuses this version for {errors}"));
    }
    troubles
}

fn changed(html: &mut Html, change: &Change, steps: &[Step], level: &DetailLevel) {
    if let Some(since) = change.since {
        html.element("p").class("note").content(|html| {
            html.text("Compared with ");
            let link = html.element("a").attribute("href", &format!("#{}", anchor(since)));
            let commit = steps[since].version.as_ref().and_then(|version| version.commit.as_ref());
            link.text(commit.map_or("what was before", |commit| commit.short()));
            html.text(", the last version before it that Render takes.");
        });
        html.line_break();
    }
    if change.is_empty() {
        html.element("p").class("verdict").text("No change by meaning");
        html.line_break();
        return;
    }
    let class = if change.is_severe() { "verdict is-bad" } else { "verdict" };
    for line in of_versions(&change.difference, &change.plan) {
        let verdict = html.element("p").class(class);
        verdict.content(|html| sentence(html, &line, &Links::default()));
        html.line_break();
    }
    for section in &sections(&change.difference, &change.plan, false) {
        list(html, section, "h4", level.rows, &Links::default());
    }
}

/// Later commits that change nothing by meaning.
fn folded(html: &mut Html, folded: &[FileVersion]) {
    if folded.is_empty() {
        return;
    }
    html.element("details").flag("data-print", true).content(|html| {
        let commits = count_of(folded.len(), "later commit", "later commits");
        html.element("summary").text(&format!("{commits}: no change by meaning"));
        html.element("ul").content(|html| {
            for version in folded {
                html.element("li").content(|html| {
                    let subject = version.commit.as_ref().map_or("", |commit| &commit.subject);
                    html.text(&readable_all(subject)).text(" (");
                    signature(html, version);
                    html.text(")");
                });
            }
        });
    });
    html.line_break();
}
