//! What libFuzzer says about a run of one target.

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    executions: u64,
    /// Branches that were reached.
    coverage: u64,
    /// The slowest input, in seconds.
    slowest: u64,
    /// What was broken.
    pub(super) failure: Option<Failure>,
}

/// What was broken.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// The words of the panic or of libFuzzer.
    pub(super) what: String,
    /// The file with the input.
    pub(super) input: Option<String>,
}

impl Outcome {
    /// Reads what a run wrote to standard error.
    pub(super) fn read(said: &str, is_success: bool) -> Self {
        let number = |line: &str| line.split_whitespace().find_map(|word| word.parse().ok());
        let stat = |name: &str| {
            let mut values = said.lines().filter_map(|line| line.split_once(name));
            values.next_back().and_then(|(_, value)| number(value)).unwrap_or_default()
        };
        Self {
            executions: stat("stat::number_of_executed_units:"),
            coverage: stat(" cov:"),
            slowest: stat("stat::slowest_unit_time_sec:"),
            failure: (!is_success).then(|| Failure::read(said)),
        }
    }

    /// The same in words.
    pub(super) fn words(&self) -> String {
        let Self { executions, coverage, slowest, failure } = self;
        let end = failure.as_ref().map_or("nothing broken", |_| "FAILED");
        format!("{executions} executions, {coverage} branches, slowest {slowest} s, {end}")
    }
}

impl Failure {
    fn read(said: &str) -> Self {
        let kept = said.lines().skip_while(|line| !line.contains(" panicked at "));
        let panic: Vec<&str> = kept.take_while(|line| !line.starts_with("==")).take(40).collect();
        let other = || said.lines().filter(|line| line.contains("ERROR: ")).collect();
        let what = if panic.is_empty() { other() } else { panic };
        let file = said.lines().find_map(|line| line.split_once("Test unit written to "));
        Self { what: what.join("\n"), input: file.map(|(_, file)| file.to_owned()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_ends_is_counted() {
        let said = "#8\tNEW    cov: 12 ft: 3 corp: 1/1b\n#2048\tDONE   cov: 6927 ft: 17562 corp: 251/878b lim: 4\n\
                    stat::number_of_executed_units: 2048\nstat::slowest_unit_time_sec:    3\n";
        let outcome = Outcome::read(said, true);
        assert_eq!(outcome.words(), "2048 executions, 6927 branches, slowest 3 s, nothing broken");
    }

    #[test]
    fn a_failure_has_its_words_and_its_input() {
        let said = "#8\tNEW    cov: 12\n\nthread '<unnamed>' panicked at src/lib.rs:43:5:\na tag is wrong\n\
                    ==7== ERROR: libFuzzer: deadly signal\nartifact_prefix='x/'; Test unit written to x/crash-1\n";
        let failure = Outcome::read(said, false).failure.expect("it failed");
        assert!(failure.what.ends_with("a tag is wrong"), "{failure:?}");
        assert_eq!(failure.input.as_deref(), Some("x/crash-1"));
        let said = "==7== ERROR: libFuzzer: timeout after 20 seconds\n";
        let failure = Outcome::read(said, false).failure.expect("it failed");
        assert!(failure.what.contains("timeout") && failure.input.is_none(), "{failure:?}");
    }
}
