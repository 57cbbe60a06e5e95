//! What leads read around the summary of a wave.

keys! {
    "sentiment.command.help" [CommandHelp];
    "sentiment.command.summary" [CommandHelp];
    "sentiment.command.department" [CommandHelp];
    "sentiment.command.wave" [CommandHelp];
    "sentiment.summary.title";
    "sentiment.summary.in_short" [EmbedTitle];
    "sentiment.summary.sealed" { title: "How is the new CRM going for you?", time: "<t:1577865600:F> (<t:1577865600:R>)" };
    "sentiment.summary.closed" { time: "<t:1577865600:F> (<t:1577865600:R>)" };
    "sentiment.summary.pooled" { departments: "Legal, Works council", other: "Other" };
    "sentiment.summary.best" { department: "Marketing", why: "Attitude and conditions are good.", next: "Keep going." };
    "sentiment.summary.worrying" { department: "Sales", why: "They are not convinced.", next: "Listen first." };
    "sentiment.summary.department" { department: "Sales", why: "They are not convinced.", next: "Listen first." };
    "sentiment.summary.everybody" { department: "Everybody", why: "Few feel asked.", next: "Ask for input." };
    "sentiment.summary.too_few_in_all" { count: 5 };
    "sentiment.summary.private" [EmbedFooter];
    "sentiment.summary.posted" [EmbedFooter];
    "sentiment.comments.read" [Button];
    "sentiment.comments.text" { title: "How is the new CRM going for you?", time: "<t:1577865600:F> (<t:1577865600:R>)" };
    "sentiment.comments.group" [SelectHint];
    "sentiment.comments.together";
    "sentiment.comments.footer" [EmbedFooter] { page: 1, pages: 3 };
    "sentiment.comments.earlier" [Button];
    "sentiment.comments.later" [Button];
    "sentiment.comments.too_few" { threshold: 10 };
    "sentiment.comments.expired" { time: "<t:1577865600:F> (<t:1577865600:R>)" };
    "sentiment.comments.no_key";
    "sentiment.error.no_wave";
    "sentiment.error.still_open" { time: "<t:1577865600:F> (<t:1577865600:R>)" };
    "sentiment.error.all_expired";
    "sentiment.error.expired" { time: "<t:1577865600:F> (<t:1577865600:R>)" };
    "sentiment.error.wave_unknown";
    "sentiment.error.not_asked" { department: "Legal" };
    "sentiment.error.hidden" { department: "Legal", count: 5 };
}
