//! Cases: a command on a shape, in growing sizes.

use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::counter;
use super::example::examples;
use super::fit::{self, Point};
use super::hostile::hostile;
use super::shape::{Fill, NETWORKS, Shape};
use crate::Result;
use crate::repository::{self, Repository};

/// A command whose growth is measured.
pub(super) struct Job {
    /// Its name in the table.
    pub(super) name: &'static str,
    /// Its arguments; `FILE` and `BEFORE` stand for the Blueprint and for its former version.
    arguments: &'static [&'static str],
    /// Whether its answer is about all pairs, so that the work is measured by the length of the answer.
    all_pairs: bool,
}

const fn job(name: &'static str, arguments: &'static [&'static str]) -> Job {
    Job { name, arguments, all_pairs: false }
}

const JOBS: &[Job] = &[
    job("check", &["check", "FILE"]),
    job("check-json", &["check", "--format", "json", "FILE"]),
    job("diff", &["diff", "BEFORE", "FILE"]),
    job("plan", &["plan", "BEFORE", "FILE"]),
    job("fix", &["fix", "FILE"]),
    job("expand", &["expand", "FILE"]),
    job("svg", &["render", "FILE", "--format", "svg"]),
    job("html", &["render", "FILE", "--format", "html"]),
    job("reach-from", &["reach", "FILE", "--from", "svc-1"]),
    Job { name: "reach", arguments: &["reach", "FILE"], all_pairs: true },
    Job { name: "reach-json", arguments: &["reach", "FILE", "--format", "json"], all_pairs: true },
];

/// Resources of a network, and of one whose answer is about all pairs.
const SIZES: &[usize] = &[100, 300, 1_000, 3_000, 10_000];
const SIZES_OF_PAIRS: &[usize] = &[30, 100, 300];
/// How often an example of a rule is there.
const SIZES_OF_EXAMPLES: &[usize] = &[1_000, 3_000, 10_000];
/// Larger files may be refused.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// A run as long as this is the last of a case that grows too fast.
const PATIENCE: Duration = Duration::from_secs(20);

/// A command on a shape.
pub(super) struct Case {
    pub(super) shape: Shape,
    pub(super) job: &'static Job,
}

/// What was measured.
pub(super) struct Outcome {
    pub(super) shape: String,
    pub(super) job: &'static str,
    /// The largest size, how many steps that took, and how long.
    pub(super) largest: usize,
    pub(super) steps: u64,
    pub(super) time: Duration,
    /// Over all sizes, and over the last factor of ten.
    pub(super) fitted: f64,
    pub(super) last: f64,
}

impl Outcome {
    /// The exponent that is judged: the worse one.
    pub(super) fn exponent(&self) -> f64 {
        self.fitted.max(self.last)
    }
}

/// Every case whose shape and command are among `wanted`; what names none of its sort leaves that sort open.
///
/// # Errors
/// When a word is neither, or when the pages of the rules cannot be read.
pub(super) fn chosen(repository: &Repository, wanted: &[&String]) -> Result<Vec<Case>> {
    let examples = examples(repository)?;
    let shapes = || NETWORKS.iter().cloned().chain(hostile()).chain(examples.iter().cloned());
    let (jobs, words): (Vec<_>, Vec<_>) =
        wanted.iter().copied().partition(|word| JOBS.iter().any(|job| job.name == **word));
    if let Some(word) = words.iter().find(|word| !shapes().any(|shape| shape.name == word.as_str()))
    {
        return Err(format!("`{word}` is neither a shape nor a command of this benchmark"));
    }
    let is_in =
        |words: &[&String], name: &str| words.is_empty() || words.iter().any(|w| *w == name);
    Ok(shapes()
        .filter(|shape| is_in(&words, &shape.name))
        .flat_map(|shape| {
            JOBS.iter()
                .filter(|job| is_in(&jobs, job.name))
                .filter(|job| job.suits(&shape))
                .map(|job| Case { shape: shape.clone(), job })
                .collect::<Vec<_>>()
        })
        .collect())
}

impl Job {
    /// Whether the command is asked about a shape: the examples of rules are for those who find them.
    fn suits(&self, shape: &Shape) -> bool {
        match shape.fill {
            Fill::Made(_) => shape.is_network || !self.name.starts_with("reach"),
            Fill::Repeated(_) => matches!(self.name, "check" | "fix" | "expand"),
        }
    }
}

impl Case {
    /// Runs the command on one size after the other, up to `most`, until one takes long and the work has grown faster than `limit`.
    ///
    /// # Errors
    /// When a file cannot be written, or a run cannot be counted.
    pub(super) fn measure(
        &self,
        program: &Path,
        folder: &Path,
        most: usize,
        limit: f64,
    ) -> Result<Outcome> {
        let idle = self.count(program, folder, &self.shape.text(2))?.map_or(0, |run| run.steps);
        let sizes = match self.shape.fill {
            Fill::Repeated(_) => SIZES_OF_EXAMPLES,
            Fill::Made(_) if self.job.all_pairs => SIZES_OF_PAIRS,
            Fill::Made(_) => SIZES,
        };
        let mut points = Vec::new();
        let (mut largest, mut last) = (0, Run::default());
        for &size in sizes.iter().filter(|size| **size <= most) {
            let text = self.shape.text(size);
            if text.len() > MOST_BYTES {
                break;
            }
            let Some(run) = self.count(program, folder, &text)? else { break };
            (largest, last) = (size, run);
            points.push(Point {
                size: if self.job.all_pairs { last.answer as f64 } else { size as f64 },
                steps: last.steps.saturating_sub(idle) as f64,
            });
            if last.time > PATIENCE && fit::last_exponent(&points).is_some_and(|last| last > limit)
            {
                break;
            }
        }
        if points.len() < 2 {
            let (shape, job) = (&self.shape.name, self.job.name);
            return Err(format!("{shape}, {job}: a growth needs two sizes up to {most}"));
        }
        Ok(Outcome {
            shape: self.shape.name.to_string(),
            job: self.job.name,
            largest,
            steps: last.steps,
            time: last.time,
            fitted: fit::exponent(&points).unwrap_or_default(),
            last: fit::last_exponent(&points).unwrap_or_default(),
        })
    }

    /// One run of the command on a text; `None` when it refuses one that is too large.
    fn count(&self, program: &Path, folder: &Path, text: &str) -> Result<Option<Run>> {
        let stem = format!("{}-{}", self.shape.name, self.job.name);
        let [file, before, profile] = ["yaml", "before.yaml", "profraw"]
            .map(|ending| folder.join(format!("{stem}.{ending}")));
        repository::write(&file, text)?;
        repository::write(&before, &text.replace("starter", "standard"))?;
        let mut command = Command::new(program);
        for argument in self.job.arguments {
            match *argument {
                "FILE" => command.arg(&file),
                "BEFORE" => command.arg(&before),
                word => command.arg(word),
            };
        }
        command.env("LLVM_PROFILE_FILE", &profile).env("RAYON_NUM_THREADS", "1");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let failed = |error: io::Error| format!("{stem} cannot be measured: {error}");
        let start = Instant::now();
        let mut child = command.spawn().map_err(failed)?;
        let answer = match &mut child.stdout {
            Some(out) => io::copy(out, &mut io::sink()).map_err(failed)?,
            None => 0,
        };
        let status = child.wait().map_err(failed)?;
        let time = start.elapsed();
        let mut said = String::new();
        if let Some(notes) = &mut child.stderr {
            notes.read_to_string(&mut said).map_err(failed)?;
        }
        // 1 says that there are findings or changes, 2 that there is no answer.
        let is_refused = status.code() == Some(2) && said.contains("too many");
        if !is_refused && !matches!(status.code(), Some(0 | 1)) {
            return Err(format!("{stem} of {} bytes ended with {status}: {said}", text.len()));
        }
        let steps = counter::steps(&std::fs::read(&profile).map_err(failed)?)?;
        for left in [file, before, profile] {
            std::fs::remove_file(left).map_err(failed)?;
        }
        Ok((!is_refused).then_some(Run { steps, answer, time }))
    }
}

/// One run of the program.
#[derive(Default)]
struct Run {
    steps: u64,
    /// Bytes of the answer.
    answer: u64,
    time: Duration,
}
