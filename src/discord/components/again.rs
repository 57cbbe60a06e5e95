//! Controls on later rounds of an announcement: the lead's draft, and the request to managers or champions.
//!
//! The request stands in a channel that several people read, so its button is answered privately.

use super::Press;
use super::announcements::refused;
use crate::discord::reply::Answer;
use crate::domain::announcements::Words;
use crate::domain::controls::{AgainControl, RoundControl};
use crate::domain::ids::DeliveryId;
use crate::domain::rounds::RoundAt;
use crate::service::announcements::again::{approving, signing, writing};
use crate::service::failure::{Failure, UserError};
use crate::service::views::again as views;
use crate::service::views::announcements::not_saved;

/// A button or select of the draft.
pub(super) async fn press(press: &Press<'_>, round: RoundAt, what: AgainControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    let show = |draft: &writing::Draft| Answer::Update(views::draft(texts, language, draft, actor.user));
    Ok(match what {
        AgainControl::Write => match writing::open(services, actor, round).await? {
            Ok(draft) => Answer::Form(views::form(texts, language, &draft)),
            Err(overtaken) => show(&overtaken),
        },
        AgainControl::Departments => {
            let chosen: Vec<_> = press.values.iter().filter_map(|id| id.parse().ok()).collect();
            show(&writing::choose_departments(services, actor, round, &chosen).await?)
        }
        AgainControl::Ask => {
            let asked = writing::ask(services, actor, round).await?;
            Answer::Update(views::asked(texts, language, &asked, actor.user))
        }
        AgainControl::CallOff => {
            Answer::Update(views::called_off(texts, language, &writing::call_off(services, actor, round.id).await?))
        }
        AgainControl::Decide(what) => {
            let decided = approving::decide(services, actor, round, what, press.is_private).await?;
            let language = services.language(&services.company(actor.guild).await?);
            Answer::Update(views::decided(texts, &language, actor.user, &decided))
        }
        AgainControl::Discard => match writing::discard(services, actor, round).await? {
            None => Answer::Update(views::discarded(texts, language)),
            Some(overtaken) => show(&overtaken),
        },
    })
}

/// The form of the draft. What was written into one that somebody else was faster with is given back.
pub(super) async fn submit(press: &Press<'_>, round: RoundAt) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    let field = |name: &str| press.field(name).to_owned();
    let words = Words { title: field("title"), body: field("body"), benefit: field("benefit"), ask: field("ask") };
    let draft = match writing::write(services, actor, round, &words).await {
        Ok(draft) => draft,
        Err(failure) => return Ok(refused(press, &failure, &words)),
    };
    let message = views::draft(texts, language, &draft, actor.user);
    Ok(if draft.overtaken {
        Answer::Pages(vec![message, not_saved(texts, language, &words)])
    } else {
        Answer::Update(message)
    })
}

/// "Post in my name", or the select of departments behind it.
pub(super) async fn press_request(
    press: &Press<'_>,
    delivery: DeliveryId,
    what: RoundControl,
) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let picked = match (what, press.values.first()) {
        (RoundControl::SignFor, Some(id)) => Some(id.parse().map_err(|_| unknown())?),
        (RoundControl::Form { department }, _) => Some(department),
        _ => None,
    };
    let opened = signing::open(services, actor, delivery, picked).await?;
    Ok(match views::opened(&services.texts, &actor.language, delivery, &opened) {
        Ok(message) => Answer::Private(message),
        Err(form) => Answer::Form(form),
    })
}

/// The form behind it. What was written into one that can't be used comes back, to be copied.
pub(super) async fn submit_request(
    press: &Press<'_>,
    delivery: DeliveryId,
    what: RoundControl,
) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let RoundControl::Form { department } = what else { return Err(unknown().into()) };
    let written = press.field(views::BODY);
    Ok(Answer::Private(match signing::post(services, actor, delivery, department, written).await {
        Ok(posted) => views::signed(&services.texts, &actor.language, &posted),
        Err(failure) => {
            let told = crate::discord::errors::tell(services, actor, &failure);
            views::given_back(&services.texts, &actor.language, told, written)
        }
    }))
}

fn unknown() -> UserError {
    UserError::new("common.error.unknown_control")
}
