//! Serving the page: to this machine, and only to who knows the token.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive};
use axum::response::{Html, IntoResponse as _, Response, Sse};
use axum::routing::{get, post};
use futures_util::stream::{self, Stream};

use super::address::Address;
use super::editor::Editor;
use super::frame::Told;
use super::page;
use super::requests::{fit, open, press, tidy};
use super::service::Service;
use super::shown::Shown;

/// Headers of every answer: nothing is kept, nothing is shown inside of other pages, and the address goes nowhere.
const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// Serves until the program is stopped.
///
/// # Errors
/// If the system does not let it.
pub(super) fn serve(
    listener: TcpListener,
    address: Address,
    shown: Arc<Shown>,
    editor: Option<Editor>,
) -> anyhow::Result<()> {
    let path = |name: &str| address.path(name);
    let routes = Router::new()
        .route(&path(""), get(document))
        .route(&path("events"), get(events))
        .route(&path("open"), post(open))
        .route(&path("press"), post(press))
        .route(&path("fit"), post(fit))
        .route(&path("tidy"), post(tidy));
    let service = Arc::new(Service { address, shown, editor });
    let routes = routes
        .layer(middleware::from_fn_with_state(Arc::clone(&service), guard))
        .with_state(service);
    listener.set_nonblocking(true).context("the port cannot be served")?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the port cannot be served")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, routes).await
    })?;
    Ok(())
}

/// Whether a request means this machine: a page of somebody else may ask under a name of its own that leads here.
fn is_meant(address: &Address, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    text(header::HOST).is_some_and(|host| address.is_host(host))
        && text(header::ORIGIN).is_none_or(|origin| address.is_origin(origin))
}

/// Lets only those requests through that are meant, and adds the headers.
async fn guard(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    let mut response = if is_meant(&service.address, request.headers()) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    };
    response.headers_mut().extend(HEADERS.map(|(name, value)| (Some(name), value)));
    response
}

async fn document() -> Html<String> {
    Html(page::document())
}

/// What is new, as long as the page is open.
async fn events(
    State(service): State<Arc<Service>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut frames = service.shown.frames();
    frames.mark_changed();
    let start = (frames, Told::default(), Vec::new().into_iter());
    let events = stream::unfold(start, |(mut frames, mut told, mut waiting)| async move {
        loop {
            if let Some(message) = waiting.next() {
                let event = Event::default().data(message);
                return Some((Ok(event), (frames, told, waiting)));
            }
            frames.changed().await.ok()?;
            let frame = Arc::clone(&frames.borrow_and_update());
            waiting = frame.messages(&mut told).into_iter();
        }
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
