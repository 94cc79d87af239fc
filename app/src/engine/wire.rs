//! Values as bytes, between the page and its worker, which run the same build: nothing here outlives a visit.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use blueprint_lens_core::markup::Html;

/// A value that can cross.
pub(super) trait Wire: Sized {
    /// Writes it.
    fn write(&self, out: &mut Writer);

    /// Reads it; anything where the bytes are not of this build, which the reader remembers. That keeps the code of every
    /// record small: there is nothing to leave early.
    fn read(input: &mut Reader<'_>) -> Self;
}

/// The bytes of `value`.
pub(super) fn to_bytes(value: &impl Wire) -> Vec<u8> {
    let mut out = Writer::default();
    value.write(&mut out);
    out.bytes
}

/// The value of some bytes; `None` where they are not of this build.
pub(super) fn from_bytes<Value: Wire>(bytes: &[u8]) -> Option<Value> {
    let mut input = Reader { bytes, words: Vec::new(), is_broken: false };
    let value = Value::read(&mut input);
    (!input.is_broken && input.bytes.is_empty()).then_some(value)
}

/// Bytes in the making.
#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    /// Words of the engine, which repeat: written once, then by number.
    words: BTreeMap<&'static str, u32>,
}

/// Bytes that are read.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    words: Vec<&'static str>,
    is_broken: bool,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let Some((taken, rest)) = self.bytes.split_at_checked(count) else {
            self.is_broken = true;
            return &[];
        };
        self.bytes = rest;
        taken
    }

    /// How many values follow; each takes a byte at least.
    fn count(&mut self) -> usize {
        let count = usize::read(self);
        self.is_broken |= count > self.bytes.len();
        if self.is_broken { 0 } else { count }
    }
}

macro_rules! numbers {
    ($($number:ty),*) => { $(
        impl Wire for $number {
            fn write(&self, out: &mut Writer) {
                out.bytes.extend_from_slice(&self.to_le_bytes());
            }

            fn read(input: &mut Reader<'_>) -> Self {
                let bytes = input.take(size_of::<Self>());
                bytes.try_into().map(Self::from_le_bytes).unwrap_or_default()
            }
        }
    )* };
}

numbers!(u8, u32, f64);

impl Wire for usize {
    fn write(&self, out: &mut Writer) {
        (*self as u32).write(out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        u32::read(input) as Self
    }
}

impl Wire for bool {
    fn write(&self, out: &mut Writer) {
        u8::from(*self).write(out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        u8::read(input) != 0
    }
}

impl Wire for String {
    fn write(&self, out: &mut Writer) {
        write_text(self, out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let length = input.count();
        let text = Self::from_utf8(input.take(length).to_vec());
        input.is_broken |= text.is_err();
        text.unwrap_or_default()
    }
}

/// The other side has written it with the writer that escapes.
impl Wire for Html {
    fn write(&self, out: &mut Writer) {
        write_text(self, out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        Self::trusted(String::read(input))
    }
}

fn write_text(text: &str, out: &mut Writer) {
    text.len().write(out);
    out.bytes.extend_from_slice(text.as_bytes());
}

impl Wire for &'static str {
    fn write(&self, out: &mut Writer) {
        let next = out.words.len() as u32;
        let number = *out.words.entry(self).or_insert(next);
        number.write(out);
        if number == next {
            write_text(self, out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let number = usize::read(input);
        if number == input.words.len() {
            let word = String::read(input);
            input.words.push(kept_word(word));
        }
        input.is_broken |= number >= input.words.len();
        input.words.get(number).copied().unwrap_or_default()
    }
}

impl Wire for &'static [&'static str] {
    fn write(&self, out: &mut Writer) {
        self.to_vec().write(out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        kept_list(Vec::read(input))
    }
}

impl<Value: Wire> Wire for Option<Value> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        bool::read(input).then(|| Value::read(input))
    }
}

impl<Value: Wire> Wire for Vec<Value> {
    fn write(&self, out: &mut Writer) {
        self.len().write(out);
        for value in self {
            value.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let count = input.count();
        let mut values = Self::with_capacity(count);
        for _ in 0..count {
            values.push(Value::read(input));
        }
        values
    }
}

impl Wire for BTreeSet<String> {
    fn write(&self, out: &mut Writer) {
        self.iter().cloned().collect::<Vec<_>>().write(out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        Vec::read(input).into_iter().collect()
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Self {
        (A::read(input), B::read(input))
    }
}

/// A record, field by field, in the order given.
macro_rules! record {
    ($record:path { $($field:ident),* $(,)? } $(leaving out $($left_out:ident),+)?) => {
        impl Wire for $record {
            fn write(&self, out: &mut Writer) {
                let Self { $($field,)* $($($left_out: _,)+)? } = self;
                $($field.write(out);)*
            }

            fn read(input: &mut Reader<'_>) -> Self {
                Self {
                    $($field: Wire::read(input),)*
                    $($($left_out: Default::default(),)+)?
                }
            }
        }
    };
}

/// One of several words, by its number in the order given.
macro_rules! choice {
    ($choice:path { $first:ident $(, $word:ident)* $(,)? }) => {
        impl Wire for $choice {
            fn write(&self, out: &mut Writer) {
                // Naming every word makes a new one an error here.
                match self { Self::$first $(| Self::$word)* => {} }
                let words = [Self::$first $(, Self::$word)*];
                words.iter().position(|word| word == self).unwrap_or_default().write(out);
            }

            fn read(input: &mut Reader<'_>) -> Self {
                let words = [Self::$first $(, Self::$word)*];
                words.get(usize::read(input)).copied().unwrap_or(Self::$first)
            }
        }
    };
}

pub(super) use {choice, record};

thread_local! {
    /// The words of the engine that have crossed. They are constants there, so there are few, and as many at any time.
    static WORDS: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    static LISTS: RefCell<BTreeSet<&'static [&'static str]>> = const { RefCell::new(BTreeSet::new()) };
}

fn kept_word(word: String) -> &'static str {
    WORDS.with_borrow_mut(|words| {
        words.get(word.as_str()).copied().unwrap_or_else(|| {
            let word: &'static str = word.leak();
            words.insert(word);
            word
        })
    })
}

fn kept_list(list: Vec<&'static str>) -> &'static [&'static str] {
    LISTS.with_borrow_mut(|lists| {
        lists.get(list.as_slice()).copied().unwrap_or_else(|| {
            let list: &'static [&'static str] = list.leak();
            lists.insert(list);
            list
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let value = vec![Some("a word".to_owned()), None, Some(String::new())];
        assert_eq!(from_bytes(&to_bytes(&value)), Some(value));
        let words: Vec<&'static str> = vec!["edge-line", "card", "edge-line"];
        assert_eq!(from_bytes(&to_bytes(&words)), Some(words));
    }

    #[test]
    fn bytes_that_break_off_are_no_value() {
        let bytes = to_bytes(&vec![1.5_f64, -2.0]);
        assert_eq!(from_bytes::<Vec<f64>>(&bytes), Some(vec![1.5, -2.0]));
        assert_eq!(from_bytes::<Vec<f64>>(&bytes[..bytes.len() - 1]), None);
        assert_eq!(from_bytes::<u8>(&bytes), None);
    }
}
