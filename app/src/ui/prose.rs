//! Text whose names in backticks are set as code.

use leptos::prelude::*;

/// A piece of text.
#[component]
pub(crate) fn Prose(
    /// With names in backticks.
    text: String,
) -> impl IntoView {
    pieces(&text)
        .map(|(is_code, piece)| {
            let piece = piece.to_owned();
            if is_code { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
        })
        .collect_view()
}

/// The pieces in order, and whether each is a name. A backtick without a partner opens none.
fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let ticks = text.matches('`').count();
    text.split('`')
        .enumerate()
        .map(move |(at, piece)| (at % 2 == 1 && at < ticks, piece))
        .filter(|(_, piece)| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn names_are_told_from_text() {
        let all: Vec<_> = pieces("`api` calls `db`").collect();
        assert_eq!(all, [(true, "api"), (false, " calls "), (true, "db")]);
        assert_eq!(pieces("plain").collect::<Vec<_>>(), [(false, "plain")]);
        assert_eq!(
            pieces("an `open end").collect::<Vec<_>>(),
            [(false, "an "), (false, "open end")]
        );
    }
}
