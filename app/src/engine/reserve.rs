//! Memory for an analysis, before it begins.

/// Bytes that an analysis takes for each of a text, mostly.
const OF_EACH: usize = 24;

/// Has the memory grow at once by what an analysis of `text` takes. By itself it grows by a page of 64 KB, thousands of times,
/// each of which stops the work.
pub(super) fn reserve_for(text: &str) {
    let mut room: Vec<u8> = Vec::new();
    // Where there is no room for all of that, there may be for what is needed.
    let _ = room.try_reserve_exact(OF_EACH * text.len());
    std::hint::black_box(&room);
}
