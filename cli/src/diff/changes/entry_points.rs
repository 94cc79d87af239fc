//! Changes of entry points.

use blueprint_lens_core::diff::{EntryPointChange, EntryPointMove};
use blueprint_lens_core::graph::Exposure;

use super::change::{Change, list, ours, theirs};

pub(super) fn change(change: &EntryPointChange) -> Change {
    let mark = match change.moved {
        EntryPointMove::Opened | EntryPointMove::Widened => '!',
        EntryPointMove::Narrowed | EntryPointMove::Unclear => '~',
        EntryPointMove::Closed => '-',
    };
    let mut sentence = vec![theirs(&change.part.id)];
    let everybody = change.after == Some(Exposure::Public);
    match change.moved {
        EntryPointMove::Opened | EntryPointMove::Widened if everybody => {
            sentence.push(ours(": every address may connect now"));
        }
        EntryPointMove::Opened | EntryPointMove::Widened => {
            sentence.push(ours(": may connect now: "));
            sentence.extend(list(&change.gained));
        }
        EntryPointMove::Narrowed => {
            sentence.push(ours(": may no longer connect: "));
            sentence.extend(list(&change.lost));
        }
        EntryPointMove::Closed => {
            sentence.push(ours(": closed to the internet now"));
        }
        EntryPointMove::Unclear => sentence.push(ours(": its allow list cannot be read any more")),
    }
    if change.new_public_service {
        sentence.push(ours(", as a new public service"));
    }
    Change::plain(mark, entry_point_move(change.moved), sentence)
}

/// What became of an entry point, in one word.
pub(crate) fn entry_point_move(moved: EntryPointMove) -> &'static str {
    match moved {
        EntryPointMove::Opened => "opened",
        EntryPointMove::Widened => "wider",
        EntryPointMove::Narrowed => "narrower",
        EntryPointMove::Closed => "closed",
        EntryPointMove::Unclear => "unclear",
    }
}
