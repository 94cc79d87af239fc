//! What a draft is called in a list.

use blueprint_lens_core::wording::count::count;

use crate::engine::bundle;
use crate::platform::drafts::Draft;

/// The first names in a text as its title, and when it was kept.
pub(crate) fn describe_draft(Draft { saved, text, .. }: &Draft) -> (String, String) {
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim_start().trim_start_matches("- ").strip_prefix("name:"))
        .map(|name| name.trim().trim_matches(['"', '\'']))
        .filter(|name| !name.is_empty())
        .take(4)
        .collect();
    let title = if names.is_empty() {
        text.lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default()
            .trim()
            .chars()
            .take(60)
            .collect()
    } else {
        names.join(", ")
    };
    let when = saved.get(..16).unwrap_or(saved).replace('T', " ");
    let size = match bundle::split(text).len() {
        1 => count(text.lines().count(), "line"),
        several => count(several, "file"),
    };
    (title, format!("{when} UTC · {size}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(saved: &str, text: &str) -> Draft {
        Draft { id: "1".to_owned(), saved: saved.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_draft_is_told_by_its_names() {
        let text = "services:\n  - name: api\n    type: web\n  - type: pserv\n    name: \"auth\"\n";
        let (title, details) = describe_draft(&draft("2026-11-02T10:20:30.000Z", text));
        assert_eq!(title, "api, auth");
        assert_eq!(details, "2026-11-02 10:20 UTC · 5 lines");
    }

    #[test]
    fn without_names_the_first_line_stands_for_it() {
        assert_eq!(describe_draft(&draft("", "\n  # notes\n")).0, "# notes");
        assert_eq!(describe_draft(&draft("", "")).0, "");
    }
}
