//! Which texts the page's own thread analyses.

/// From this many resources on, a text is analysed in the worker.
const LARGE: usize = 200;

/// The same for two versions that are compared, each of which takes an analysis, a plan and its part of the drawing.
const LARGE_TO_COMPARE: usize = 60;

/// Bytes that a resource takes at least.
const SHORTEST: usize = 16;

/// Whether a text is one for the worker.
pub(crate) fn is_large(text: &str) -> bool {
    declares_as_many(text, LARGE)
}

/// Whether comparing it is.
pub(crate) fn is_large_to_compare(text: &str) -> bool {
    declares_as_many(text, LARGE_TO_COMPARE)
}

/// Whether a text declares so many resources, by a look at its lines: entries of a list that begin with a type or a name
/// are resources, but for a few.
fn declares_as_many(text: &str, many: usize) -> bool {
    text.len() >= SHORTEST * many
        && text.lines().filter(|line| declares(line)).nth(many - 1).is_some()
}

fn declares(line: &str) -> bool {
    let Some(entry) = line.trim_start().strip_prefix('-') else { return false };
    let entry = entry.trim_start().trim_start_matches(['{', ' ']);
    entry.starts_with("type:") || entry.starts_with("name:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(resources: usize) -> String {
        let service =
            "  - type: pserv\n    name: a\n    envVars:\n      - key: TYPE\n        value: type\n";
        format!("services:\n{}", service.repeat(resources))
    }

    #[test]
    fn a_text_is_large_from_two_hundred_resources_on() {
        assert!(!is_large(&text(LARGE - 1)));
        assert!(is_large(&text(LARGE)));
        assert!(!is_large_to_compare(&text(LARGE_TO_COMPARE - 1)));
        assert!(is_large_to_compare(&text(LARGE_TO_COMPARE)));
        assert!(is_large(&"  - {type: pserv, name: a}\n".repeat(LARGE)));
        assert!(is_large(&"-   name: a\n    plan: basic-1gb\n".repeat(LARGE)));
    }
}
