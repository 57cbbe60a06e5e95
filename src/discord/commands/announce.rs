//! `/announce`: plan announcements and see how far they reached. For leads.

use super::definition::{Definition, command, sub, text};
use super::{Answer, Invocation};
use crate::domain::announcements::{AnnouncementState, MAX_PLAN_TEXT};
use crate::domain::controls::DraftControl;
use crate::domain::labels::ProcessLabel;
use crate::domain::lifecycle::Step;
use crate::service::announcements::{
    again, calendar, cascade, changing, drafting, filling, history, holding, launching, overview, reach,
};
use crate::service::failure::{Failure, UserError};
use crate::service::views::again as again_views;
use crate::service::views::announcements as views;
use crate::service::views::cascade as cascade_views;

pub(super) fn definition() -> Definition {
    let which = || text("announcement", "announce.command.which", 100).required().suggested();
    let process = || text("process", "announce.command.process", MAX_PLAN_TEXT).choices_of(ProcessLabel::ALL);
    command("announce", "announce.command.help").parts([
        sub("new", "announce.command.new").parts([
            text("when", "announce.command.when", MAX_PLAN_TEXT),
            text("repeat", "announce.command.repeat", MAX_PLAN_TEXT),
            process(),
            text("cascade", "cascade.command.lead_time", MAX_PLAN_TEXT),
            text("template", "announce.command.template", MAX_PLAN_TEXT).suggested(),
        ]),
        sub("list", "announce.command.list"),
        sub("calendar", "announce.command.calendar"),
        sub("show", "announce.command.show").parts([which()]),
        sub("edit", "announce.command.edit").parts([
            which(),
            text("when", "announce.command.edit_when", MAX_PLAN_TEXT),
            text("repeat", "announce.command.edit_repeat", MAX_PLAN_TEXT),
            process(),
            text("cascade", "cascade.command.edit_lead_time", MAX_PLAN_TEXT),
        ]),
        sub("pause", "announce.command.pause").parts([which()]),
        sub("resume", "announce.command.resume").parts([which()]),
        sub("reach", "announce.command.reach").parts([which()]),
        sub("cascade", "cascade.command.help").parts([which()]),
        sub("again", "again.command.help").parts([which()]),
        sub("history", "announce.command.history").parts([which()]),
        sub("cancel", "announce.command.cancel").parts([which()]),
    ])
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, options, .. } = invocation;
    let (texts, language) = (&services.texts, &actor.language);
    let text = |name: &str| options.text(name).unwrap_or_default().to_owned();
    let which = options.text("announcement").unwrap_or_default();
    let message = match invocation.path[1..] {
        ["new"] => {
            let input = drafting::NewInput {
                when: text("when"),
                repeat: text("repeat"),
                process: options.parsed("process"),
                cascade: text("cascade"),
                template: options.text("template").map(str::to_owned),
            };
            let loaded = drafting::begin(services, actor, input).await?;
            return Ok(Answer::Form(views::form(texts, language, &loaded, DraftControl::Write, true)));
        }
        ["edit"] => {
            let given = |name: &str| options.text(name).map(str::to_owned);
            let input = changing::EditInput {
                when: given("when"),
                repeat: given("repeat"),
                process: options.parsed("process"),
                cascade: given("cascade"),
            };
            views::preview(texts, language, &changing::begin(services, actor, which, input).await?)
        }
        ["pause"] => views::held(texts, language, &holding::pause(services, actor, which).await?),
        ["resume"] => views::resumed(texts, language, &holding::resume(services, actor, which).await?),
        ["history"] => views::history(texts, language, &history::history(services, actor, which).await?),
        ["calendar"] => {
            let pages = views::calendar(texts, language, &calendar::calendar(services, actor).await?);
            return Ok(Answer::Pages(pages));
        }
        ["list"] => views::list(texts, language, &overview::list(services, actor).await?),
        ["show"] => views::show(texts, language, &overview::standing(services, actor, which).await?),
        ["reach"] => {
            let standing = reach::standing(services, actor, which).await?;
            return Ok(Answer::Pages(views::reach(texts, language, &standing)));
        }
        ["again"] => {
            let proposed = again::writing::propose(services, actor, which).await?;
            again_views::proposed(texts, language, &proposed, actor.user)
        }
        ["cascade"] => {
            let standing = cascade::standing::standing(services, actor, which).await?;
            return Ok(Answer::Pages(cascade_views::standing(texts, language, &standing)));
        }
        ["cancel"] => {
            let id = overview::parse(which)?;
            views::cancelled(texts, language, &launching::cancel(services, actor, id).await?)
        }
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    Ok(Answer::Private(message))
}

pub(super) async fn complete(invocation: &Invocation<'_>) -> Result<Vec<(String, String)>, Failure> {
    match invocation.options.focused() {
        Some(("announcement", typed)) => {
            let fits: fn(AnnouncementState) -> bool = match invocation.path[1..] {
                ["edit"] => AnnouncementState::is_editable,
                ["pause"] => |state| state.after(Step::Pause).is_some(),
                ["resume"] => |state| state.after(Step::Resume).is_some(),
                ["cancel"] => |state| state.after(Step::Cancel).is_some(),
                ["reach"] => |state| state != AnnouncementState::Draft,
                _ => |_| true,
            };
            overview::suggest(invocation.services, &invocation.actor, typed, fits).await
        }
        Some(("template", typed)) => filling::suggest(invocation.services, &invocation.actor, typed).await,
        _ => Ok(Vec::new()),
    }
}
