//! How far an announcement reached, as leads see it.

keys! {
    "reach.table.title" { title: "New offers" };
    "reach.table.figure" { understood: 9, headcount: 12, percent: 75 };
    "reach.table.rates" { questions: "0–10", worries: "12–23" };
    "reach.table.waiting" { count: 3, fewest: 5 };
    "reach.table.waiting_today" { fewest: 5 };
    "reach.table.managers" { count: 2 };
    "reach.table.no_manager";
    "reach.table.uncounted" { understood: "5–9" };
    "reach.table.uncounted_why";
    "reach.table.small" { fewest: 5 };
    "reach.table.none";
    "reach.note.understood";
    "reach.note.deleted" { departments: "Sales, Service" };
    "reach.note.lags" { percent: 60 };
    "reach.note.early";
    "reach.note.bands";
    "reach.note.questions" { count: 3, unanswered: 1 };
    "reach.note.answered" { count: 3 };
    "reach.note.waits" { count: 3 };
    "reach.note.worries" { band: "0–4" };
    "reach.note.held" { fewest: 5 };
    "reach.round.first" { count: 9 };
    "reach.round.manager" { count: 4, round: 2, posted: 1, all: 2 };
    "reach.round.champion" { count: 2, round: 3, posted: 1, all: 2 };
}
