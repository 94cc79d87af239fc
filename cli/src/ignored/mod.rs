//! What a search leaves out: patterns as in `.gitignore`, and the walk through folders that follows them.
//!
//! Goes in: patterns, folders. Comes out: whether a path is meant, the files and folders that are left. The crate `ignore` does
//! the same with regular expressions, which would be a tenth of the program as WebAssembly; the tests compare with it.

mod class;
mod glob;
mod patterns;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use patterns::Patterns;
pub(crate) use walk::Walk;
