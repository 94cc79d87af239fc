//! The engine of the `<blueprint-lens>` element (`app/embed/`): the text of a Blueprint goes in, markup comes out.
//!
//! Every function is the one that the page and the command line use, so all of them show the same picture and say the
//! same words. Nothing here edits or completes: those parts of `core` are left out by the linker.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::html::{self, Filter, Medium};
use blueprint_lens_core::scene;
use wasm_bindgen::prelude::wasm_bindgen;

/// The picture as SVG without styles, for a page that brings them.
#[wasm_bindgen]
pub fn picture(text: &str) -> String {
    scene::svg::inline(Analysis::new(text).scene())
}

/// What joins what in the picture: a line for each edge, its id and those of its two ends between tabs.
#[wasm_bindgen]
pub fn ends(text: &str) -> String {
    let analysis = Analysis::new(text);
    let lines = analysis.scene().edges.iter();
    lines.map(|edge| format!("{}\t{}\t{}\n", edge.id, edge.from, edge.to)).collect()
}

/// The reachability matrix and the entry points, as HTML without scripts and styles.
#[wasm_bindgen]
pub fn reach(text: &str) -> String {
    let analysis = Analysis::new(text);
    html::reach(&analysis, Filter::All, Medium::Document)
        + &html::exposure(&analysis, Medium::Document)
}

/// The problems, as HTML without scripts and styles.
#[wasm_bindgen]
pub fn problems(text: &str) -> String {
    html::problems(&Analysis::new(text), Medium::Document)
}
