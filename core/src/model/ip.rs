//! Entries of an `ipAllowList` (SPEC; DOC:inbound-ip-rules: IPv4 only).

use crate::text::Span;

/// One entry of an allow list.
#[derive(Clone, Debug, PartialEq)]
pub struct IpRule {
    /// The whole entry.
    pub span: Span,
    /// The value of `source`, when the entry has one; its text and place.
    pub source: Option<(String, Span)>,
    /// The range it names, when it can be read.
    pub range: Option<IpRange>,
}

/// A range of IPv4 addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IpRange {
    /// First address, host bits cleared.
    pub network: u32,
    /// Prefix length, 0 to 32.
    pub prefix: u8,
}

impl IpRange {
    /// Reads one address or a CIDR range; `None` for anything else, IPv6 included.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => {
                (address, prefix.parse::<u8>().ok().filter(|prefix| *prefix <= 32)?)
            }
            None => (text, 32),
        };
        let address = u32::from(address.trim().parse::<std::net::Ipv4Addr>().ok()?);
        let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
        Some(Self { network: address & mask, prefix })
    }

    /// Whether every address of `other` is one of it.
    pub fn contains(self, other: Self) -> bool {
        let mask = u32::MAX.checked_shl(32 - u32::from(self.prefix)).unwrap_or(0);
        self.prefix <= other.prefix && other.network & mask == self.network
    }

    /// Whether it is every address there is.
    pub fn is_everything(self) -> bool {
        self.prefix == 0
    }
}

impl std::fmt::Display for IpRange {
    /// As a CIDR range: `203.0.113.0/24`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", std::net::Ipv4Addr::from(self.network), self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_and_ranges() {
        assert!(IpRange::parse("0.0.0.0/0").unwrap().is_everything());
        assert_eq!(IpRange::parse("10.0.0.1").unwrap().prefix, 32);
        assert_eq!(IpRange::parse("203.0.113.4/30").unwrap().network, 0xCB00_7104);
        assert_eq!(IpRange::parse("203.0.113.4/33"), None);
        assert_eq!(IpRange::parse("::/0"), None);
        assert_eq!(IpRange::parse("office"), None);
    }

    #[test]
    fn wider_ranges_contain_narrower_ones() {
        let range = |text| IpRange::parse(text).unwrap();
        assert!(range("0.0.0.0/0").contains(range("203.0.113.4")));
        assert!(range("10.0.0.0/8").contains(range("10.0.0.0/8")));
        assert!(!range("10.0.0.0/9").contains(range("10.0.0.0/8")));
        assert!(!range("10.0.0.0/8").contains(range("11.0.0.0/16")));
        assert_eq!(range("203.0.113.4/24").to_string(), "203.0.113.0/24");
    }
}
