//! HTML in the making, and its elements.

use std::ops::Deref;

use super::escape::{push_text, push_value};

/// HTML in the making. Whatever is added is escaped; only [`Html::trusted`] is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html {
    out: String,
}

impl Html {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing yet, with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes) }
    }

    /// Takes markup as it is: the only way in for what is not escaped here. It is for what escapes on its own, such as the
    /// drawings of [`crate::scene::svg`], and for the styles and scripts of this program; never for a text of a file.
    pub fn trusted(markup: impl Into<String>) -> Self {
        Self { out: markup.into() }
    }

    /// Begins an element. Its attributes follow, then its content: [`Element::text`], [`Element::content`] or
    /// [`Element::void`].
    pub fn element(&mut self, name: &'static str) -> Element<'_> {
        self.out.push('<');
        self.out.push_str(name);
        Element { html: self, name }
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        push_text(&mut self.out, text);
        self
    }

    /// Adds a number as text.
    pub fn number(&mut self, number: usize) -> &mut Self {
        self.text(&number.to_string())
    }

    /// Adds HTML that was made the same way.
    pub fn append(&mut self, html: &Self) -> &mut Self {
        self.out.push_str(&html.out);
        self
    }

    /// Adds a line break between elements, for whoever reads the source.
    pub fn line_break(&mut self) -> &mut Self {
        self.out.push('\n');
        self
    }

    /// The HTML as text.
    pub fn as_str(&self) -> &str {
        &self.out
    }

    /// The HTML as text, to keep.
    pub fn into_string(self) -> String {
        self.out
    }

    fn push_attribute(&mut self, name: &'static str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_value(&mut self.out, value);
        self.out.push('"');
    }

    fn close(&mut self, name: &'static str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }
}

/// HTML is read as text; it is written by its methods alone.
impl Deref for Html {
    type Target = str;

    fn deref(&self) -> &str {
        &self.out
    }
}

/// An element whose start tag is still open for attributes. Names are literals of the program, never texts of a file.
#[must_use = "an element is not closed before its content is given"]
pub struct Element<'a> {
    html: &'a mut Html,
    name: &'static str,
}

impl Element<'_> {
    /// Adds an attribute.
    pub fn attribute(self, name: &'static str, value: &str) -> Self {
        self.html.push_attribute(name, value);
        self
    }

    /// Adds the attribute `class`.
    pub fn class(self, classes: &str) -> Self {
        self.attribute("class", classes)
    }

    /// Adds an attribute that holds a number.
    pub fn number(self, name: &'static str, value: usize) -> Self {
        self.attribute(name, &value.to_string())
    }

    /// Adds an attribute without a value where `is_set`.
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        if is_set {
            self.html.out.push(' ');
            self.html.out.push_str(name);
        }
        self
    }

    /// Closes the element with what `fill` adds inside it.
    #[inline]
    pub fn content(self, fill: impl FnOnce(&mut Html)) {
        self.html.out.push('>');
        fill(self.html);
        self.html.close(self.name);
    }

    /// Closes the element with a text inside it.
    pub fn text(self, text: &str) {
        self.content(|html| {
            html.text(text);
        });
    }

    /// Ends an element that has no content and no end tag, such as `<input>`.
    pub fn void(self) {
        self.html.out.push('>');
    }

    /// The same for readers that want a slash in it, such as MDX.
    pub fn self_closing(self) {
        self.html.out.push_str(" />");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_nest_and_close() {
        let mut html = Html::new();
        html.element("ul").class("a").content(|html| {
            for number in 1..3 {
                html.element("li").number("data-n", number).content(|html| {
                    html.text("<").number(number).element("b").text("&");
                });
            }
        });
        assert_eq!(
            html.into_string(),
            "<ul class=\"a\"><li data-n=\"1\">&lt;1<b>&amp;</b></li><li data-n=\"2\">&lt;2<b>&amp;</b></li></ul>"
        );
    }

    #[test]
    fn nothing_that_is_added_ends_an_attribute_or_a_tag() {
        let mut html = Html::new();
        html.element("input").attribute("value", "\"><script>").flag("checked", true).void();
        html.element("img").flag("checked", false).self_closing();
        html.text("</img>");
        assert_eq!(&*html, "<input value=\"&quot;&gt;&lt;script&gt;\" checked><img />&lt;/img&gt;");
    }

    #[test]
    fn html_is_appended_as_it_is() {
        let mut inner = Html::new();
        inner.element("i").text("'");
        let mut html = Html::with_capacity(16);
        html.append(&inner).line_break().append(&Html::trusted("<svg/>"));
        assert_eq!(&*html, "<i>&#39;</i>\n<svg/>");
    }
}
