//! Routes of static sites to wires: where a redirect or a rewrite sends the browser, or Render's edge on its behalf.

use std::collections::BTreeMap;

use super::edge::{Cause, CauseKind, EdgeClass};
use super::literals::{hosts_in, place_in_value};
use super::resolve::{Sibling, is_onrender, sibling};
use super::wire::{Wire, WireTarget};
use crate::model::{Blueprint, Present, Resource, Setting};
use crate::platform::Kind;

/// What a route says.
#[derive(Default)]
struct Route<'a> {
    item: Option<&'a Setting>,
    source: Option<&'a str>,
    destination: Option<&'a Setting>,
}

/// Adds the wires of a static site's routes.
pub(super) fn routes(blueprint: &Blueprint, text: &str, site: &Resource, out: &mut Vec<Wire>) {
    if site.kind.kind() != Some(Kind::Static) {
        return;
    }
    for route in routes_of(site) {
        let Route { item: Some(item), source, destination: Some(destination) } = route else {
            continue;
        };
        let Some(literal) = &destination.literal else { continue };
        let value = Present {
            value: literal.clone(),
            span: destination.key.value,
            key: destination.key.span,
        };
        for host in hosts_in(&literal.text).into_iter().filter(|host| host.scheme.is_some()) {
            let (target, class) = match sibling(blueprint, site.scope, "", &host) {
                Some(Sibling::Public(resource)) => {
                    (WireTarget::Declared(resource), EdgeClass::Public)
                }
                Some(Sibling::Internal(resource)) => {
                    (WireTarget::Declared(resource), EdgeClass::Private)
                }
                None if is_onrender(&host.host.name) => {
                    (WireTarget::External { host: host.host.name.clone() }, EdgeClass::Public)
                }
                None => continue,
            };
            out.push(Wire {
                target,
                class,
                server_side: false,
                cause: Cause {
                    consumer: site.id,
                    variable: source.map_or("route".to_owned(), |from| format!("route {from}")),
                    span: place_in_value(text, &value, host.at),
                    entry: item.key.value,
                    path: format!("{}.{}", site.path, destination.name),
                    kind: CauseKind::Route,
                    source: None,
                },
                type_word: None,
            });
        }
    }
}

/// The routes of a site, in source order.
fn routes_of(site: &Resource) -> impl Iterator<Item = Route<'_>> {
    let mut routes: BTreeMap<usize, Route<'_>> = BTreeMap::new();
    for setting in site.settings.iter() {
        let Some((index, field)) = setting
            .name
            .strip_prefix("routes[")
            .and_then(|rest| rest.split_once(']'))
            .and_then(|(index, field)| Some((index.parse().ok()?, field)))
        else {
            continue;
        };
        let route = routes.entry(index).or_default();
        match field {
            "" => route.item = Some(setting),
            ".source" => route.source = setting.text(),
            ".destination" => route.destination = Some(setting),
            _ => {}
        }
    }
    routes.into_values()
}
