//! Seeded mutations of a Blueprint: fields deleted, renamed, moved, copied; values retyped and replaced.

use serde_yaml::{Mapping, Value};

/// A small generator of numbers, the same everywhere.
pub(crate) struct Random(u64);

impl Random {
    /// A generator that starts from `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`; 0 when there is none.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) as usize).checked_rem(limit).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Names and values that real files use.
pub(crate) struct Pool {
    names: Vec<String>,
    scalars: Vec<Value>,
}

impl Pool {
    /// What the files use, and `more` names.
    pub(crate) fn of<'a>(files: impl Iterator<Item = &'a Value>, more: &[String]) -> Self {
        let mut pool = Self { names: more.to_vec(), scalars: Vec::new() };
        for file in files {
            pool.collect(file);
        }
        pool.names.sort();
        pool.names.dedup();
        // Single words are what the language's lists hold.
        pool.scalars.retain(|value| value.as_str().is_none_or(|text| text.len() < 20));
        pool
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::Mapping(fields) => {
                for (key, value) in fields {
                    self.names.extend(key.as_str().map(ToOwned::to_owned));
                    self.collect(value);
                }
            }
            Value::Sequence(items) => items.iter().for_each(|item| self.collect(item)),
            scalar => self.scalars.push(scalar.clone()),
        }
    }
}

/// A step to a value.
#[derive(Clone, Debug)]
enum Step {
    Field(Value),
    Item(usize),
}

/// Changes one thing and says what.
pub(crate) fn mutate(root: &mut Value, pool: &Pool, random: &mut Random) -> String {
    let mut places = Vec::new();
    collect(root, &mut Vec::new(), &mut places);
    if places.is_empty() {
        return "nothing to change".to_owned();
    }
    let path = random.pick(&places).clone();
    let (last, parent) = path.split_last().expect("the root is no place");
    let at = words(&path);
    match (random.below(8), last) {
        (0, Step::Field(key)) => {
            fields(root, parent).remove(key);
            format!("drop {at}")
        }
        (0, Step::Item(index)) => {
            items(root, parent).remove(*index);
            format!("drop {at}")
        }
        (1, Step::Field(key)) => {
            let name = random.pick(&pool.names).clone();
            rename(fields(root, parent), key, &name);
            format!("rename {at} to {name}")
        }
        (2, Step::Field(key)) => {
            let typo = typo(key.as_str().unwrap_or("x"), random);
            rename(fields(root, parent), key, &typo);
            format!("rename {at} to {typo}")
        }
        (3 | 4, _) => {
            let value = retyped(value(root, &path), random);
            let written = format!("{value:?}");
            *self::value(root, &path) = value;
            format!("{at} becomes {written}")
        }
        (5, _) => {
            let scalar = random.pick(&pool.scalars).clone();
            let written = format!("{scalar:?}");
            *value(root, &path) = scalar;
            format!("{at} becomes {written}")
        }
        (6, _) => {
            let copy = value(root, &path).clone();
            let to = random.pick(&places).clone();
            *value(root, &to) = copy;
            format!("{} becomes a copy of {at}", words(&to))
        }
        (_, Step::Field(key)) => {
            let copy = value(root, &path).clone();
            let mappings: Vec<_> =
                places.iter().filter(|path| value(root, path).is_mapping()).cloned().collect();
            let Some(to) = (!mappings.is_empty()).then(|| random.pick(&mappings).clone()) else {
                return "nothing to change".to_owned();
            };
            fields(root, parent).remove(key);
            // A mapping may have gone with what was moved out of it.
            if let Some(target) = find(root, &to).and_then(Value::as_mapping_mut) {
                target.insert(key.clone(), copy);
            }
            format!("move {at} to {}", words(&to))
        }
        (_, Step::Item(index)) => {
            let list = items(root, parent);
            let copy = list[*index].clone();
            list.push(copy);
            format!("{at} twice")
        }
    }
}

fn collect(value: &Value, path: &mut Vec<Step>, out: &mut Vec<Vec<Step>>) {
    let mut visit = |step: Step, value: &Value| {
        path.push(step);
        out.push(path.clone());
        collect(value, path, out);
        path.pop();
    };
    match value {
        Value::Mapping(fields) => {
            fields.iter().for_each(|(key, value)| visit(Step::Field(key.clone()), value));
        }
        Value::Sequence(items) => {
            items.iter().enumerate().for_each(|(at, value)| visit(Step::Item(at), value));
        }
        _ => {}
    }
}

fn find<'a>(root: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Field(key) => value.as_mapping_mut()?.get_mut(key),
        Step::Item(index) => value.as_sequence_mut()?.get_mut(*index),
    })
}

fn value<'a>(root: &'a mut Value, path: &[Step]) -> &'a mut Value {
    find(root, path).expect("the place was just seen")
}

fn fields<'a>(root: &'a mut Value, path: &[Step]) -> &'a mut Mapping {
    value(root, path).as_mapping_mut().expect("a field stands in a mapping")
}

fn items<'a>(root: &'a mut Value, path: &[Step]) -> &'a mut Vec<Value> {
    value(root, path).as_sequence_mut().expect("an item stands in a list")
}

/// Renames a field in its place.
fn rename(fields: &mut Mapping, key: &Value, name: &str) {
    let entries = std::mem::take(fields);
    for (other, value) in entries {
        fields.insert(if other == *key { name.into() } else { other }, value);
    }
}

fn typo(name: &str, random: &mut Random) -> String {
    let at = random.below(name.len().max(1));
    match random.below(3) {
        0 => name.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, c)| c).collect(),
        1 => name.to_ascii_uppercase(),
        _ => format!("{name}s"),
    }
}

fn retyped(value: &Value, random: &mut Random) -> Value {
    let text = || match value {
        Value::String(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => value.to_string(),
        _ => "text".to_owned(),
    };
    match random.below(10) {
        0 => Value::Null,
        1 => true.into(),
        2 => false.into(),
        3 => 0.into(),
        4 => 7.into(),
        5 => 1.5.into(),
        6 => Value::Sequence(vec![value.clone()]),
        7 => Value::Sequence(Vec::new()),
        8 => Value::Mapping(Mapping::new()),
        _ => Value::String(text()),
    }
}

fn words(path: &[Step]) -> String {
    path.iter()
        .map(|step| match step {
            Step::Field(key) => key.as_str().unwrap_or("?").to_owned(),
            Step::Item(index) => index.to_string(),
        })
        .collect::<Vec<_>>()
        .join("/")
}
