//! Discord's refusals by name (discord-api-docs `topics/opcodes-and-status-codes`).

use crate::sandbox::rules::refusal::Refusal;

macro_rules! refusals {
    ($($name:ident = $status:literal $code:literal $message:literal;)+) => {
        $(pub(crate) fn $name() -> Refusal { Refusal::plain($status, $code, $message) })+
    };
}

refusals! {
    unauthorized = 401 0 "401: Unauthorized";
    not_found = 404 0 "404: Not Found";
    method_not_allowed = 405 0 "405: Method Not Allowed";
    not_a_bot_agent = 403 40333 "internal network error";
    unknown_channel = 404 10003 "Unknown Channel";
    unknown_guild = 404 10004 "Unknown Guild";
    unknown_member = 404 10007 "Unknown Member";
    unknown_message = 404 10008 "Unknown Message";
    unknown_user = 404 10013 "Unknown User";
    unknown_webhook = 404 10015 "Unknown Webhook";
    unknown_application = 404 10002 "Unknown Application";
    unknown_interaction = 404 10062 "Unknown interaction";
    unknown_command = 404 10063 "Unknown application command";
    command_creations_used_up = 400 30034 "Max number of daily application command creates has been reached (200)";
    already_acknowledged = 400 40060 "Interaction has already been acknowledged.";
    missing_access = 403 50001 "Missing Access";
    not_the_author = 403 50005 "Cannot edit a message authored by another user";
    empty_message = 400 50006 "Cannot send an empty message";
    cannot_message_user = 403 50007 "Cannot send messages to this user";
    missing_permissions = 403 50013 "Missing Permissions";
    wrong_channel_type = 400 50024 "Cannot execute action on this channel type";
    invalid_json = 400 50109 "The request body contains invalid JSON.";
    no_mutual_guilds = 403 50278 "Cannot send messages to this user due to having no mutual guilds";
    thread_exists = 400 160_004 "A thread has already been created for this message";
    too_many_pins = 400 30003 "Maximum number of pins reached (250)";
}
