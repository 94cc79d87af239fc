//! Hosts inside literal values: URLs, `host:port`, bare hosts. What they mean for the network is decided elsewhere.

use crate::model::{Literal, Present};
use crate::text::Span;

/// A host found in a literal value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiteralHost {
    /// URL scheme in lower case, when there is one.
    pub scheme: Option<String>,
    /// The password of a URL's user info, when there is one; empty text for `user:@host`.
    pub password: Option<String>,
    /// The host in lower case.
    pub host: Host,
    /// The port, when there is one.
    pub port: Option<u16>,
    /// Byte range of the host inside the value.
    pub at: std::ops::Range<usize>,
    /// Whether this host, with its port, is the whole value.
    pub whole: bool,
}

/// The host part, split the way the questions about it need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// All of it, lower case.
    pub name: String,
}

impl Host {
    /// The part before the first dot.
    pub fn first_label(&self) -> &str {
        self.name.split('.').next().unwrap_or_default()
    }

    /// Whether it has no dot: a name of the local network.
    pub fn is_bare(&self) -> bool {
        !self.name.contains('.') && !self.name.is_empty()
    }

    /// The first label, when it is a public name of Render's: `label.onrender.com`.
    pub fn onrender_label(&self) -> Option<&str> {
        let label = self.name.strip_suffix(crate::platform::ONRENDER_SUFFIX)?;
        (!label.is_empty()).then(|| label.rsplit('.').next().unwrap_or(label))
    }
}

/// Every host in `value`, in order: of URLs anywhere, of `host:port`, and of text that is nothing but a host.
pub fn hosts_in(value: &str) -> Vec<LiteralHost> {
    let mut found = Vec::new();
    for (start, token) in tokens(value) {
        let host = match token.find("://") {
            Some(at) => url_host(token, at),
            None => plain_host(token),
        };
        if let Some(mut host) = host {
            host.at = host.at.start + start..host.at.end + start;
            host.whole = token == value.trim();
            found.push(host);
        }
    }
    found
}

/// The place in `text` of the bytes `at` of a value: to the letter where the text holds the value so, quotes aside; else
/// where it first holds those bytes; else the whole value.
pub fn place_in_value(text: &str, value: &Present<Literal>, at: std::ops::Range<usize>) -> Span {
    let written = value.span.slice(text);
    let part = value.value.text.get(at.clone()).unwrap_or_default();
    let start = match written.find(value.value.text.as_str()) {
        Some(begin) => Some(begin + at.start),
        None => written.find(part),
    };
    start.map_or(value.span, |start| {
        let start = value.span.start() + start;
        Span::new(start, start + part.len())
    })
}

/// Pieces between white space, commas, semicolons, quotes, brackets and pipes.
fn tokens(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let separator = |c: char| {
        c.is_whitespace()
            || matches!(c, ',' | ';' | '"' | '\'' | '(' | ')' | '<' | '>' | '|' | '`' | '=')
    };
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let tail = value.get(rest..)?;
            let begin = rest + tail.find(|c| !separator(c))?;
            // An equals sign inside a URL's query belongs to the URL.
            let tail = &value[begin..];
            let end = begin
                + tail
                    .char_indices()
                    .find(|(at, c)| separator(*c) && !(*c == '=' && tail[..*at].contains("://")))
                    .map_or(tail.len(), |(at, _)| at);
            rest = end.max(begin + 1);
            if begin < end {
                return Some((begin, &value[begin..end]));
            }
        }
    })
}

/// The host of a URL whose scheme ends at `at`.
fn url_host(token: &str, at: usize) -> Option<LiteralHost> {
    let scheme = token[..at].to_ascii_lowercase();
    let valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    if scheme.is_empty() || !scheme.chars().all(valid) {
        return None;
    }
    let begin = at + 3;
    let authority_end = token[begin..].find(['/', '?', '#']).map_or(token.len(), |end| begin + end);
    // A password may hold a slash that should have been encoded: the last `@` before the first dot-free end counts.
    let user_end = token[begin..authority_end].rfind('@').map(|end| begin + end);
    let password = user_end
        .and_then(|end| token[begin..end].split_once(':'))
        .map(|(_, password)| password.to_owned());
    let host_begin = user_end.map_or(begin, |end| end + 1);
    let (name, port) = split_port(&token[host_begin..authority_end]);
    if name.is_empty() {
        return None;
    }
    Some(LiteralHost {
        scheme: Some(scheme),
        password,
        host: Host { name: name.to_ascii_lowercase() },
        port,
        at: host_begin..host_begin + name.len(),
        whole: false,
    })
}

/// A token without a scheme, when it can be a host: letters, digits, dots and hyphens, with an optional port and path.
fn plain_host(token: &str) -> Option<LiteralHost> {
    let end = token.find('/').unwrap_or(token.len());
    let (name, port) = split_port(&token[..end]);
    let valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let named = name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(valid);
    if !named || (port.is_none() && token[..end].contains(':')) {
        return None;
    }
    Some(LiteralHost {
        scheme: None,
        password: None,
        host: Host { name: name.to_ascii_lowercase() },
        port,
        at: 0..name.len(),
        whole: false,
    })
}

/// Splits `host:port`; brackets of IPv6 addresses stay with the host.
fn split_port(text: &str) -> (&str, Option<u16>) {
    match text.rsplit_once(':') {
        Some((host, port))
            if !host.ends_with(':') && (!host.contains(':') || host.ends_with(']')) =>
        {
            match port.parse() {
                Ok(port) => (host, Some(port)),
                Err(_) => (if port.is_empty() { host } else { text }, None),
            }
        }
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(value: &str) -> Vec<(String, Option<u16>, bool)> {
        hosts_in(value).into_iter().map(|host| (host.host.name, host.port, host.whole)).collect()
    }

    #[test]
    fn finds_urls_and_hosts() {
        assert_eq!(
            names("https://api.onrender.com/v1?x=1"),
            [("api.onrender.com".into(), None, true)]
        );
        assert_eq!(names("http://Api:3000"), [("api".into(), Some(3000), true)]);
        assert_eq!(names("redis:6379"), [("redis".into(), Some(6379), true)]);
        assert_eq!(names("db"), [("db".into(), None, true)]);
        assert_eq!(
            names("https://a.onrender.com,https://b.onrender.com"),
            [("a.onrender.com".into(), None, false), ("b.onrender.com".into(), None, false)]
        );
        assert_eq!(names("[\"https://a.example\"]"), [("a.example".into(), None, false)]);
        assert!(names("*").is_empty());
        assert!(names("").is_empty());
    }

    #[test]
    fn finds_credentials() {
        let hosts = hosts_in("postgres://u:p%40@db.example.com:5432/app");
        assert_eq!(hosts[0].password.as_deref(), Some("p%40"));
        assert_eq!(hosts[0].host.name, "db.example.com");
        assert_eq!(hosts[0].port, Some(5432));
        let value = "rediss://:secret@red-x:6379";
        let host = &hosts_in(value)[0];
        assert_eq!(&value[host.at.clone()], "red-x");
        assert_eq!(host.password.as_deref(), Some("secret"));
    }

    #[test]
    fn labels() {
        let host = Host { name: "api-x1y2.onrender.com".into() };
        assert_eq!(host.onrender_label(), Some("api-x1y2"));
        assert!(!host.is_bare());
        assert_eq!(Host { name: "onrender.com".into() }.onrender_label(), None);
    }
}
