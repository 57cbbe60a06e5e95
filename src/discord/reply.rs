//! Answers an interaction in time: at once where the work is quick, with "thinking …" first where it is not.

use std::time::Duration;

use futures::future::BoxFuture;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::incoming::Interaction;
use super::render;
use super::rest::{Patience, Request, Rest, RestError};
use crate::texts::message::{File, Form, Message};

/// Discord waits 3 s for the first answer (discord.md 4); what takes longer than this is announced first.
const SLOW: Duration = Duration::from_millis(1200);

/// What is left of those 3 s for the first answer with all its tries.
const FIRST_ANSWER: Duration = Duration::from_millis(2800);

/// A first answer gets at least so long, even when the work before it took all the time: Discord's watch may differ.
const LAST_CHANCE: Duration = Duration::from_millis(500);

/// What an interaction ends in.
#[derive(Debug)]
pub enum Answer {
    /// A message that only the person sees.
    Private(Message),
    /// Several messages that only the person sees, one after the other.
    Pages(Vec<Message>),
    /// The message that carries the control changes to this.
    Update(Message),
    /// A form opens. Must be quick: it can't follow "thinking …", which then ends in a sentence that asks for another try.
    Form(Form),
    /// Suggestions while the person types: name and value; the first 25 are shown.
    Choices(Vec<(String, String)>),
}

/// What "thinking …" looks like, if it comes to that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// A private "thinking …" message.
    Private,
    /// Nothing visible; the message with the control changes later.
    InPlace,
    /// Nothing at all: what comes too late is dropped, as suggestions are.
    Never,
}

/// Where and how one interaction is answered.
pub(super) struct Responder<'a> {
    rest: &'a Rest,
    interaction: &'a Interaction,
    /// By when the first answer must be there.
    first_by: Instant,
    /// What is said where a form came too late to be shown.
    form_too_late: Message,
}

impl<'a> Responder<'a> {
    pub(super) fn new(rest: &'a Rest, interaction: &'a Interaction, form_too_late: Message) -> Self {
        Self { rest, interaction, first_by: Instant::now() + FIRST_ANSWER, form_too_late }
    }

    /// Runs `work` and delivers its answer.
    pub(super) async fn deliver(&self, waiting: Waiting, mut work: BoxFuture<'_, Answer>) -> Result<(), RestError> {
        if let Ok(answer) = tokio::time::timeout(SLOW, &mut work).await {
            return self.first(answer).await;
        }
        let deferred = match waiting {
            Waiting::Private => json!({ "type": 5, "data": { "flags": render::EPHEMERAL } }),
            Waiting::InPlace => json!({ "type": 6 }),
            Waiting::Never => {
                let rest = FIRST_ANSWER.saturating_sub(SLOW);
                return match tokio::time::timeout(rest, work).await {
                    Ok(answer) => self.first(answer).await,
                    Err(_) => Ok(()),
                };
            }
        };
        // The work goes on meanwhile, and to its end whatever becomes of the announcement.
        let (announced, answer) = futures::join!(self.callback(&deferred, &[]), work);
        match announced {
            // In doubt, the announcement may have got through.
            Ok(()) | Err(RestError::NoAnswer) => self.later(waiting, answer).await,
            Err(error) => Err(error),
        }
    }

    async fn first(&self, answer: Answer) -> Result<(), RestError> {
        match answer {
            Answer::Pages(pages) => {
                let mut pages = pages.into_iter();
                let message = pages.next().unwrap_or_default();
                self.callback(&json!({ "type": 4, "data": private(&message) }), &message.files).await?;
                self.follow_up(pages).await
            }
            Answer::Private(message) => {
                let data = private(&message);
                self.callback(&json!({ "type": 4, "data": data }), &message.files).await
            }
            Answer::Update(message) => {
                let data = render::message(&message);
                self.callback(&json!({ "type": 7, "data": data }), &message.files).await
            }
            Answer::Form(form) => self.callback(&json!({ "type": 9, "data": render::form(&form) }), &[]).await,
            Answer::Choices(choices) => {
                self.callback(&json!({ "type": 8, "data": { "choices": render::choices(&choices) } }), &[]).await
            }
        }
    }

    async fn later(&self, waiting: Waiting, answer: Answer) -> Result<(), RestError> {
        match (waiting, answer) {
            (Waiting::Private, Answer::Pages(pages)) => {
                let mut pages = pages.into_iter();
                let message = pages.next().unwrap_or_default();
                let data = render::message(&message);
                self.webhook(Method::PATCH, "/messages/@original", &data, &message.files).await?;
                self.follow_up(pages).await
            }
            (Waiting::InPlace, Answer::Pages(pages)) => self.follow_up(pages.into_iter()).await,
            (Waiting::Private, Answer::Private(message) | Answer::Update(message))
            | (Waiting::InPlace, Answer::Update(message)) => {
                self.webhook(Method::PATCH, "/messages/@original", &render::message(&message), &message.files).await
            }
            (Waiting::InPlace, Answer::Private(message)) => {
                self.webhook(Method::POST, "", &private(&message), &message.files).await
            }
            (Waiting::Private, Answer::Form(_)) => {
                let data = render::message(&self.form_too_late);
                self.webhook(Method::PATCH, "/messages/@original", &data, &[]).await
            }
            (Waiting::InPlace, Answer::Form(_)) => {
                self.webhook(Method::POST, "", &private(&self.form_too_late), &[]).await
            }
            (Waiting::Never, _) | (_, Answer::Choices(_)) => Ok(()),
        }
    }

    /// Further private messages, in their order.
    async fn follow_up(&self, pages: impl Iterator<Item = Message>) -> Result<(), RestError> {
        for message in pages {
            self.webhook(Method::POST, "", &private(&message), &message.files).await?;
        }
        Ok(())
    }

    async fn callback(&self, body: &Value, files: &[File]) -> Result<(), RestError> {
        let path = format!("/interactions/{}/{}/callback", self.interaction.id, self.interaction.token);
        let request = Request::interaction(Method::POST, path, Patience::FirstAnswer)
            .body(body)
            .files(files)
            .until(self.first_by.max(Instant::now() + LAST_CHANCE))
            .repeatable();
        match self.rest.send(&request).await {
            // "Already acknowledged": a first try got through and its answer was lost (discord.md 4, 40060).
            Err(RestError::Refused { code: 40060, .. }) | Ok(_) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn webhook(&self, method: Method, below: &str, body: &Value, files: &[File]) -> Result<(), RestError> {
        let Interaction { application_id, token, .. } = self.interaction;
        let path = format!("/webhooks/{application_id}/{token}{below}");
        let request = Request::interaction(method, path, Patience::Post).body(body).files(files);
        self.rest.send(&request).await.map(drop)
    }
}

fn private(message: &Message) -> Value {
    let mut data = render::message(message);
    data["flags"] = json!(render::EPHEMERAL);
    data
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use axum::Router;
    use axum::http::{StatusCode, Uri};
    use secrecy::SecretString;
    use tokio::net::TcpListener;
    use tokio::sync::Notify;

    use super::*;
    use crate::domain::controls::{AskControl, Control};

    /// What Discord was sent where the work ends in this after "thinking …" was announced: `METHOD /path body`.
    async fn sent(waiting: Waiting, answer: Answer) -> Vec<String> {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let announced = Arc::new(Notify::new());
        let note = (seen.clone(), announced.clone());
        let note = async move |method: Method, uri: Uri, body: String| {
            note.0.lock().expect("no panic while held").push(format!("{method} {} {body}", uri.path()));
            note.1.notify_one();
            StatusCode::NO_CONTENT
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let served = tokio::spawn(async move { axum::serve(listener, Router::new().fallback(note)).await });
        let rest = Rest::new(&base, &SecretString::from("a-token-for-tests")).expect("a client");
        let interaction = json!({ "id": "1", "application_id": "2", "type": 3, "token": "t", "member": null });
        let interaction: Interaction = serde_json::from_value(interaction).expect("an interaction");
        let form_too_late = Message { content: "Please try once more.".to_owned(), ..Message::default() };
        let work = Box::pin(async {
            announced.notified().await;
            answer
        });
        Responder::new(&rest, &interaction, form_too_late).deliver(waiting, work).await.expect("delivered");
        served.abort();
        std::mem::take(&mut *seen.lock().expect("no panic while held"))
    }

    #[tokio::test]
    async fn a_form_that_comes_too_late_ends_in_a_sentence() {
        for (waiting, announced, told) in [
            (Waiting::Private, "\"type\":5", "PATCH /api/v10/webhooks/2/t/messages/@original"),
            (Waiting::InPlace, "\"type\":6", "POST /api/v10/webhooks/2/t "),
        ] {
            let form = Form { control: Control::Ask(AskControl::Form(None)), title: String::new(), fields: Vec::new() };
            let sent = sent(waiting, Answer::Form(form)).await;
            assert!(sent.len() == 2 && sent[0].contains(announced), "{sent:?}");
            assert!(sent[1].starts_with(told) && sent[1].contains("Please try once more."), "{sent:?}");
        }
    }
}
