//! Messages and forms as Discord's JSON. Pure; every message says whom it may ping.

use serde_json::{Value, json};

use super::custom_id;
use crate::texts::message::{Button, ButtonStyle, Embed, Field, Form, Message, Row, Select};

/// A message that only its addressee sees (discord.md 4, "ephemeral").
pub(super) const EPHEMERAL: u64 = 64;

/// Suggestions in one answer, and characters in the name of one (discord.md 4, "command shape"; discord-api-docs
/// `interactions/application-commands`, "Option Choice Structure").
const MAX_CHOICES: usize = 25;
const MAX_CHOICE_NAME: usize = 100;

/// A message as Discord takes it, without its files' content.
pub(super) fn message(message: &Message) -> Value {
    let mut body = json!({
        "content": message.content,
        "embeds": message.embeds.iter().map(embed).collect::<Vec<_>>(),
        "components": message.rows.iter().map(row).collect::<Vec<_>>(),
        "allowed_mentions": allowed_mentions(message),
    });
    let attachments: Vec<Value> = (0..)
        .zip(&message.files)
        .map(|(id, file): (u32, _)| json!({ "id": id, "filename": file.name, "description": file.alt }))
        .collect();
    body["attachments"] = Value::Array(attachments);
    body
}

/// A form as Discord takes it. Fields stand in action rows, which every Discord client knows.
pub(super) fn form(form: &Form) -> Value {
    json!({
        "custom_id": custom_id::encode(form.control),
        "title": form.title,
        "components": form.fields.iter().map(field).collect::<Vec<_>>(),
    })
}

/// Suggestions as Discord takes them: each name once, or it refuses them all, so what is called alike shows its value.
pub(super) fn choices(choices: &[(String, String)]) -> Value {
    let alike = |name: &str| choices.iter().filter(|(other, _)| other == name).count() > 1;
    let choice = |(name, value): &(String, String)| {
        let mark = if alike(name) { format!(" ({value})") } else { String::new() };
        let room = MAX_CHOICE_NAME.saturating_sub(mark.chars().count());
        let name: String = name.chars().take(room).chain(mark.chars()).take(MAX_CHOICE_NAME).collect();
        json!({ "name": name, "value": value })
    };
    choices.iter().take(MAX_CHOICES).map(choice).collect()
}

fn allowed_mentions(message: &Message) -> Value {
    let roles: Vec<String> = message.pings.iter().map(ToString::to_string).collect();
    if roles.is_empty() { json!({ "parse": [] }) } else { json!({ "parse": [], "roles": roles }) }
}

fn embed(embed: &Embed) -> Value {
    let mut value = json!({});
    if !embed.title.is_empty() {
        value["title"] = json!(embed.title);
    }
    if !embed.description.is_empty() {
        value["description"] = json!(embed.description);
    }
    if !embed.fields.is_empty() {
        let fields = embed.fields.iter().map(|(name, text)| json!({ "name": name, "value": text }));
        value["fields"] = fields.collect();
    }
    if !embed.footer.is_empty() {
        value["footer"] = json!({ "text": embed.footer });
    }
    if let Some(colour) = embed.colour {
        value["color"] = json!(colour);
    }
    if let Some(image) = &embed.image {
        value["image"] = json!({ "url": format!("attachment://{image}") });
    }
    value
}

fn row(row: &Row) -> Value {
    let components: Vec<Value> = match row {
        Row::Buttons(buttons) => buttons.iter().map(button).collect(),
        Row::Select(one) => vec![select(one)],
    };
    json!({ "type": 1, "components": components })
}

fn button(button: &Button) -> Value {
    let style = match button.style {
        ButtonStyle::Primary => 1,
        ButtonStyle::Secondary => 2,
        ButtonStyle::Success => 3,
        ButtonStyle::Danger => 4,
    };
    json!({
        "type": 2,
        "style": style,
        "label": button.label,
        "custom_id": custom_id::encode(button.control),
        "disabled": button.disabled,
    })
}

fn select(select: &Select) -> Value {
    let options: Vec<Value> = select
        .options
        .iter()
        .map(|option| {
            let mut value = json!({ "label": option.label, "value": option.value, "default": option.chosen });
            if !option.description.is_empty() {
                value["description"] = json!(option.description);
            }
            value
        })
        .collect();
    json!({
        "type": 3,
        "custom_id": custom_id::encode(select.control),
        "placeholder": select.placeholder,
        "options": options,
        "min_values": select.min,
        "max_values": select.max,
    })
}

fn field(field: &Field) -> Value {
    let mut input = json!({
        "type": 4,
        "custom_id": field.name,
        "label": field.label,
        "style": if field.long { 2 } else { 1 },
        "required": field.required,
        "max_length": field.max,
    });
    if !field.value.is_empty() {
        input["value"] = json!(field.value);
    }
    if !field.hint.is_empty() {
        input["placeholder"] = json!(field.hint);
    }
    json!({ "type": 1, "components": [input] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_that_are_called_alike_can_be_told_apart() {
        let given = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let long = "n".repeat(300);
        let shown =
            choices(&[given("New offers", "1"), given("Training", "2"), given("New offers", "3"), given(&long, "4")]);
        let names: Vec<&str> =
            shown.as_array().expect("a list").iter().filter_map(|one| one["name"].as_str()).collect();
        assert_eq!(names, ["New offers (1)", "Training", "New offers (3)", &long[..100]]);
        let many: Vec<_> = (0..40).map(|number: u32| given("same", &number.to_string())).collect();
        assert_eq!(choices(&many).as_array().map(Vec::len), Some(25));
    }
}
