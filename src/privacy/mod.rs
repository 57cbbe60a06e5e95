//! Tokens, sealing, suppression, masking.
