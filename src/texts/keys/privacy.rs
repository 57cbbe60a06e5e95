//! What everyone can read about privacy, and do about it.

keys! {
    "privacy.command.help" [CommandHelp];
    "privacy.command.mydata" [CommandHelp];
    "privacy.command.erase" [CommandHelp];
    "privacy.page.title" [EmbedTitle];
    "privacy.page.text";
    "privacy.mydata.nothing";
    "privacy.mydata.erased" { count: 2 };
}
