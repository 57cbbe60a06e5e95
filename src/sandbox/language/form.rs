//! A form (modal) as a person sees it.

use serde_json::{Value, json};

use super::components::{self, Select};
use super::errors::ActError;
use crate::sandbox::world::Snowflake;

/// An open form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its heading.
    pub title: String,
    /// What comes back to the bot.
    pub custom_id: String,
    /// Its text fields.
    pub fields: Vec<Field>,
    pub(super) channel: Snowflake,
    pub(super) source: Option<Snowflake>,
    pub(super) opened_by: Option<Value>,
    components: Vec<Value>,
}

/// A text field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What stands above it.
    pub label: String,
    /// Its name in what comes back.
    pub custom_id: String,
    /// Several lines.
    pub long: bool,
    /// Must be filled.
    pub required: bool,
    /// What stands in it already.
    pub value: String,
    /// A hint while it is empty.
    pub placeholder: String,
    /// The fewest characters, where it is filled.
    pub min: usize,
    /// The most characters.
    pub max: usize,
}

impl Form {
    pub(super) fn new(data: Value, channel: Snowflake, source: Option<Snowflake>, opened_by: Option<Value>) -> Self {
        let components = data["components"].as_array().cloned().unwrap_or_default();
        let mut fields = Vec::new();
        for row in &components {
            for input in components::flat(std::slice::from_ref(row)).filter(|component| component["type"] == 4) {
                fields.push(Field::read(input, row["label"].as_str()));
            }
        }
        Self {
            title: data["title"].as_str().unwrap_or_default().to_owned(),
            custom_id: data["custom_id"].as_str().unwrap_or_default().to_owned(),
            fields,
            channel,
            source,
            opened_by,
            components,
        }
    }

    /// What the client sends when the form is submitted with these values, by label or name. Fields that aren't named
    /// keep what stands in them.
    pub(super) fn submission(&self, values: &[(&str, &str)]) -> Result<Value, ActError> {
        for (name, value) in values {
            let known = self.fields.iter().any(|field| field.is(name))
                || self.selects().iter().any(|(label, select)| label == name || select.custom_id == *name);
            if !known {
                let there: Vec<&str> = self.fields.iter().map(|field| field.label.as_str()).collect();
                let (wanted, there) = (format!("{name} = {value}"), there.join(", "));
                return Err(ActError::NoSuchControl { wanted, there });
            }
        }
        let rows = self.components.iter().map(|row| self.filled(row, row["label"].as_str(), values));
        Ok(json!({ "custom_id": self.custom_id, "components": rows.collect::<Result<Vec<_>, _>>()? }))
    }

    fn filled(&self, component: &Value, label: Option<&str>, values: &[(&str, &str)]) -> Result<Value, ActError> {
        let kind = &component["type"];
        let id = component.get("id").cloned().unwrap_or(json!(1));
        if *kind == 4 {
            let field = Field::read(component, label);
            let given = values.iter().find(|(name, _)| field.is(name)).map(|(_, value)| (*value).to_owned());
            let value = given.unwrap_or_else(|| field.value.clone());
            field.check(&value)?;
            return Ok(json!({ "type": 4, "id": id, "custom_id": field.custom_id, "value": value }));
        }
        if let Some(select) = Select::read(component) {
            let name = label.unwrap_or_default();
            let given: Vec<&str> = values
                .iter()
                .filter(|(key, _)| *key == name || *key == select.custom_id)
                .map(|(_, value)| *value)
                .collect();
            let wrong = |value: &str, why: String| ActError::WrongValue {
                place: name.to_owned(),
                value: value.to_owned(),
                why,
            };
            let there = || select.choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>().join(", ");
            let picked = |wanted: &&str| select.choice(wanted).ok_or_else(|| wrong(wanted, there()));
            let picked = given.iter().map(picked).collect::<Result<Vec<_>, _>>()?;
            let optional = component["required"].as_bool() == Some(false) && picked.is_empty();
            if !optional && !(select.min..=select.max).contains(&picked.len()) {
                return Err(wrong(&given.join(", "), format!("{} to {} may be chosen", select.min, select.max)));
            }
            let picked: Vec<&str> = picked.into_iter().map(|choice| choice.value.as_str()).collect();
            return Ok(json!({ "type": kind, "id": id, "custom_id": select.custom_id, "values": picked }));
        }
        if let Some(inner) = component.get("component") {
            return Ok(json!({ "type": kind, "id": id, "component": self.filled(inner, label, values)? }));
        }
        let children = component["components"].as_array().map(Vec::as_slice).unwrap_or_default();
        let children: Vec<Value> =
            children.iter().map(|child| self.filled(child, label, values)).collect::<Result<_, _>>()?;
        Ok(json!({ "type": kind, "id": id, "components": children }))
    }

    fn selects(&self) -> Vec<(String, Select)> {
        let labelled = self.components.iter().filter_map(|row| {
            let select = components::selects(std::slice::from_ref(row)).pop()?;
            Some((row["label"].as_str().unwrap_or_default().to_owned(), select))
        });
        labelled.collect()
    }

    /// As the bot described it.
    pub fn to_json(&self) -> Value {
        json!({ "title": self.title, "custom_id": self.custom_id, "components": self.components })
    }

    /// As plain text, the way it would look in Discord.
    pub fn rendered(&self) -> String {
        let mut lines = vec![format!("┌ {}", self.title)];
        for field in &self.fields {
            let star = if field.required { " *" } else { "" };
            lines.push(format!("│ {}{star}", field.label));
            let inside = if field.value.is_empty() { format!("({})", field.placeholder) } else { field.value.clone() };
            lines.extend(inside.lines().map(|line| format!("│   {line}")));
        }
        lines.push("└ [Cancel] [Submit]".to_owned());
        lines.join("\n")
    }
}

impl Field {
    fn read(input: &Value, label: Option<&str>) -> Self {
        let text = |key: &str| input[key].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| input[key].as_u64().and_then(|number| usize::try_from(number).ok());
        Self {
            label: label.map_or_else(|| text("label"), str::to_owned),
            custom_id: text("custom_id"),
            long: input["style"] == 2,
            required: input["required"].as_bool().unwrap_or(true),
            value: text("value"),
            placeholder: text("placeholder"),
            min: number("min_length").unwrap_or(0),
            max: number("max_length").unwrap_or(4000),
        }
    }

    fn is(&self, name: &str) -> bool {
        self.label == name || self.custom_id == name
    }

    fn check(&self, value: &str) -> Result<(), ActError> {
        let length = value.chars().count();
        let why = if length == 0 && self.required {
            "it must be filled".to_owned()
        } else if length > self.max {
            format!("at most {} characters", self.max)
        } else if length > 0 && length < self.min {
            format!("at least {} characters", self.min)
        } else {
            return Ok(());
        };
        Err(ActError::WrongValue { place: self.label.clone(), value: value.to_owned(), why })
    }
}
