//! A target: what it is called, what it asks, and what it makes of bytes.

/// One function from bytes to complaints.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// What is broken for these bytes, in words; nothing when all is as it should be.
    pub(crate) broken: fn(&[u8]) -> Vec<String>,
    /// The texts that these bytes become, in order.
    pub(crate) texts: fn(&[u8]) -> Vec<String>,
}

impl Target {
    /// The texts, to be pasted by whoever wants to see what is broken.
    pub(crate) fn shown(&self, bytes: &[u8]) -> String {
        (self.texts)(bytes).join("\n--- then ---\n")
    }
}
