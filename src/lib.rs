//! Groundswell: a Discord bot for change communication.
//!
//! # Code map
//!
//! | room | what it owns |
//! |---|---|
//! | [`app`] | wires the parts; used by the program, the sandbox and tests alike |
//! | [`domain`] | the words of the field as types; pure |
//! | [`privacy`] | tokens, sealing, suppression, masking; pure but for its key files |
//! | [`sentiment`] | a comment to its tone and themes; pure |
//! | [`report`] | summary model to text table and chart |
//! | [`texts`] | loads, checks and renders `messages/` |
//! | [`store`] | the only SQL |
//! | [`service`] | use cases: actor and typed input to outcome; owns transactions and rights |
//! | [`scheduler`] | due work, one tick at a time |
//! | [`discord`] | the only room that knows Discord's protocols |
//! | [`sandbox`] | the Discord stand-in |
//! | [`settings`], [`logs`], [`health`], [`shutdown`] | the shell: what the operator decides, sees and stops |
//!
//! # Invariants
//!
//! Dependencies run one way: `main → app → {discord, scheduler, sandbox} → service → {store, texts, report,
//! sentiment, privacy} → domain`. `discord` and `scheduler` don't know each other; `domain` knows nobody
//! (`tests/it/tidy.rs` holds this). No result of a pulse exists before its wave is sealed. No log line carries a
//! Discord id or a text that a person wrote. Nothing calls the network inside a database transaction.

pub mod app;
pub mod discord;
pub mod domain;
pub mod health;
pub mod logs;
pub mod privacy;
pub mod report;
pub mod sandbox;
pub mod scheduler;
pub mod sentiment;
pub mod service;
pub mod settings;
pub mod shutdown;
pub mod store;
pub mod texts;
