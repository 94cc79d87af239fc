//! The page of Blueprint Lens: the text in an editor, its private network as a picture, its problems as a list.
//!
//! Data flows one way: the editor's text → [`state::Document`] → pictures and lists. What a visitor points at is one
//! selection for all panes. The folders are layers, and each knows only those before it: [`platform`], [`ui`] and
//! [`engine`], [`state`], then the panes [`editor`], [`diagram`], [`problems`], [`views`] and [`toolbar`], none of which
//! knows another, and [`app`], which puts them together. `cargo xtask test` checks this.
//!
//! The same module also runs in a worker, where it only answers questions ([`engine`]).

#![expect(unreachable_pub, reason = "the macro behind `#[component]` makes every component `pub`")]

mod app;
mod diagram;
mod editor;
mod engine;
mod platform;
mod problems;
mod state;
mod toolbar;
mod ui;
mod views;

use leptos::mount::mount_to;

fn main() {
    platform::on_panic();
    if platform::background::is_worker() {
        platform::background::serve(engine::take_up, engine::go_on);
    } else if let Some(host) = platform::element("app") {
        mount_to(host, app::App).forget();
    }
}
