//! Controls on managers' briefs, and on what leads see of them.
//!
//! A brief stands in a channel that several people read, so its button is answered privately.

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::announcements::AnnouncementState;
use crate::domain::controls::{BriefControl, CascadeControl};
use crate::domain::ids::{AnnouncementId, DeliveryId};
use crate::service::announcements::cascade::{self, briefing};
use crate::service::announcements::holding;
use crate::service::failure::{Failure, UserError};
use crate::service::views::{announcements, cascade as views};

/// "Briefed my team", or the select of departments behind it.
pub(super) async fn press_brief(
    press: &Press<'_>,
    delivery: DeliveryId,
    what: BriefControl,
) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let picked = match (what, press.values.first()) {
        (BriefControl::BriefedFor, Some(id)) => Some(id.parse().map_err(|_| unknown())?),
        (BriefControl::Form { department }, _) => Some(department),
        _ => None,
    };
    let opened = briefing::open(services, actor, delivery, picked).await?;
    Ok(match views::opened(&services.texts, &actor.language, delivery, &opened) {
        Ok(message) => Answer::Private(message),
        Err(form) => Answer::Form(form),
    })
}

/// The form of a briefing. What was written into one that can't be used comes back, to be copied.
pub(super) async fn submit_brief(
    press: &Press<'_>,
    delivery: DeliveryId,
    what: BriefControl,
) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let BriefControl::Form { department } = what else { return Err(unknown().into()) };
    let field = |name: &str| press.field(name).to_owned();
    let input = briefing::BriefingInput {
        day: field(views::DAY),
        attendance: field(views::ATTENDANCE),
        questions: field(views::QUESTIONS),
    };
    Ok(Answer::Private(match briefing::report(services, actor, delivery, department, &input).await {
        Ok(kept) => views::kept(&services.texts, &actor.language, &kept),
        Err(failure) => {
            let told = crate::discord::errors::tell(services, actor, &failure);
            views::given_back(&services.texts, &actor.language, told, &input)
        }
    }))
}

/// A button on a draft, or on a notice: the latter shows the decision to all leads.
pub(super) async fn press(press: &Press<'_>, id: AnnouncementId, what: CascadeControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    Ok(match what {
        CascadeControl::Edit => {
            let loaded = cascade::open(services, actor, id).await?;
            Answer::Form(views::lead_time_form(&services.texts, &actor.language, &loaded))
        }
        CascadeControl::Pause => {
            let (loaded, view): (_, fn(&_, &_, &_, &_) -> _) =
                match holding::hold_by_notice(services, actor, id).await? {
                    Ok(held) => (held.loaded, views::paused),
                    Err(loaded) if loaded.announcement.state == AnnouncementState::Paused => (loaded, views::paused),
                    Err(loaded) => (loaded, views::not_paused),
                };
            Answer::Update(view(&services.texts, &services.language(&loaded.company), &loaded, press.text))
        }
    })
}

/// The form that says when managers are briefed.
pub(super) async fn submit(press: &Press<'_>, id: AnnouncementId) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let preview = cascade::set_lead_time(services, actor, id, press.field(views::LEAD_TIME)).await?;
    Ok(Answer::Update(announcements::preview(&services.texts, &actor.language, &preview)))
}

fn unknown() -> UserError {
    UserError::new("common.error.unknown_control")
}
