//! The sheet that a printed picture is laid out for.

use blueprint_lens_core::scene::{Room, Size};
use leptos::prelude::*;

use super::stage::Stage;
use crate::state::AppState;

/// What a sheet of A4 has for the picture in CSS pixels, upright and across: inside the margins, and four fifths of the
/// height (`style/print.css`).
const UPRIGHT: Room = Room { width: 702.0, height: 824.0 };
const ACROSS: Room = Room { width: 1030.0, height: 562.0 };

/// At this zoom, words are large enough.
const READABLE: f64 = 0.85;

/// Has the picture laid out for a sheet while the page is printed, and for its pane again after that.
pub(super) fn follow_printing(state: AppState, stage: Stage) {
    Effect::new(move |printed: Option<bool>| {
        let prints = state.printing.get();
        // What the worker draws would not be there in time.
        if prints && state.document.now().drawing().is_none() {
            state.document.fit_into(better(|room| state.picture.size_in(room)));
        } else if printed == Some(true) {
            stage.refit();
        }
        prints
    });
}

/// The upright sheet where the picture can be read on it, else the one on which it is larger.
fn better(size_in: impl Fn(Room) -> Size) -> Room {
    let zoom = |room: Room| room.zoom(size_in(room));
    let upright = zoom(UPRIGHT);
    if upright >= READABLE || upright >= zoom(ACROSS) { UPRIGHT } else { ACROSS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_lies_across_only_where_it_is_larger_and_too_small_otherwise() {
        let of = |width: f64, height: f64| better(|_| Size { width, height });
        assert_eq!(of(1200.0, 400.0), ACROSS);
        assert_eq!(of(600.0, 1200.0), UPRIGHT);
        assert_eq!(of(750.0, 200.0), UPRIGHT);
    }
}
