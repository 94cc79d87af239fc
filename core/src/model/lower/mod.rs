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
use super::names::Names;
use super::root::Root;
use super::scope::Scope;
use crate::syntax::SyntaxTree;
use crate::text::FileId;
use fields::Fields;
use lowering::Lowering;

/// Reads the first document of each tree as a Blueprint: one file, or several whose trees stand behind each other in one
/// text.
pub fn lower(trees: &[SyntaxTree]) -> Blueprint {
    let mut lowering = Lowering::default();
    for tree in trees {
        file(&mut lowering, tree);
    }
    if trees.is_empty() {
        lowering.blueprint.roots.push(Root::default());
    }
    lowering.sort_by_source();
    if trees.iter().filter_map(|tree| tree.root.as_ref()).any(text_use::has_alias) {
        lowering.blueprint.shared_spans = lowering.shared_spans(trees);
    }
    let mut blueprint = lowering.blueprint;
    blueprint.names = Names::of(&blueprint.resources, &blueprint.groups, &blueprint.environments);
    blueprint
}

/// One file, behind those that have been read.
fn file<'a>(lowering: &mut Lowering<'a>, tree: &'a SyntaxTree) {
    let file = FileId(lowering.blueprint.roots.len());
    let Some(fields) = tree.root.as_ref().and_then(Fields::of) else {
        lowering.blueprint.roots.push(Root::default());
        return;
    };
    lowering.blueprint.roots.push(Root {
        path: String::new(),
        keys: fields.keys(),
        previews: fields
            .mapping("previews")
            .map(|fields| settings::settings(&fields))
            .unwrap_or_default(),
        previews_generation: match fields.mapping("previews") {
            Some(previews) => previews.text("generation"),
            None => fields.text("previewsEnabled"),
        },
        build_sources: Vec::new(),
    });
    scope::members(lowering, &fields, Scope::Root(file), "");
    if let Some(ungrouped) = fields.mapping("ungrouped") {
        scope::members(lowering, &ungrouped, Scope::Ungrouped(file), "ungrouped.");
    }
    scope::projects(lowering, &fields, file);
}
