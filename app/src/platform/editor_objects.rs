//! Completion and hover as the plain objects that the editor's JavaScript shows.

use blueprint_lens_core::assist::{Completions, Hover, Offer};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::located::Located;

/// What could stand somewhere.
pub(super) fn completions(found: Located<Completions>) -> JsValue {
    let offers: Array = found.content.offers.iter().map(offer).collect();
    object(&[("from", found.from.into()), ("to", found.to.into()), ("offers", offers.into())])
}

fn offer(offer: &Offer) -> JsValue {
    let fields = [
        ("label", offer.label.as_str()),
        ("insert", &offer.insert),
        ("kind", offer.kind.id()),
        ("detail", &offer.detail),
        ("help", &offer.help),
    ];
    object(&fields.map(|(name, value)| (name, value.into())))
}

/// What stands somewhere, explained.
pub(super) fn hover(found: Located<Hover>) -> JsValue {
    let Hover { title, help, facts, source, .. } = found.content;
    let source = source.map_or(JsValue::NULL, |(address, date)| {
        object(&[("address", address.into()), ("date", date.into())])
    });
    let facts: Array = facts.iter().map(|fact| JsValue::from_str(fact)).collect();
    object(&[
        ("from", found.from.into()),
        ("to", found.to.into()),
        ("title", title.into()),
        ("help", help.into()),
        ("facts", facts.into()),
        ("source", source),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
