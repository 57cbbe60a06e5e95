//! How much one person may say on a day (UTC) without their name. Counted in memory only (`privacy::limits`): nobody can
//! look up who said how much, and a new start of the program begins anew.

use crate::domain::ids::AnnouncementId;
use crate::privacy::escaping::escape;
use crate::privacy::limits::Said;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::values;

/// How many questions a person may ask on one day, and how many worries say. Our own limit: enough to be heard, too few
/// to flood.
pub const DAILY: u32 = 5;

/// How many worries of one person count under one announcement on one day: with more, somebody could lift the worry of
/// another over a threshold, and read it.
pub const UNDER_ONE: u32 = 1;

/// How much of what can't be kept is given back, in characters: with its sentence it fits a message, also escaped
/// (discord.md 4, "message").
const GIVEN_BACK: usize = 700;

/// What somebody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::service) enum Voice {
    /// A question, under an announcement or under none.
    Question,
    /// A worry under this announcement.
    Worry(AnnouncementId),
}

/// One limit that holds for it.
struct Limit {
    said: Said,
    most: u32,
    /// The refusal before anything is written, and with what was written.
    refusals: [&'static str; 2],
}

impl Voice {
    fn limits(self) -> Vec<Limit> {
        let limit = |said, most, refusals| Limit { said, most, refusals };
        match self {
            Self::Question => {
                let refusals = ["questions.error.too_many_today", "questions.error.too_many_given_back"];
                vec![limit(Said::Question, DAILY, refusals)]
            }
            Self::Worry(about) => {
                let refusals = ["announce.error.worried_today", "announce.error.worried_given_back"];
                let of_all = ["announce.error.worries_today", "announce.error.worries_given_back"];
                vec![limit(Said::WorryAbout(about), UNDER_ONE, refusals), limit(Said::Worry, DAILY, of_all)]
            }
        }
    }
}

impl Limit {
    fn refusal(&self, text: &str) -> UserError {
        let [before, given_back] = self.refusals;
        let text: String = text.chars().take(GIVEN_BACK).collect();
        if text.is_empty() {
            UserError::with(before, values! { count => self.most })
        } else {
            UserError::with(given_back, values! { count => self.most, text => escape(&text) })
        }
    }
}

/// Refuses whoever has nothing left today, before they write.
pub(in crate::service) fn check(services: &Services, actor: &Actor, voice: Voice) -> Result<(), Failure> {
    let now = services.clock.now();
    let is_used_up = |limit: &Limit| services.asked.is_used_up(actor.guild, actor.user, limit.said, limit.most, now);
    match voice.limits().into_iter().find(is_used_up) {
        Some(limit) => Err(limit.refusal("").into()),
        None => Ok(()),
    }
}

/// Keeps `text` if its writer has something left today; otherwise gives it back. What could not be kept doesn't count.
pub(in crate::service) async fn within<T>(
    services: &Services,
    actor: &Actor,
    voice: Voice,
    text: &str,
    keep: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    let now = services.clock.now();
    let mut taken = Vec::new();
    let give_back = |taken: &[Said]| {
        for said in taken {
            services.asked.give_back(actor.guild, actor.user, *said, now);
        }
    };
    for limit in voice.limits() {
        let may = services.asked.take(actor.guild, actor.user, limit.said, limit.most, now);
        if !may.map_err(anyhow::Error::from)? {
            give_back(&taken);
            return Err(limit.refusal(text).into());
        }
        taken.push(limit.said);
    }
    let kept = keep.await;
    if kept.is_err() {
        give_back(&taken);
    }
    kept
}
