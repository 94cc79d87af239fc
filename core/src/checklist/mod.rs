//! The hand work around a deploy, in order: what must exist first, what Render asks for, what it does not ask for and must
//! be set by hand, what is known only afterwards, DNS, what starts empty, what must be deleted by hand, and what to check.
//!
//! Goes in: the versions before and after; of a whole file, the version before is empty. Every variable that needs a hand
//! is the variable of exactly one step, and every other of none. Values are never part of a step.

mod addresses;
mod before;
mod comments;
mod dns;
mod generated;
mod leftovers;
mod settle;
mod stage;
mod stand_ins;
mod step;
mod trial;
mod variables;
mod verify;

pub use step::{Phase, Step, by_phase};

use crate::analysis::Analysis;
use crate::sort;
use comments::Comments;
use stage::Stage;

/// What to do by hand when `head` takes the place of `base`, in the order of the phases.
pub fn checklist(base: &Analysis, head: &Analysis) -> Vec<Step> {
    let stage = Stage::new(base, head);
    let comments = Comments::new(head);
    let mut steps = before::steps(&stage);
    steps.extend(settle::steps(&stage));
    steps.extend(stand_ins::steps(&stage, &comments));
    steps.extend(variables::steps(&stage, &comments));
    steps.extend(generated::steps(&stage));
    steps.extend(addresses::steps(&stage));
    steps.extend(dns::steps(&stage));
    steps.extend(leftovers::steps(&stage));
    steps.extend(trial::steps(&stage));
    steps.extend(verify::steps(&stage));
    sort::by_key(&mut steps, |step| step.phase);
    steps
}
