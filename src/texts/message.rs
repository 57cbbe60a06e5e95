//! A message, a form and their parts as plain data: what people will see, without a word of Discord's protocol.

use crate::domain::controls::Control;
use crate::domain::ids::RoleId;

/// A message to a channel or to one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// The text above everything else, Discord markdown. At most 2,000 characters (discord.md 4, "message").
    pub content: String,
    /// Framed texts below it.
    pub embeds: Vec<Embed>,
    /// Buttons and selects. At most five rows (discord.md 4, "legacy components").
    pub rows: Vec<Row>,
    /// Attached files.
    pub files: Vec<File>,
    /// The only roles that this message may ping; everything else in it pings nobody.
    pub pings: Vec<RoleId>,
}

/// A framed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Embed {
    /// At most 256 characters.
    pub title: String,
    /// At most 4,096 characters.
    pub description: String,
    /// Name and value pairs; at most 25, names 256 and values 1,024 characters.
    pub fields: Vec<(String, String)>,
    /// Small print; at most 2,048 characters.
    pub footer: String,
    /// The coloured edge, 0xRRGGBB.
    pub colour: Option<u32>,
    /// The name of an attached file to show as its picture.
    pub image: Option<String>,
}

/// A row of controls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// One to five buttons.
    Buttons(Vec<Button>),
    /// One select.
    Select(Select),
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// At most 80 characters, better under 38 (discord.md 4, "button").
    pub label: String,
    /// How it looks.
    pub style: ButtonStyle,
    /// What it does.
    pub control: Control,
    /// Shown but not to be pressed.
    pub disabled: bool,
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonStyle {
    /// The one to press.
    Primary,
    /// Any other.
    #[default]
    Secondary,
    /// Chosen, or good.
    Success,
    /// Throws something away.
    Danger,
}

/// A select of given options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Select {
    /// What it does.
    pub control: Control,
    /// What stands in it while nothing is chosen; at most 150 characters.
    pub placeholder: String,
    /// At most 25.
    pub options: Vec<SelectOption>,
    /// How many must be chosen at least.
    pub min: u8,
    /// How many may be chosen at most.
    pub max: u8,
}

/// One option of a select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    /// What comes back; at most 100 characters.
    pub value: String,
    /// What people see; at most 100 characters.
    pub label: String,
    /// A second line; may be empty.
    pub description: String,
    /// Chosen already.
    pub chosen: bool,
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, with ending.
    pub name: String,
    /// What it shows, for people who can't see it; at most 1,024 characters.
    pub alt: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A form (Discord's modal): one to five text fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it does when sent.
    pub control: Control,
    /// At most 45 characters.
    pub title: String,
    /// One to five.
    pub fields: Vec<Field>,
}

/// A text field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in what comes back; at most 100 characters.
    pub name: String,
    /// At most 45 characters.
    pub label: String,
    /// Several lines.
    pub long: bool,
    /// Must be filled.
    pub required: bool,
    /// The most characters that it takes, at most 4,000.
    pub max: u16,
    /// What stands in it; kept when a form comes back with a fault.
    pub value: String,
    /// A hint while it is empty; at most 100 characters.
    pub hint: String,
}
