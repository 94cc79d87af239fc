//! What former spellings say in present words, values included (SPEC; SCHEMA for `domain` and the preview fields).

use super::Kind;

/// Named compute plans and the ids they go by since August 2026 (SPEC; the pairs that are documented).
const RENAMED_PLANS: [(&str, &str); 3] =
    [("starter", "0.5c-512mb"), ("standard", "1c-2g"), ("pro", "2c-4g")];

/// The present field and value that a former field of the root means; `None` for present fields. A value of `None`
/// is what leaving the field out means.
pub fn present_root_field(
    field: &str,
    value: &str,
) -> Option<(&'static str, Option<&'static str>)> {
    match field {
        "previewsEnabled" => Some(("previews.generation", switch(value, "automatic"))),
        _ => None,
    }
}

/// The same for a former field of a service of that kind, where the value gets another form too.
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

/// The present name of a former field whose value stays as it is, for the root (`None`) or a kind of service.
pub fn moved_field(kind: Option<Kind>, field: &str) -> Option<&'static str> {
    let server = matches!(kind, Some(Kind::Web | Kind::PrivateService | Kind::Worker));
    match (kind, field) {
        (None, "previewsExpireAfterDays") => Some("previews.expireAfterDays"),
        (Some(_), "env") => Some("runtime"),
        (Some(_), "afterFirstDeployCommand") => Some("initialDeployHook"),
        (Some(_), "previewPlan") if server => Some("previews.plan"),
        _ => None,
    }
}

/// The present id of a compute plan; of any other, itself.
pub fn present_plan(kind: Kind, plan: &str) -> &str {
    let compute = matches!(kind, Kind::Web | Kind::PrivateService | Kind::Worker | Kind::Cron);
    RENAMED_PLANS.iter().find(|(old, _)| compute && *old == plan).map_or(plan, |(_, now)| now)
}

/// `on` for a value that switches something on, in YAML 1.1's words too.
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
        assert_eq!(moved_field(Some(Kind::Worker), "previewPlan"), Some("previews.plan"));
        assert_eq!(moved_field(Some(Kind::KeyValue), "previewPlan"), None);
        assert_eq!(present_plan(Kind::Web, "starter"), "0.5c-512mb");
        assert_eq!(present_plan(Kind::KeyValue, "starter"), "starter");
    }
}
