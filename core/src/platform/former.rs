//! What old spellings mean in present fields and values (SPEC; SCHEMA for `domain` and the preview fields).

use super::{Kind, NAMED_PLANS};

/// The present field and value for an old field of the root; `None` for present fields. A value of `None` means that
/// the field can be left out.
pub fn present_root_field(
    field: &str,
    value: &str,
) -> Option<(&'static str, Option<&'static str>)> {
    match field {
        "previewsEnabled" => Some(("previews.generation", switch(value, "automatic"))),
        _ => None,
    }
}

/// The same for an old field of a service of that kind, whose value changes its form too.
pub fn present_service_field(
    field: &str,
    value: &str,
) -> Option<(&'static str, Option<&'static str>)> {
    match field {
        "autoDeploy" => Some((
            "autoDeployTrigger",
            Some(if switch(value, "on").is_some() { "commit" } else { "off" }),
        )),
        "pullRequestPreviewsEnabled" => Some(("previews.generation", switch(value, "automatic"))),
        _ => None,
    }
}

/// The present id of a plan under its old name; `None` for any other.
pub fn present_plan(kind: Kind, plan: &str) -> Option<&'static str> {
    let compute = matches!(kind, Kind::Web | Kind::PrivateService | Kind::Worker | Kind::Cron);
    NAMED_PLANS.iter().find(|(old, _)| compute && *old == plan).map(|(_, now)| *now)
}

/// `on` for a value that enables something, including the words of YAML 1.1.
fn switch(value: &str, on: &'static str) -> Option<&'static str> {
    matches!(value.to_ascii_lowercase().as_str(), "true" | "yes" | "on" | "y").then_some(on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_former_fields_in_present_words() {
        assert_eq!(
            present_service_field("autoDeploy", "no"),
            Some(("autoDeployTrigger", Some("off")))
        );
        assert_eq!(
            present_root_field("previewsEnabled", "false"),
            Some(("previews.generation", None))
        );
        assert_eq!(present_plan(Kind::Web, "starter"), Some("0.5c-512mb"));
        assert_eq!(present_plan(Kind::KeyValue, "starter"), None);
    }
}
