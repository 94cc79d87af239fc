//! Light or dark.

/// A theme of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system says.
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word that is kept.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that word; as the system says for any other.
    pub(super) fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.id() == word).unwrap_or(Self::Auto)
    }
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn words_are_read_back() {
        for theme in Theme::ALL {
            assert_eq!(Theme::parse(theme.id()), theme);
        }
        assert_eq!(Theme::parse(""), Theme::Auto);
    }
}
