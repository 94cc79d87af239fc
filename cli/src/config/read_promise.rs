//! What [`read`] promises of any text: it says what is wrong, each at its place in the text, or reads it, twice the same.

use super::read::{list, read};

/// What is broken for these bytes.
pub(crate) fn broken(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut out = Vec::new();
    match read(&text) {
        Ok(settings) => {
            let inside = settings.ignore.iter().all(|(span, _)| text.get(span.range()).is_some());
            if !inside {
                out.push("a pattern is outside of the text".to_owned());
            }
        }
        Err(problems) => {
            if problems.is_empty() {
                out.push("it is refused without a reason".to_owned());
            }
            for (span, what) in &problems {
                if text.get(span.range()).is_none() {
                    out.push(format!("`{what}` is outside of the text"));
                }
            }
            let said = list("settings", &text, &problems);
            if said.lines().count() != problems.len() {
                out.push(format!("{} problems in\n{said}", problems.len()));
            }
        }
    }
    if format!("{:?}", read(&text)) != format!("{:?}", read(&text)) {
        out.push("it is another when it is read again".to_owned());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_settings_are_read_or_refused_with_reasons() {
        let parts = [
            "rules:",
            "ignore:",
            "together:",
            "workspacePlan:",
            " open-database",
            ": off",
            ": error",
            " pro",
            "\n",
            "\n  ",
            "\n  - ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "\"",
            "'",
            "|\n",
            "# ",
            "<<: ",
            "数\u{2028}",
            "---\n",
            "\t",
            "~",
        ];
        let mut state: u64 = 7;
        let mut taken = 0;
        for _ in 0..2_000 {
            let mut text = String::new();
            for _ in 0..9 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
                text.push_str(parts[(state >> 40) as usize % parts.len()]);
            }
            assert_eq!(broken(text.as_bytes()), Vec::<String>::new(), "{text:?}");
            taken += usize::from(read(&text).is_ok());
        }
        assert!(taken > 10, "only {taken} texts are settings");
    }
}
