//! What is put into a text: names and numbers. A value is inserted once and never read as a template; text that a
//! person wrote must be escaped before it comes here (`privacy::escaping`).

use std::collections::BTreeMap;

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A piece of text, inserted as it is.
    Text(String),
    /// A whole number. The one called `count` also chooses between plural forms.
    Number(i64),
}

/// The values for one text, by name. [`values!`](crate::values) writes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(pub(super) BTreeMap<&'static str, Value>);

impl Values {
    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.insert(name, value.into());
        self
    }

    /// The number that chooses between plural forms.
    pub(super) fn count(&self) -> Option<i64> {
        match self.0.get("count") {
            Some(Value::Number(count)) => Some(*count),
            _ => None,
        }
    }
}

/// Values for a text: `values! { name => department, count => 3 }`.
#[macro_export]
macro_rules! values {
    ($($name:ident => $value:expr),* $(,)?) => {
        $crate::texts::Values::default()$(.with(stringify!($name), $value))*
    };
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

macro_rules! from_smaller_numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )+};
}

from_smaller_numbers!(u8, u16, u32, i32, i64);
