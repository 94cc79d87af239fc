//! One entry in block style, for a text that is there already.

#[cfg(feature = "writing")]
use super::document::{Yaml, document};

/// `key:` with these texts below it, in the order given. The first line starts where it is inserted, the others
/// at `indent`; no line break at the end.
#[cfg(feature = "writing")]
pub(crate) fn entry(key: &str, entries: &[(&str, &str)], indent: &str, line_break: &str) -> String {
    let texts =
        entries.iter().map(|(key, text)| ((*key).to_owned(), Yaml::Text((*text).to_owned())));
    let whole = Yaml::Mapping(vec![(key.to_owned(), Yaml::Mapping(texts.collect()))]);
    let text = document(whole);
    text.lines().collect::<Vec<_>>().join(&format!("{line_break}{indent}"))
}

/// Nothing: nobody is offered the change that it would be part of.
#[cfg(not(feature = "writing"))]
pub(crate) fn entry(_: &str, _: &[(&str, &str)], _: &str, _: &str) -> String {
    String::new()
}

#[cfg(all(test, feature = "writing"))]
mod tests {
    use super::*;

    #[test]
    fn indents_the_lines_of_a_block() {
        let entries = [("name", "off"), ("type", "web"), ("envVarKey", "RENDER_EXTERNAL_URL")];
        assert_eq!(
            entry("fromService", &entries, "        ", "\n"),
            "fromService:\n          name: \"off\"\n          type: web\n          envVarKey: RENDER_EXTERNAL_URL"
        );
    }
}
