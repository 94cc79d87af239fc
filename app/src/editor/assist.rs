//! Completion and hover: the engine's answers as the plain objects that the JavaScript side shows.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::assist;
use blueprint_lens_core::text::{LineIndex, Span};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// What could stand at an offset, in UTF-16 units; null for nothing. The names come from what was analysed last.
pub(super) fn complete(analysis: &Analysis, text: &str, offset: u32) -> JsValue {
    let lines = LineIndex::new(text);
    let at = lines.from_utf16(offset as usize, text);
    let Some(found) = assist::complete(text, at, analysis.blueprint()) else {
        return JsValue::NULL;
    };
    let offers: Array = found
        .offers
        .iter()
        .map(|offer| {
            let fields = [
                ("label", offer.label.as_str()),
                ("insert", &offer.insert),
                ("kind", offer.kind.id()),
                ("detail", &offer.detail),
                ("help", &offer.help),
            ];
            object(&fields.map(|(name, value)| (name, value.into())))
        })
        .collect();
    let [from, to] = ends(&lines, text, found.span);
    object(&[("from", from), ("to", to), ("offers", offers.into())])
}

/// What stands at an offset, in UTF-16 units; null where there is nothing to say.
pub(super) fn explain(analysis: &Analysis, text: &str, offset: u32) -> JsValue {
    let lines = LineIndex::new(text);
    let at = lines.from_utf16(offset as usize, text);
    let Some(found) = assist::hover(text, at, analysis.blueprint()) else { return JsValue::NULL };
    let source = found.source.map_or(JsValue::NULL, |(address, date)| {
        object(&[("address", address.into()), ("date", date.into())])
    });
    let facts: Array = found.facts.iter().map(|fact| JsValue::from_str(fact)).collect();
    let [from, to] = ends(&lines, text, found.span);
    object(&[
        ("from", from),
        ("to", to),
        ("title", found.title.into()),
        ("help", found.help.into()),
        ("facts", facts.into()),
        ("source", source),
    ])
}

fn ends(lines: &LineIndex, text: &str, span: Span) -> [JsValue; 2] {
    [span.start(), span.end()].map(|at| lines.utf16(at, text).into())
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
