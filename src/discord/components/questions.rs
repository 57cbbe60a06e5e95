//! Controls around questions and worries: a person's own form, and the private screens on which leads answer.

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::controls::{AskControl, QuestionsControl, ReplyAt};
use crate::service::failure::{Failure, UserError};
use crate::service::questions::answering::{self, Written};
use crate::service::questions::{asking, reading};
use crate::service::views::{questions as views, worries};

/// A button or select on a lead's screen.
pub(super) async fn press(press: &Press<'_>, what: QuestionsControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    let screen = |screen: &answering::Screen| Answer::Update(views::screen(texts, language, screen));
    Ok(match what {
        QuestionsControl::Page { page } => {
            Answer::Update(views::list(texts, language, &answering::list(services, actor, page).await?))
        }
        QuestionsControl::Worries => {
            Answer::Update(worries::kinds(texts, language, &answering::worries(services, actor).await?))
        }
        QuestionsControl::Words { announcement } => {
            Answer::Private(worries::words(texts, language, &reading::words(services, actor, announcement, 0).await?))
        }
        QuestionsControl::WordsPage { announcement, page } => {
            Answer::Update(worries::words(texts, language, &reading::words(services, actor, announcement, page).await?))
        }
        QuestionsControl::Pick => {
            let picked: Vec<_> = press.values.iter().filter_map(|id| id.parse().ok()).collect();
            screen(&answering::pick(services, actor, &picked).await?)
        }
        QuestionsControl::PickFear => {
            let fear = press.values.first().and_then(|fear| fear.parse().ok());
            let fear = fear.ok_or_else(|| UserError::new("common.error.unknown_control"))?;
            screen(&answering::pick_fear(services, actor, fear).await?)
        }
        QuestionsControl::Add(at) => {
            let picked: Vec<_> = press.values.iter().filter_map(|id| id.parse().ok()).collect();
            screen(&answering::add(services, actor, at, &picked).await?)
        }
        QuestionsControl::Answer(at) | QuestionsControl::AnswerAll(at) | QuestionsControl::Decline(at) => {
            let opened = answering::open(services, actor, at).await?;
            Answer::Form(views::form(texts, language, &opened, what))
        }
        QuestionsControl::Post(at) => {
            Answer::Update(views::posted(texts, language, &answering::post(services, actor, at).await?))
        }
        QuestionsControl::Discard(at) => {
            answering::discard(services, actor, at).await?;
            Answer::Update(views::list(texts, language, &answering::list(services, actor, 0).await?))
        }
    })
}

/// The form of an answer.
pub(super) async fn submit(press: &Press<'_>, what: QuestionsControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (at, company_wide, declines): (ReplyAt, _, _) = match what {
        QuestionsControl::Answer(at) => (at, false, false),
        QuestionsControl::AnswerAll(at) => (at, true, false),
        QuestionsControl::Decline(at) => (at, false, true),
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    let (question, text) = (press.field("question").to_owned(), press.field("text").to_owned());
    let written = Written { question, text, company_wide, declines };
    let screen = answering::write(services, actor, at, written).await?;
    Ok(Answer::Update(views::screen(&services.texts, &actor.language, &screen)))
}

/// The department under which a question is asked.
pub(super) async fn press_ask(press: &Press<'_>, what: AskControl) -> Result<Answer, Failure> {
    let picked = press.values.first().and_then(|id| id.parse().ok());
    match (what, picked) {
        (AskControl::Department, Some(department)) => {
            Ok(Answer::Form(views::ask_form(&press.services.texts, &press.actor.language, Some(department))))
        }
        _ => Err(UserError::new("common.error.unknown_control").into()),
    }
}

/// A question was written.
pub(super) async fn submit_ask(press: &Press<'_>, what: AskControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let AskControl::Form(department) = what else {
        return Err(UserError::new("common.error.unknown_control").into());
    };
    let kept = asking::ask(services, actor, department, press.field("text")).await?;
    Ok(Answer::Private(views::kept(&services.texts, &actor.language, &kept)))
}
