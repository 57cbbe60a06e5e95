//! A draft as its author sees it: the preview, and what came of it.

use super::filling::placeholder_names;
use super::forms::option;
use super::post::frame;
use crate::domain::announcements::{AnnouncementState, Words};
use crate::domain::controls::{Control, DraftControl};
use crate::domain::departments::Department;
use crate::domain::placeholders::{Automatic, Piece, pieces};
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::changing::{Original, Saved};
use crate::service::announcements::drafting::Preview;
use crate::service::announcements::launching::{Launched, Outcome};
use crate::service::announcements::responding::names;
use crate::service::views::contact::Wish;
use crate::service::views::{clip, contact, moment, plain, roles};
use crate::texts::message::{Button, ButtonStyle, Embed, Message, Row, Select};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The preview: what is planned and what is missing, the post as it will look, and what to do with it.
pub fn preview(texts: &Catalogue, language: &Language, preview: &Preview) -> Message {
    let loaded = &preview.loaded;
    let first = loaded.chosen().next().map(|one| escape(one.name.as_str())).unwrap_or_default();
    let embed = frame(texts, language, &loaded.company, &loaded.announcement.words, &first);
    Message {
        content: clip(notes(texts, language, preview).join("\n"), 2000),
        embeds: vec![embed],
        rows: rows(texts, language, preview),
        ..Message::default()
    }
}

fn notes(texts: &Catalogue, language: &Language, preview: &Preview) -> Vec<String> {
    let (loaded, plan) = (&preview.loaded, &preview.loaded.announcement.plan);
    let say = |key: &str| texts.say(language, key, values! {});
    let mut lines = Vec::new();
    if preview.overtaken {
        lines.push(say("announce.preview.overtaken"));
    }
    match &preview.original {
        None => lines.push(say("announce.preview.head")),
        Some(original) => lines.extend(changes(texts, language, original)),
    }
    lines.extend(cautions(texts, language, preview));
    let departments = departments(loaded);
    if departments.is_empty() {
        lines.push(say("announce.preview.nowhere"));
    } else {
        lines.push(texts.say(language, "announce.preview.goes_to", values! { departments => departments }));
    }
    lines.extend(meant_for(texts, language, preview));
    lines.extend(without_role(texts, language, loaded));
    if !preview.silent.is_empty() {
        let values = values! { roles => roles(&preview.silent) };
        lines.push(texts.say(language, "announce.preview.no_ping", values));
    }
    if let Some(process) = loaded.announcement.process {
        let process = texts.label(language, process);
        lines.push(texts.say(language, "announce.preview.process", values! { process => process }));
    }
    // What is posted goes out no more: only its words can still change.
    if preview.original.is_some_and(|original| !original.state.is_to_come()) {
        return lines;
    }
    match (&preview.problem, preview.runs.as_slice()) {
        (Some(problem), _) => {
            let problem = texts.say(language, problem.key, problem.values.clone());
            lines.push(texts.say(language, "announce.preview.problem", values! { problem => problem }));
        }
        (None, []) => lines.push(say("announce.preview.by_hand")),
        (None, [once]) if plan.rule.is_none() => {
            lines.push(texts.say(language, "announce.preview.once", values! { time => moment(*once) }));
        }
        (None, runs) => {
            let repeat = escape(&plan.repeat_text);
            lines.push(texts.say(language, "announce.preview.repeats", values! { repeat => repeat }));
            lines.extend(runs.iter().map(|run| format!("- {}", moment(*run))));
        }
    }
    if let Some((before, after)) = preview.clocks_change {
        let values = values! { before => moment(before), after => moment(after), zone => plan.zone.name() };
        lines.push(texts.say(language, "announce.preview.clocks", values));
    }
    if preview.original.is_none_or(Original::can_be_briefed) {
        lines.extend(crate::service::views::cascade::notes(texts, language, preview));
    }
    lines.extend(contact::forecast(texts, language, &preview.contact, &loaded.announcement, asks_about_cost(preview)));
    for (channel, lacking) in preview.lacking.iter().take(5) {
        let channel = format!("<#{channel}>");
        lines.push(match lacking {
            Some(missing) => {
                let names = missing.iter().map(|one| say(&format!("common.permission.{}.label", one.code())));
                let permissions = names.collect::<Vec<_>>().join(", ");
                let values = values! { channel => channel, permissions => permissions };
                texts.say(language, "announce.preview.lacking", values)
            }
            None => texts.say(language, "announce.preview.gone", values! { channel => channel }),
        });
    }
    if loaded.announcement.words.benefit.is_empty() {
        lines.push(say("announce.preview.benefit_missing"));
    }
    let own = loaded.addressees.iter().filter(|part| part.chosen && !part.benefit.is_empty()).count();
    if own > 0 {
        lines.push(texts.say(language, "announce.preview.own_lines", values! { count => own }));
    }
    lines
}

/// For whom its template is meant, and how to send it; until it is planned.
fn meant_for(texts: &Catalogue, language: &Language, preview: &Preview) -> Option<String> {
    let template = preview.loaded.announcement.template.as_deref().filter(|_| preview.original.is_none())?;
    let audience = &texts.announcement_template(language, template)?.audience;
    let values = values! { audience => audience };
    (!audience.is_empty()).then(|| texts.say(language, "announce.preview.meant", values))
}

/// What saving the changes in a draft would do.
fn changes(texts: &Catalogue, language: &Language, original: &Original) -> Vec<String> {
    let number = original.id.to_string();
    let mut lines = vec![texts.say(language, "announce.preview.changes", values! { number => number })];
    if original.posts > 0 {
        lines.push(texts.say(language, "announce.preview.changes_posts", values! { count => original.posts }));
    }
    if original.briefed {
        lines.push(texts.say(language, "cascade.briefed.preview", values! {}));
    }
    if original.understood > 0 {
        lines.push(texts.say(
            language,
            "announce.preview.changes_understood",
            values! { count => original.understood },
        ));
    }
    if original.state == AnnouncementState::Paused {
        lines.push(texts.say(language, "announce.preview.changes_paused", values! {}));
    }
    lines
}

/// What must be written, is being asked, or would not look as it was typed.
fn cautions(texts: &Catalogue, language: &Language, preview: &Preview) -> Vec<String> {
    let words = &preview.loaded.announcement.words;
    let mut lines = Vec::new();
    if !preview.unfilled.is_empty() {
        let names = placeholder_names(&preview.unfilled);
        lines.push(texts.say(language, "announce.preview.unfilled", values! { names => names }));
    }
    if [&words.body, &words.benefit, &words.ask].into_iter().any(|text| uses_automatic(text)) {
        lines.push(texts.say(language, "announce.preview.filled", values! {}));
    }
    if [&words.body, &words.benefit, &words.ask].into_iter().any(|text| is_defused(text)) {
        lines.push(texts.say(language, "announce.preview.defused", values! {}));
    }
    if let Some(asked) = preview.asked {
        let values = values! { who => format!("<@{}>", asked.asked_by), time => moment(asked.asked_at) };
        lines.push(texts.say(language, "announce.preview.asked", values));
    }
    lines
}

fn uses_automatic(text: &str) -> bool {
    pieces(text).into_iter().any(|piece| matches!(piece, Piece::Placeholder(name) if Automatic::find(name).is_some()))
}

/// Whether it holds mentions or links that hide where they lead: people see both as plain text.
fn is_defused(text: &str) -> bool {
    text.contains('@') || text.contains("](") || text.contains('<')
}

/// Whether a lead is to agree to what it costs.
fn asks_about_cost(preview: &Preview) -> bool {
    preview.original.map_or_else(|| preview.contact.over().next().is_some(), |original| original.asks)
}

fn rows(texts: &Catalogue, language: &Language, preview: &Preview) -> Vec<Row> {
    let loaded = &preview.loaded;
    let id = loaded.announcement.at();
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Draft(id, what),
        disabled: false,
    };
    let (edit, own, discard) = (DraftControl::Edit, DraftControl::Benefits, DraftControl::Discard);
    // The cost stands above: of the planned runs, or of posting it now where none is planned.
    let is_over = asks_about_cost(preview) && preview.problem.is_none();
    let is_planned = !preview.runs.is_empty();
    let schedule = if is_over && is_planned {
        contact::all_the_same(texts, language, id, Wish::Schedule)
    } else {
        button("announce.preview.schedule", ButtonStyle::Success, DraftControl::Schedule)
    };
    let post_now = if is_over && !is_planned {
        contact::all_the_same(texts, language, id, Wish::PostNow)
    } else {
        button("announce.preview.post_now", ButtonStyle::Primary, DraftControl::PostNow)
    };
    let buttons = match preview.original {
        None => vec![
            schedule,
            post_now,
            button("announce.preview.edit", ButtonStyle::Secondary, edit),
            button("announce.preview.benefits", ButtonStyle::Secondary, own),
            button("announce.preview.discard", ButtonStyle::Danger, discard),
        ],
        Some(_) => vec![
            if is_over && is_planned {
                contact::all_the_same(texts, language, id, Wish::Save)
            } else {
                button("announce.preview.save", ButtonStyle::Success, DraftControl::Schedule)
            },
            button("announce.preview.edit", ButtonStyle::Secondary, edit),
            button("announce.preview.benefits", ButtonStyle::Secondary, own),
            button("announce.preview.discard_changes", ButtonStyle::Danger, discard),
        ],
    };
    let managers = preview
        .original
        .is_none_or(Original::can_be_briefed)
        .then(|| Row::Buttons(vec![crate::service::views::cascade::edit_button(texts, language, loaded)]));
    let departments = &loaded.departments;
    let is_over = preview.original.is_some_and(|original| !original.state.is_to_come());
    if departments.is_empty() || is_over {
        return [Row::Buttons(buttons)].into_iter().chain(managers).collect();
    }
    let chosen = |department: &Department| loaded.addressee(department).is_some_and(|part| part.chosen);
    let select = Select {
        control: Control::Draft(id, DraftControl::Departments),
        placeholder: texts.say(language, "announce.preview.departments", values! {}),
        options: departments.iter().map(|department| option(department, chosen(department))).collect(),
        min: 1,
        max: u8::try_from(departments.len()).unwrap_or(25).min(25),
    };
    [Row::Select(select), Row::Buttons(buttons)].into_iter().chain(managers).collect()
}

/// What leads should know of departments whose role was deleted.
pub(super) fn without_role(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Option<String> {
    let departments: Vec<Department> = loaded.without_role().cloned().collect();
    let values = values! { departments => names(&departments) };
    (!departments.is_empty()).then(|| texts.say(language, "announce.preview.role_gone", values))
}

/// Whom it goes to, by name: leads don't see every department's channel.
fn departments(loaded: &Loaded) -> String {
    loaded.chosen().map(|department| escape(department.name.as_str())).collect::<Vec<_>>().join(", ")
}

/// What became of a draft: "Planned for …", "On its way …", "Saved", "A second lead is asked"; or how it is now.
pub fn outcome(texts: &Catalogue, language: &Language, outcome: &Outcome) -> Message {
    match outcome {
        Outcome::Launched(launched) => plain(launched_text(texts, language, launched)),
        Outcome::Saved(saved) => plain(saved_text(texts, language, saved)),
        Outcome::Asked(loaded) => {
            let title = escape(&loaded.announcement.words.title);
            plain(texts.say(language, "announce.done.asked", values! { title => title }))
        }
        Outcome::Overtaken(preview) => self::preview(texts, language, preview),
    }
}

pub(super) fn launched_text(texts: &Catalogue, language: &Language, launched: &Launched) -> String {
    let title = escape(&launched.loaded.announcement.words.title);
    let departments = departments(&launched.loaded);
    let mut lines = vec![if launched.at_once {
        texts.say(language, "announce.done.posting", values! { title => title, departments => departments })
    } else {
        let values = values! { title => title, departments => departments, time => moment(launched.first) };
        texts.say(language, "announce.done.scheduled", values)
    }];
    if let Some(time) = launched.brief {
        lines.push(texts.say(language, "cascade.done.planned", values! { time => moment(time) }));
    }
    if let Some(next) = launched.next {
        lines.push(texts.say(language, "announce.done.next", values! { time => moment(next) }));
    }
    lines.join("\n")
}

pub(super) fn saved_text(texts: &Catalogue, language: &Language, saved: &Saved) -> String {
    let announcement = &saved.loaded.announcement;
    let mut lines =
        vec![texts.say(language, "announce.done.saved", values! { title => escape(&announcement.words.title) })];
    if saved.posts > 0 {
        lines.push(texts.say(language, "announce.done.saved_posts", values! { count => saved.posts }));
    }
    if saved.briefed {
        lines.push(texts.say(language, "cascade.briefed.saved", values! {}));
    }
    match saved.next {
        Some(_) if announcement.state == AnnouncementState::Paused => {
            lines.push(texts.say(language, "announce.done.saved_paused", values! {}));
        }
        Some(next) => lines.push(texts.say(language, "announce.show.next", values! { time => moment(next) })),
        None => {}
    }
    lines.join("\n")
}

/// What was written into a form that came too late, given back.
pub fn not_saved(texts: &Catalogue, language: &Language, words: &Words) -> Message {
    let parts = [&words.title, &words.body, &words.benefit, &words.ask].into_iter().filter(|part| !part.is_empty());
    let written = parts.map(|part| escape(part)).collect::<Vec<_>>().join("\n\n");
    let title = texts.say(language, "announce.preview.not_saved", values! {});
    let embed = Embed { title, description: clip(written, 4096), ..Embed::default() };
    Message { embeds: vec![embed], ..Message::default() }
}

/// "Thrown away."
pub fn discarded(texts: &Catalogue, language: &Language) -> Message {
    plain(texts.say(language, "announce.done.discarded", values! {}))
}
