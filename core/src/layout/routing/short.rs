//! Short lists without an allocation: paths are made by the thousand and thrown away.

use std::ops::Deref;

/// Up to `N` items.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Short<T, const N: usize> {
    items: [T; N],
    count: usize,
}

impl<T: Copy, const N: usize> Short<T, N> {
    /// An empty list; `filler` stands where nothing is.
    pub(crate) fn new(filler: T) -> Self {
        Self { items: [filler; N], count: 0 }
    }

    /// The list with some items added.
    pub(crate) fn with(mut self, items: &[T]) -> Self {
        for &item in items {
            self.push(item);
        }
        self
    }

    pub(crate) fn push(&mut self, item: T) {
        self.items[self.count] = item;
        self.count += 1;
    }

    pub(crate) fn truncate(&mut self, count: usize) {
        self.count = self.count.min(count);
    }
}

impl<T, const N: usize> Deref for Short<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items[..self.count]
    }
}

impl<T: PartialEq, const N: usize> PartialEq for Short<T, N> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
