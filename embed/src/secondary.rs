//! The secondary module: the functions of this WebAssembly that no picture needs. They lie in a file of their own
//! (`xtask/page/split.mjs`), which is fetched when somebody wants more than the picture.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "blueprint-lens-secondary")]
extern "C" {
    /// Gives the exports of this instance to the secondary module, whose functions are there afterwards.
    #[wasm_bindgen(js_name = join)]
    fn join(exports: &JsValue);
}

/// Joins the secondary module to this instance. The first call of a function that lies there calls this before.
#[wasm_bindgen(js_name = joinSecondary)]
pub fn join_secondary() {
    join(&wasm_bindgen::exports());
}
