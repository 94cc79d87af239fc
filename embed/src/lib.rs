//! The engine of the `<blueprint-lens>` element (`app/embed/`): the text of a Blueprint goes in, markup comes out.
//!
//! A text is analysed once; its views are asked of what that yields, by the functions that the page and the command line
//! use, so that all of them show the same picture and say the same words. Nothing here edits or completes: those parts of
//! `core` are left out by the linker.

use blueprint_lens_core::analysis;
use blueprint_lens_core::html::{self, Filter, Medium};
use blueprint_lens_core::redact::redact;
use blueprint_lens_core::scene::{self, Room};
use wasm_bindgen::prelude::wasm_bindgen;

/// The analysis of one text.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Analysis(analysis::Analysis);

#[wasm_bindgen]
impl Analysis {
    /// Analyses a text.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Self {
        Self(analysis::Analysis::new(text))
    }

    /// The picture as SVG without styles, for a page that brings them: laid out for a column of this width in CSS pixels.
    pub fn picture(&self, width: f64) -> String {
        scene::svg::inline(&self.0.scene_in(Room { width, height: Room::OPEN }))
    }

    /// The text with a stand-in for whatever looks like a secret.
    pub fn redacted(&self) -> String {
        redact(self.0.text(), &self.0.secret_values(), |_| false)
    }

    /// What joins what in the picture: a line for each edge, its id and those of its two ends between tabs.
    pub fn ends(&self) -> String {
        let network = self.0.network();
        let id = |node| &network.node(node).id;
        let edges = network.edges();
        edges
            .map(|(_, from, to, edge)| format!("{}\t{}\t{}\n", edge.id, id(from), id(to)))
            .collect()
    }

    /// The reachability matrix and the entry points, as HTML without scripts and styles.
    pub fn reach(&self) -> String {
        let mut views = html::reach(&self.0, Filter::All, Medium::Document);
        views.append(&html::exposure(&self.0, Medium::Document));
        views.into_string()
    }

    /// The problems, as HTML without scripts and styles.
    pub fn problems(&self) -> String {
        html::problems(&self.0, Medium::Document).into_string()
    }
}
