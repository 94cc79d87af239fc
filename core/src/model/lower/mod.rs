//! Tree to Blueprint. Nothing is refused: what has the wrong shape is kept as malformed, and what stands in a place
//! that Render does not read but whose meaning is plain (a mapping of services instead of a list) is still understood.

mod env;
mod fields;
mod resource;
mod scope;
mod settings;

use super::blueprint::{Blueprint, Scope};
use crate::syntax::SyntaxTree;
use fields::Fields;

/// Reads the first document of `tree` as a Blueprint.
pub fn lower(tree: &SyntaxTree) -> Blueprint {
    let mut blueprint = Blueprint::default();
    let Some(fields) = tree.root.as_ref().and_then(Fields::of) else { return blueprint };
    blueprint.keys = fields.keys();
    blueprint.previews =
        fields.mapping("previews").map(|fields| settings::settings(&fields)).unwrap_or_default();
    blueprint.previews_generation = match fields.mapping("previews") {
        Some(previews) => previews.text("generation"),
        None => fields.text("previewsEnabled"),
    };
    scope::members(&mut blueprint, &fields, Scope::Root, "");
    if let Some(ungrouped) = fields.mapping("ungrouped") {
        scope::members(&mut blueprint, &ungrouped, Scope::Ungrouped, "ungrouped.");
    }
    scope::projects(&mut blueprint, &fields);
    scope::in_source_order(&mut blueprint);
    blueprint
}
