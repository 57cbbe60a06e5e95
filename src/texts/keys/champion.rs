//! What champions read.

keys! {
    "champion.command.help" [CommandHelp];
    "champion.command.report" [CommandHelp];
    "champion.command.playbook" [CommandHelp];
    "champion.command.kind" [CommandHelp];
    "champion.command.about" [CommandHelp];
    "champion.command.severity" [CommandHelp];
    "champion.department.hint" [SelectHint];
    "champion.form.title" [FormTitle];
    "champion.form.heard" [FieldLabel];
    "champion.form.answered" [FieldLabel];
    "champion.form.outcome" [FieldLabel];
    "champion.form_hint.heard" [FieldHint];
    "champion.form_hint.answered" [FieldHint];
    "champion.form_hint.outcome" [FieldHint];
    "champion.outcome.yes";
    "champion.outcome.partly";
    "champion.outcome.no";
    "champion.filed.saved" { name: "Ana Ruiz", department: "Sales" };
    "champion.filed.masked" { what: "📧 1 e-mail address" };
    "champion.filed.did_it_help";
    "champion.filed.withdrawn";
    "champion.masked.link" { count: 2 };
    "champion.masked.email" { count: 2 };
    "champion.masked.mention" { count: 2 };
    "champion.masked.id" { count: 2 };
    "champion.masked.phone" { count: 2 };
    "champion.button.change" [Button];
    "champion.button.withdraw" [Button];
    "champion.button.again" [Button];
    "champion.playbook.title" [EmbedTitle] { about: "Workload" };
    "champion.playbook.intro" { count: 14 };
    "champion.playbook.helped" { helped: 3, count: 4 };
    "champion.playbook.partly" { partly: 2, count: 4 };
    "champion.playbook.helped_and_partly" { helped: 3, partly: 1, count: 5 };
    "champion.playbook.footer" [EmbedFooter];
    "champion.playbook.empty" { about: "Workload" };
    "champion.playbook.none_helped" { about: "Workload" };
    "champion.error.other_department";
    "champion.error.nothing_heard";
    "champion.error.gone";
    "champion.error.kept_title" [EmbedTitle];
}
