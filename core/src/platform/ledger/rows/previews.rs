//! V: previews.

use crate::platform::ledger::evidence::{
    CHANGELOG, DOC_PREVIEW_ENVIRONMENTS, DOC_PREVIEW_ENVIRONMENTS_AGAIN, DOC_SERVICE_PREVIEWS,
    DOC_SERVICE_PREVIEWS_AGAIN, FIRST_READING, PLUGIN, REPORTS, SCHEMA, SKILLS, SPEC,
};
use crate::platform::ledger::fact::{Fact, documented, inferred, observed};

pub(super) const ROWS: &[Fact] = &[
    documented("V01", &[&SPEC, &SKILLS], "`branch` pins every preview to that branch, so a pull request is previewed with the wrong code.")
        .remedy("Drop `branch`."),
    documented("V02", &[&SCHEMA, &SKILLS], "A cron job and a static site have no preview plan; a Key Value and a database take `previewPlan`, not `previews.plan`.")
        .remedy("Write the field of that kind."),
    observed("V03", &[&SKILLS], "A database's `plan` and `previewPlan` must both be flexible or both be legacy. The note is gone from the newer page.")
        .remedy("Choose both from one family."),
    inferred("V04", &[&DOC_SERVICE_PREVIEWS, &FIRST_READING], "A preview of a paid service cannot run on the free plan.")
        .remedy("Choose a paid preview plan."),
    documented("V05", &[&SPEC], "Without a plan for previews, each preview runs on the plan of production.")
        .remedy("Set `previews.plan`, `previewPlan` and `previewDiskSizeGB`."),
    documented("V06", &[&SPEC], "Without `previews.expireAfterDays`, a preview environment stays until its pull request is closed.")
        .remedy("Set it."),
    documented("V07", &[&SPEC], "A service's `previews.generation` is `manual` or `automatic`; `off` is in the schema only.")
        .remedy("Leave it out."),
    documented("V08", &[&SPEC], "Previews do not scale: they run `minInstances`."),
    documented("V09", &[&SPEC, &REPORTS], "A literal value goes to previews as it is, so an address of production makes the preview call production.")
        .remedy("Use a reference or `previewValue`."),
    documented("V10", &[&SPEC], "`previewValue` works on web services, private services and groups only.")
        .remedy("Move the variable to a group."),
    documented("V11", &[&DOC_PREVIEW_ENVIRONMENTS], "Preview environments need a Pro workspace or higher.")
        .remedy("Upgrade the workspace, or remove the setting."),
    documented("V12", &[&CHANGELOG, &PLUGIN], "Preview environments leave out workflows.")
        .remedy("Expect none there."),
    documented("V13", &[&SKILLS], "A service's `previews.generation` is about previews of that service alone; a preview environment contains the service whatever it says."),
    inferred("V14", &[&SPEC, &DOC_PREVIEW_ENVIRONMENTS], "A preview environment copies what the file declares; a datastore outside the file is most likely the one of production.")
        .remedy("Declare it in the file."),
    documented("V15", &[&SCHEMA], "`previews.expireAfterDays` is a whole number from 1.")
        .remedy("Write such a number."),
    inferred("V16", &[&DOC_PREVIEW_ENVIRONMENTS_AGAIN], "A preview of a paid database cannot run on the free plan.")
        .remedy("Choose a paid preview plan."),
    documented("V17", &[&DOC_SERVICE_PREVIEWS_AGAIN], "Service previews are for web services and static sites; on private services and workers, `previews.plan` and `previews.numInstances` are about preview environments, and `generation` has no effect.")
        .remedy("Drop `generation`."),
];
