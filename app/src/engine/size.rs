//! Which texts the page's own thread analyses.

/// From this many resources on, a text is analysed in the worker.
const LARGE: usize = 200;

/// A text shorter than this declares fewer, in bytes.
const SHORT: usize = 16 * LARGE;

/// Whether a text is one for the worker, by a look at its lines: entries of a list that begin with a type or a name are
/// resources, but for a few.
pub(crate) fn is_large(text: &str) -> bool {
    text.len() >= SHORT && text.lines().filter(|line| declares(line)).nth(LARGE - 1).is_some()
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
        assert!(is_large(&"  - {type: pserv, name: a}\n".repeat(LARGE)));
        assert!(is_large(&"-   name: a\n    plan: basic-1gb\n".repeat(LARGE)));
    }
}
