//! Names and sentences: what most HTML here is made of.

use super::Html;

impl Html {
    /// Adds a name, isolated from the writing direction of the text around it.
    pub fn name(&mut self, name: &str) -> &mut Self {
        self.element("bdi").text(name);
        self
    }

    /// Adds a sentence whose names are in backticks: they become `<code>`. A backtick without a partner stays.
    pub fn prose(&mut self, sentence: &str) -> &mut Self {
        let backticks = sentence.matches('`').count();
        for (at, piece) in sentence.split('`').enumerate() {
            if at % 2 == 1 && at < backticks {
                self.element("code").text(piece);
            } else {
                if at % 2 == 1 {
                    self.text("`");
                }
                self.text(piece);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(sentence: &str) -> String {
        let mut html = Html::new();
        html.prose(sentence);
        html.into_string()
    }

    #[test]
    fn names_in_backticks_are_code() {
        assert_eq!(prose("`a<b` calls `db`"), "<code>a&lt;b</code> calls <code>db</code>");
        assert_eq!(prose("an `open end"), "an `open end");
        assert_eq!(prose("plain"), "plain");
    }

    #[test]
    fn a_name_is_isolated() {
        let mut html = Html::new();
        html.name("<a>");
        assert_eq!(&*html, "<bdi>&lt;a&gt;</bdi>");
    }
}
