//! The contact budget and quiet hours: settings, what something would cost, and asking before it is too much.

keys! {
    "contact.command.budget" [CommandHelp];
    "contact.command.messages" [CommandHelp];
    "contact.command.quiet_hours" [CommandHelp];
    "contact.command.weekdays" [CommandHelp];
    "contact.command.weekend" [CommandHelp];
    "contact.status.budget" { count: 3 };
    "contact.status.no_budget";
    "contact.status.quiet_hours" { weekdays: "18:00–08:00", weekend: "all day" };
    "contact.status.no_quiet_hours";
    "contact.status.all_day";
    "contact.status.no_span";
    "contact.preview.within" { count: 2, budget: 3 };
    "contact.preview.over" { departments: "Sales, Service", count: 4, week: "<t:1577865600:D>", budget: 3 };
    "contact.preview.more";
    "contact.preview.ask";
    "contact.preview.ask_repeating";
    "contact.preview.ask_changes";
    "contact.preview.quiet" { time: "<t:1577865600:F>" };
    "contact.preview.waits" { time: "<t:1577865600:F>", end: "<t:1577901600:F>" };
    "contact.confirm.ask";
    "contact.confirm.ask_changes";
    "contact.confirm.all_runs";
    "contact.confirm.schedule" [Button];
    "contact.confirm.save" [Button];
    "contact.confirm.post" [Button];
    "contact.confirm.back" [Button];
    "contact.notice.over" { title: "New offers" };
    "contact.notice.ask";
    "contact.error.budget" { max: 50 };
    "contact.error.span" { text: "evenings" };
    "contact.error.always_quiet";
}
