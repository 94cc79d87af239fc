//! The hand work around a deploy as a list to tick off.

use super::command::commands;
use super::line_link::{Medium, Places, line_link};
use crate::checklist::{Step, by_phase};
use crate::markup::Html;
use crate::text::Files;
use crate::wording::sentence::sentence;

/// The steps by phases, with the lines that `files` count; a sentence if there is none. In the page, `data-step` of a box
/// tells a step from others, in every version of the text that asks for it.
pub fn deploy(steps: &[Step], files: &Files, medium: Medium) -> Html {
    let mut html = Html::new();
    if steps.is_empty() {
        html.element("p").class("view-empty").text("Nothing has to be done by hand.");
    }
    for (phase, due) in by_phase(steps) {
        let section = html.element("section").class("deploy-phase");
        section.attribute("data-phase", phase.id()).content(|html| {
            html.element("h3").content(|html| {
                html.text(phase.words()).text(" ");
                html.element("span").class("plan-count").text(&format!("({})", due.len()));
            });
            html.element("ol").class("deploy-steps").content(|html| {
                for step in due {
                    item(html, step, files, medium);
                }
            });
        });
    }
    html
}

fn item(html: &mut Html, step: &Step, files: &Files, medium: Medium) {
    let item = html.element("li").class("deploy-step").attribute("data-part", &step.node);
    item.content(|html| {
        match medium {
            Medium::Page => html.element("label").content(|html| {
                let tick = html.element("input").attribute("type", "checkbox");
                tick.attribute("data-step", &identity(step)).void();
                html.text(" ").element("span").content(|html| {
                    html.prose(&sentence(&step.text));
                });
            }),
            Medium::Document => {
                html.text("\u{2610} ").prose(&sentence(&step.text));
            }
        }
        for span in &step.spans {
            line_link(html, Places::among(files), *span, medium);
        }
        commands(html, &step.commands, medium);
    });
}

/// What a step is, however the text around it changes.
fn identity(step: &Step) -> String {
    let what = step.variable.as_deref().unwrap_or(&step.text);
    format!("{} {} {what}", step.phase.id(), step.node)
}
