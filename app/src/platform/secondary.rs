//! The secondary module: the functions of this WebAssembly that the first picture does not need. A release keeps them in
//! a file of their own (`xtask/page/split.mjs`), which is fetched after the first picture.

use wasm_bindgen::prelude::wasm_bindgen;

use super::bridge;

/// Joins the secondary module to this instance. The first call of a function that lies there calls this before.
#[wasm_bindgen(js_name = joinSecondary)]
pub fn join_secondary() {
    bridge::join_secondary(&wasm_bindgen::exports());
}
