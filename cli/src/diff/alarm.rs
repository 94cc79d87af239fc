//! What lets a run fail when it is asked for.

use blueprint_lens_core::diff::Difference;
use blueprint_lens_core::plan::{Class, Plan};

use crate::choices::DiffFailOn;

/// Something that a run can be asked to fail on, with the word for it.
pub(crate) type Alarm = (DiffFailOn, &'static str, bool);

/// Every alarm, and whether it applies.
pub(super) fn alarms(difference: &Difference, plan: &Plan) -> Vec<Alarm> {
    let found = difference.alarms();
    let of_class = |alarm, class: Class| (alarm, class.id(), plan.has(class));
    vec![
        (DiffFailOn::NewError, "new-error", found.new_error),
        (DiffFailOn::NewExposure, "new-exposure", found.new_exposure),
        (DiffFailOn::NewPublicService, "new-public-service", found.new_public_service),
        of_class(DiffFailOn::Refused, Class::Refused),
        of_class(DiffFailOn::DataLoss, Class::DataLoss),
        of_class(DiffFailOn::Destroy, Class::Destroy),
        of_class(DiffFailOn::Orphan, Class::Orphan),
        of_class(DiffFailOn::SetByHand, Class::SetByHand),
    ]
}
