//! Tree to Blueprint. Nothing is refused: a value of the wrong kind is kept as malformed, and what is where
//! Render does not read it but whose meaning is plain (a mapping of services instead of a list) is still understood.

mod env;
mod fields;
mod lowering;
mod order;
mod resource;
mod scope;
mod settings;
mod text_use;

use super::blueprint::Blueprint;
use super::scope::Scope;
use crate::syntax::SyntaxTree;
use fields::Fields;
use lowering::Lowering;

/// Reads the first document of `tree` as a Blueprint.
pub fn lower(tree: &SyntaxTree) -> Blueprint {
    let mut lowering = Lowering::default();
    let Some((root, fields)) = tree.root.as_ref().and_then(|root| Some((root, Fields::of(root)?)))
    else {
        return lowering.blueprint;
    };
    let blueprint = &mut lowering.blueprint;
    blueprint.keys = fields.keys();
    blueprint.previews =
        fields.mapping("previews").map(|fields| settings::settings(&fields)).unwrap_or_default();
    blueprint.previews_generation = match fields.mapping("previews") {
        Some(previews) => previews.text("generation"),
        None => fields.text("previewsEnabled"),
    };
    scope::members(&mut lowering, &fields, Scope::Root, "");
    if let Some(ungrouped) = fields.mapping("ungrouped") {
        scope::members(&mut lowering, &ungrouped, Scope::Ungrouped, "ungrouped.");
    }
    scope::projects(&mut lowering, &fields);
    lowering.sort_by_source();
    if text_use::has_alias(root) {
        lowering.blueprint.shared_spans = lowering.shared_spans();
    }
    lowering.blueprint
}
