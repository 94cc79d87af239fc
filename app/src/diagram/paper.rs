//! The sheet that a printed picture is laid out for.

use std::sync::Arc;

use blueprint_lens_core::scene::{Room, Size};
use leptos::prelude::*;

use super::stage::Stage;
use crate::state::{AppState, Snapshot};

/// What a sheet of A4 has for the picture in CSS pixels, upright and across: inside the margins, and four fifths of the
/// height (`style/print.css`).
const UPRIGHT: Room = Room { width: 702.0, height: 824.0 };
const ACROSS: Room = Room { width: 1030.0, height: 562.0 };

/// At this zoom, words are large enough.
const READABLE: f64 = 0.85;

/// Has the picture laid out for a sheet while the page is printed, and for its pane again after that. A picture of very
/// many resources prints as it is shown: nobody would wait for the page's thread to analyse them.
pub(super) fn follow_printing(state: AppState, stage: Stage) {
    Effect::new(move |before: Option<Printed>| {
        let document = state.document;
        let mut printed = Printed { is_on_paper: state.printing.get(), on_screen: None };
        if printed.is_on_paper {
            document.check_now();
            printed.on_screen = document.draw_here();
            if document.now().drawing().is_none() {
                document.fit_into(better(|room| state.picture.size_in(room)));
            }
        } else if let Some(Printed { is_on_paper: true, on_screen }) = before {
            if let Some(on_screen) = on_screen {
                document.show_again(on_screen);
            }
            stage.refit();
        }
        printed
    });
}

/// Whether the page is shown as on paper, and what the worker has drawn for the screen.
struct Printed {
    is_on_paper: bool,
    on_screen: Option<Arc<Snapshot>>,
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
