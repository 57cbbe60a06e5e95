//! Registering commands.
