//! Standard input and output as a connection, without a thread: the next line is read when every task waits. So it works
//! where there are no threads, and one question is answered before the next is read.

use std::io::{self, BufRead as _, Write as _};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::patience;
use crate::host::has_input_within;

/// Both, for the runtime of `builder`.
pub(super) fn connection(builder: &mut tokio::runtime::Builder) -> (Input, Output) {
    let input = Input::default();
    let lines = input.clone();
    builder.on_thread_park(move || lines.read_line());
    (input, Output)
}

/// Standard input.
#[derive(Clone, Default)]
pub(super) struct Input(Arc<Mutex<Lines>>);

#[derive(Default)]
struct Lines {
    /// What came behind the last line that was read.
    rest: Vec<u8>,
    /// What was read and not yet taken.
    bytes: Vec<u8>,
    /// Whether there is no more, or reading failed, which comes to the same.
    ended: bool,
    /// Who waits for the next line.
    waiting: Option<Waker>,
}

impl Input {
    /// Reads the next line, if somebody waits for it. To be called when nothing else can be done; where something has a
    /// time limit, it gives up when that is over.
    fn read_line(&self) {
        let mut lines = self.lines();
        if lines.waiting.is_none() {
            return;
        }
        while !lines.takes_line() {
            if patience::left().is_some_and(|limit| !has_input_within(limit)) {
                return;
            }
            let mut input = io::stdin().lock();
            let chunk = input.fill_buf().unwrap_or_default().to_vec();
            input.consume(chunk.len());
            lines.ended = chunk.is_empty();
            lines.rest.extend(chunk);
        }
        let waiting = lines.waiting.take();
        drop(lines);
        if let Some(waiting) = waiting {
            waiting.wake();
        }
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lines {
    /// Takes the next line out of what came, at the end all of it; whether there is one, or the end.
    fn takes_line(&mut self) -> bool {
        let end = self.rest.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
        if let Some(end) = end.or(self.ended.then_some(self.rest.len())) {
            self.bytes.extend(self.rest.drain(..end));
            return true;
        }
        false
    }
}

impl AsyncRead for Input {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut lines = self.lines();
        if lines.bytes.is_empty() && !lines.ended {
            lines.waiting = Some(context.waker().clone());
            return Poll::Pending;
        }
        let count = lines.bytes.len().min(buffer.remaining());
        buffer.put_slice(&lines.bytes[..count]);
        lines.bytes.drain(..count);
        Poll::Ready(Ok(()))
    }
}

/// Standard output.
pub(super) struct Output;

impl AsyncWrite for Output {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(io::stdout().lock().write(bytes))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(io::stdout().lock().flush())
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(context)
    }
}
