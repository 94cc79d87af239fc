//! Steps of one run: the sum of all counters in the file that an instrumented program leaves behind.
//!
//! The format is that of LLVM for raw profiles, version 10 (`llvm/ProfileData/InstrProfData.inc`): a head of 64-bit
//! numbers, the build ids, one record for each function, then the counters. The compiler is pinned, so the version is.

use crate::Result;

/// `\xfflprofr\x81`, as a number: a raw profile of a 64-bit program.
const MAGIC: u64 = 0xff6c_7072_6f66_7281;
/// The version that is read here, and the bits of the head's second number that hold it.
const VERSION: u64 = 10;
const VERSION_BITS: u64 = 0x00ff_ffff_ffff_ffff;
/// Numbers in the head.
const HEAD: usize = 16;
/// Bytes of a function's record.
const RECORD: usize = 64;

/// The places of the numbers in the head that say where the counters are.
const BUILD_IDS: usize = 2;
const RECORDS: usize = 3;
const PADDING: usize = 4;
const COUNTERS: usize = 5;

/// The sum of all counters of a raw profile.
///
/// # Errors
/// When it is none, is cut off, or was written by another version of LLVM.
pub(super) fn steps(profile: &[u8]) -> Result<u64> {
    let word = |at: usize| {
        let bytes = profile.get(at..at + 8)?;
        Some(u64::from_le_bytes(bytes.try_into().ok()?))
    };
    let head = |place: usize| word(8 * place).ok_or("the profile is cut off".to_owned());
    if head(0)? != MAGIC {
        return Err("the program left no raw profile of a 64-bit machine".to_owned());
    }
    let version = head(1)? & VERSION_BITS;
    if version != VERSION {
        return Err(format!("raw profiles have version {version} now; counter.rs reads {VERSION}"));
    }
    let start = 8 * HEAD
        + head(BUILD_IDS)? as usize
        + RECORD * head(RECORDS)? as usize
        + head(PADDING)? as usize;
    (0..head(COUNTERS)? as usize)
        .map(|index| word(start + 8 * index).ok_or("the profile is cut off".to_owned()))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A profile of one function with three counters.
    fn profile() -> Vec<u8> {
        let mut head = [0; HEAD];
        (head[0], head[1]) = (MAGIC, 1 << 56 | VERSION);
        (head[BUILD_IDS], head[RECORDS], head[PADDING], head[COUNTERS]) = (8, 1, 8, 3);
        let body = std::iter::repeat_n(u64::MAX, 1 + RECORD / 8 + 1).chain([5, 0, 37]);
        head.into_iter().chain(body).flat_map(u64::to_le_bytes).collect()
    }

    #[test]
    fn counters_are_added_up_and_nothing_else() {
        assert_eq!(steps(&profile()), Ok(42));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let mut cut = profile();
        cut.pop();
        assert!(steps(&cut).is_err());
        let mut other = profile();
        other[8] = 11;
        assert!(steps(&other).is_err_and(|error| error.contains("version 11")));
        assert!(steps(b"no profile").is_err());
    }
}
