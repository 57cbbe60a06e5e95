//! The contact budget and quiet hours: what was agreed on, what something would cost before it is scheduled, and whether
//! the scheduler may post by itself (brief.md 13).

mod forecast;
mod settings;

use chrono::{DateTime, Utc};

use super::Services;
use super::announcements::Loaded;
use super::failure::Failure;
use crate::domain::announcements::Occurrence;
use crate::domain::company::Company;
use crate::domain::contact::{Quiet, QuietHours, Week};
use crate::domain::ids::GuildId;
use crate::store::{self, StoreConnection};

pub(super) use forecast::{Cover, cover_of_changes, loads_of, of_run};
pub use forecast::{Forecast, Load, of_announcement, of_round, of_wave};
pub(super) use settings::decide_anew;
pub use settings::{ContactInput, change, get};

/// The quiet hours, and the clocks by which they go.
pub(super) async fn quiet(connection: &mut StoreConnection, company: &Company) -> Result<Quiet, Failure> {
    Ok(Quiet { hours: store::contact::get_contact(connection).await?.quiet, zone: company.timezone })
}

/// The quiet hours.
pub async fn quiet_hours(services: &Services, guild: GuildId) -> Result<QuietHours, Failure> {
    let store = services.store(guild).await?;
    let mut reader = store.reader().await?;
    Ok(store::contact::get_contact(&mut reader).await?.quiet)
}

/// The departments that an occurrence would take over the budget of this week, if no lead has agreed to that. Something
/// was added since it was planned.
pub(super) async fn over_budget(
    connection: &mut StoreConnection,
    loaded: &Loaded,
    occurrence: &Occurrence,
    now: DateTime<Utc>,
) -> Result<Vec<Load>, Failure> {
    let contact = store::contact::get_contact(connection).await?;
    if contact.budget.is_none() || store::contact::may_go_over(connection, occurrence.schedule).await? {
        return Ok(Vec::new());
    }
    let week = Week::of(now, loaded.company.timezone);
    let got = store::contact::list_got(connection, week.begins, week.ends).await?;
    let loads = loaded.chosen().map(|department| {
        let got = got.iter().find(|(channel, _)| *channel == department.channel).map_or(0, |(_, count)| *count);
        Load { department: department.name.to_string(), week, messages: got + 1 }
    });
    Ok(loads.filter(|load| contact.is_over(load.messages)).collect())
}
