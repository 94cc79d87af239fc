//! A path with wildcards: `*`, `?` and `[a-z]` within a name, `**` for any number of folders.

use super::class::Class;

/// The names of a path, each with wildcards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glob(Vec<Part>);

/// A piece of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Any number of names.
    Deep,
    /// One name.
    Name(Vec<Token>),
}

/// A piece of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    One(char),
    AnyOne,
    AnyOf(Class),
    Many,
}

impl Glob {
    /// Reads a pattern whose names are separated by `/`; `is_anywhere` when any folders may come before it.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    pub(super) fn read(pattern: &str, is_anywhere: bool) -> Result<Self, String> {
        let mut parts = if is_anywhere { vec![Part::Deep] } else { Vec::new() };
        let mut names = pattern.split('/').peekable();
        while let Some(name) = names.next() {
            if name != "**" {
                parts.push(Part::Name(tokens(name)?));
            } else if names.peek().is_none() {
                // At the end, it means what is inside, not the folder itself.
                parts.extend([Part::Name(vec![Token::Many]), Part::Deep]);
            } else {
                parts.push(Part::Deep);
            }
        }
        Ok(Self(parts))
    }

    /// Whether a path fits.
    pub(super) fn matches(&self, path: &str) -> bool {
        let names: Vec<&str> = path.split('/').collect();
        fits(
            &self.0,
            &names,
            |part| *part == Part::Deep,
            |part, name| match part {
                Part::Deep => false,
                Part::Name(tokens) => {
                    let characters: Vec<char> = name.chars().collect();
                    fits(
                        tokens,
                        &characters,
                        |token| *token == Token::Many,
                        |token, c| match token {
                            Token::One(one) => one == c,
                            Token::AnyOne => true,
                            Token::AnyOf(class) => class.has(*c),
                            Token::Many => false,
                        },
                    )
                }
            },
        )
    }
}

fn tokens(name: &str) -> Result<Vec<Token>, String> {
    let mut out = Vec::new();
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        out.push(match c {
            '*' => Token::Many,
            '?' => Token::AnyOne,
            '[' => Token::AnyOf(Class::read(&mut rest)?),
            '\\' => Token::One(rest.next().ok_or("a backslash stands at the end")?),
            c => Token::One(c),
        });
    }
    Ok(out)
}

/// Whether a list fits a pattern in which some elements stand for any number of items. Only the last such element is ever
/// tried anew, so the effort is at most the product of both lengths.
fn fits<P, T>(
    pattern: &[P],
    list: &[T],
    is_many: impl Fn(&P) -> bool,
    is_one: impl Fn(&P, &T) -> bool,
) -> bool {
    let (mut at, mut item) = (0, 0);
    let mut again = None;
    while item < list.len() {
        match pattern.get(at) {
            Some(many) if is_many(many) => {
                again = Some((at, item));
                at += 1;
                continue;
            }
            Some(one) if is_one(one, &list[item]) => {
                at += 1;
                item += 1;
                continue;
            }
            _ => {}
        }
        let Some((many, from)) = again else { return false };
        again = Some((many, from + 1));
        (at, item) = (many + 1, from + 1);
    }
    pattern[at..].iter().all(is_many)
}
