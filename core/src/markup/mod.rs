//! Markup that cannot hold an unescaped text by mistake: [`Html`] takes elements, attributes and texts as calls, and
//! escapes whatever it is given. What is not escaped here enters by one method, [`Html::trusted`].
//!
//! Why not a template engine: `maud` was measured with the matrix and the explanation written in it, two of the six views.
//! The engine of the element, as built by cargo and without its names, compressed with Brotli (native figures: the matrix
//! of 150 resources, 4.6 MB of HTML):
//!
//! | | engine, bytes | compressed | matrix |
//! | --- | --- | --- | --- |
//! | text pushed to a string, as it was | 871,497 | 288,127 | 1.6 ms |
//! | this writer, every view | 873,508 | 288,434 (+0.1 %) | 2.5 ms |
//! | `maud` 0.27, two views | 874,650 | 289,075 (+0.3 %) | 31 ms, as each cell is a string of its own |
//!
//! It also brings a second version of `syn`, and its own escaping is not enough here: a name may turn the writing
//! direction, which has to be wrapped in every place where text is added. A wrapper that is forgotten compiles.

mod escape;
mod html;
mod prose;

pub(crate) use escape::push_text;
pub use html::{Element, Html};
