//! What readers of a posted announcement do: "understood" by name, what's in it for them, questions and worries
//! without their name. Whoever has several department roles is asked which; whoever has none is told whom to ask.

use super::among::among;
use super::overview::{FEWEST, WORDS, counts};
use super::{Loaded, load, stale, unknown};
use crate::domain::announcements::OccurrenceKind;
use crate::domain::banding::participation_step;
use crate::domain::company::Company;
use crate::domain::controls::AnnouncementControl;
use crate::domain::departments::{Department, Membership, membership};
use crate::domain::ids::{DeliveryId, DepartmentId};
use crate::domain::labels::FearCode;
use crate::privacy::escaping::escape;
use crate::privacy::masking::mask;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::questions::allowance::{self, Voice};
use crate::store::{self, GuildStore};
use crate::values;

/// The longest question or worry, in characters. Our own limit: a few sentences.
pub const MAX_TEXT: u16 = 1000;

/// What a reader gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// Which department is it about? Goes on with this control.
    Pick(AnnouncementControl, Vec<Department>),
    /// Counted under this department; or had been before.
    Understood {
        /// Under which.
        department: Option<Department>,
        /// Counted just now.
        new: bool,
    },
    /// What's in it for this department of the company, as a lead wrote it.
    Benefit(Department, String, Box<Company>),
    /// A question's form.
    AskQuestion(Department),
    /// The list of fears.
    PickFear(Department),
    /// A worry's form.
    AskWorry(Department, FearCode),
    /// A question is kept.
    QuestionKept(Kept),
    /// A worry is kept.
    WorryKept(Kept),
}

/// What becomes of what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Mentions, addresses or links were taken out.
    pub masked: bool,
    /// Leads may come to see it: enough people could have said it.
    pub is_seen: bool,
}

/// A button under the announcement, or the choice of a department behind it (`picked`).
pub async fn respond(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    what: AnnouncementControl,
    picked: Option<DepartmentId>,
) -> Result<Response, Failure> {
    let loaded = read(services, actor, delivery).await?;
    let department = match department_of(actor, &loaded, picked)? {
        Some(Ok(department)) => department,
        Some(Err(several)) => return Ok(Response::Pick(behind(what), several)),
        None => match without_role(services, actor, &loaded, delivery).await? {
            // The line says nothing of whoever reads it.
            Some(department) if what == AnnouncementControl::Benefit => department,
            Some(department) => {
                let department = escape(department.name.as_str());
                return Err(UserError::with("announce.error.role_gone", values! { department => department }).into());
            }
            None => return Err(nobodys(&loaded.company).into()),
        },
    };
    match what {
        AnnouncementControl::Understood | AnnouncementControl::UnderstoodFor => {
            understood(services, actor, &loaded, delivery, department).await
        }
        AnnouncementControl::Benefit | AnnouncementControl::BenefitFor => {
            let own = loaded.addressee(&department).map_or("", |part| part.benefit.as_str());
            // A later round says it in words of its own.
            let number =
                store::rounds::get_number(&mut *services.store(actor.guild).await?.reader().await?, delivery).await?;
            let round = loaded.rounds.iter().find(|round| round.number == number);
            let general = round.map_or(&loaded.announcement.words.benefit, |round| &round.words.benefit);
            let line = if own.is_empty() { general } else { own }.to_owned();
            Ok(Response::Benefit(department, line, Box::new(loaded.company)))
        }
        AnnouncementControl::Question | AnnouncementControl::QuestionFor => {
            allowance::check(services, actor, Voice::Question)?;
            Ok(Response::AskQuestion(department))
        }
        AnnouncementControl::Worry | AnnouncementControl::WorryFor => {
            allowance::check(services, actor, Voice::Worry(loaded.announcement.id))?;
            Ok(Response::PickFear(department))
        }
        AnnouncementControl::QuestionForm { .. }
        | AnnouncementControl::Fear { .. }
        | AnnouncementControl::WorryForm { .. } => Err(unknown()),
    }
}

/// A fear was picked: the form for a few words follows.
pub async fn pick_fear(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    department: DepartmentId,
    fear: FearCode,
) -> Result<Response, Failure> {
    let loaded = read(services, actor, delivery).await?;
    let department = own(actor, &loaded, department)?;
    allowance::check(services, actor, Voice::Worry(loaded.announcement.id))?;
    Ok(Response::AskWorry(department, fear))
}

/// Keeps a question without whoever asked it.
pub async fn ask(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    department: DepartmentId,
    text: &str,
) -> Result<Response, Failure> {
    let loaded = read(services, actor, delivery).await?;
    let department = own(actor, &loaded, department)?;
    let text = cut(text);
    if text.is_empty() {
        return Err(UserError::new("announce.error.question_empty").into());
    }
    let masked = mask(&text);
    let (id, now, counts) = (loaded.announcement.id, services.clock.now(), counts(services, actor.guild).await);
    let store = services.store(actor.guild).await?;
    let keep = async {
        let mut tx = store.begin().await?;
        let among = among(&mut tx, &loaded, OccurrenceKind::Post, delivery, &counts).await?;
        store::questions::insert_question(&mut tx, Some(id), Some(department.id), among, &masked.text, now).await?;
        tx.commit().await?;
        Ok(among)
    };
    let among = allowance::within(services, actor, Voice::Question, &text, keep).await?;
    forget_order(&store).await?;
    Ok(Response::QuestionKept(Kept { masked: !masked.found.is_empty(), is_seen: among >= FEWEST }))
}

/// Keeps a worry without whoever has it. The words may be left out: the fear alone says something. Leads come to read the
/// words of five or more at a time.
pub async fn worry(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    department: DepartmentId,
    fear: FearCode,
    text: &str,
) -> Result<Response, Failure> {
    let loaded = read(services, actor, delivery).await?;
    let department = own(actor, &loaded, department)?;
    let text = cut(text);
    let masked = mask(&text);
    let (id, now, counts) = (loaded.announcement.id, services.clock.now(), counts(services, actor.guild).await);
    let store = services.store(actor.guild).await?;
    let keep = async {
        let mut tx = store.begin().await?;
        let among = among(&mut tx, &loaded, OccurrenceKind::Post, delivery, &counts).await?;
        store::questions::insert_worry(&mut tx, id, department.id, among, fear, &masked.text, now).await?;
        let (said, readable) = store::questions::count_worries(&mut tx, id, FEWEST).await?;
        if said >= WORDS && participation_step(said) > readable {
            store::questions::mark_readable(&mut tx, id, FEWEST).await?;
        }
        tx.commit().await?;
        Ok(among)
    };
    let among = allowance::within(services, actor, Voice::Worry(id), &text, keep).await?;
    forget_order(&store).await?;
    Ok(Response::WorryKept(Kept { masked: !masked.found.is_empty(), is_seen: among >= FEWEST }))
}

/// The write-ahead log keeps what was written in its order, so whoever said "understood", by name, just before or after
/// would stand beside what is kept without a name. A reader may keep it from being emptied; the next one does it then.
pub(in crate::service) async fn forget_order(store: &GuildStore) -> Result<(), Failure> {
    store.empty_log().await?;
    Ok(())
}

async fn understood(
    services: &Services,
    actor: &Actor,
    loaded: &Loaded,
    delivery: DeliveryId,
    department: Department,
) -> Result<Response, Failure> {
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let (id, now) = (loaded.announcement.id, services.clock.now());
    let round = store::rounds::get_number(&mut tx, delivery).await?;
    let new = store::responses::insert_acknowledgement(&mut tx, id, actor.user, department.id, round, now).await?;
    let counted = store::responses::find_acknowledgement(&mut tx, id, actor.user).await?;
    tx.commit().await?;
    let department = loaded.departments.iter().find(|known| Some(known.id) == counted).cloned();
    Ok(Response::Understood { department, new })
}

async fn read(services: &Services, actor: &Actor, delivery: DeliveryId) -> Result<Loaded, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let id = store::announcements::find_by_delivery(&mut reader, delivery).await?.ok_or_else(unknown)?;
    load(&mut reader, id).await?.ok_or_else(unknown)
}

/// The reader's department; or those among which to pick; `None` for somebody without a department's role.
fn department_of(
    actor: &Actor,
    loaded: &Loaded,
    picked: Option<DepartmentId>,
) -> Result<Option<Result<Department, Vec<Department>>>, UserError> {
    Ok(match (membership(&loaded.departments, &actor.roles), picked) {
        (Membership::None, _) => None,
        (Membership::One(department), None) => Some(Ok(department.clone())),
        (Membership::Several(several), None) => Some(Err(several.into_iter().cloned().collect())),
        (Membership::One(_) | Membership::Several(_), Some(picked)) => Some(Ok(own(actor, loaded, picked)?)),
    })
}

/// The department that reads in a post's channel, if its role was deleted: then nobody holds it, whoever belongs there.
async fn without_role(
    services: &Services,
    actor: &Actor,
    loaded: &Loaded,
    delivery: DeliveryId,
) -> Result<Option<Department>, Failure> {
    let store = services.store(actor.guild).await?;
    let delivery =
        store::deliveries::find_delivery(&mut *store.reader().await?, delivery).await?.ok_or_else(unknown)?;
    let mut here = loaded.without_role().filter(|department| department.channel == delivery.channel);
    Ok(here.next().cloned())
}

/// The department, if the reader holds its role now.
fn own(actor: &Actor, loaded: &Loaded, id: DepartmentId) -> Result<Department, UserError> {
    let held = |department: &&Department| department.id == id && actor.roles.contains(&department.role);
    loaded.departments.iter().find(held).cloned().ok_or_else(|| UserError::new("common.error.stale_control"))
}

pub(in crate::service) fn nobodys(company: &Company) -> UserError {
    let ask = company.lead_role.map_or_else(String::new, |role| format!("<@&{role}>"));
    UserError::with("common.error.department_none", values! { ask => ask })
}

/// The select that asks for the department behind a button.
fn behind(what: AnnouncementControl) -> AnnouncementControl {
    match what {
        AnnouncementControl::Understood => AnnouncementControl::UnderstoodFor,
        AnnouncementControl::Benefit => AnnouncementControl::BenefitFor,
        AnnouncementControl::Question => AnnouncementControl::QuestionFor,
        AnnouncementControl::Worry => AnnouncementControl::WorryFor,
        other => other,
    }
}

/// Of the departments that somebody may act for the one that they picked, or the only one; otherwise those to pick from.
pub(super) fn narrow(
    mut own: Vec<Department>,
    picked: Option<DepartmentId>,
) -> Result<Result<Department, Vec<Department>>, Failure> {
    own.retain(|department| picked.is_none_or(|picked| department.id == picked));
    match own.len() {
        0 => Err(stale()),
        1 => Ok(Ok(own.remove(0))),
        _ => Ok(Err(own)),
    }
}

/// The names of departments in a sentence.
pub fn names(departments: &[Department]) -> String {
    let names: Vec<String> = departments.iter().map(|department| escape(department.name.as_str())).collect();
    names.join(", ")
}

pub(in crate::service) fn cut(text: &str) -> String {
    text.trim().chars().take(usize::from(MAX_TEXT)).collect::<String>().trim_end().to_owned()
}
