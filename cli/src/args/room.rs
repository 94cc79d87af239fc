//! The room of a picture as an argument: `960x540`.

use blueprint_lens_core::scene::Room;

/// The widest and highest room: no screen and no sheet of paper comes near it.
const MOST: u32 = 100_000;

/// Reads `WIDTHxHEIGHT`.
///
/// # Errors
/// When it is not two whole numbers from 1 to [`MOST`] with an `x` between them.
pub(super) fn parse(text: &str) -> Result<Room, String> {
    let side = |text: &str| {
        text.parse::<u32>().ok().filter(|side| (1..=MOST).contains(side)).map(f64::from)
    };
    let sides = text.split_once(['x', 'X', '×']);
    match sides.map(|(width, height)| (side(width), side(height))) {
        Some((Some(width), Some(height))) => Ok(Room { width, height }),
        _ => Err(format!("say a width and a height from 1 to {MOST}, such as 960x540")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_has_two_sides() {
        assert_eq!(parse("960x540"), Ok(Room { width: 960.0, height: 540.0 }));
        for wrong in
            ["", "960", "960x", "x540", "0x540", "-1x540", "960x540x1", "1e3x5", "100001x1"]
        {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
