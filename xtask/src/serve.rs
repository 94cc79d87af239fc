//! `cargo xtask serve`: the page on this machine, rebuilt and reloaded at every change.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Instant;

use crate::repository::{Repository, make_folder};
use crate::{Result, command, page, say, setup};

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 20;

/// Serves until interrupted; `arguments` go to `trunk serve`.
pub(crate) fn serve(repository: &Repository, arguments: &[String]) -> Result<()> {
    let start = Instant::now();
    setup::page(repository)?;
    let prerender = page::prerender(repository)?;
    // Trunk does not start when a folder that it is told not to watch is missing, as in a fresh clone.
    make_folder(&repository.path("app/editor/dist"))?;
    let mut trunk = page::trunk(repository, "serve", &prerender);
    trunk.args(arguments);
    say::note(&format!("all tools are there after {}", say::clock(start.elapsed().as_secs())));
    if arguments.iter().any(|argument| argument.starts_with("--port")) {
        say::step("serving the page");
    } else {
        let port = free_port()?;
        trunk.arg("--port").arg(port.to_string());
        say::step(&format!(
            "serving the page at http://127.0.0.1:{port}/ as soon as it is built: two minutes the first time, \
             seconds from then on (Ctrl+C ends it)"
        ));
    }
    command::run(&mut trunk)
}

fn free_port() -> Result<u16> {
    (FIRST_PORT..FIRST_PORT + PORTS_TRIED)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| {
            format!("no free port from {FIRST_PORT} on; name one: `cargo xtask serve --port 9000`")
        })
}
