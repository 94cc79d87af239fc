//! Rules whose answer depends on the plan of the workspace, which a Blueprint does not say.

use super::check::Setting;
use crate::diagnostics::Severity;
use crate::platform::WorkspacePlan;

/// Rules that point out what needs a workspace of some plan, and the least one.
const NEED: [(&str, WorkspacePlan); 3] = [
    ("isolation-needs-pro", WorkspacePlan::Pro),
    ("needs-pro-workspace", WorkspacePlan::Pro),
    ("allow-list-needs-scale", WorkspacePlan::Scale),
];

/// What knowing the plan makes of a rule: nothing to say in a workspace that has it, a warning in a smaller one.
pub(crate) fn setting(code: &str, plan: WorkspacePlan) -> Option<Setting> {
    let (_, least) = NEED.iter().find(|(rule, _)| *rule == code)?;
    Some(if plan >= *least { Setting::Off } else { Setting::As(Severity::Warning) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, Options};
    use crate::text::Decoded;

    #[test]
    fn the_plan_decides_what_is_said_about_isolation() {
        let text = "projects:\n  - name: shop\n    environments:\n      - name: production\n        \
                    networking:\n          isolation: enabled\n";
        let severity = |plan, settings: &[(&str, Setting)]| {
            let settings = settings.iter().map(|(code, to)| ((*code).to_owned(), *to)).collect();
            let options = Options { all_advice: false, settings, workspace_plan: plan };
            let decoded = Decoded { text: text.to_owned(), invalid: Vec::new() };
            let analysis = Analysis::with(decoded, options);
            let found = analysis.diagnostics().iter();
            found.filter(|one| one.rule == "isolation-needs-pro").map(|one| one.severity).next()
        };
        let (code, off) = ("isolation-needs-pro", Setting::Off);
        assert_eq!(severity(None, &[]), None, "off by default");
        assert_eq!(severity(Some(WorkspacePlan::Hobby), &[]), Some(Severity::Warning));
        assert_eq!(severity(Some(WorkspacePlan::Scale), &[]), None);
        assert_eq!(
            severity(Some(WorkspacePlan::Hobby), &[(code, off)]),
            None,
            "the rule's own setting wins"
        );
        assert_eq!(severity(None, &[(code, Setting::On)]), Some(Severity::Info));
        assert_eq!(severity(None, &[(code, Setting::As(Severity::Error))]), Some(Severity::Error));
    }
}
