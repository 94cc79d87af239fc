//! One connection explained: the answer, every reason with its lines, the edit that would change it, the debug list,
//! and the commands that watch both ends.

use super::escape::{push_attribute, push_name, push_prose, push_text};
use super::exposure::{sentence, sentence_start};
use super::place::{Medium, push_line, push_lines};
use crate::analysis::Analysis;
use crate::graph::{Answer, Exposure, NodeKind, NodeRef};
use crate::reach::{Checklist, Outcome, Pair, checklist, close, entry_points, pair};

/// The explanation of a cell of the matrix; from the internet, that of an entry point. The edit to apply has `data-fix="0"`: the
/// remedy of the pair, or what closes the entry point.
pub fn explanation(analysis: &Analysis, from: NodeRef, to: NodeRef, medium: Medium) -> String {
    let network = analysis.network();
    let mut out = String::from("<article class=\"explanation\"");
    push_attribute(&mut out, "data-from", &network.node(from).id);
    push_attribute(&mut out, "data-to", &network.node(to).id);
    out.push_str("><h3>");
    push_name(&mut out, &network.node(from).name);
    out.push_str(" <span aria-hidden=\"true\">→</span><span class=\"unseen\">to</span> ");
    push_name(&mut out, &network.node(to).name);
    out.push_str("</h3>");
    if network.node(from).kind == NodeKind::Internet {
        from_internet(&mut out, analysis, to, medium);
    } else {
        private(&mut out, analysis, &pair(analysis.question(), from, to), medium);
    }
    out.push_str("</article>");
    out
}

fn private(out: &mut String, analysis: &Analysis, pair: &Pair, medium: Medium) {
    let network = analysis.network();
    let (answer, what) = match pair.answer {
        Answer::Yes => ("Yes", "can open a private connection to"),
        Answer::No => ("No", "cannot open a private connection to"),
        Answer::Unknown => ("Unknown", "may or may not open a private connection to"),
    };
    verdict(out, pair.answer.id(), answer);
    push_name(out, &network.node(pair.from).name);
    out.push(' ');
    out.push_str(what);
    out.push(' ');
    push_name(out, &network.node(pair.to).name);
    out.push_str(match (pair.wired, pair.answer) {
        (true, Answer::Yes) => ", and a variable uses it.</p>",
        (true, Answer::No) => ", yet a variable tries to.</p>",
        (true, Answer::Unknown) => ", and a variable tries to.</p>",
        (false, Answer::Yes) => ", though no variable does: trust wider than the wiring needs.</p>",
        (false, Answer::No | Answer::Unknown) => ", and no variable tries to.</p>",
    });
    out.push_str("<ul class=\"reasons\">");
    for reason in &pair.reasons {
        out.push_str("<li");
        push_attribute(out, "data-code", reason.reason.id());
        push_attribute(out, "data-answer", reason.reason.answer().id());
        out.push('>');
        push_prose(out, &sentence(&reason.text));
        push_lines(out, analysis, &reason.spans, medium);
        out.push_str("</li>");
    }
    out.push_str("</ul>");
    if let Some(remedy) = &pair.remedy {
        fix(out, &remedy.title, medium);
    }
    list(out, analysis, &checklist(analysis.question(), pair), medium);
}

fn from_internet(out: &mut String, analysis: &Analysis, to: NodeRef, medium: Medium) {
    let question = analysis.question();
    let node = analysis.network().node(to);
    let entry_point = entry_points(question).into_iter().find(|entry_point| entry_point.node == to);
    let Some(entry_point) = entry_point else {
        let unknown = node.exposure == Exposure::Unknown;
        verdict(
            out,
            if unknown { "unknown" } else { "no" },
            if unknown { "Unknown" } else { "No" },
        );
        push_text(
            out,
            match node.exposure {
                Exposure::OutboundOnly => "It starts connections and takes none.",
                Exposure::Closed => "It would be public, but turns everybody away.",
                Exposure::Unknown => "The file cannot tell.",
                _ => "It is on the private network only.",
            },
        );
        out.push_str("</p>");
        return;
    };
    verdict(out, "yes", "Yes");
    push_prose(out, &sentence(&entry_point.why));
    if let Some(span) = node.span {
        push_line(out, analysis, span, medium);
    }
    out.push_str("</p>");
    if let Some(remedy) = close(question, to) {
        fix(out, &remedy.title, medium);
    }
}

/// Opens the paragraph of the answer.
fn verdict(out: &mut String, answer: &str, word: &str) {
    out.push_str("<p class=\"verdict\"");
    push_attribute(out, "data-private", answer);
    out.push_str("><strong>");
    out.push_str(word);
    out.push_str(".</strong> ");
}

fn fix(out: &mut String, title: &str, medium: Medium) {
    match medium {
        Medium::Page => {
            out.push_str(
                "<p class=\"remedy\"><button type=\"button\" class=\"button fix\" data-fix=\"0\">",
            );
            push_prose(out, &sentence_start(title));
            out.push_str("</button></p>");
        }
        Medium::Document => {
            out.push_str("<p class=\"remedy\">To change that: ");
            push_prose(out, title);
            out.push_str(".</p>");
        }
    }
}

fn list(out: &mut String, analysis: &Analysis, list: &Checklist, medium: Medium) {
    out.push_str("<h4>Debug this connection</h4><ul class=\"checklist\">");
    for check in &list.checks {
        let (sign, word) = match check.outcome {
            Outcome::Ok => ("✓", "ok"),
            Outcome::Wrong => ("✕", "wrong"),
            Outcome::Look => ("?", "look it up"),
        };
        out.push_str("<li");
        push_attribute(out, "data-outcome", check.outcome.id());
        out.push_str("><span class=\"check-sign\" aria-hidden=\"true\">");
        out.push_str(sign);
        out.push_str("</span> <strong>");
        out.push_str(check.question);
        out.push_str("</strong> <span class=\"check-word\">");
        out.push_str(word);
        out.push_str("</span>: ");
        push_prose(out, &check.text);
        if let Some(span) = check.span {
            push_line(out, analysis, span, medium);
        }
        out.push_str("</li>");
    }
    out.push_str("</ul>");
    if list.commands.is_empty() {
        return;
    }
    out.push_str("<p>Watch both ends with Render’s command line; put the ids that the first command shows in place of \
                  the names if it asks for ids.</p><ul class=\"commands\">");
    for command in &list.commands {
        out.push_str("<li><code>");
        push_text(out, command);
        out.push_str("</code>");
        if medium == Medium::Page {
            out.push_str(" <button type=\"button\" class=\"button copy\"");
            push_attribute(out, "data-copy", command);
            out.push_str(">Copy<span class=\"unseen\"> ");
            push_text(out, command);
            out.push_str("</span></button>");
        }
        out.push_str("</li>");
    }
    out.push_str("</ul>");
}
