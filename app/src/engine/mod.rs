//! The engine in a worker: analyses of large texts, which the page's own thread would stand still for.
//!
//! The worker runs the very module that the page runs. Goes in: a [`Question`]. Comes out: an [`Outcome`], all that the
//! page shows while somebody types. Both cross as bytes ([`wire`], [`parts`]).

mod ask;
pub(crate) mod bundle;
#[cfg(test)]
mod bundle_promise;
mod comparison;
mod drawable;
mod outcome;
mod parts;
mod reserve;
mod size;
mod wire;
mod worker;

pub(crate) use ask::{ask, forget};
pub(crate) use comparison::{Comparison, PlanView, steps};
pub(crate) use drawable::Drawable;
pub(crate) use outcome::{Drawing, Outcome, Part, Question, Rooms, Wanted};
pub(crate) use size::{is_large, is_large_to_compare};
pub(crate) use worker::{go_on, take_up};
