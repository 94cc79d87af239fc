//! The YAML reader's events, and where it gives up. Only this file and `load`, which takes the events, name the YAML
//! library.

use saphyr_parser::{Event, Parser, ScanError, Span as Marks};

/// Where the reader gave up: byte offset and its own words.
pub(super) type Stop = (usize, String);

/// Where the reader gives up at `text`, if it does. Costs what the reader costs, and no memory.
pub(super) fn stops(text: &str) -> Option<Stop> {
    read(text, &mut |_, _| true)
}

/// Hands over what the reader reads for as long as that is wanted; where it gives up, if it does.
pub(super) fn read(text: &str, event: &mut dyn FnMut(Event<'_>, Marks) -> bool) -> Option<Stop> {
    for read in Parser::new_from_str(text) {
        match read {
            Ok((read, span)) => {
                if !event(read, span) {
                    return None;
                }
            }
            Err(error) => return Some(stop(text, &error)),
        }
    }
    None
}

fn stop(text: &str, error: &ScanError) -> Stop {
    let index = error.marker().index();
    let at = if text.is_ascii() {
        index.min(text.len())
    } else {
        text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
    };
    (at, error.info().to_owned())
}
