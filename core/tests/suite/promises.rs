//! What remedies, closings, what-ifs and pictures promise, over small files that once broke it and over real ones.

use std::collections::BTreeSet;

use crate::fuzzing::soundness::unsound;
use crate::real::{blueprints, cases};
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::reach::{close, pairs};
use blueprint_lens_core::text::{TextEdit, apply, decode};
use blueprint_lens_core::what_if::{choices, what_if};

/// Most pairs of one file that are tried.
const PAIRS: usize = 60;

fn ids(analysis: &Analysis) -> BTreeSet<String> {
    let nodes = analysis.network().nodes().map(|(_, node)| node);
    nodes.filter(|node| node.is_declared()).map(|node| node.id.clone()).collect()
}

/// The text after edits, when it can be read as well as before and declares as many resources; else why not.
fn after(analysis: &Analysis, edits: &[TextEdit]) -> Result<Analysis, String> {
    let text = apply(analysis.text(), edits).map_err(|_| "its edits overlap".to_owned())?;
    let after = Analysis::new(&text);
    if after.syntax().errors.len() > analysis.syntax().errors.len() {
        return Err(format!("breaks the YAML:\n{text}"));
    }
    if ids(&after).len() != ids(analysis).len() {
        return Err(format!("had {:?} and has {:?}", ids(analysis), ids(&after)));
    }
    Ok(after)
}

/// Everything in one file that breaks a promise.
fn broken(name: &str, bytes: &[u8]) -> Vec<String> {
    let analysis = Analysis::with(decode(bytes), Options::default());
    let unsound = unsound(analysis.scene()).into_iter();
    let mut out: Vec<String> = unsound.map(|what| format!("{name}: {what}")).collect();
    let question = analysis.question();
    let network = analysis.network();
    for pair in pairs(question).take(PAIRS) {
        let Some(remedy) = &pair.remedy else { continue };
        if let Err(why) = after(&analysis, &remedy.edits) {
            out.push(format!("{name}: `{}` {why}", remedy.title));
        }
    }
    for (node, data) in network.nodes().filter(|(_, data)| data.is_declared()) {
        if let Some(remedy) = close(question, node) {
            match after(&analysis, &remedy.edits) {
                Err(why) => out.push(format!("{name}: `{}` {why}", remedy.title)),
                Ok(closed) => {
                    let open = closed
                        .network()
                        .find(&data.id)
                        .is_some_and(|node| closed.network().node(node).exposure.is_entry_point());
                    if open {
                        out.push(format!("{name}: `{}` closes nothing", remedy.title));
                    }
                }
            }
        }
        for change in choices(&analysis, node) {
            let Ok(answer) = what_if(&analysis, &[change]) else { continue };
            if let Err(why) = after(&analysis, &answer.edits) {
                out.push(format!("{name}: what if `{}`: {why}", answer.title));
            }
        }
    }
    out
}

fn assert_kept(files: &[(String, Vec<u8>)]) {
    let broken: Vec<String> = files.iter().flat_map(|(name, bytes)| broken(name, bytes)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn what_once_broke_a_promise_keeps_it() {
    let Some(files) = cases() else { return };
    assert_kept(&files);
}

#[test]
fn real_files_keep_every_promise() {
    let Some(files) = blueprints() else { return };
    let some: Vec<_> = files.into_iter().step_by(8).collect();
    assert_kept(&some);
}
