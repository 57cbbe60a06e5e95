//! What administrators see.

use chrono_tz::Tz;

use crate::domain::company::Company;
use crate::domain::contact::Contact;
use crate::domain::departments::Department;
use crate::domain::ids::ChannelId;
use crate::domain::labels::Phase;
use crate::privacy::escaping::escape;
use crate::service::ports::Permission;
use crate::service::setup::Status;
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// "Saved: the department …".
pub fn department_saved(texts: &Catalogue, language: &Language, department: &Department) -> Message {
    let values = values! {
        department => escape(department.name.as_str()),
        role => format!("<@&{}>", department.role),
        channel => format!("<#{}>", department.channel),
    };
    let saved = texts.say(language, "setup.department.saved", values);
    super::plain(
        [Some(saved), managers(texts, language, department)].into_iter().flatten().collect::<Vec<_>>().join("\n"),
    )
}

/// "Removed: the department …".
pub fn department_removed(texts: &Catalogue, language: &Language, department: &Department) -> Message {
    let values = values! { department => escape(department.name.as_str()) };
    super::plain(texts.say(language, "setup.department.removed", values))
}

/// "Saved: roles, channels and time zone are …".
pub fn company_saved(texts: &Catalogue, language: &Language, company: &Company, phase: Option<Phase>) -> Message {
    let content = texts.say(language, "setup.company.saved", values! {});
    let settings = settings(texts, language, company, phase);
    Message { content: format!("{content}\n{}", settings.join("\n")), ..Message::default() }
}

/// The checklist.
pub fn status(texts: &Catalogue, language: &Language, status: &Status, contact: &Contact) -> Message {
    let mut lines = settings(texts, language, &status.company, status.phase);
    lines.extend(super::contact::settings(texts, language, contact));
    lines.push(String::new());
    if status.departments.is_empty() {
        lines.push(texts.say(language, "setup.status.no_departments", values! {}));
    }
    for (department, headcount) in &status.departments {
        let name = escape(department.name.as_str());
        lines.push(match (department.frozen, headcount) {
            (true, _) => texts.say(language, "setup.status.department_frozen", values! { department => name }),
            (false, Some(count)) => {
                let values = values! { department => name, role => format!("<@&{}>", department.role),
                channel => format!("<#{}>", department.channel), count => *count };
                texts.say(language, "setup.status.department", values)
            }
            (false, None) => {
                let values = values! { department => name, role => format!("<@&{}>", department.role),
                channel => format!("<#{}>", department.channel) };
                texts.say(language, "setup.status.department_uncounted", values)
            }
        });
        if department.headcount.is_some() {
            let values = values! { department => escape(department.name.as_str()) };
            lines.push(texts.say(language, "setup.status.by_hand", values));
        }
        lines.extend(managers(texts, language, department));
        if lacks_managers_role(department) {
            let values = values! { department => escape(department.name.as_str()) };
            lines.push(texts.say(language, "setup.status.no_managers_role", values));
        }
    }
    lines.push(String::new());
    // Without a department there are no channels to speak of.
    if status.lacking.is_empty() && !status.departments.is_empty() {
        lines.push(texts.say(language, "setup.status.permissions_ok", values! {}));
    }
    lines.extend(status.lacking.iter().map(|(channel, missing)| lacking(texts, language, *channel, missing)));
    if !status.silent.is_empty() {
        lines.push(texts.say(language, "setup.status.no_ping", values! { roles => super::roles(&status.silent) }));
    }
    match &status.exposed {
        Some(exposed) => lines.extend(exposed.iter().map(|channel| {
            texts.say(language, "setup.status.exposed", values! { channel => format!("<#{channel}>") })
        })),
        None => lines.push(texts.say(language, "setup.status.exposed_unknown", values! {})),
    }
    let lacks_role = |department: &Department| department.frozen || lacks_managers_role(department);
    let is_complete = status.lacking.is_empty()
        && status.silent.is_empty()
        && status.exposed.as_ref().is_some_and(Vec::is_empty)
        && !status.departments.is_empty()
        && !status.departments.iter().any(|(department, _)| lacks_role(department))
        && is_complete(&status.company);
    let footer = if is_complete { "setup.status.ready" } else { "setup.status.not_ready" };
    let embed = Embed {
        title: texts.say(language, "setup.status.title", values! {}),
        description: super::clip(lines.join("\n"), 4096),
        footer: texts.say(language, footer, values! {}),
        ..Embed::default()
    };
    Message { embeds: vec![embed], ..Message::default() }
}

/// "In #sales I lack: …".
pub fn lacking(texts: &Catalogue, language: &Language, channel: ChannelId, missing: &[Permission]) -> String {
    let names: Vec<String> = missing
        .iter()
        .map(|one| texts.say(language, &format!("common.permission.{}.label", one.code()), values! {}))
        .collect();
    let values = values! { channel => format!("<#{channel}>"), permissions => names.join(", ") };
    texts.say(language, "setup.status.lacking", values)
}

/// "Its managers: @Sales managers, in #sales-managers"; `None` if it has no role of theirs.
fn managers(texts: &Catalogue, language: &Language, department: &Department) -> Option<String> {
    let role = department.managers_role.map(|role| format!("<@&{role}>"))?;
    Some(match department.managers_channel {
        Some(channel) => {
            let channel = format!("<#{channel}>");
            texts.say(language, "setup.status.managers", values! { role => role, channel => channel })
        }
        None => texts.say(language, "setup.status.managers_role", values! { role => role }),
    })
}

/// Its managers meet somewhere, and nothing says who they are.
fn lacks_managers_role(department: &Department) -> bool {
    department.managers_channel.is_some() && department.managers_role.is_none()
}

fn is_complete(company: &Company) -> bool {
    company.lead_role.is_some() && company.champion_role.is_some() && company.leads_channel.is_some()
}

fn settings(texts: &Catalogue, language: &Language, company: &Company, phase: Option<Phase>) -> Vec<String> {
    let role = |role: crate::domain::ids::RoleId| format!("<@&{role}>");
    let channel = |channel: ChannelId| format!("<#{channel}>");
    let line = |set: &str, missing: &str, value: Option<String>| match value {
        Some(value) => texts.say(language, set, values! { value => value }),
        None => texts.say(language, missing, values! {}),
    };
    vec![
        line("setup.status.lead_role", "setup.status.no_lead_role", company.lead_role.map(role)),
        line("setup.status.champion_role", "setup.status.no_champion_role", company.champion_role.map(role)),
        line("setup.status.leads_channel", "setup.status.no_leads_channel", company.leads_channel.map(channel)),
        line(
            "setup.status.champions_channel",
            "setup.status.no_champions_channel",
            company.champions_channel.map(channel),
        ),
        line(
            "setup.status.announcements_channel",
            "setup.status.no_announcements_channel",
            company.announcements_channel.map(channel),
        ),
        line("setup.status.company", "setup.status.no_company", company.name.as_deref().map(escape)),
        // Nobody knows whether that is what the company wants, or what it began with.
        match company.timezone {
            Tz::UTC => texts.say(language, "setup.status.no_timezone", values! {}),
            zone => texts.say(language, "setup.status.timezone", values! { value => zone.name() }),
        },
        texts.say(
            language,
            "setup.status.language",
            values! { value => texts.name_of(&Language::from_discord(&company.language)) },
        ),
        match company.go_live.zip(phase) {
            Some((day, phase)) => {
                let (day, phase) = (super::day(day, company.timezone), super::phase(texts, language, phase));
                texts.say(language, "setup.status.go_live", values! { value => day, phase => phase })
            }
            None => texts.say(language, "setup.status.no_go_live", values! {}),
        },
        if company.approval {
            texts.say(language, "setup.status.approval", values! {})
        } else {
            texts.say(language, "setup.status.no_approval", values! {})
        },
    ]
}
