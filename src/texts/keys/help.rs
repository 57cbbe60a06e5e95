//! What somebody can do now.

keys! {
    "help.command.help" [CommandHelp];
    "help.page.title" [EmbedTitle];
    "help.page.department" { departments: "Sales" };
    "help.page.no_department";
    "help.page.pulse" { title: "How is the new CRM going for you?", closes: "<t:1800000000:F>", channel: "<#41>" };
    "help.page.everyone";
    "help.page.manager";
    "help.page.champion";
    "help.page.lead";
    "help.page.administrator";
    "help.page.post";
    "help.page.brief" { department: "Sales", channel: "<#52>" };
    "help.page.command" { command: "/ask", what: "Ask the project team something" };
}
