//! The page of Blueprint Lens: the text in an editor, its private network as a picture, its problems as a list.
//!
//! Data flows one way: the editor's text → [`state::Document`] → pictures and lists. What a visitor points at is one
//! [`state::Selection`] for all panes. Browser calls live in [`platform`] and [`editor::bridge`], nowhere else.

#![expect(unreachable_pub, reason = "the macro behind `#[component]` makes every component `pub`")]

mod app;
mod diagram;
mod editor;
mod platform;
mod problems;
mod state;
mod status;
mod toolbar;
mod ui;
mod views;

use leptos::mount::mount_to;

fn main() {
    platform::on_panic(editor::bridge::panicked);
    if let Some(host) = platform::element("app") {
        mount_to(host, app::App).forget();
    }
}
