//! The program tried from outside: journeys through the Discord stand-in, migrations, house rules.

mod command_line;
mod dependencies;
mod journeys;
mod standin;
mod support;
mod summary_words;
mod texts;
mod tidy;
