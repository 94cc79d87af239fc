//! Addresses for a comment: of lines, of the run and of its report, where the environment of a run gives them.

use std::path::Path;

use super::side::path_in_repository;

/// The variable that says where the report of a run is.
const REPORT: &str = "BLUEPRINT_LENS_REPORT_URL";

/// Addresses, each of which may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// Of the file after the change.
    file: Option<String>,
    /// Of the run.
    run: Option<String>,
    /// Of its report.
    report: Option<String>,
}

impl Links {
    /// What the variables of GitHub and of GitLab say about the run that compares these two sides.
    pub(super) fn of_run(base: &str, head: &str) -> Self {
        let path = path_in_repository(head, base);
        Self::from_variables(&|name| std::env::var(name).ok(), path.as_deref())
    }

    fn from_variables(variable: &dyn Fn(&str) -> Option<String>, path: Option<&Path>) -> Self {
        let one = |name| variable(name).filter(|value| is_plain(value));
        let project = || match (one("GITHUB_SERVER_URL"), one("GITHUB_REPOSITORY")) {
            (Some(server), Some(repository)) => Some(format!("{server}/{repository}")),
            _ => None,
        };
        let github = project().zip(one("GITHUB_SHA"));
        let github = github.map(|(project, commit)| format!("{project}/blob/{commit}/"));
        let gitlab = one("CI_PROJECT_URL").zip(one("CI_COMMIT_SHA"));
        let gitlab = gitlab.map(|(project, commit)| format!("{project}/-/blob/{commit}/"));
        let run = project().zip(one("GITHUB_RUN_ID"));
        let run = run.map(|(project, id)| format!("{project}/actions/runs/{id}"));
        let file = github.or(gitlab).zip(path).map(|(folder, path)| folder + &encoded(path));
        let is_address =
            |address: &String| address.starts_with("https://") || address.starts_with("http://");
        Self {
            file: file.filter(is_address),
            run: run.or_else(|| one("CI_JOB_URL")).filter(is_address),
            report: one(REPORT).filter(is_address),
        }
    }

    /// A line, if it is one of the file after the change: the one before has no address.
    pub(super) fn line(&self, number: usize, is_of_head: bool) -> Option<String> {
        let file = self.file.as_ref().filter(|_| is_of_head);
        file.map(|file| format!("{file}#L{number}"))
    }

    /// The run.
    pub(super) fn run(&self) -> Option<&str> {
        self.run.as_deref()
    }

    /// The run and its report, as Markdown behind a sentence.
    pub(super) fn footer(&self) -> String {
        let link = |words: &str, address: &Option<String>| {
            address.as_ref().map_or_else(String::new, |address| format!(" [{words}]({address})."))
        };
        link("This run", &self.run) + &link("The report", &self.report)
    }
}

/// Whether a value can stand in an address and in Markdown as it is.
fn is_plain(value: &str) -> bool {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@=&%+,;".contains(c);
    !value.is_empty() && value.chars().all(is_safe)
}

/// A path in an address.
fn encoded(path: &Path) -> String {
    let mut out = String::new();
    for part in path.components() {
        let gap = if out.is_empty() { "" } else { "/" };
        out.push_str(gap);
        for byte in part.as_os_str().to_string_lossy().bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    out.push(char::from(byte));
                }
                _ => out.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(variables: &[(&str, &str)]) -> Links {
        let find = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        Links::from_variables(&find, Some(Path::new("infra/a b(c).yaml")))
    }

    #[test]
    fn every_host_has_its_addresses() {
        let github = links(&[
            ("GITHUB_SERVER_URL", "https://github.com"),
            ("GITHUB_REPOSITORY", "shop/infra"),
            ("GITHUB_SHA", "abc123"),
            ("GITHUB_RUN_ID", "7"),
            (REPORT, "https://example.com/report"),
        ]);
        assert_eq!(
            github.line(12, true).as_deref(),
            Some("https://github.com/shop/infra/blob/abc123/infra/a%20b%28c%29.yaml#L12")
        );
        assert_eq!(
            github.footer(),
            " [This run](https://github.com/shop/infra/actions/runs/7). [The report](https://example.com/report)."
        );
        let gitlab = links(&[
            ("CI_PROJECT_URL", "https://gitlab.com/shop/infra"),
            ("CI_COMMIT_SHA", "abc123"),
            ("CI_JOB_URL", "https://gitlab.com/shop/infra/-/jobs/7"),
        ]);
        let line = gitlab.line(1, true).expect("there is one");
        assert_eq!(gitlab.line(1, false), None, "nor is one of the base known");
        assert!(line.starts_with("https://gitlab.com/shop/infra/-/blob/abc123/infra/"), "{line}");
        assert_eq!(gitlab.footer(), " [This run](https://gitlab.com/shop/infra/-/jobs/7).");
    }

    #[test]
    fn what_is_unknown_or_no_address_is_no_link() {
        assert_eq!(links(&[]), Links::default());
        let odd = links(&[
            ("GITHUB_SERVER_URL", "javascript:alert"),
            ("GITHUB_REPOSITORY", "shop/infra"),
            ("GITHUB_SHA", "abc123"),
            (REPORT, "https://example.com/) <b>"),
        ]);
        assert_eq!(odd, Links::default());
    }
}
