//! Buttons and selects as people see them.

use serde_json::Value;

/// A button on a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// What comes back to the bot; empty on links.
    pub custom_id: String,
    /// 1 primary, 2 secondary, 3 success, 4 danger, 5 link.
    pub style: u8,
    /// Greyed out.
    pub disabled: bool,
    /// Where a link leads.
    pub url: Option<String>,
}

/// A select on a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Select {
    /// What comes back to the bot.
    pub custom_id: String,
    /// What stands in it while nothing is chosen.
    pub placeholder: String,
    /// 3 given options, 5 users, 6 roles, 7 users and roles, 8 channels.
    pub kind: u8,
    /// What there is to choose from, for given options.
    pub choices: Vec<Choice>,
    /// The fewest to choose.
    pub min: usize,
    /// The most to choose.
    pub max: usize,
    /// Greyed out.
    pub disabled: bool,
}

/// One option of a select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What people see.
    pub label: String,
    /// What comes back to the bot.
    pub value: String,
    /// A second line.
    pub description: String,
    /// Chosen already.
    pub chosen: bool,
}

pub(super) fn buttons(components: &[Value]) -> Vec<Button> {
    flat(components).filter(|component| component["type"] == 2).map(Button::read).collect()
}

pub(super) fn selects(components: &[Value]) -> Vec<Select> {
    flat(components).filter_map(Select::read).collect()
}

/// All components, also those inside others, in reading order.
pub(super) fn flat(components: &[Value]) -> Box<dyn Iterator<Item = &Value> + '_> {
    Box::new(components.iter().flat_map(|component| {
        let list = component["components"].as_array().map(Vec::as_slice).unwrap_or_default();
        let single = ["component", "accessory"].into_iter().filter_map(|key| component.get(key));
        std::iter::once(component).chain(flat(list)).chain(single)
    }))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Button {
    fn read(component: &Value) -> Self {
        let emoji = component["emoji"]["name"].as_str();
        let label = match (emoji, component["label"].as_str()) {
            (Some(emoji), None) => emoji.to_owned(),
            (_, label) => label.unwrap_or_default().to_owned(),
        };
        Self {
            label,
            custom_id: text(&component["custom_id"]),
            style: component["style"].as_u64().and_then(|style| style.try_into().ok()).unwrap_or(2),
            disabled: component["disabled"].as_bool() == Some(true),
            url: component["url"].as_str().map(str::to_owned),
        }
    }
}

impl Select {
    /// The option with this value, or else with this label.
    pub(super) fn choice(&self, wanted: &str) -> Option<&Choice> {
        let by_value = self.choices.iter().find(|choice| choice.value == wanted);
        by_value.or_else(|| self.choices.iter().find(|choice| choice.label == wanted))
    }

    pub(super) fn read(component: &Value) -> Option<Self> {
        let kind = component["type"].as_u64().filter(|kind| matches!(kind, 3 | 5..=8))?;
        let number = |key: &str| component[key].as_u64().and_then(|number| number.try_into().ok());
        let choices = component["options"].as_array().map(Vec::as_slice).unwrap_or_default();
        let choice = |option: &Value| Choice {
            label: text(&option["label"]),
            value: text(&option["value"]),
            description: text(&option["description"]),
            chosen: option["default"].as_bool() == Some(true),
        };
        Some(Self {
            custom_id: text(&component["custom_id"]),
            placeholder: text(&component["placeholder"]),
            kind: kind.try_into().ok()?,
            choices: choices.iter().map(choice).collect(),
            min: number("min_values").unwrap_or(1),
            max: number("max_values").unwrap_or(1),
            disabled: component["disabled"].as_bool() == Some(true),
        })
    }
}
