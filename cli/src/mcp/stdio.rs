//! Standard input and output as a connection, without a thread: the next line is read when every task waits. So it works
//! where there are no threads, and one question is answered before the next is read.

use std::io::{self, BufRead as _, Write as _};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::lines::Lines;
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
pub(super) struct Input(Arc<Mutex<Read>>);

#[derive(Default)]
struct Read {
    lines: Lines,
    /// Who waits for the next line.
    waiting: Option<Waker>,
}

impl Input {
    /// Reads the next line, if somebody waits for it. To be called when nothing else can be done; where something has a
    /// time limit, it gives up when that is over.
    fn read_line(&self) {
        let mut read = self.read();
        if read.waiting.is_none() {
            return;
        }
        while !read.lines.finds_line() {
            if patience::left().is_some_and(|limit| !has_input_within(limit)) {
                return;
            }
            let mut input = io::stdin().lock();
            // That reading fails comes to the same as the end.
            let chunk = input.fill_buf().unwrap_or_default();
            let count = chunk.len();
            read.lines.add(chunk);
            input.consume(count);
        }
        let waiting = read.waiting.take();
        drop(read);
        if let Some(waiting) = waiting {
            waiting.wake();
        }
    }

    fn read(&self) -> MutexGuard<'_, Read> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AsyncRead for Input {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut read = self.read();
        if !read.lines.is_ready() {
            read.waiting = Some(context.waker().clone());
            return Poll::Pending;
        }
        read.lines.take(buffer.remaining(), |bytes| buffer.put_slice(bytes));
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
