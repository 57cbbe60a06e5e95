//! What people do, from their first command to what they see in the end, through the real protocols.

mod again;
mod again_approved;
mod announcements;
mod announcements_bad_input;
mod announcements_changed;
mod announcements_clock;
mod announcements_everywhere;
mod announcements_lost;
mod announcements_once;
mod announcements_templates;
mod approvals;
mod cascade;
mod champion;
mod contact;
mod departures;
mod my_data;
mod pulse;
mod questions;
mod quiet_hours;
mod reach;
mod roles_lost;
mod sentiment;
mod setup;
mod story;
