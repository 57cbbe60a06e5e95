//! Announcements in tests: drafting one, planning it, and asking the bot about it.

use groundswell::sandbox::language::{Member, Message, Reply};

use super::Stage;

/// The title of the tests' announcement.
pub const TITLE: &str = "One list of customers";

/// What a lead writes.
pub const WORDS: [(&str, &str); 4] = [
    ("title", TITLE),
    ("body", "From December on, all customers stand in one list."),
    ("benefit", "You find every offer in seconds."),
    ("ask", "Log in once this week."),
];

/// `/announce new` with these options, the form filled with [`WORDS`] and sent: the preview.
pub async fn drafted(lead: &Member, options: &[(&str, &str)]) -> Reply {
    let form = lead.runs("announce new", options).await.expect("answered").form().expect("a form");
    lead.submits(&form, &WORDS).await.expect("answered")
}

/// The same, planned for a time, more often than the company agreed on if need be.
pub async fn planned(lead: &Member, options: &[(&str, &str)]) -> Reply {
    let preview = drafted(lead, options).await;
    let reply = lead.clicks(&preview, either(&preview, "Schedule", "Schedule all the same")).await.expect("answered");
    assert!(reply.text().starts_with("Planned"), "{}", reply.text());
    reply
}

/// Which of two buttons stands there: what goes over the contact budget says so.
pub fn either<'a>(shown: &Reply, one: &'a str, other: &'a str) -> &'a str {
    if shown.buttons().iter().any(|button| button.label == one) { one } else { other }
}

/// The same, posted at once; the post in Sales.
pub async fn posted(stage: &Stage) -> Message {
    let preview = drafted(&stage.company.lead, &[]).await;
    stage.company.lead.clicks(&preview, "Post now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted")
}

/// What a sub-command of `/announce` says about announcement 1.
pub async fn says(lead: &Member, command: &str) -> String {
    let command = format!("announce {command}");
    lead.runs(&command, &[("announcement", "1")]).await.expect("answered").rendered()
}

/// What a person sees of a click that may be refused: the answer, or the private message beside it.
pub fn seen(reply: &Reply) -> String {
    reply.follow_ups().first().map_or_else(|| reply.rendered(), Message::rendered)
}
