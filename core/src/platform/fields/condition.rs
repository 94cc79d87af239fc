//! When a field is required although SCHEMA does not require it.

use super::runtime::is_native_runtime;

/// When Render's validator requires a field that SCHEMA does not (SPEC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// In every mapping at that node.
    Always,
    /// If the mapping lacks that other field.
    Without(&'static str),
    /// If the service runs a prebuilt image.
    ImageRuntime,
    /// If a native runtime builds and starts the code.
    NativeRuntime,
}

impl Condition {
    /// When it applies, as the end of a sentence: `when the runtime is image`.
    pub fn words(self) -> String {
        match self {
            Self::Always => "always".to_owned(),
            Self::Without(other) => format!("when there is no `{other}`"),
            Self::ImageRuntime => "when the runtime is image".to_owned(),
            Self::NativeRuntime => "when the runtime is neither docker nor image".to_owned(),
        }
    }

    /// Whether it applies in a mapping, given the text of its fields; `None` if the mapping does not show it.
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
