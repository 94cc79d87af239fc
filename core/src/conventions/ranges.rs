//! Ranges of IPv4 addresses that mean something in an allow list.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

/// The longest prefix of a range that counts as wide: sixteen million addresses.
pub const NARROWEST_WIDE_PREFIX: u8 = 8;

/// Ranges of private networks, which nobody on the internet calls from (RFC 1918).
const PRIVATE_RANGES: [Ipv4Net; 3] = [
    Ipv4Net::new_assert(Ipv4Addr::new(10, 0, 0, 0), 8),
    Ipv4Net::new_assert(Ipv4Addr::new(172, 16, 0, 0), 12),
    Ipv4Net::new_assert(Ipv4Addr::new(192, 168, 0, 0), 16),
];

/// Whether a range lies within a private one.
pub fn is_private_range(range: Ipv4Net) -> bool {
    PRIVATE_RANGES.iter().any(|private| private.contains(&range))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_private_ranges() {
        let range = |text: &str| is_private_range(text.parse().unwrap());
        assert!(range("10.0.0.0/8") && range("172.31.0.7/32") && range("192.168.4.0/24"));
        assert!(!range("8.0.0.0/6") && !range("172.32.0.0/16") && !range("0.0.0.0/0"));
    }
}
