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

    /// Whether it is every address there is.
    pub fn is_everything(self) -> bool {
        self.prefix == 0
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
}
