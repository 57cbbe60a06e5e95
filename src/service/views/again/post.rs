//! The request to managers or champions, what they get for its button, and the post in their name.

use super::BODY;
use crate::domain::announcements::{Delivery, MAX_BODY, Occurrence, Words};
use crate::domain::controls::{Control, RoundControl};
use crate::domain::departments::Department;
use crate::domain::ids::{DeliveryId, RoleId};
use crate::domain::rounds::Sender;
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::again::signing::Opened;
use crate::service::announcements::responding::names;
use crate::service::views::announcements::{frame, late, opening, pick, readers_buttons};
use crate::service::views::{clip, plain};
use crate::texts::message::{Button, ButtonStyle, Field, Form, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The request in a managers' or the champions' channel: it pings those who are asked, and nobody else.
pub fn request(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    delivery: &Delivery,
) -> Message {
    let Some(round) = loaded.round_of(occurrence) else { return Message::default() };
    let here: Vec<Department> = loaded.asked_at(round, delivery.channel).cloned().collect();
    let mut pings: Vec<RoleId> = match round.sender() {
        Sender::Manager => here.iter().filter_map(|department| department.managers_role).collect(),
        Sender::Champion => loaded.company.champion_role.into_iter().collect(),
    };
    pings.dedup();
    let key = format!("again.request.{}", round.sender().code());
    let head = texts.say(language, &key, values! { departments => names(&here) });
    let mut embed = frame(texts, language, &loaded.company, &round.words, &names(&here));
    embed.footer = texts.say(language, "again.request.footer", values! {});
    let button = Button {
        label: texts.say(language, "again.request.button", values! {}),
        style: ButtonStyle::Success,
        control: Control::Round(delivery.id, RoundControl::Sign),
        disabled: false,
    };
    let content = opening(&pings, [head]);
    Message { content, embeds: vec![embed], rows: vec![Row::Buttons(vec![button])], pings, ..Message::default() }
}

/// What somebody wrote into a form that can't be used, under the sentence that says why.
pub fn given_back(texts: &Catalogue, language: &Language, mut told: Message, written: &str) -> Message {
    if !written.trim().is_empty() {
        let head = texts.say(language, "again.request.written", values! {});
        told.content = clip(format!("{}\n{head}\n{}", told.content, escape(written.trim())), 2000);
    }
    told
}

/// The post in a department's channel, in the name of whoever signed it.
pub fn post(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    delivery: &Delivery,
) -> Message {
    let Some(round) = loaded.round_of(occurrence) else { return Message::default() };
    let department = loaded.departments.iter().find(|one| Some(one.id) == occurrence.department);
    let signed = department.and_then(|one| round.part(one.id)).and_then(|part| part.signed.as_ref());
    let (Some(department), Some(signed)) = (department, signed) else { return Message::default() };
    let pings: Vec<_> = (!department.frozen).then_some(department.role).into_iter().collect();
    let key = format!("again.post.{}", round.sender().code());
    let head = texts.say(language, &key, values! { name => escape(&signed.name) });
    let content = opening(&pings, std::iter::once(head).chain(late(texts, language, occurrence)));
    let words = Words { body: signed.body.clone(), ..round.words.clone() };
    let mut embed = frame(texts, language, &loaded.company, &words, &escape(department.name.as_str()));
    embed.footer = texts.say(language, "again.post.footer", values! {});
    let rows = vec![readers_buttons(texts, language, delivery)];
    Message { content, embeds: vec![embed], rows, pings, ..Message::default() }
}

/// The form, or the question in which department it shall stand.
pub fn opened(texts: &Catalogue, language: &Language, delivery: DeliveryId, opened: &Opened) -> Result<Message, Form> {
    let say = |key: &str| texts.say(language, key, values! {});
    match opened {
        Opened::Pick(departments) => {
            Ok(pick(texts, language, Control::Round(delivery, RoundControl::SignFor), departments))
        }
        Opened::Form(department, body) => Err(Form {
            control: Control::Round(delivery, RoundControl::Form { department: department.id }),
            title: say("again.request.form_title"),
            fields: vec![Field {
                name: BODY.to_owned(),
                label: say("again.request.form_body"),
                long: true,
                required: true,
                max: MAX_BODY,
                value: body.clone(),
                hint: say("again.request.form_hint"),
            }],
        }),
    }
}

/// "On its way, signed with your name."
pub fn signed(texts: &Catalogue, language: &Language, department: &Department) -> Message {
    let values = values! { channel => format!("<#{}>", department.channel) };
    plain(texts.say(language, "again.request.signed", values))
}
