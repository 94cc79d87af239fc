//! The steps of a history: the versions that differ by meaning, and what each changed.

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::diff::{Difference, diff};
use blueprint_lens_core::plan::{Mode, Plan, plan, refusals};
use blueprint_lens_core::text::decode;
use rayon::prelude::*;

use crate::config::Config;
use crate::diff::headline::is_severe;
use crate::git::{Content, FileHistory, FileVersion};

/// A version that differs from the one before it.
pub(super) struct Step {
    /// The version; `None` for what was there before the first commit of the part that is shown.
    pub(super) version: Option<FileVersion>,
    /// Later versions that mean the same.
    pub(super) folded: Vec<FileVersion>,
    /// Its analysis; that of an empty text when it has none.
    pub(super) analysis: Analysis,
    /// Why it has no text, in words.
    pub(super) trouble: Option<&'static str>,
    /// How many findings let Render refuse it.
    pub(super) refusals: usize,
    /// What it changed; `None` where nothing can be compared.
    pub(super) change: Option<Change>,
}

/// What a version changed.
pub(super) struct Change {
    /// The difference.
    pub(super) difference: Difference,
    /// What the sync does.
    pub(super) plan: Plan,
    /// The step that it is compared with, where that is not the one before it: Render refused that one, so what it runs
    /// is older.
    pub(super) since: Option<usize>,
}

impl Step {
    /// Whether it can be compared with.
    fn is_readable(&self) -> bool {
        matches!(self.trouble, None | Some(Content::GONE))
    }

    /// Whether Render takes it. Without a file, it keeps what it has.
    fn is_sound(&self) -> bool {
        self.trouble.is_none() && self.refusals == 0
    }
}

impl Change {
    fn new(base: &Analysis, head: &Analysis, since: Option<usize>) -> Self {
        let difference = diff(base, head);
        let plan = plan(base, head, &difference, Mode::Later);
        Self { difference, plan, since }
    }

    /// Whether something severe comes of it, a new error or a new exposure.
    pub(super) fn is_severe(&self) -> bool {
        is_severe(&self.difference, &self.plan)
    }

    /// Whether nothing changed by meaning.
    pub(super) fn is_empty(&self) -> bool {
        self.difference.is_empty() && self.plan.is_empty()
    }
}

/// The steps of a history, the oldest first.
pub(super) fn steps(found: FileHistory, config: &Config) -> Vec<Step> {
    let before = found.before.map(|content| (None, content));
    let versions = found.versions.into_iter().map(|version| {
        let content = version.content.clone();
        (Some(version), content)
    });
    let all: Vec<(Option<FileVersion>, Content)> = before.into_iter().chain(versions).collect();
    let analysed: Vec<Step> =
        all.into_par_iter().map(|(version, content)| step(version, &content, config)).collect();
    let same: Vec<bool> = (0..analysed.len())
        .into_par_iter()
        .map(|at| at > 0 && means_the_same(&analysed[at - 1], &analysed[at]))
        .collect();
    let mut steps: Vec<Step> = Vec::new();
    for (step, same) in analysed.into_iter().zip(same) {
        match (steps.last_mut(), step.version) {
            (Some(last), Some(version)) if same => last.folded.push(version),
            (_, version) => steps.push(Step { version, ..step }),
        }
    }
    let changes: Vec<Option<Change>> =
        (0..steps.len()).into_par_iter().map(|at| change(&steps, at)).collect();
    for (step, change) in steps.iter_mut().zip(changes) {
        step.change = change;
    }
    steps
}

fn step(version: Option<FileVersion>, content: &Content, config: &Config) -> Step {
    let analysis = Analysis::with(content.text(), config.options());
    Step {
        version,
        folded: Vec::new(),
        trouble: content.trouble(),
        refusals: refusals(&analysis).count(),
        analysis,
        change: None,
    }
}

fn means_the_same(one: &Step, other: &Step) -> bool {
    one.trouble == other.trouble
        && (one.analysis.text() == other.analysis.text()
            || (one.is_readable() && Change::new(&one.analysis, &other.analysis, None).is_empty()))
}

/// What a step changed. A sound one is compared with the last sound one, because that is what Render runs.
fn change(steps: &[Step], at: usize) -> Option<Change> {
    let step = &steps[at];
    if step.version.is_none() || !step.is_readable() {
        return None;
    }
    let Some(last) = at.checked_sub(1) else {
        let nothing = Analysis::with(decode(b""), Options::default());
        return Some(Change::new(&nothing, &step.analysis, None));
    };
    let wanted =
        |other: &Step| if step.is_sound() { other.is_sound() } else { other.is_readable() };
    let base = (0..at).rev().find(|&at| wanted(&steps[at]));
    let base = base.or((0..at).rev().find(|&at| steps[at].is_readable()))?;
    Some(Change::new(
        &steps[base].analysis,
        &step.analysis,
        Some(base).filter(|base| *base != last),
    ))
}
