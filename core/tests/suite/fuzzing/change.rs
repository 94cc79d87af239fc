//! Two versions of a text: what differs, what the next sync does, what is to be done by hand, and the picture of both.

use super::input::versions;
use super::soundness::unsound;
use super::well_formed::complaint;
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::checklist::checklist;
use blueprint_lens_core::diff::{Union, diff};
use blueprint_lens_core::html::{Medium, deploy, plan as plan_list, plan_sentence};
use blueprint_lens_core::layout::verify;
use blueprint_lens_core::plan::{Mode, plan};
use blueprint_lens_core::scene::View;

/// Most boxes of a picture of both that is drawn.
const MOST_BOXES: usize = 60;

/// Compares the two, and each with itself.
pub(super) fn broken(bytes: &[u8]) -> Vec<String> {
    let [base, head] = versions(bytes).map(|text| Analysis::with(text, Options::default()));
    let mut out = between(&base, &head);
    for same in [&base, &head] {
        if !diff(same, same).is_empty() {
            out.push(format!("a text differs from itself: {:?}", diff(same, same)));
        }
    }
    out
}

fn between(base: &Analysis, head: &Analysis) -> Vec<String> {
    let mut out = Vec::new();
    let difference = diff(base, head);
    let steps = checklist(base, head);
    let mut views = vec![deploy(&steps, head.files(), Medium::Page)];
    for mode in [Mode::First, Mode::Later] {
        let planned = plan(base, head, &difference, mode);
        views.push(plan_sentence(&planned));
        views.push(plan_list(&planned, base.files(), head.files(), Medium::Document));
        if planned != plan(base, head, &diff(base, head), mode) {
            out.push("the plan is another when it is made again".to_owned());
        }
    }
    out.extend(views.iter().filter_map(|view| complaint(view)));
    let boxes = base.network().nodes().count() + head.network().nodes().count();
    if boxes <= MOST_BOXES {
        let union = Union::new(base, head, &difference);
        let (input, placed) = union.layout(head.diagnostics(), View::default());
        out.extend(verify(&input, &placed));
        out.extend(unsound(&union.scene(head.found(), None, View::default())));
    }
    out
}
