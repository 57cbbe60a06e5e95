//! Tokens, sealing, suppression, masking: what keeps answers confidential while a pulse is open and anonymous after.
//!
//! Pure but for [`keys`], which owns the key files. Nothing here may log, and nothing that holds a key, a token, an
//! answer or a comment shows it in `Debug` (promises.md P12).
//!
//! | part | what it owns |
//! |---|---|
//! | [`keys`] | key files: made, read, destroyed |
//! | [`tokens`] | a person's row in a wave, by keyed hash |
//! | [`answers`] | answers and comments to padded ciphertext and back |
//! | [`thresholds`] | the floors in code |
//! | [`coarsen`] | which group an answer counts under, at launch and at the seal |
//! | `everybody` | that all of a group answered: told as if all but one had |
//! | `complement` | how much of one question must be hidden |
//! | [`suppression`] | decrypted answers to a publishable snapshot |
//! | [`comments`] | decrypted comments to shuffled, publishable ones |
//! | [`comment_tone`] | readings of comments to what may be told of them together |
//! | [`limits`] | how often a person may do something, counted without who |
//! | [`masking`] | takes names, numbers and addresses out of what people write |
//! | [`escaping`] | user text into Discord messages, without effect |

pub mod answers;
pub mod coarsen;
pub mod comment_tone;
pub mod comments;
pub mod escaping;
pub mod keys;
pub mod limits;
pub mod masking;
pub mod suppression;
pub mod thresholds;
pub mod tokens;

mod complement;
mod everybody;
mod invisible;

#[cfg(test)]
mod linear_attack;
