//! Saying an announcement again, in other words and from another sender.

keys! {
    "again.command.help" [CommandHelp];
    "again.draft.head" { title: "New offers", round: 2, rounds: 3 };
    "again.draft.manager" { departments: "Sales, Service" };
    "again.draft.champion" { departments: "Sales, Service" };
    "again.draft.nowhere";
    "again.draft.left_out" { departments: "Legal" };
    "again.draft.problem" { problem: "The text says nearly the same." };
    "again.draft.departments" [SelectHint];
    "again.draft.write" [Button];
    "again.draft.ask_manager" [Button];
    "again.draft.ask_champion" [Button];
    "again.draft.discard" [Button];
    "again.draft.form_title" [FormTitle];
    "again.draft.discarded";
    "again.asked.manager" { departments: "Sales, Service" };
    "again.asked.champion" { departments: "Sales, Service" };
    "again.request.manager" { departments: "Sales" };
    "again.request.champion" { departments: "Sales, Service" };
    "again.request.footer" [EmbedFooter];
    "again.request.button" [Button];
    "again.request.form_title" [FormTitle];
    "again.request.form_body" [FieldLabel];
    "again.request.form_hint" [FieldHint];
    "again.request.signed" { channel: "<#41>" };
    "again.post.manager" { name: "Ana Ruiz" };
    "again.post.champion" { name: "Ana Ruiz" };
    "again.post.footer" [EmbedFooter];
    "again.notice.ask" { title: "New offers" };
    "again.notice.post" { title: "New offers", round: 2 };
    "again.error.not_posted";
    "again.error.early" { time: "<t:1577865600:F>" };
    "again.error.all_reached" { percent: 60 };
    "again.error.no_managers" { departments: "Sales" };
    "again.error.no_champions";
    "again.error.over" { rounds: 3 };
    "again.error.words_missing";
    "again.error.same_words";
    "again.error.no_departments";
    "again.error.empty";
    "again.error.signed" { name: "Ana Ruiz", departments: "Sales" };
    "again.error.other_department" { departments: "Sales" };
}
