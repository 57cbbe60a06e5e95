//! What the scheduler does about cascades: some hours before the deadline leads learn which teams are still to be
//! briefed, and may hold the announcement back; once the public post has begun they learn which teams were not.
//! Departments are named, never persons, and each notice is written once, in the transaction that notes it.

use chrono::{DateTime, Utc};

use super::{deadline, has_begun};
use crate::domain::announcements::AnnouncementState;
use crate::domain::cascades::{Cascade, warning_time};
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, GuildId};
use crate::service::announcements::responding::names;
use crate::service::announcements::{Loaded, load, shown_title};
use crate::service::failure::Failure;
use crate::service::{Services, contact, notices, views};
use crate::store;
use crate::store::notices::About;
use crate::values;

/// Does what is due in one guild and says when the next thing is.
pub async fn follow_due(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let running = store::cascades::list_running(&mut *store.reader().await?).await?;
    let mut next: Option<DateTime<Utc>> = None;
    for id in running {
        let mut tx = store.begin().await?;
        if let Some(again) = follow(services, &mut tx, id).await? {
            next = Some(next.map_or(again, |next| next.min(again)));
        }
        tx.commit().await?;
    }
    Ok(next)
}

async fn follow(services: &Services, tx: &mut store::Tx, id: AnnouncementId) -> Result<Option<DateTime<Utc>>, Failure> {
    let Some(loaded) = load(tx, id).await? else { return Ok(None) };
    let Some(Cascade { warned, .. }) = loaded.cascade else { return Ok(None) };
    let now = services.clock.now();
    let quiet = contact::quiet(tx, &loaded.company).await?;
    let Some(deadline) = deadline(tx, &loaded, &quiet, now).await? else { return Ok(None) };
    let language = services.language(&loaded.company);
    let missing = missing(tx, &loaded).await?;
    let values = || {
        let title = shown_title(&loaded.announcement.words.title);
        values! { title => title, departments => names(&missing), time => views::moment(deadline) }
    };
    if has_begun(tx, id).await? {
        store::cascades::mark_ended(tx, id).await?;
        // Without a brief there is no button to press; leads know that none was sent.
        if !missing.is_empty() && store::changes::has_brief(tx, id).await? {
            let text = services.texts.say(&language, "cascade.notice.overdue", values());
            notices::tell_leads(services, tx, &text, None).await?;
        }
        return Ok(None);
    }
    // Its time has come, and it is about to begin; or it was missed, and waits for a lead.
    if loaded.announcement.state != AnnouncementState::Scheduled || deadline <= now {
        return Ok(None);
    }
    let briefed = store::cascades::find_brief(tx, loaded.announcement.schedule).await?;
    let Some((_, briefed)) = briefed.filter(|_| !warned) else { return Ok(Some(deadline)) };
    let warns = warning_time(briefed, deadline);
    if now < warns {
        return Ok(Some(warns));
    }
    store::cascades::mark_warned(tx, id).await?;
    // After a downtime the post itself may be due: then the other notice serves.
    if !missing.is_empty() {
        let text = services.texts.say(&language, "cascade.notice.waiting", values());
        notices::tell_leads(services, tx, &text, Some(About::Pause(id))).await?;
    }
    Ok(Some(deadline))
}

/// The departments of which no manager has said that the team was briefed.
async fn missing(tx: &mut store::Tx, loaded: &Loaded) -> Result<Vec<Department>, Failure> {
    let briefings = store::cascades::list_briefings(tx, loaded.announcement.id).await?;
    let is_missing = |department: &&Department| briefings.iter().all(|one| one.department != department.id);
    Ok(loaded.briefed().filter(is_missing).cloned().collect())
}
