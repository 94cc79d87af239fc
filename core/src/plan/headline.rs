//! The plan in one line: the worst of it, in words.

use super::consequence::{Class, Consequence, Plan};
use crate::diagnostics::Severity;
use crate::platform::Certainty;
use crate::wording::count::count_of;

/// The worst of a plan, with a sign for how bad it is; `None` when nothing of it needs a look. When Render refuses the
/// base, it says so.
pub fn headline(plan: &Plan) -> Option<String> {
    let Some(severity) = plan.severity().filter(|severity| *severity > Severity::Info) else {
        let note = "\u{2139}\u{fe0f} Render refuses the version before the change, so it was perhaps never synced";
        return plan.base_refused.then(|| note.to_owned());
    };
    let sign = if severity == Severity::Error { "\u{1f6d1}" } else { "\u{26a0}\u{fe0f}" };
    let heaviest: Vec<&Consequence> =
        plan.consequences.iter().filter(|one| one.severity == severity).collect();
    // `min_by_key` gives the first of several.
    let worst = heaviest.iter().min_by_key(|one| one.class)?;
    let mut line = format!("{sign} {}", words(plan, worst));
    let more = heaviest.iter().filter(|one| !is_told(worst, one)).count();
    if more > 0 {
        let more = if severity == Severity::Error {
            count_of(more, "more severe consequence", "more severe consequences")
        } else {
            count_of(more, "more thing to look at", "more things to look at")
        };
        line.push_str(&format!(", and {more}"));
    }
    if plan.base_refused {
        line.push_str(
            " (Render refuses the version before the change, so it was perhaps never synced)",
        );
    }
    Some(line)
}

/// Whether the words for the worst tell this one, too.
fn is_told(worst: &Consequence, other: &Consequence) -> bool {
    let former = worst.before.as_ref().map(|shown| &shown.text);
    let is_former = matches!(worst.class, Class::DataLoss | Class::Replace)
        && worst.field.is_none()
        && other.class == Class::Orphan
        && Some(&other.part.name) == former;
    let is_same =
        worst.part == other.part && worst.class == other.class && worst.text == other.text;
    is_former || is_same
}

fn words(plan: &Plan, worst: &Consequence) -> String {
    let name = &worst.part.name;
    let field = worst.field_name().unwrap_or_default();
    let former = worst.before.as_ref().map_or("", |shown| shown.text.as_str());
    match worst.class {
        Class::DataLoss if worst.field.is_none() => {
            format!(
                "This merge leaves `{former}` behind with its data and creates an empty `{name}`"
            )
        }
        Class::DataLoss => format!("This merge empties `{name}`"),
        Class::Destroy => format!("This merge deletes the read replica `{name}`"),
        Class::Refused if worst.part.kind == "blueprint" => {
            "Render refuses the new version, so nothing of this merge happens".to_owned()
        }
        Class::Refused => {
            let sure = worst.certainty != Certainty::Inferred && !plan.base_refused;
            let refuses = if sure { "Render refuses" } else { "Render most likely refuses" };
            format!("{refuses} this merge because of `{field}` of `{name}`")
        }
        Class::Orphan if worst.severity == Severity::Error => {
            format!("This merge leaves `{name}` behind with its data, and no file manages it")
        }
        Class::Orphan if worst.part.kind == "group" => {
            format!("This merge leaves the group `{name}` behind, and no file manages it")
        }
        Class::Orphan => format!("This merge leaves `{name}` running, and no file manages it"),
        Class::Replace => format!("This merge creates `{name}` beside `{former}`, which stays"),
        Class::SetByHand => {
            format!("Render does not ask for `{field}` of `{name}`: set it by hand")
        }
        Class::Reset => format!("This merge resets `{field}` of `{name}`"),
        Class::Rotate => format!("This merge changes the secret `{field}` of `{name}`"),
        Class::Kept
        | Class::Prompt
        | Class::Adopt
        | Class::Create
        | Class::InPlace
        | Class::Unknown => format!("`{field}` of `{name}` stays as it was on Render"),
    }
}
