//! The program tried from outside: journeys through the Discord stand-in, migrations, house rules.

mod attacks;
mod command_line;
mod dependencies;
mod journeys;
mod migrations;
mod page;
mod robustness;
mod schedules;
mod sentiment;
mod standin;
mod summary_words;
mod support;
mod texts;
mod tidy;
