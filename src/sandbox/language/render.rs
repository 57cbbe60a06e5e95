//! Messages as plain text, the way they would look in Discord: mentions by name, times written out, controls below.

use chrono::{DateTime, TimeDelta, Utc};

use super::components::{self, Button, Select};
use super::message::Embed;
use crate::sandbox::world::messages::{EPHEMERAL, Message};
use crate::sandbox::world::{Snowflake, State};

/// A whole message. `person` is who looks, for words like "only you".
pub(super) fn message(state: &State, message: &Message, person: Option<Snowflake>) -> String {
    let author = state.users.get(&message.author).map(|user| user.name.as_str()).unwrap_or_default();
    let mut head = author.to_owned();
    if message.flags & EPHEMERAL != 0 {
        let other = message.addressee.filter(|addressee| Some(*addressee) != person);
        let whom = other.and_then(|id| state.users.get(&id)).map_or("you", |user| user.name.as_str());
        head = format!("{head} (only {whom} can see this)");
    }
    if message.edited.is_some() {
        head.push_str(" (edited)");
    }
    let mut lines = vec![head];
    if message.is_loading() {
        lines.push("  … is thinking".to_owned());
    }
    lines.extend(plain(state, &message.content).lines().map(|line| format!("  {line}")));
    for embed in message.embeds.iter().map(Embed::read) {
        lines.extend(framed(state, &embed));
    }
    for file in &message.attachments {
        let alt = file.description.as_deref().map(|alt| format!(": {alt}")).unwrap_or_default();
        lines.push(format!("  [file {}{alt}]", file.name));
    }
    lines.extend(controls(&message.components));
    lines.join("\n")
}

fn framed(state: &State, embed: &Embed) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |text: &str, prefix: &str| {
        lines.extend(plain(state, text).lines().map(|line| format!("  ┃ {prefix}{line}").trim_end().to_owned()));
    };
    add(&embed.title, "");
    add(&embed.description, "");
    for (name, value) in &embed.fields {
        add(name, "");
        add(value, "  ");
    }
    add(&embed.footer, "");
    lines
}

fn controls(components: &[serde_json::Value]) -> Vec<String> {
    let mut lines = Vec::new();
    for row in components {
        let row = std::slice::from_ref(row);
        let buttons: Vec<String> = components::buttons(row).iter().map(button).collect();
        if !buttons.is_empty() {
            lines.push(format!("  {}", buttons.join(" ")));
        }
        lines.extend(components::selects(row).iter().map(select));
    }
    lines
}

fn button(button: &Button) -> String {
    if button.disabled { format!("({})", button.label) } else { format!("[{}]", button.label) }
}

fn select(select: &Select) -> String {
    let chosen: Vec<&str> =
        select.choices.iter().filter(|choice| choice.chosen).map(|choice| choice.label.as_str()).collect();
    let shown = if chosen.is_empty() { select.placeholder.clone() } else { chosen.join(", ") };
    format!("  [{shown} ▾]")
}

/// Text with mentions and times written out.
pub(super) fn plain(state: &State, text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tail) = rest.split_at(start);
        out.push_str(before);
        let written = tail.find('>').and_then(|end| Some((tag(state, &tail[1..end])?, end)));
        if let Some((words, end)) = written {
            out.push_str(&words);
            rest = &tail[end + 1..];
        } else {
            out.push('<');
            rest = &tail[1..];
        }
    }
    out.push_str(rest);
    out
}

/// What the inside of `<…>` means, if it is one of Discord's (discord-api-docs `reference`, "Message Formatting").
fn tag(state: &State, inside: &str) -> Option<String> {
    if let Some(id) = inside.strip_prefix("@&") {
        let id: Snowflake = id.parse().ok()?;
        let role = state.guilds.values().find_map(|guild| guild.roles.get(&id));
        return Some(format!("@{}", role.map_or("deleted-role", |role| role.name.trim_start_matches('@'))));
    }
    if let Some(id) = inside.strip_prefix('@') {
        let user = state.users.get(&id.trim_start_matches('!').parse().ok()?);
        return Some(format!("@{}", user.map_or("unknown-user", |user| user.name.as_str())));
    }
    if let Some(id) = inside.strip_prefix('#') {
        let channel = state.channels.get(&id.parse().ok()?);
        return Some(format!("#{}", channel.map_or("unknown", |channel| channel.name.as_str())));
    }
    if let Some(command) = inside.strip_prefix('/') {
        return Some(format!("/{}", command.rsplit_once(':')?.0));
    }
    let mut time = inside.strip_prefix("t:")?.split(':');
    let moment = DateTime::from_timestamp(time.next()?.parse().ok()?, 0)?;
    Some(written(moment, time.next().unwrap_or("f"), state))
}

/// A time in Discord's styles, in the zone that the stand-in shows to all readers.
fn written(moment: DateTime<Utc>, style: &str, state: &State) -> String {
    let format = match style {
        "t" => "%H:%M",
        "T" => "%H:%M:%S",
        "d" => "%d/%m/%Y",
        "D" => "%-d %B %Y",
        "F" => "%A, %-d %B %Y %H:%M",
        "R" => return relative(moment - state.now()),
        _ => "%-d %B %Y %H:%M",
    };
    moment.with_timezone(&state.zone).format(format).to_string()
}

fn relative(span: TimeDelta) -> String {
    let size = span.abs();
    // A little less than a unit counts as one, so that an hour that began a moment ago still reads as an hour.
    let units = [
        (TimeDelta::days(365), "year"),
        (TimeDelta::days(30), "month"),
        (TimeDelta::days(1), "day"),
        (TimeDelta::hours(1), "hour"),
        (TimeDelta::minutes(1), "minute"),
        (TimeDelta::seconds(1), "second"),
    ];
    let found = units.into_iter().find(|(step, _)| size >= *step - *step / 20);
    let (number, unit) = found
        .map_or((0, "second"), |(step, unit)| ((size + step / 2).num_milliseconds() / step.num_milliseconds(), unit));
    let plural = if number == 1 { "" } else { "s" };
    if span < TimeDelta::zero() {
        format!("{number} {unit}{plural} ago")
    } else {
        format!("in {number} {unit}{plural}")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::clock::MovableClock;
    use crate::sandbox::journal::Journal;

    #[test]
    fn mentions_and_times_read_as_in_discord_and_other_brackets_stay() {
        let now = DateTime::from_timestamp(1_796_000_000, 0).expect("in range");
        let clock = Arc::new(MovableClock::standing_at(now));
        let mut state = State::new(clock, Journal::new(10), "Groundswell", "token");
        let guild = state.add_guild("Nordlicht Logistics");
        let ana = state.add_user("Ana Ruiz", "en-US");
        let role = state.add_role(guild, "Sales", 0);
        let text =
            format!("<@{ana}> of <@&{role}>, <#1>, </pulse launch:7>, a < b > c, <t:1796086400:R> <t:1796000000:F>");
        let written = plain(&state, &text);
        assert_eq!(
            written,
            "@Ana Ruiz of @Sales, #unknown, /pulse launch, a < b > c, in 1 day Monday, 30 November 2026 00:53"
        );
    }

    #[test]
    fn spans_are_told_in_the_largest_unit_that_fits() {
        let words = [
            (TimeDelta::milliseconds(100), "in 0 seconds"),
            (TimeDelta::milliseconds(-59_900), "1 minute ago"),
            (TimeDelta::seconds(3_590), "in 1 hour"),
            (TimeDelta::hours(13), "in 13 hours"),
            (TimeDelta::days(5), "in 5 days"),
            (TimeDelta::days(-400), "1 year ago"),
        ];
        for (span, expected) in words {
            assert_eq!(relative(span), expected);
        }
    }
}
