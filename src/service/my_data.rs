//! What is stored about one person, for that person alone: what stands under their account, and their own answers until
//! a pulse is counted.
//!
//! What nobody can find any more (answers of sealed waves) and what was never kept with a person (questions, worries)
//! can't be given back, and is named instead.

use chrono::{DateTime, Utc};

use super::Services;
use super::actor::Actor;
use super::failure::Failure;
use crate::domain::pulses::{Choice, Response};
use crate::domain::snapshot::Group;
use crate::privacy::answers;
use crate::privacy::tokens::Token;
use crate::service::pulses::Wave;
use crate::service::pulses::open_waves::has_right_key;
use crate::store;
use crate::store::personal::{Briefed, Filed, Made, Understood};

/// What is stored about a person.
#[derive(Debug, Clone)]
pub struct Export {
    /// When this was put together.
    pub at: DateTime<Utc>,
    /// What they pressed *Understood* on.
    pub understood: Vec<Understood>,
    /// The reports they filed as a champion.
    pub filed: Vec<Filed>,
    /// The briefings that they told of as a manager.
    pub briefed: Vec<Briefed>,
    /// What they changed, wrote and launched.
    pub made: Vec<Made>,
    /// Their answers to pulses that are not yet counted.
    pub own: OpenAnswers,
}

/// A person's answers to pulses that are open, or closed and not yet counted.
#[derive(Debug, Clone, Default)]
pub struct OpenAnswers {
    /// By pulse.
    pub answers: Vec<OpenAnswer>,
    /// Titles of those in which they have a row that no longer opens. It can still be taken back.
    pub spoilt: Vec<String>,
    /// Titles of those whose key can't be used, so that nobody can tell.
    pub unreadable: Vec<String>,
}

/// A person's answers to one such pulse.
#[derive(Debug, Clone)]
pub struct OpenAnswer {
    /// The pulse's title.
    pub title: String,
    /// Until when it is open, or was.
    pub closes_at: DateTime<Utc>,
    /// Under what they count.
    pub group: Group,
    /// How many of those who joined late must answer, so that theirs count; `None` if theirs do anyhow.
    pub needed: Option<u32>,
    /// Each statement with its answer; `None` is not answered.
    pub statements: Vec<(String, Option<Choice>)>,
    /// All of it.
    pub response: Response,
}

/// Everything that is stored about the person who asks.
pub async fn export(services: &Services, actor: &Actor) -> Result<Export, Failure> {
    let own = open_answers(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    Ok(Export {
        at: services.clock.now(),
        understood: store::personal::list_understood(&mut reader, actor.user).await?,
        filed: store::personal::list_filed(&mut reader, actor.user).await?,
        briefed: store::personal::list_briefed(&mut reader, actor.user).await?,
        made: store::personal::list_made(&mut reader, actor.user).await?,
        own,
    })
}

/// The person's answers to pulses that are open, or closed and not yet counted, decrypted for them.
pub async fn open_answers(services: &Services, actor: &Actor) -> Result<OpenAnswers, Failure> {
    let store = services.store(actor.guild).await?;
    let waves: Vec<Wave> = store::waves::list_waves(&mut *store.reader().await?).await?;
    let mut own = OpenAnswers::default();
    for wave in waves.into_iter().filter(|wave| wave.state.has_answers()) {
        let open = match services.waves.find(&store, actor.guild, &wave).await {
            Ok(open) => open,
            // Its key is missing or spoilt, or it was just counted.
            Err(Failure::User(_)) => {
                own.unreadable.push(wave.set.title);
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let token = Token::of(&open.keys, wave.id, actor.user);
        let mut reader = store.reader().await?;
        let Some(row) = store::answers::find_answer(&mut reader, token.as_bytes()).await? else {
            // Under another key, nobody's answers are found.
            if !has_right_key(&mut reader, &open).await? {
                own.unreadable.push(wave.set.title);
            }
            continue;
        };
        let Ok(response) = answers::decrypt(&open.keys, wave.id, &token, &row) else {
            own.spoilt.push(wave.set.title);
            continue;
        };
        let items = wave.set.items.iter();
        let group = wave.partition.group_of(response.department);
        let is_late = group == Group::Other && !wave.partition.has_other();
        own.answers.push(OpenAnswer {
            closes_at: wave.closed_at.unwrap_or(wave.closes_at),
            needed: is_late.then(|| wave.thresholds.score()),
            group,
            statements: items.map(|item| (item.text.clone(), response.choices.get(&item.id).copied())).collect(),
            title: wave.set.title,
            response,
        });
    }
    Ok(own)
}
