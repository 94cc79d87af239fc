//! `reach`: who can reach whom on the private network, and why not.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{anyhow, bail};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{
    EntryPoint, Pair, UnresolvedName, checklist, entry_points, pair, pairs, resolve_name,
};

use crate::args::{ReachArguments, ReachFormat};
use crate::config::Config;
use crate::output::{Form, secrets_of};
use crate::{json, output, workspace};

/// Runs `reach`.
///
/// # Errors
/// When the file cannot be read, or a name means no resource or several.
pub(crate) fn run(arguments: &ReachArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let paths = [std::slice::from_ref(&arguments.path), &arguments.with].concat();
    let analysis = workspace::read(&paths, config)?;
    let wanted = arguments.from.as_deref().zip(arguments.to.as_deref());
    let Asked { pairs: chosen, entry_points } = ask(&analysis, wanted)?;
    let asked = wanted.is_some();
    let form = match arguments.format {
        ReachFormat::Json => Form::Json,
        ReachFormat::Csv | ReachFormat::Table => Form::Lines,
    };
    let text = match arguments.format {
        ReachFormat::Json => {
            serde_json::to_string_pretty(&json::reach::answer(
                &analysis,
                &chosen,
                &entry_points,
                asked,
            ))? + "\n"
        }
        ReachFormat::Csv => csv(&analysis, &chosen),
        ReachFormat::Table => table(&analysis, &chosen, &entry_points, asked),
    };
    output::report(None, &text, form, &secrets_of([&analysis]))?;
    Ok(ExitCode::SUCCESS)
}

/// What was asked for.
pub(crate) struct Asked {
    /// Every pair, or the one that was named.
    pub(crate) pairs: Vec<Pair>,
    /// Every entry point, or those of that pair.
    pub(crate) entry_points: Vec<EntryPoint>,
}

/// Every pair, or the one of two names or ids.
///
/// # Errors
/// When a name means no resource or several, or both mean the same.
pub(crate) fn ask(analysis: &Analysis, wanted: Option<(&str, &str)>) -> anyhow::Result<Asked> {
    let question = analysis.question();
    let mut entry_points = entry_points(question);
    let Some((from, to)) = wanted else {
        return Ok(Asked { pairs: pairs(question), entry_points });
    };
    let (from, to) = (find(analysis, from)?, find(analysis, to)?);
    if from == to {
        bail!("a resource always reaches itself");
    }
    entry_points.retain(|entry_point| [from, to].contains(&entry_point.node));
    Ok(Asked { pairs: vec![pair(question, from, to)], entry_points })
}

/// The node that an id or an unambiguous name means.
fn find(analysis: &Analysis, wanted: &str) -> anyhow::Result<NodeRef> {
    let network = analysis.network();
    resolve_name(analysis.question(), None, wanted).map_err(|problem| match problem {
        UnresolvedName::Nothing => {
            let ids: Vec<&str> = network
                .nodes()
                .filter(|(_, node)| node.is_declared())
                .map(|(_, node)| node.id.as_str())
                .collect();
            anyhow!("nothing is called `{wanted}`; there are {}", ids.join(", "))
        }
        UnresolvedName::Several(ids) => {
            anyhow!("`{wanted}` may be {}; say which by its id", ids.join(" or "))
        }
    })
}

fn table(analysis: &Analysis, pairs: &[Pair], entry_points: &[EntryPoint], asked: bool) -> String {
    let id = |node: NodeRef| analysis.network().node(node).id.as_str();
    let from_width =
        pairs.iter().map(|pair| id(pair.from).chars().count()).max().unwrap_or_default();
    let to_width = pairs.iter().map(|pair| id(pair.to).chars().count()).max().unwrap_or_default();
    let mut out = String::new();
    for pair in pairs {
        let wired = if pair.wired { "wired" } else { "" };
        let reasons = decisive(pair).join("; ");
        let line = format!(
            "{:from_width$}  ->  {:to_width$}  {:7}  {wired:5}  {reasons}",
            id(pair.from),
            id(pair.to),
            pair.answer.id(),
        );
        let _ = writeln!(out, "{}", line.trim_end());
        if asked {
            if let Some(remedy) = &pair.remedy {
                let _ = writeln!(out, "\nTo change that: {}.", remedy.title);
            }
            debug_list(&mut out, analysis, pair);
        }
    }
    if !entry_points.is_empty() {
        out.push_str("\nExposure\n");
    }
    for entry_point in entry_points {
        let behind: Vec<&str> = entry_point.behind.iter().map(|node| id(*node)).collect();
        let behind = if behind.is_empty() { "nothing".to_owned() } else { behind.join(", ") };
        let _ = writeln!(
            out,
            "{}  {}: {}; leads to: {behind}",
            id(entry_point.node),
            entry_point.exposure.id(),
            entry_point.why
        );
    }
    out
}

/// The debug order of one connection, item by item, and how to watch both ends.
fn debug_list(out: &mut String, analysis: &Analysis, pair: &Pair) {
    let list = checklist(analysis.question(), pair);
    out.push_str("\nDebug this connection\n");
    for check in &list.checks {
        let line = check.span.map_or_else(String::new, |span| {
            let (file, local) = analysis.locate(span);
            let source = analysis.source(file);
            let line = source.position(local.start()).line;
            match analysis.files().count() {
                1 => format!(" (line {line})"),
                _ => format!(" ({} line {line})", source.path),
            }
        });
        let _ = writeln!(out, "{:5}  {} {}{line}", check.outcome.id(), check.question, check.text);
    }
    if !list.commands.is_empty() {
        out.push_str(
            "\nWatch both ends; if it asks for ids, use those that the first command shows\n",
        );
        for command in &list.commands {
            let _ = writeln!(out, "  {command}");
        }
    }
}

/// The reasons that decide the answer: those of its own sort.
fn decisive(pair: &Pair) -> Vec<&str> {
    let deciding = |reason: &&blueprint_lens_core::reach::Explanation| {
        reason.reason.answer() == pair.answer || (pair.answer == Answer::Unknown)
    };
    pair.reasons.iter().filter(deciding).map(|reason| reason.text.as_str()).collect()
}

fn csv(analysis: &Analysis, pairs: &[Pair]) -> String {
    let mut out = String::from("from,to,private,wired,reasons\n");
    let id = |node: NodeRef| analysis.network().node(node).id.as_str();
    for pair in pairs {
        let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.reason.id()).collect();
        let fields = [
            id(pair.from),
            id(pair.to),
            pair.answer.id(),
            if pair.wired { "yes" } else { "no" },
            &reasons.join(" "),
        ]
        .map(field);
        let _ = writeln!(out, "{}", fields.join(","));
    }
    out
}

/// A field of RFC 4180; a leading character that spreadsheets take for a formula is defused.
fn field(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
