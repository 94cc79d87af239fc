//! Waiting with a limit. Where there are no threads, whoever reads the next line must know of it: no limit ends while
//! something blocks.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// When those who wait give up.
static ENDS: Mutex<Vec<Instant>> = Mutex::new(Vec::new());

/// Waits for a future, at most so long; `None` when that is over.
pub(super) async fn at_most<F: Future>(limit: Duration, future: F) -> Option<F::Output> {
    let _end = End::new(limit);
    tokio::time::timeout(limit, future).await.ok()
}

/// How long the first of those who wait goes on; `None` when nobody waits with a limit.
#[cfg(target_os = "wasi")]
pub(super) fn left() -> Option<Duration> {
    ends().iter().min().map(|end| end.saturating_duration_since(Instant::now()))
}

/// One who waits.
struct End(Instant);

impl End {
    fn new(limit: Duration) -> Self {
        let end = Instant::now() + limit;
        ends().push(end);
        Self(end)
    }
}

impl Drop for End {
    fn drop(&mut self) {
        let mut ends = ends();
        if let Some(at) = ends.iter().position(|end| *end == self.0) {
            ends.swap_remove(at);
        }
    }
}

fn ends() -> MutexGuard<'static, Vec<Instant>> {
    ENDS.lock().unwrap_or_else(PoisonError::into_inner)
}
