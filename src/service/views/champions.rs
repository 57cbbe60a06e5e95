//! What champions see: the form, the report as filed, the playbook.

use super::clip;
use crate::domain::controls::{Control, ReportControl};
use crate::domain::departments::Department;
use crate::domain::labels::Helped;
use crate::domain::reports::{Account, MAX_ANSWERED, MAX_HEARD, MAX_OUTCOME, Report, Subject, TriedAnswer};
use crate::privacy::escaping::escape;
use crate::privacy::masking::MaskKind;
use crate::service::champions::{Filed, Playbook};
use crate::texts::message::{Button, ButtonStyle, Embed, Field, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The form's field for what was heard.
pub const HEARD: &str = "heard";
/// The form's field for what was answered.
pub const ANSWERED: &str = "answered";
/// The form's field for whether it helped.
pub const OUTCOME: &str = "outcome";

/// The most answers that a playbook shows at once.
const PLAYBOOK_ANSWERS: usize = 10;

/// The form of a new report; says that it is signed.
pub fn new_form(texts: &Catalogue, language: &Language, subject: Subject, department: &Department) -> Form {
    form(texts, language, ReportControl::Form(subject, department.id), Account::default())
}

/// The form of a filed report, with what stands in it.
pub fn change_form(texts: &Catalogue, language: &Language, report: &Report) -> Form {
    form(texts, language, ReportControl::Change(report.id), report.account.clone())
}

/// "For which department?"
pub fn departments(texts: &Catalogue, language: &Language, subject: Subject, several: &[Department]) -> Message {
    let names: Vec<String> = several.iter().map(|department| escape(department.name.as_str())).collect();
    let option = |department: &Department| SelectOption {
        value: department.id.to_string(),
        label: department.name.to_string(),
        description: String::new(),
        chosen: false,
    };
    let select = Select {
        control: Control::Report(ReportControl::Department(subject)),
        placeholder: texts.say(language, "champion.department.hint", values! {}),
        options: several.iter().take(25).map(option).collect(),
        min: 1,
        max: 1,
    };
    let values = values! { departments => names.join(", ") };
    let content = texts.say(language, "common.error.department_several", values);
    Message { content, rows: vec![Row::Select(select)], ..Message::default() }
}

/// "Saved": the report as it was kept, what was masked, and what can be done about it.
pub fn filed(texts: &Catalogue, language: &Language, filed: &Filed) -> Message {
    let Report { id, champion_name, subject, account, helped, .. } = &filed.report;
    let say = |key: &str| texts.say(language, key, values! {});
    let (name, department) = (escape(champion_name), escape(&filed.department));
    let content = texts.say(language, "champion.filed.saved", values! { name => name, department => department });
    let mut told = told(texts, language, account);
    if !filed.masked.is_empty() {
        let parts: Vec<String> =
            filed.masked.iter().map(|(kind, count)| masked(texts, language, *kind, *count)).collect();
        told.push(texts.say(language, "champion.filed.masked", values! { what => parts.join(", ") }));
    }
    let mut rows = Vec::new();
    if !account.answered.is_empty() {
        if helped.is_none() {
            told.push(say("champion.filed.did_it_help"));
        }
        rows.push(Row::Buttons(Helped::ALL.iter().map(|one| help_button(texts, language, filed, *one)).collect()));
    }
    rows.push(Row::Buttons(vec![
        button(say("champion.button.change"), ButtonStyle::Secondary, ReportControl::Change(*id)),
        button(say("champion.button.withdraw"), ButtonStyle::Danger, ReportControl::Withdraw(*id)),
    ]));
    let embed = Embed {
        title: subject_line(texts, language, *subject),
        description: clip(told.join("\n\n"), 4096),
        ..Embed::default()
    };
    Message { content, embeds: vec![embed], rows, ..Message::default() }
}

/// "Withdrawn".
pub fn withdrawn(texts: &Catalogue, language: &Language) -> Message {
    super::plain(texts.say(language, "champion.filed.withdrawn", values! {}))
}

/// A refusal, with what was written in the form, so that nothing is lost, and the form a button away.
pub fn given_back(
    texts: &Catalogue,
    language: &Language,
    refusal: Message,
    form: ReportControl,
    written: &Account,
) -> Message {
    let embed = Embed {
        title: texts.say(language, "champion.error.kept_title", values! {}),
        description: clip(told(texts, language, written).join("\n\n"), 4096),
        ..Embed::default()
    };
    let again = texts.say(language, "champion.button.again", values! {});
    let rows = vec![Row::Buttons(vec![button(again, ButtonStyle::Primary, form)])];
    Message { embeds: vec![embed], rows, ..refusal }
}

/// The answers that helped most.
pub fn playbook(texts: &Catalogue, language: &Language, playbook: &Playbook) -> Message {
    let about = texts.label(language, playbook.about);
    if playbook.answers.is_empty() {
        let key = if playbook.given == 0 { "champion.playbook.empty" } else { "champion.playbook.none_helped" };
        return super::plain(texts.say(language, key, values! { about => about }));
    }
    let mut told = vec![texts.say(language, "champion.playbook.intro", values! { count => playbook.given })];
    for (number, answer) in (1..).zip(playbook.answers.iter().take(PLAYBOOK_ANSWERS)) {
        let quoted: String = escape(&answer.text).lines().map(|line| format!("> {line}\n")).collect();
        told.push(format!("**{number}.** {}\n{}", how_often(texts, language, answer), quoted.trim_end()));
    }
    let embed = Embed {
        title: texts.say(language, "champion.playbook.title", values! { about => about }),
        description: clip(told.join("\n\n"), 4096),
        footer: texts.say(language, "champion.playbook.footer", values! {}),
        ..Embed::default()
    };
    Message { embeds: vec![embed], ..Message::default() }
}

fn form(texts: &Catalogue, language: &Language, control: ReportControl, stands: Account) -> Form {
    let field = |name: &str, max: u16, value: String| Field {
        name: name.to_owned(),
        label: texts.say(language, &format!("champion.form.{name}"), values! {}),
        long: name != OUTCOME,
        required: name == HEARD,
        max,
        // Marks can make a masked text longer than the field takes.
        value: value.chars().take(usize::from(max)).collect(),
        hint: texts.say(language, &format!("champion.form_hint.{name}"), values! {}),
    };
    Form {
        control: Control::Report(control),
        title: texts.say(language, "champion.form.title", values! {}),
        fields: vec![
            field(HEARD, MAX_HEARD, stands.heard),
            field(ANSWERED, MAX_ANSWERED, stands.answered),
            field(OUTCOME, MAX_OUTCOME, stands.outcome),
        ],
    }
}

/// "A doubt · Workload · 2 · keeps coming up".
fn subject_line(texts: &Catalogue, language: &Language, subject: Subject) -> String {
    let Subject { kind, about, severity } = subject;
    [texts.label(language, kind), texts.label(language, about), texts.label(language, severity)].join(" · ")
}

/// What was written, under its headings.
fn told(texts: &Catalogue, language: &Language, account: &Account) -> Vec<String> {
    let part = |name: &str, text: &str| {
        let heading = texts.say(language, &format!("champion.form.{name}"), values! {});
        (!text.is_empty()).then(|| format!("**{heading}**\n{}", escape(text)))
    };
    let Account { heard, answered, outcome } = account;
    [part(HEARD, heard), part(ANSWERED, answered), part(OUTCOME, outcome)].into_iter().flatten().collect()
}

fn masked(texts: &Catalogue, language: &Language, kind: MaskKind, count: u32) -> String {
    let key = match kind {
        MaskKind::Link => "champion.masked.link",
        MaskKind::Email => "champion.masked.email",
        MaskKind::Mention => "champion.masked.mention",
        MaskKind::Id => "champion.masked.id",
        MaskKind::Phone => "champion.masked.phone",
    };
    format!("{} {}", kind.mark(), texts.say(language, key, values! { count => count }))
}

fn help_button(texts: &Catalogue, language: &Language, filed: &Filed, helped: Helped) -> Button {
    let chosen = filed.report.helped == Some(helped);
    let style = if chosen { ButtonStyle::Success } else { ButtonStyle::Secondary };
    let mark = if chosen { "✓ " } else { "" };
    let label = format!("{mark}{}", texts.label(language, helped));
    button(label, style, ReportControl::Helped(filed.report.id, helped))
}

/// "Helped 3 of 4 times".
fn how_often(texts: &Catalogue, language: &Language, answer: &TriedAnswer) -> String {
    let TriedAnswer { helped, partly, given, .. } = *answer;
    let key = match (helped, partly) {
        (_, 0) => "champion.playbook.helped",
        (0, _) => "champion.playbook.partly",
        _ => "champion.playbook.helped_and_partly",
    };
    texts.say(
        language,
        key,
        match (helped, partly) {
            (_, 0) => values! { helped => helped, count => given },
            (0, _) => values! { partly => partly, count => given },
            _ => values! { helped => helped, partly => partly, count => given },
        },
    )
}

fn button(label: String, style: ButtonStyle, control: ReportControl) -> Button {
    Button { label, style, control: Control::Report(control), disabled: false }
}
