//! Comment directives: assertions, and suppressions of findings.

pub(crate) mod broken_assertion;
pub(crate) mod malformed_directive;
pub(crate) mod unclear_assertion;
pub(crate) mod unknown_allow;
pub(crate) mod unused_allow;
