//! Answers and comments to padded ciphertext and back: XChaCha20-Poly1305 with a random nonce, bound to its row.
//!
//! A row's length must tell nothing: who sees a row come about while the wave is open would find the long comment among
//! those that leads read afterwards. So every row, and every released comment, has one length: [`LENGTH`]. It holds the
//! longest comment that the form takes, of any characters, beside the answers to any set.
//!
//! It costs no more than a shorter one would: SQLite keeps 489 bytes of such a row in its table and the rest in a page
//! of its own (sqlite.org/fileformat2.html, 1.6), which this length just fills. 50,000 people take 235 MB.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use rand::TryRng;
use rand::rngs::SysRng;
use zeroize::Zeroizing;

use super::comments::CommentId;
use super::keys::{KEY_BYTES, RetentionKey, WaveKeys};
use super::tokens::Token;
use crate::domain::ids::WaveId;
use crate::domain::pulses::Response;

/// The length of every plaintext, in bytes.
pub const LENGTH: usize = 4_496;

/// What encryption adds to a plaintext, in bytes: nonce and tag.
pub const OVERHEAD: usize = NONCE + 16;

const NONCE: usize = 24;
const PREFIX: usize = 4;

/// Why something can't be encrypted or decrypted. Says nothing about what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CipherError {
    /// More than [`LENGTH`] holds; what the form takes never is.
    #[error("too long to store")]
    TooLong,
    /// Another key, another row, or changed bytes.
    #[error("does not decrypt under this key for this row")]
    NotAuthentic,
    /// It decrypts, but a newer or broken program wrote it.
    #[error("decrypts to something unreadable")]
    Unreadable,
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness")]
    NoRandomness,
}

/// Encrypts a person's answers for their row. The same answers give other bytes each time.
pub fn encrypt(keys: &WaveKeys, wave: WaveId, token: &Token, response: &Response) -> Result<Vec<u8>, CipherError> {
    let json = Zeroizing::new(serde_json::to_vec(response).map_err(|_| CipherError::Unreadable)?);
    seal(keys.answer_key(), &row_label(wave, token), &json)
}

/// Decrypts a row.
pub fn decrypt(keys: &WaveKeys, wave: WaveId, token: &Token, bytes: &[u8]) -> Result<Response, CipherError> {
    let plain = open(keys.answer_key(), &row_label(wave, token), bytes)?;
    serde_json::from_slice(unpad(&plain)?).map_err(|_| CipherError::Unreadable)
}

/// Encrypts a released comment until its deletion date.
pub fn encrypt_comment(key: &RetentionKey, wave: WaveId, id: CommentId, text: &str) -> Result<Vec<u8>, CipherError> {
    seal(key.key(), &comment_label(wave, id), text.as_bytes())
}

/// Decrypts a released comment.
pub fn decrypt_comment(key: &RetentionKey, wave: WaveId, id: CommentId, bytes: &[u8]) -> Result<String, CipherError> {
    let plain = open(key.key(), &comment_label(wave, id), bytes)?;
    std::str::from_utf8(unpad(&plain)?).map(str::to_owned).map_err(|_| CipherError::Unreadable)
}

/// What a row's ciphertext is bound to, so that no row can be moved under another token or wave.
fn row_label(wave: WaveId, token: &Token) -> Vec<u8> {
    [b"answer".as_slice(), &wave.get().to_be_bytes(), token.as_bytes()].concat()
}

fn comment_label(wave: WaveId, id: CommentId) -> Vec<u8> {
    [b"comment".as_slice(), &wave.get().to_be_bytes(), id.as_bytes()].concat()
}

fn seal(key: &[u8; KEY_BYTES], label: &[u8], plain: &[u8]) -> Result<Vec<u8>, CipherError> {
    let padded = pad(plain)?;
    let mut nonce = [0; NONCE];
    SysRng.try_fill_bytes(&mut nonce).map_err(|_| CipherError::NoRandomness)?;
    let payload = Payload { msg: &padded, aad: label };
    let sealed = cipher(key).encrypt(&XNonce::from(nonce), payload).map_err(|_| CipherError::TooLong)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(key: &[u8; KEY_BYTES], label: &[u8], bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, CipherError> {
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or(CipherError::NotAuthentic)?;
    let payload = Payload { msg: sealed, aad: label };
    let plain = cipher(key).decrypt(&XNonce::from(*nonce), payload).map_err(|_| CipherError::NotAuthentic)?;
    Ok(Zeroizing::new(plain))
}

fn cipher(key: &[u8; KEY_BYTES]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

/// Length (four bytes, little-endian), content, zeros up to [`LENGTH`].
fn pad(plain: &[u8]) -> Result<Zeroizing<Vec<u8>>, CipherError> {
    if plain.len() > LENGTH - PREFIX {
        return Err(CipherError::TooLong);
    }
    let length = u32::try_from(plain.len()).map_err(|_| CipherError::TooLong)?;
    let mut padded = Zeroizing::new(vec![0; LENGTH]);
    padded[..PREFIX].copy_from_slice(&length.to_le_bytes());
    padded[PREFIX..PREFIX + plain.len()].copy_from_slice(plain);
    Ok(padded)
}

fn unpad(padded: &[u8]) -> Result<&[u8], CipherError> {
    let (length, rest) = padded.split_first_chunk::<PREFIX>().ok_or(CipherError::Unreadable)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| CipherError::Unreadable)?;
    rest.get(..length).ok_or(CipherError::Unreadable)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::departments::MAX_NAME;
    use crate::domain::ids::{DepartmentId, UserId};
    use crate::domain::labels::FearCode;
    use crate::domain::pulses::{Choice, ItemId, MAX_COMMENT, MAX_FEARS, Point};

    fn wave(id: i64) -> WaveId {
        WaveId::new(id).expect("from 1")
    }

    fn token(keys: &WaveKeys, user: u64) -> Token {
        Token::of(keys, wave(1), UserId::new(user).expect("id"))
    }

    /// All that a person can say in the longest pulse.
    fn longest(comment: Option<String>) -> Response {
        let mut response = Response::new(DepartmentId::new(i64::MAX).expect("id"));
        for number in 0..12 {
            let id = ItemId::try_from(format!("{}{number:02}", "x".repeat(38))).expect("an id");
            response.choices.insert(id, if number % 2 == 0 { Choice::CantSay } else { Choice::Point(Point::ALL[4]) });
        }
        response.fears = Some(FearCode::ALL[..MAX_FEARS].iter().copied().collect());
        response.comment = comment;
        response.finished = true;
        response
    }

    #[test]
    fn answers_come_back_and_never_look_the_same() {
        let keys = WaveKeys::for_tests(1);
        let token = token(&keys, 5);
        let response = longest(Some("Niemand fragt uns. 🙃".to_owned()));
        let first = encrypt(&keys, wave(1), &token, &response).expect("sealed");
        let second = encrypt(&keys, wave(1), &token, &response).expect("sealed");
        assert!(first != second);
        assert!(decrypt(&keys, wave(1), &token, &first) == Ok(response));
    }

    #[test]
    fn a_row_opens_only_under_its_key_wave_and_token() {
        let keys = WaveKeys::for_tests(1);
        let mine = token(&keys, 5);
        let bytes = encrypt(&keys, wave(1), &mine, &longest(None)).expect("sealed");
        let refused = Err(CipherError::NotAuthentic);
        assert!(decrypt(&WaveKeys::for_tests(2), wave(1), &mine, &bytes) == refused);
        assert!(decrypt(&keys, wave(2), &mine, &bytes) == refused);
        assert!(decrypt(&keys, wave(1), &token(&keys, 6), &bytes) == refused);
        for place in [0, NONCE, bytes.len() - 1] {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            assert!(decrypt(&keys, wave(1), &mine, &changed) == refused);
        }
        assert!(decrypt(&keys, wave(1), &mine, &bytes[..10]) == refused);
    }

    #[test]
    fn every_row_and_comment_is_of_one_length_and_fits() {
        let keys = WaveKeys::for_tests(1);
        let token = token(&keys, 5);
        let mut responses = vec![Response::new(DepartmentId::new(1).expect("id")), longest(None)];
        responses.extend(["x", "ж", "🙃", "\"", "\n"].map(|worst| longest(Some(worst.repeat(MAX_COMMENT)))));
        for response in responses {
            let bytes = encrypt(&keys, wave(1), &token, &response).expect("sealed");
            assert_eq!(bytes.len(), LENGTH + OVERHEAD);
            assert!(decrypt(&keys, wave(1), &token, &bytes) == Ok(response));
        }
        let (key, id) = (RetentionKey::for_tests(3), CommentId::from_bytes([9; 16]));
        // A department's name and JSON around it.
        let around = 4 * MAX_NAME + 60;
        for text in [String::new(), "🙃".repeat(MAX_COMMENT) + &"x".repeat(around)] {
            assert_eq!(encrypt_comment(&key, wave(1), id, &text).expect("sealed").len(), LENGTH + OVERHEAD);
        }
        let too_long = encrypt(&keys, wave(1), &token, &longest(Some("x".repeat(LENGTH))));
        assert_eq!(too_long, Err(CipherError::TooLong));
    }

    #[test]
    fn p13_comments_open_only_under_the_retention_key() {
        let (key, id) = (RetentionKey::for_tests(3), CommentId::from_bytes([9; 16]));
        let bytes = encrypt_comment(&key, wave(1), id, "Zu viele Klicks").expect("sealed");
        assert_eq!(decrypt_comment(&key, wave(1), id, &bytes).as_deref(), Ok("Zu viele Klicks"));
        let other = decrypt_comment(&RetentionKey::for_tests(4), wave(1), id, &bytes);
        assert_eq!(other, Err(CipherError::NotAuthentic));
        let moved = decrypt_comment(&key, wave(1), CommentId::from_bytes([8; 16]), &bytes);
        assert_eq!(moved, Err(CipherError::NotAuthentic));
    }

    proptest! {
        #[test]
        fn any_comment_comes_back(text in "\\PC{0,200}") {
            let (key, id) = (RetentionKey::for_tests(3), CommentId::from_bytes([9; 16]));
            let bytes = encrypt_comment(&key, wave(1), id, &text).expect("short enough");
            prop_assert_eq!(decrypt_comment(&key, wave(1), id, &bytes), Ok(text));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let keys = WaveKeys::for_tests(1);
            prop_assert!(decrypt(&keys, wave(1), &token(&keys, 5), &bytes).is_err());
            prop_assert!(unpad(&bytes).map_or(true, |content| content.len() + PREFIX <= bytes.len()));
        }
    }
}
