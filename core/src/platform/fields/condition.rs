//! When a field is required that SCHEMA does not require.

use super::is_native_runtime;

/// When Render's validator wants a field that SCHEMA lets pass without it (SPEC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// In every mapping of that place.
    Always,
    /// Where the mapping lacks that other field.
    Without(&'static str),
    /// Where the service runs a finished image.
    ImageRuntime,
    /// Where one of Render's own runtimes builds and starts the code.
    NativeRuntime,
}

impl Condition {
    /// When it holds, as the end of a sentence: `when the runtime is image`.
    pub fn words(self) -> String {
        match self {
            Self::Always => "always".to_owned(),
            Self::Without(other) => format!("when there is no `{other}`"),
            Self::ImageRuntime => "when the runtime is image".to_owned(),
            Self::NativeRuntime => "when the runtime is neither docker nor image".to_owned(),
        }
    }

    /// Whether it holds in a mapping, given the text of its fields; `None` where the mapping does not say.
    pub fn holds<'a>(self, value: impl Fn(&str) -> Option<&'a str>) -> Option<bool> {
        let runtime = || value("runtime").or_else(|| value("env"));
        match self {
            Self::Always => Some(true),
            Self::Without(other) => Some(value(other).is_none()),
            Self::ImageRuntime => runtime().map(|runtime| runtime == "image"),
            Self::NativeRuntime => runtime().map(is_native_runtime),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runtime_decides_what_a_service_needs() {
        let with = |name: &'static str, text: &'static str| {
            move |asked: &str| (asked == name).then_some(text)
        };
        let node = with("runtime", "node");
        assert_eq!(Condition::NativeRuntime.holds(node), Some(true));
        assert_eq!(Condition::ImageRuntime.holds(node), Some(false));
        assert_eq!(Condition::ImageRuntime.holds(with("runtime", "image")), Some(true));
        assert_eq!(Condition::NativeRuntime.holds(with("env", "docker")), Some(false));
        assert_eq!(Condition::NativeRuntime.holds(|_| None), None);
        assert_eq!(Condition::Always.holds(|_| None), Some(true));
        assert_eq!(Condition::Without("property").holds(with("property", "host")), Some(false));
        assert_eq!(Condition::Without("property").holds(|_| None), Some(true));
    }
}
