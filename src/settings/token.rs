//! The bot's token: from a variable or a file into a wrapper that no formatter can print.
//!
//! Its shape is checked loosely, since stand-ins for Discord hand out tokens of their own making.

use std::path::Path;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::Problem;

/// Far above any token's length; a larger file was named by mistake.
const LARGEST_FILE: u64 = 4096;

/// Takes `text` for a token.
pub(super) fn parse(text: String) -> Result<SecretString, Problem> {
    let text = Zeroizing::new(text);
    let token = text.trim();
    if token.is_empty() {
        Err(Problem::TokenShape("is empty"))
    } else if token.starts_with("Bot ") {
        Err(Problem::TokenShape("starts with the word Bot, which is not part of it"))
    } else if token.contains(char::is_whitespace) {
        Err(Problem::TokenShape("has white space in it"))
    } else if !token.chars().all(|c| c.is_ascii_graphic()) {
        Err(Problem::TokenShape("has characters that no token has"))
    } else {
        Ok(SecretString::from(token.to_owned()))
    }
}

/// Reads the token from the file at `path`, with a warning if other users of the machine may read it too.
pub(super) fn read(path: &Path) -> Result<(SecretString, Option<Problem>), Problem> {
    let unreadable = |reason: String| Problem::Unreadable(path.display().to_string(), reason);
    let about = std::fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
    if about.len() > LARGEST_FILE {
        return Err(unreadable(format!("it is larger than {LARGEST_FILE} bytes, so it is not a token's file")));
    }
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    let token = parse(text)?;
    Ok((token, is_open_to_others(&about).then(|| Problem::TokenFileOpen(path.display().to_string()))))
}

#[cfg(unix)]
fn is_open_to_others(about: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    about.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open_to_others(_: &std::fs::Metadata) -> bool {
    false
}
