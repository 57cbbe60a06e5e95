//! Controls on drafts, on posted announcements, and on notices about postings.
//!
//! Whatever stands on a public post is answered privately: an update would change the post for everybody.

use std::collections::HashMap;

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::announcements::{DraftAt, Words};
use crate::domain::controls::{AnnouncementControl, ApprovalControl, DraftControl, HeldControl, OccurrenceControl};
use crate::domain::ids::{AnnouncementId, DeliveryId, OccurrenceId};
use crate::service::announcements::{
    approving, changing, deciding, drafting, failing, holding, launching, responding, waiting,
};
use crate::service::contact;
use crate::service::failure::{Failure, UserError};
use crate::service::views::announcements as views;
use crate::service::views::contact::{self as contact_views, Wish};
use crate::texts::message::Message;

/// A button or select of a draft.
pub(super) async fn press_draft(press: &Press<'_>, at: DraftAt, what: DraftControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    let show = |preview: &drafting::Preview| Answer::Update(views::preview(texts, language, preview));
    if matches!(what, DraftControl::Schedule | DraftControl::PostNow)
        && let Some(question) = over_budget(press, at, what).await?
    {
        return Ok(Answer::Update(question));
    }
    Ok(match what {
        DraftControl::Write | DraftControl::Edit => match drafting::open(services, actor, at).await? {
            Ok(loaded) => {
                let has_plan = changing::has_plan(services, actor, &loaded).await?;
                Answer::Form(views::form(texts, language, &loaded, DraftControl::Edit, has_plan))
            }
            Err(overtaken) => show(&overtaken),
        },
        DraftControl::Departments => show(&drafting::choose_departments(services, actor, at, &chosen(press)).await?),
        DraftControl::Benefits => {
            let loaded = match drafting::open(services, actor, at).await? {
                Ok(loaded) => loaded,
                Err(overtaken) => return Ok(show(&overtaken)),
            };
            let departments: Vec<_> = loaded.chosen().cloned().collect();
            if departments.is_empty() {
                return Err(UserError::new("announce.error.no_departments").into());
            }
            if departments.len() > drafting::LINES_PER_FORM {
                return Ok(Answer::Update(views::benefits_pick(texts, language, &loaded)));
            }
            Answer::Form(views::benefits_form(texts, language, &loaded, &departments))
        }
        DraftControl::BenefitsFor => {
            let loaded = match drafting::open(services, actor, at).await? {
                Ok(loaded) => loaded,
                Err(overtaken) => return Ok(show(&overtaken)),
            };
            let picked = chosen(press);
            let departments: Vec<_> = loaded.chosen().filter(|one| picked.contains(&one.id)).cloned().collect();
            if departments.is_empty() {
                return Err(UserError::new("common.error.stale_control").into());
            }
            Answer::Form(views::benefits_form(texts, language, &loaded, &departments))
        }
        DraftControl::Preview => show(&drafting::preview(services, actor, at.id).await?),
        DraftControl::Schedule | DraftControl::ScheduleAllTheSame => {
            let all_the_same = what == DraftControl::ScheduleAllTheSame;
            let outcome = launching::schedule(services, actor, at, all_the_same).await?;
            Answer::Update(views::outcome(texts, language, &outcome))
        }
        DraftControl::PostNow | DraftControl::PostAllTheSame => {
            let all_the_same = what == DraftControl::PostAllTheSame;
            let outcome = launching::post_now(services, actor, at, all_the_same).await?;
            Answer::Update(views::outcome(texts, language, &outcome))
        }
        DraftControl::Question => Answer::Private(approving::look(services, actor, at).await?),
        DraftControl::Discard => match drafting::discard(services, actor, at).await? {
            None => Answer::Update(views::discarded(texts, language)),
            Some(overtaken) => show(&overtaken),
        },
    })
}

/// The question to a lead whose draft would be more than was agreed on. A draft that can't be launched anyway is not
/// asked about.
async fn over_budget(press: &Press<'_>, at: DraftAt, what: DraftControl) -> Result<Option<Message>, Failure> {
    let Press { services, actor, .. } = press;
    let at_once = what == DraftControl::PostNow;
    let preview = drafting::preview(services, actor, at.id).await?;
    // Changes may cost nothing more than was agreed on, and a draft that has moved on is shown first.
    if preview.original.is_some_and(|original| !original.asks) || preview.loaded.announcement.at() != at {
        return Ok(None);
    }
    let wish = match (at_once, preview.original) {
        (true, _) => Wish::PostNow,
        (false, None) => Wish::Schedule,
        (false, Some(_)) => Wish::Save,
    };
    if !at_once && (preview.problem.is_some() || preview.runs.is_empty()) {
        return Ok(None);
    }
    // The preview shows what it costs at its time; now is another week, or another one of more. Who agrees to what repeats
    // agrees to all its runs.
    let repeats = preview.loaded.announcement.plan.rule.is_some();
    let forecast = if at_once {
        let now = services.clock.now();
        let runs = if repeats { [&[now], &preview.runs[..]].concat() } else { Vec::new() };
        contact::of_announcement(services, actor, &preview.loaded, &runs).await?
    } else {
        preview.contact
    };
    let is_over = forecast.over().next().is_some();
    let ask = || contact_views::confirm(&services.texts, &actor.language, at, &forecast, wish, repeats);
    Ok(is_over.then(ask))
}

/// A form of a draft. One that a command opened has no message to change. What was written into a form that somebody
/// else was faster with is given back, as it can't be saved.
pub(super) async fn submit_draft(press: &Press<'_>, at: DraftAt, what: DraftControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    let (saved, written) = match what {
        DraftControl::Write | DraftControl::Edit => {
            let field = |name: &str| press.field(name).to_owned();
            let words =
                Words { title: field("title"), body: field("body"), benefit: field("benefit"), ask: field("ask") };
            let written = words.clone();
            let input = drafting::WordsInput { words, when: press.fields.get("when").cloned() };
            (drafting::write(services, actor, at, input).await, written)
        }
        DraftControl::Benefits => {
            let line = |(name, text): (&String, &String)| Some((name.parse().ok()?, text.clone()));
            let lines: HashMap<_, _> = press.fields.iter().filter_map(line).collect();
            let written = Words { body: lines.values().cloned().collect::<Vec<_>>().join("\n"), ..Words::default() };
            (drafting::write_benefits(services, actor, at, &lines).await, written)
        }
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    let preview = match saved {
        Ok(preview) => preview,
        Err(failure) => return Ok(refused(press, &failure, &written)),
    };
    let message = views::preview(texts, language, &preview);
    Ok(match what {
        _ if preview.overtaken => Answer::Pages(vec![message, views::not_saved(texts, language, &written)]),
        DraftControl::Write => Answer::Private(message),
        _ => Answer::Update(message),
    })
}

/// A refusal of what was written into a form, with the words to copy.
pub(super) fn refused(press: &Press<'_>, failure: &Failure, written: &Words) -> Answer {
    let Press { services, actor, .. } = press;
    let told = crate::discord::errors::tell(services, actor, failure);
    Answer::Pages(vec![told, views::not_saved(&services.texts, &actor.language, written)])
}

/// A second lead decides, for all leads to see: in their channel, or by themselves, which their channel is told.
pub(super) async fn press_approval(press: &Press<'_>, at: DraftAt, what: ApprovalControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let decided = match what {
        ApprovalControl::Approve => approving::approve(services, actor, at, press.is_private).await?,
        ApprovalControl::SendBack => approving::send_back(services, actor, at, press.is_private).await?,
    };
    let language = services.language(&services.company(actor.guild).await?);
    Ok(Answer::Update(views::decided(&services.texts, &language, actor.user, &decided)))
}

/// A lead decides about an announcement that was held back until its time had passed.
pub(super) async fn press_held(press: &Press<'_>, id: AnnouncementId, what: HeldControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    Ok(match what {
        HeldControl::PostNow => {
            Answer::Update(views::resumed_now(texts, language, &holding::resume_now(services, actor, id).await?))
        }
        HeldControl::Retime => {
            let draft = changing::begin_form(services, actor, id).await?;
            Answer::Form(views::form(texts, language, &draft, DraftControl::Write, true))
        }
        HeldControl::Leave => {
            Answer::Update(views::left_held(texts, language, &holding::leave(services, actor, id).await?))
        }
    })
}

/// A button or select of a posted announcement.
pub(super) async fn press_posted(
    press: &Press<'_>,
    delivery: DeliveryId,
    what: AnnouncementControl,
) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let unknown = || UserError::new("common.error.unknown_control");
    let picked = press.values.first();
    let response = match what {
        AnnouncementControl::Fear { department } => {
            let fear = picked.and_then(|fear| fear.parse().ok()).ok_or_else(unknown)?;
            responding::pick_fear(services, actor, delivery, department, fear).await?
        }
        _ => {
            let department = picked.map(|id| id.parse()).transpose().map_err(|_| unknown())?;
            responding::respond(services, actor, delivery, what, department).await?
        }
    };
    Ok(answer(press, delivery, &response))
}

/// A question or worry was written.
pub(super) async fn submit_posted(
    press: &Press<'_>,
    delivery: DeliveryId,
    what: AnnouncementControl,
) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let text = press.field("text");
    let response = match what {
        AnnouncementControl::QuestionForm { department } => {
            responding::ask(services, actor, delivery, department, text).await?
        }
        AnnouncementControl::WorryForm { department, fear } => {
            responding::worry(services, actor, delivery, department, fear, text).await?
        }
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    Ok(answer(press, delivery, &response))
}

/// A lead decides about a posting that did not go out as planned: the notice shows the decision to all leads.
pub(super) async fn press_occurrence(
    press: &Press<'_>,
    id: OccurrenceId,
    what: OccurrenceControl,
) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let sent = what != OccurrenceControl::Discard;
    let decided = match what {
        OccurrenceControl::SendNow => deciding::send_now(services, actor, id, press.is_private).await?,
        OccurrenceControl::SendWaiting => waiting::send_now(services, actor, id).await?,
        OccurrenceControl::Discard => deciding::discard_occurrence(services, actor, id, press.is_private).await?,
        OccurrenceControl::TryAgain | OccurrenceControl::PostAgain => {
            let retried = match what {
                OccurrenceControl::TryAgain => failing::try_again(services, actor, id, press.is_private).await?,
                _ => failing::post_again(services, actor, id, press.is_private).await?,
            };
            let language = services.language(&retried.loaded.company);
            return Ok(Answer::Update(views::retried(services, &language, &retried)));
        }
    };
    let language = services.language(&decided.loaded.company);
    Ok(Answer::Update(views::notice_decided(services, &language, &decided, sent)))
}

fn answer(press: &Press<'_>, delivery: DeliveryId, response: &responding::Response) -> Answer {
    match views::response(&press.services.texts, &press.actor.language, delivery, response) {
        Ok(message) => Answer::Private(message),
        Err(form) => Answer::Form(form),
    }
}

/// The departments picked in a select; what is no number of one is left out.
fn chosen(press: &Press<'_>) -> Vec<crate::domain::ids::DepartmentId> {
    press.values.iter().filter_map(|id| id.parse().ok()).collect()
}
