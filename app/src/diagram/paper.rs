//! The sheet that a printed picture is laid out for.

use blueprint_lens_core::scene::{Room, Size};
use leptos::prelude::*;

use crate::state::AppState;

/// What a sheet of A4 has for the picture in CSS pixels, upright and across: inside the margins, and four fifths of the
/// height (`style/print.css`).
const UPRIGHT: Room = Room { width: 702.0, height: 824.0 };
const ACROSS: Room = Room { width: 1030.0, height: 562.0 };

/// Has the picture laid out for a sheet while the page is printed, and for its pane again after that.
pub(super) fn follow_printing(state: AppState) {
    Effect::new(move |screen: Option<Option<Room>>| {
        let screen = screen.flatten();
        if !state.printing.get() {
            if let Some(room) = screen {
                state.document.fit_into(room);
            }
            return None;
        }
        // What the worker draws would not be there in time.
        let shown = state.document.now();
        if shown.drawing().is_some() {
            return screen;
        }
        let before = untrack(|| state.document.room());
        let sheet = better(|room| state.picture.size_in(room));
        state.document.fit_into(sheet);
        screen.or(Some(before))
    });
}

/// The sheet on which a picture is larger, at most at its full size; the one across where both will do.
fn better(size_in: impl Fn(Room) -> Size) -> Room {
    let zoom = |room: Room| room.zoom(size_in(room)).min(1.0);
    if zoom(UPRIGHT) > zoom(ACROSS) { UPRIGHT } else { ACROSS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_lies_the_way_in_which_it_is_larger() {
        let wide = Size { width: 1200.0, height: 400.0 };
        assert_eq!(better(|_| wide), ACROSS);
        assert_eq!(better(|_| Size { width: 600.0, height: 800.0 }), UPRIGHT);
        assert_eq!(better(|_| Size { width: 300.0, height: 200.0 }), ACROSS);
    }
}
