//! Buttons, selects and forms: each control becomes a typed request for a service.

mod again;
mod announcements;
mod cascade;
mod comments;
mod privacy;
mod pulses;
mod questions;
mod reports;
mod waves;

use std::collections::HashMap;

use super::incoming::Interaction;
use super::render::EPHEMERAL;
use super::reply::{Answer, Waiting};
use crate::domain::controls::{
    AgainControl, AskControl, CascadeControl, CommentsControl, Control, DraftControl, HeldControl, PrivacyControl,
    PulseControl, QuestionsControl, ReportControl,
};
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};

/// A button pressed, a select chosen from or a form sent.
pub struct Press<'a> {
    /// The use cases.
    pub services: &'a Services,
    /// Who did it.
    pub actor: Actor,
    /// What it stands for.
    pub control: Control,
    /// Select: what was chosen.
    pub values: &'a [String],
    /// Form: its fields by name.
    pub fields: HashMap<String, String>,
    /// Nobody else sees the message.
    pub is_private: bool,
    /// What the message says.
    pub text: &'a str,
}

impl<'a> Press<'a> {
    pub(super) fn new(services: &'a Services, actor: Actor, control: Control, interaction: &'a Interaction) -> Self {
        let is_private = interaction.message.as_ref().is_some_and(|used| used.flags & EPHEMERAL != 0);
        let (values, fields) = (&interaction.data.values[..], interaction.data.fields());
        let text = interaction.message.as_ref().map_or("", |used| &used.content);
        Self { services, actor, control, values, fields, is_private, text }
    }

    /// A form's field; empty where it was left out.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

/// A button or select.
pub(super) async fn press(press: &Press<'_>) -> Result<Answer, Failure> {
    match press.control {
        Control::Report(what) => reports::press(press, what).await,
        Control::Pulse(wave, what) => pulses::press(press, wave, what).await,
        Control::Announcement(delivery, what) => announcements::press_posted(press, delivery, what).await,
        Control::Draft(draft, what) => announcements::press_draft(press, draft, what).await,
        Control::Approval(draft, what) => announcements::press_approval(press, draft, what).await,
        Control::Held(announcement, what) => announcements::press_held(press, announcement, what).await,
        Control::Questions(what) => questions::press(press, what).await,
        Control::Ask(what) => questions::press_ask(press, what).await,
        Control::Brief(delivery, what) => cascade::press_brief(press, delivery, what).await,
        Control::Again(round, what) => again::press(press, round, what).await,
        Control::Round(delivery, what) => again::press_request(press, delivery, what).await,
        Control::Cascade(announcement, what) => cascade::press(press, announcement, what).await,
        Control::Occurrence(occurrence, what) => announcements::press_occurrence(press, occurrence, what).await,
        Control::Wave(wave, what) => waves::press(press, wave, what).await,
        Control::Series(series, what) => waves::press_series(press, series, what).await,
        Control::Comments(wave, what) => comments::press(press, wave, what).await,
        Control::Privacy(what) => privacy::press(press, what).await,
    }
}

/// A form.
pub(super) async fn submit(press: &Press<'_>) -> Result<Answer, Failure> {
    match press.control {
        Control::Report(what) => reports::submit(press, what).await,
        Control::Pulse(wave, what) => pulses::submit(press, wave, what).await,
        Control::Announcement(delivery, what) => announcements::submit_posted(press, delivery, what).await,
        Control::Draft(draft, what) => announcements::submit_draft(press, draft, what).await,
        Control::Brief(delivery, what) => cascade::submit_brief(press, delivery, what).await,
        Control::Again(round, AgainControl::Write) => again::submit(press, round).await,
        Control::Round(delivery, what) => again::submit_request(press, delivery, what).await,
        Control::Again(..) => Err(UserError::new("common.error.unknown_control").into()),
        Control::Cascade(announcement, CascadeControl::Edit) => cascade::submit(press, announcement).await,
        Control::Questions(what) => questions::submit(press, what).await,
        Control::Ask(what) => questions::submit_ask(press, what).await,
        Control::Cascade(_, CascadeControl::Pause)
        | Control::Occurrence(..)
        | Control::Wave(..)
        | Control::Series(..)
        | Control::Approval(..)
        | Control::Held(..)
        | Control::Comments(..)
        | Control::Privacy(_) => Err(UserError::new("common.error.unknown_control").into()),
    }
}

/// What the person sees while a control takes its time: controls on public posts answer privately, those on the
/// person's own screens change them.
pub(super) fn waiting(control: Control) -> Waiting {
    match control {
        Control::Announcement(..) | Control::Pulse(_, PulseControl::Start | PulseControl::Reminded { .. }) => {
            Waiting::Private
        }
        Control::Brief(..) | Control::Round(..) => Waiting::Private,
        Control::Again(..) | Control::Cascade(..) => Waiting::InPlace,
        Control::Report(ReportControl::Form(..) | ReportControl::Department(_)) => Waiting::Private,
        // The form of a new draft follows a command: there is no screen of the person's own yet.
        Control::Draft(_, DraftControl::Write | DraftControl::Question) => Waiting::Private,
        Control::Ask(AskControl::Form(_) | AskControl::Department) | Control::Held(_, HeldControl::Retime) => {
            Waiting::Private
        }
        Control::Questions(QuestionsControl::Words { .. }) => Waiting::Private,
        Control::Approval(..) | Control::Held(..) | Control::Questions(_) => Waiting::InPlace,
        Control::Comments(_, CommentsControl::Open) | Control::Privacy(PrivacyControl::Changes) => Waiting::Private,
        Control::Comments(..) | Control::Privacy(_) | Control::Wave(..) | Control::Series(..) => Waiting::InPlace,
        Control::Draft(..) | Control::Occurrence(..) | Control::Pulse(..) | Control::Report(_) => Waiting::InPlace,
    }
}
