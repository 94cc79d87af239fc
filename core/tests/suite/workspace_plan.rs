//! Rules whose answer depends on the plan of the workspace, which a Blueprint does not say.

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::lint::Setting;
use blueprint_lens_core::platform::WorkspacePlan;
use blueprint_lens_core::text::Decoded;

const ISOLATED: &str = "projects:\n  - name: shop\n    environments:\n      - name: production\n        \
                        networking:\n          isolation: enabled\n";
const CODE: &str = "isolation-needs-pro";

fn severity(plan: Option<WorkspacePlan>, setting: Option<Setting>) -> Option<Severity> {
    let settings = setting.into_iter().map(|to| (CODE.to_owned(), to)).collect();
    let options =
        Options { all_advice: false, settings, workspace_plan: plan, ..Options::default() };
    let decoded = Decoded { text: ISOLATED.to_owned(), invalid: Vec::new() };
    let analysis = Analysis::with(decoded, options);
    let mut found = analysis.diagnostics().iter().filter(|one| one.rule == CODE);
    found.next().map(|one| one.severity)
}

#[test]
fn the_plan_decides_what_is_said_about_isolation() {
    assert_eq!(severity(None, None), None, "off by default");
    assert_eq!(severity(Some(WorkspacePlan::Hobby), None), Some(Severity::Warning));
    assert_eq!(severity(Some(WorkspacePlan::Scale), None), None);
}

#[test]
fn a_setting_of_the_rule_wins_over_the_plan() {
    assert_eq!(severity(Some(WorkspacePlan::Hobby), Some(Setting::Off)), None);
    assert_eq!(severity(None, Some(Setting::On)), Some(Severity::Info));
    let error = Some(Setting::As(Severity::Error));
    assert_eq!(severity(None, error), Some(Severity::Error));
}
