//! A person's row in a wave: a keyed hash that nobody can undo once the key is gone.
//!
//! Without the key a token is noise; with it, the operator of the server could find a person's row, which is why the
//! wave is only confidential while it is open (promises.md 1).

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::keys::WaveKeys;
use crate::domain::ids::{UserId, WaveId};

/// The primary key of a person's answers in one wave. `Debug` shows nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token([u8; 32]);

impl Token {
    /// HMAC-SHA-256 (RFC 2104) under K of the wave's and the person's number, eight bytes big-endian each.
    pub fn of(keys: &WaveKeys, wave: WaveId, user: UserId) -> Self {
        let mut mac = Hmac::<Sha256>::new_from_slice(keys.token_key()).expect("HMAC takes keys of any length");
        mac.update(&wave.get().to_be_bytes());
        mac.update(&user.get().to_be_bytes());
        Self(mac.finalize().into_bytes().into())
    }

    /// Reads what [`Self::as_bytes`] gave.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// As stored.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn token(seed: u8, wave: i64, user: u64) -> Token {
        let (wave, user) = (WaveId::new(wave).expect("id"), UserId::new(user).expect("id"));
        Token::of(&WaveKeys::for_tests(seed), wave, user)
    }

    #[test]
    fn a_token_is_the_hmac_of_wave_and_person() {
        // python3: hmac.new(bytes([7]*32), struct.pack('>qQ', 3, 175928847299117063), 'sha256').hexdigest()
        let hex: String = token(7, 3, 175_928_847_299_117_063).0.iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "9c9d8df173ae2b66be774eae4c0a36d9a1390a36c056a7c1486a457ca8cb3ebe");
    }

    #[test]
    fn tokens_differ_by_person_wave_and_key_and_by_nothing_else() {
        let tokens = [token(1, 1, 1), token(1, 1, 2), token(1, 2, 1), token(2, 1, 1), token(1, 1, 256), token(1, 1, 1)];
        assert_eq!(tokens.into_iter().collect::<BTreeSet<_>>().len(), 5);
    }

    #[test]
    fn p12_debug_shows_no_token() {
        assert_eq!(format!("{:?}", token(1, 1, 1)), "Token(..)");
    }
}
