//! Ranges of IPv4 addresses that mean something in an allow list.

/// The longest prefix of a range that counts as wide: sixteen million addresses.
pub const NARROWEST_WIDE_PREFIX: u8 = 8;

/// Ranges of private networks, which nobody on the internet calls from (RFC 1918), as first address and prefix.
const PRIVATE_RANGES: [([u8; 4], u8); 3] =
    [([10, 0, 0, 0], 8), ([172, 16, 0, 0], 12), ([192, 168, 0, 0], 16)];

/// Whether a range, by its first address and prefix, lies within a private one.
pub fn is_private_range(network: u32, prefix: u8) -> bool {
    PRIVATE_RANGES.iter().any(|(first, wide)| {
        prefix >= *wide && network >> (32 - wide) == u32::from_be_bytes(*first) >> (32 - wide)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_private_ranges() {
        let range = |first: [u8; 4], prefix| is_private_range(u32::from_be_bytes(first), prefix);
        assert!(
            range([10, 0, 0, 0], 8) && range([172, 31, 0, 7], 32) && range([192, 168, 4, 0], 24)
        );
        assert!(!range([8, 0, 0, 0], 6) && !range([172, 32, 0, 0], 16) && !range([0, 0, 0, 0], 0));
    }
}
