//! Entries of an `ipAllowList` (SPEC; DOC:inbound-ip-rules: IPv4 only).

use ipnet::Ipv4Net;

use crate::text::Span;

/// One entry of an allow list.
#[derive(Clone, Debug, PartialEq)]
pub struct IpRule {
    /// The whole entry.
    pub span: Span,
    /// The value of `source`, when the entry has one; its text and place.
    pub source: Option<(String, Span)>,
    /// The range it names, when it can be read: host bits cleared.
    pub range: Option<Ipv4Net>,
}

impl IpRule {
    /// Whether it lets every address in.
    pub fn is_everything(&self) -> bool {
        self.range.is_some_and(|range| range.prefix_len() == 0)
    }
}

/// Reads one address or a CIDR range, host bits cleared; `None` for anything else, IPv6 included.
pub(crate) fn read_range(text: &str) -> Option<Ipv4Net> {
    let (address, prefix) = match text.split_once('/') {
        Some((address, prefix)) => (address, prefix.parse().ok()?),
        None => (text, 32),
    };
    Some(Ipv4Net::new(address.trim().parse().ok()?, prefix).ok()?.trunc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_and_ranges() {
        assert_eq!(read_range("0.0.0.0/0"), Some(Ipv4Net::default()));
        assert_eq!(read_range("10.0.0.1").unwrap().prefix_len(), 32);
        assert_eq!(read_range("203.0.113.4/30").unwrap().network().to_bits(), 0xCB00_7104);
        assert_eq!(read_range("203.0.113.4/24").unwrap().to_string(), "203.0.113.0/24");
        for text in ["203.0.113.4/33", "::/0", "office", "10.0.0.0/", "10.0.0/8", ""] {
            assert_eq!(read_range(text), None, "{text}");
        }
    }
}
