//! Codes of closed lists: how a variant is written in tables, files and custom ids, and read again.
//!
//! A code is for ever: what was stored must be readable. It is never shown to people.

/// Gives an enum its codes: `code()`, `Display` by it, and `FromStr` with the unit struct given as its error.
macro_rules! coded {
    ($name:ident, $unknown:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $name {
            /// The code, as stored.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $unknown;

            fn from_str(code: &str) -> Result<Self, $unknown> {
                match code { $($code => Ok(Self::$variant),)+ _ => Err($unknown) }
            }
        }
    };
}

pub(super) use coded;
