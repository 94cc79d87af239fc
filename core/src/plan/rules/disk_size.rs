//! Z32: less storage for a database.

use crate::plan::consequence::Class;
use crate::plan::rule::{Effect, PlanRule};

pub(super) const Z32: PlanRule = PlanRule::new(&["Z32"], |event| {
    let field = event.field_named("diskSizeGB")?;
    let size = |text: &str| text.parse::<u64>().ok();
    if size(field.after?)? >= size(field.before?)? {
        return None;
    }
    let text = format!(
        "Render refuses the sync: the storage of {} cannot shrink {}",
        event.name(),
        event.step()
    );
    Some(Effect::new(Class::Refused, text).advice("keep the size"))
});
