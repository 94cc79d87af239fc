//! The engine of the `<blueprint-lens>` element (`app/embed/`): the text of a Blueprint goes in, markup comes out.
//!
//! A text is read once, and checked once; its views are asked of what that yields, by the functions that the page and the
//! command line use, so that all of them show the same picture and say the same words. A picture needs no check, so that it
//! can be shown before the rules have come. Nothing here edits or completes: those parts of
//! `core` are left out by the linker.

pub mod secondary;

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
    /// Reads a text as far as its picture needs it.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Self {
        Self(analysis::Analysis::unchecked(text))
    }

    /// The same text with what the rules find in it, which the picture then marks.
    #[must_use]
    pub fn checked(self) -> Self {
        Self(self.0.checked())
    }

    /// The picture as SVG without styles, for a page that brings them: laid out for a column of this width in CSS pixels.
    pub fn picture(&self, width: f64) -> String {
        scene::svg::inline(&self.0.scene_in(Room { width, height: Room::OPEN }))
    }

    /// The text with a stand-in for whatever looks like a secret.
    pub fn redacted(&self) -> String {
        redact(self.0.text(), self.0.secret_values(), |_| false)
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

    /// One page of the reachability matrix, as HTML without scripts and styles: its cells and the ways to other pages are
    /// buttons.
    pub fn reach(&self, page: usize) -> String {
        html::reach_page(&self.0, Filter::All, page).into_string()
    }

    /// The entry points, as HTML without scripts and styles.
    pub fn exposure(&self) -> String {
        html::exposure(&self.0, Medium::Document).into_string()
    }

    /// Why one node can reach another one or cannot, as HTML without scripts and styles; nothing for an id that is none.
    pub fn explain(&self, from: &str, to: &str) -> String {
        let node = |id| self.0.network().find(id);
        let (Some(from), Some(to)) = (node(from), node(to)) else { return String::new() };
        html::explanation(&self.0, from, to, Medium::Document).into_string()
    }

    /// The problems, as HTML without scripts and styles.
    pub fn problems(&self) -> String {
        html::problems(&self.0, Medium::Document).into_string()
    }
}
