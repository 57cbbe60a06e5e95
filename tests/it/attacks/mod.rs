//! Ways to learn what one person said, tried through the commands, screens and files that exist. Each test is named
//! after its attack; it passes because the attack fails.

mod announcements;
mod pulses;
