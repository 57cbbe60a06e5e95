//! Attacks on the privacy of pulses. Each test tries to win, prints how often it did, and what chance or a known limit
//! would give (`cargo test --test it attacks:: -- --nocapture`).
//!
//! | file | who attacks, with what | what they want |
//! |---|---|---|
//! | [`differences`] | a lead, with every command, before and after | what one person answered |
//! | [`small_groups`] | a lead, with the summary and the rules | what fewer than five said; that all said the same |
//! | [`comment_tone`] | whoever reads how comments sound, together | how one comment sounds, or fewer than ten |
//! | [`moves`] | whoever gives roles, invites, or waits for somebody to leave | a second vote; a small group; the one who left |
//! | [`strings`] | a thief of the disk, byte by byte | ids, tokens, texts, also replaced ones |
//! | [`pairing`] | a thief with copies of every moment, who watches people answer | which answer or comment is whose |
//! | [`keys`] | a thief with the list of members, or with old copies | whose row it is |
//! | [`pulses`], [`announcements`] | leads who launch, close and post for few people | what those few said |
//! | [`forgery`] | a member with a tampered client | another's vote, or a second one |
//! | [`seal`] | somebody who holds the database open, or taps too late | a result beside rows that still open; a vote |
//! | [`logs`] | a reader of the logs at every level, on bad days | who answered what |
//! | [`leads`] | leads, owners and champions, with every command | a name, a filter, a comment beside a score |
//!
//! Attacks that stand elsewhere: subtraction in every organisation (`src/privacy/linear_attack.rs`), kills at each step
//! of the seal (`journeys/pulse/sealing.rs`, `robustness/kill`), the other log lines (`robustness/log_lines.rs`),
//! taps from two clients (`journeys/pulse/answering.rs`).
//!
//! Does an attack prove anything? `tools/check-attacks` switches one rule off after the other and looks whether its attack
//! then wins; `docs/attacks.md` has the outcome, [`switches`] holds that it can be repeated. The rules P1 to P17 and the
//! tests that are named after them: `docs/privacy.md`; [`rules`] holds it complete.

mod announcements;
mod comment_tone;
mod crowd;
mod differences;
mod forgery;
mod keys;
mod leads;
mod logs;
mod moves;
mod pairing;
mod pulses;
mod rules;
mod seal;
mod small_groups;
mod strings;
mod switches;
mod worlds;

use groundswell::sandbox::language::{Message, Reply};

/// All messages of an answer. The whole summary has a second page, which comes a moment after the first.
async fn pages(reply: &Reply) -> Vec<Message> {
    let mut pages: Vec<_> = reply.message().cloned().into_iter().collect();
    if pages.iter().any(|page| page.text().contains("Fewest answers shown")) {
        pages.push(reply.follow_up(0).await.expect("a second page"));
    }
    pages
}

/// All that stands in an answer, pictures in words.
async fn read(reply: &Reply) -> String {
    let mut all = reply.rendered();
    for page in pages(reply).await {
        all.push_str(&page.rendered());
        all.extend(page.attachments().into_iter().map(|file| file.alt));
    }
    all
}
