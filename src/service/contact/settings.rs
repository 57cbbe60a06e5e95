//! What an administrator agrees on with the company: so many messages, and not at these hours.

use chrono::{DateTime, Utc};

use crate::domain::contact::{Contact, MAX_BUDGET, QuietHours, Span};
use crate::privacy::escaping::escape;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_manage_server;
use crate::store::{self, Tx};
use crate::values;

/// What is typed to do without quiet hours.
const NONE: [&str; 3] = ["none", "off", "no"];

/// What somebody wants to change; `None` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactInput {
    /// Messages per department and week; 0 switches the budget off.
    pub budget: Option<i64>,
    /// Quiet hours from Monday to Friday, as typed.
    pub weekdays: Option<String>,
    /// Quiet hours on Saturday and Sunday, as typed.
    pub weekend: Option<String>,
}

/// What was agreed on.
pub async fn get(services: &Services, actor: &Actor) -> Result<Contact, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    Ok(store::contact::get_contact(&mut reader).await?)
}

/// What waits for the end of quiet hours is decided anew where they end at another time by now, and leads are told of that
/// time. `old_end` and `end`: when they end by the old and the new settings.
pub(in crate::service) async fn decide_anew(
    tx: &mut Tx,
    old_end: DateTime<Utc>,
    end: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    if old_end > now && end != old_end {
        store::outbox::release_held(tx, old_end, now).await?;
        if end > now {
            store::notices::forget_waits(tx).await?;
        }
    }
    Ok(())
}

/// Changes it, and says how it stands now.
pub async fn change(services: &Services, actor: &Actor, input: ContactInput) -> Result<Contact, Failure> {
    require_manage_server(actor)?;
    if input == ContactInput::default() {
        return Err(UserError::new("setup.error.nothing_given").into());
    }
    let budget = input.budget.map(parse_budget).transpose()?;
    let weekdays = input.weekdays.as_deref().map(parse_span).transpose()?;
    let weekend = input.weekend.as_deref().map(parse_span).transpose()?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let old = store::contact::get_contact(&mut tx).await?;
    let quiet =
        QuietHours { weekdays: weekdays.unwrap_or(old.quiet.weekdays), weekend: weekend.unwrap_or(old.quiet.weekend) };
    if quiet.never_end() {
        return Err(UserError::new("contact.error.always_quiet").into());
    }
    let contact = Contact { budget: budget.unwrap_or(old.budget), quiet };
    let (company, now) = (store::company::get_company(&mut tx).await?, services.clock.now());
    let old_end = super::quiet(&mut tx, &company).await?.allowed_from(now);
    store::contact::put_contact(&mut tx, &contact).await?;
    let end = super::quiet(&mut tx, &company).await?.allowed_from(now);
    decide_anew(&mut tx, old_end, end, now).await?;
    let changed = [("contact_budget", budget.is_some()), ("quiet_hours", weekdays.is_some() || weekend.is_some())];
    let changed: Vec<&str> = changed.into_iter().filter(|(_, yes)| *yes).map(|(name, _)| name).collect();
    let changed = changed.join(", ");
    store::audit::insert_audit(&mut tx, now, Some(actor.user), "company.changed", &changed).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(contact)
}

fn parse_budget(messages: i64) -> Result<Option<u8>, UserError> {
    match u8::try_from(messages) {
        Ok(0) => Ok(None),
        Ok(messages) if messages <= MAX_BUDGET => Ok(Some(messages)),
        _ => Err(UserError::with("contact.error.budget", values! { max => MAX_BUDGET })),
    }
}

fn parse_span(text: &str) -> Result<Option<Span>, UserError> {
    if NONE.contains(&text.trim().to_lowercase().as_str()) {
        return Ok(None);
    }
    let shown: String = text.chars().take(40).collect();
    Span::parse(text).map(Some).map_err(|_| UserError::with("contact.error.span", values! { text => escape(&shown) }))
}
