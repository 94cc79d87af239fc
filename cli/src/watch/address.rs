//! Where the page is, and who may ask for it.

use anyhow::Context as _;

/// The address of the page: a port of this machine, and a token that nobody else knows.
pub(super) struct Address {
    port: u16,
    token: String,
}

impl Address {
    /// An address with that token, or a random one.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub(super) fn new(port: u16, token: Option<String>) -> anyhow::Result<Self> {
        let token = match token {
            Some(token) => token,
            None => random()?,
        };
        Ok(Self { port, token })
    }

    /// The page's address as a whole.
    pub(super) fn page(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.path(""))
    }

    /// The path of something that the page asks for; that of the page itself for an empty name.
    pub(super) fn path(&self, name: &str) -> String {
        format!("/{}/{name}", self.token)
    }

    /// Whether a request that names this host means this machine: a name of somebody else's may lead here, too.
    pub(super) fn is_host(&self, host: &str) -> bool {
        self.hosts().any(|own| own == host)
    }

    /// Whether a request that names this origin comes from the page.
    pub(super) fn is_origin(&self, origin: &str) -> bool {
        self.hosts().any(|own| origin == format!("http://{own}"))
    }

    fn hosts(&self) -> impl Iterator<Item = String> {
        ["127.0.0.1", "localhost"].into_iter().map(|name| format!("{name}:{}", self.port))
    }
}

/// A random word, too long to be guessed.
///
/// # Errors
/// If the system gives no random bytes.
pub(super) fn random() -> anyhow::Result<String> {
    let (first, second) = (getrandom::u64(), getrandom::u64());
    let words = first.and_then(|first| Ok((first, second?)));
    let (first, second) = words.ok().context("this system gives no random bytes")?;
    Ok(format!("{first:016x}{second:016x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_hosts() {
        let address = Address::new(4000, Some("0123456789abcdef".to_owned())).expect("a token");
        assert_eq!(address.page(), "http://127.0.0.1:4000/0123456789abcdef/");
        for own in ["127.0.0.1:4000", "localhost:4000"] {
            assert!(address.is_host(own) && address.is_origin(&format!("http://{own}")), "{own}");
        }
        for foreign in
            ["127.0.0.1", "localhost:4001", "example.com:4000", "127.0.0.1.example.com:4000", ""]
        {
            assert!(!address.is_host(foreign), "{foreign}");
        }
        assert!(!address.is_origin("https://localhost:4000") && !address.is_origin("null"));
    }

    #[test]
    fn two_tokens_differ() {
        assert_ne!(random().expect("bytes"), random().expect("bytes"));
    }
}
