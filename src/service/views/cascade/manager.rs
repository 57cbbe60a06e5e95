//! What a manager gets, privately: the form, and what is kept.

use chrono::NaiveDate;

use super::{ATTENDANCE, DAY, QUESTIONS};
use crate::domain::controls::{BriefControl, Control};
use crate::domain::ids::DeliveryId;
use crate::privacy::escaping::escape;
use crate::service::announcements::cascade::briefing::{BriefingInput, Kept, MAX_FIELD, Opened};
use crate::service::views::announcements::pick;
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Field, Form, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The form, or the question which department it is about.
pub fn opened(texts: &Catalogue, language: &Language, delivery: DeliveryId, opened: &Opened) -> Result<Message, Form> {
    let say = |key: &str| texts.say(language, key, values! {});
    match opened {
        Opened::Pick(departments) => {
            Ok(pick(texts, language, Control::Brief(delivery, BriefControl::BriefedFor), departments))
        }
        Opened::Form { department, before, today } => {
            let field = |name: &str, required: bool, max, value: String| Field {
                name: name.to_owned(),
                label: say(&format!("cascade.form.{name}")),
                long: !required,
                required,
                max,
                value,
                hint: say(&format!("cascade.form.{name}_hint")),
            };
            let day = before.map_or(*today, |before| before.held_on).to_string();
            let attendance = before.map_or_else(String::new, |before| before.attendance.to_string());
            let fields = vec![
                field(DAY, true, 20, day),
                field(ATTENDANCE, true, 7, attendance),
                field(QUESTIONS, false, MAX_FIELD, String::new()),
            ];
            let control = Control::Brief(delivery, BriefControl::Form { department: department.id });
            Err(Form { control, title: say("cascade.form.title"), fields })
        }
    }
}

/// "Thank you", what is kept with the name and what without, and until when it can be changed.
pub fn kept(texts: &Catalogue, language: &Language, kept: &Kept) -> Message {
    let department = || escape(kept.department.name.as_str());
    let values = values! {
        department => department(),
        day => day(kept.briefing.held_on),
        attendance => kept.briefing.attendance,
    };
    let mut lines = vec![texts.say(language, "cascade.kept.thanks", values)];
    lines.push(match kept.until {
        Some(until) => texts.say(language, "cascade.kept.change", values! { time => moment(until) }),
        None => texts.say(language, "cascade.kept.after", values! {}),
    });
    if kept.questions > 0 {
        let values = values! { department => department(), count => kept.questions };
        lines.push(texts.say(language, "cascade.kept.questions", values));
    }
    if kept.masked {
        lines.push(texts.say(language, "announce.respond.masked", values! {}));
    }
    plain(lines.join("\n"))
}

/// A refusal with the open questions that were written, so that nobody has to think of them twice.
pub fn given_back(texts: &Catalogue, language: &Language, mut told: Message, input: &BriefingInput) -> Message {
    if !input.questions.trim().is_empty() {
        let written = texts.say(language, "cascade.kept.written", values! {});
        told.content = clip(format!("{}\n{written}\n{}", told.content, escape(input.questions.trim())), 2000);
    }
    told
}

/// A day by name, the same for readers everywhere.
fn day(day: NaiveDate) -> String {
    let noon = day.and_hms_opt(12, 0, 0).expect("a time of day").and_utc();
    format!("<t:{}:D>", noon.timestamp())
}
