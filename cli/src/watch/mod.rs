//! `watch`: the picture of Blueprints beside somebody's own editor, redrawn when a file changes on disk.
//!
//! One thread waits for changes and draws; the other serves the page and tells it what is new. Only this machine can ask,
//! and only who knows the address.

mod address;
mod changes;
mod editor;
mod frame;
mod page;
mod places;
mod requests;
mod server;
mod service;
mod shown;
mod subject;
mod walking;

use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;

use address::Address;
use changes::Changes;
use editor::Editor;
use shown::Shown;
use subject::Subject;

use crate::args::WatchArguments;
use crate::config::Config;
use crate::output;

/// Runs `watch`, until somebody stops it.
///
/// # Errors
/// When there is nothing to watch, the revision cannot be read, or the port is taken.
pub(crate) fn run(arguments: &WatchArguments, config: Config) -> anyhow::Result<ExitCode> {
    let editor = arguments.editor.as_deref().map(Editor::new).transpose()?;
    let subject = Subject::new(&arguments.paths, arguments.diff.as_deref(), config)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port.unwrap_or_default()))
        .with_context(|| match arguments.port {
            Some(port) => format!("port {port} of this machine is not free"),
            None => "no port of this machine is free".to_owned(),
        })?;
    let port = listener.local_addr().context("the port is not known")?.port();
    let address = Address::new(port, arguments.token.clone())?;
    // What changes between the first reading and the first drawing must not be missed.
    let changes = Changes::of(&subject)?;
    let shown = Arc::new(Shown::new(subject)?);
    let names = output::readable_all(&shown.subject().names());
    output::print(&format!("Watching {names}\n{}\n", address.page()))?;
    if !arguments.no_open
        && let Err(error) = opener::open_browser(address.page())
    {
        output::note(&format!("the browser does not open by itself: {error}"));
    }
    let drawn = Arc::clone(&shown);
    std::thread::spawn(move || changes.follow(&drawn));
    server::serve(listener, address, shown, editor)?;
    Ok(ExitCode::SUCCESS)
}
