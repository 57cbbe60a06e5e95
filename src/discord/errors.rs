//! The one place that turns a failure into what a person reads, and into a log line without ids or texts.

use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::texts::message::Message;
use crate::values;

/// The sentence for the person. A fault of ours gets an incident number, which the log carries too.
pub(super) fn tell(services: &Services, actor: &Actor, failure: &Failure) -> Message {
    let content = match failure {
        Failure::User(error) => services.texts.say(&actor.language, error.key, error.values.clone()),
        Failure::Internal(_) if failure.is_disk_trouble() => {
            services.data.note_trouble();
            tracing::error!("a write failed: the disk is full or read-only");
            services.texts.say(&actor.language, "common.error.not_saved", values! {})
        }
        Failure::Internal(_) => {
            let incident = incident_number();
            tracing::error!(incident, cause = failure.cause(), "a request failed");
            services.texts.say(&actor.language, "common.error.internal", values! { incident => incident })
        }
    };
    Message { content, ..Message::default() }
}

/// Five characters that can be read aloud: no 0, O, 1, I.
fn incident_number() -> String {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let random: [u8; 5] = rand::random();
    random.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}
