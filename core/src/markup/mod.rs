//! Markup that cannot hold an unescaped text by mistake: [`Html`] takes elements, attributes and texts as calls, and
//! escapes whatever it is given. What is not escaped here enters by one method, [`Html::trusted`].
//!
//! FIGURES

mod escape;
mod html;
mod prose;

pub(crate) use escape::push_text;
pub use html::{Element, Html};
