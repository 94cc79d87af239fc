//! What the page asks for.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::places::Thing;
use super::service::Service;
use super::walking::{self, Answer, Key};
use crate::output::{self, readable_all};

/// Where something is, and whether an editor was asked to open it.
#[derive(Serialize)]
pub(super) struct Place {
    place: String,
    opened: bool,
}

/// Prints where something is, and opens it in the editor.
pub(super) async fn open(
    State(service): State<Arc<Service>>,
    Json(thing): Json<Thing>,
) -> Result<Json<Place>, StatusCode> {
    let place = thing.place(service.shown.drawn().analysis()).ok_or(StatusCode::NOT_FOUND)?;
    if let Some(editor) = &service.editor {
        editor.open(&place);
    }
    let place = readable_all(&place);
    // Nobody may read it any more; the editor opens all the same.
    let _ = output::print(&format!("{place}\n"));
    Ok(Json(Place { place, opened: service.editor.is_some() }))
}

/// Does what a key asks for.
pub(super) async fn press(
    State(service): State<Arc<Service>>,
    Json(key): Json<Key>,
) -> Result<Json<Answer>, StatusCode> {
    let answer = walking::press(&mut service.shown.drawn(), &key);
    answer.map(Json).ok_or(StatusCode::NOT_FOUND)
}

/// The width that there is for a picture, in CSS pixels.
#[derive(Deserialize)]
pub(super) struct Width {
    width: f64,
}

/// Draws the picture for the window.
pub(super) async fn fit(
    State(service): State<Arc<Service>>,
    Json(Width { width }): Json<Width>,
) -> StatusCode {
    service.shown.fit(width);
    StatusCode::NO_CONTENT
}

/// Draws the picture as if nothing had been drawn before.
pub(super) async fn tidy(State(service): State<Arc<Service>>) -> StatusCode {
    service.shown.draw_anew();
    StatusCode::NO_CONTENT
}
