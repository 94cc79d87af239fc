//! The layers of the page: a folder uses only those before it.

use super::modules::Use;

/// The layers of `app/src`, each with the folders or files that make it; the ones of a layer do not know each other.
const LAYERS: [&[&str]; 6] = [
    &["platform"],
    &["ui", "engine"],
    &["state"],
    &["diagram", "editor", "problems", "toolbar", "views"],
    &["app"],
    &["main.rs"],
];

/// A sentence for every use that points to a later layer or to a neighbour.
pub(super) fn broken(uses: &[Use]) -> Vec<String> {
    let bad = uses.iter().filter(|one| {
        let (from, to) = (folder(&one.from), folder(&one.to));
        from != to && layer(from).zip(layer(to)).is_none_or(|(from, to)| to >= from)
    });
    bad.map(|one| {
        format!(
            "app/src/{}:{} uses app/src/{}; a layer uses only those before it: {}",
            one.from,
            one.line,
            one.to,
            LAYERS.map(|layer| layer.join(" | ")).join(" → ")
        )
    })
    .collect()
}

fn folder(file: &str) -> &str {
    file.split_once('/').map_or(file, |(folder, _)| folder)
}

fn layer(folder: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_fine(from: &str, to: &str) -> bool {
        broken(&[Use { from: from.to_owned(), to: to.to_owned(), line: 1 }]).is_empty()
    }

    #[test]
    fn uses_point_to_earlier_layers_only() {
        assert!(is_fine("diagram/card.rs", "state/row.rs"));
        assert!(is_fine("diagram/card.rs", "diagram/stage.rs"));
        assert!(!is_fine("state/row.rs", "diagram/card.rs"));
        assert!(!is_fine("diagram/card.rs", "problems/list.rs"));
        assert!(!is_fine("new.rs", "state/row.rs"), "every file has a layer");
    }
}
