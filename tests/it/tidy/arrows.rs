//! Which room may use which. The table is the one in `docs/architecture.md`.

use super::source::{Source, enclosed};

/// Each room with the rooms that it may use beside itself.
const ARROWS: [(&str, &[&str]); 17] = [
    ("main", &["app", "settings", "logs", "shutdown", "texts"]),
    ("lib", &[]),
    (
        "app",
        &[
            "discord",
            "scheduler",
            "sandbox",
            "service",
            "store",
            "texts",
            "report",
            "sentiment",
            "privacy",
            "domain",
            "settings",
            "logs",
            "health",
            "shutdown",
        ],
    ),
    ("discord", &["service", "texts", "report", "domain", "health", "shutdown"]),
    ("scheduler", &["service", "texts", "report", "domain", "health", "shutdown"]),
    ("sandbox", &["service", "store", "texts", "report", "sentiment", "privacy", "domain", "shutdown"]),
    ("service", &["store", "texts", "report", "sentiment", "privacy", "domain"]),
    ("store", &["domain"]),
    ("texts", &["domain"]),
    ("report", &["domain"]),
    ("sentiment", &["domain"]),
    ("privacy", &["domain"]),
    ("domain", &[]),
    // The shell knows nothing of what the program does.
    ("settings", &["logs"]),
    ("logs", &[]),
    ("health", &[]),
    ("shutdown", &[]),
];

/// Every use of a room that this file's room may not use.
pub fn faults(file: &Source) -> Vec<String> {
    let Some((_, allowed)) = ARROWS.iter().find(|(room, _)| *room == file.room()) else {
        return vec![format!("stands in a room that the house does not have: {}", file.room())];
    };
    let uses = used(file).into_iter();
    let wrong = uses.filter(|(_, room)| room != file.room() && !allowed.contains(&room.as_str()));
    let mut faults: Vec<_> = wrong
        .map(|(line, room)| format!("line {line}: {} must not use {room}", file.room()))
        .chain(climbs(file))
        .collect();
    faults.dedup();
    faults
}

/// The rooms named by `crate::…` paths and by `use crate::{…}` groups, with their lines.
fn used(file: &Source) -> Vec<(usize, String)> {
    let root = if file.room() == "main" { "groundswell::" } else { "crate::" };
    let mut used = Vec::new();
    for (start, _) in file.code.match_indices(root) {
        let line = 1 + file.code[..start].matches('\n').count();
        let rest = &file.code[start + root.len()..];
        let before = file.code[..start].chars().next_back().unwrap_or(' ');
        if before.is_alphanumeric() || before == '_' || before == '"' {
            continue;
        } else if rest.starts_with('{') {
            used.extend(members(enclosed(rest, '{', '}')).map(|name| (line, room_of(name))));
        } else {
            used.push((line, room_of(rest)));
        }
    }
    used
}

/// The room that a path from the crate's root leads to. A macro stands at the root and belongs to a room all the same.
fn room_of(path: &str) -> String {
    let name: String = path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    if name == "values" { "texts".to_owned() } else { name }
}

/// The paths of a group, `a::{b, c}, d` being two.
fn members(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    let parts = group.split(move |c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// Chains of `super::` that climb to the crate's root and from there into another room.
fn climbs(file: &Source) -> Vec<String> {
    // Inside a module within the file one more step stays in the room.
    let opens_module = |line: &str| line.contains("mod ") && line.trim_end().ends_with('{');
    let deeper = usize::from(file.shipped.lines().any(opens_module));
    let climb = "super::".repeat(file.depth() + deeper);
    let lines = file.shipped.lines().enumerate().filter(|(_, line)| line.contains(&climb));
    lines.map(|(at, _)| format!("line {}: climbs out of its room: name it by crate::", at + 1)).collect()
}

#[test]
fn forbidden_uses_are_found_however_they_are_written() {
    let found = |path: &str, text: &str| faults(&Source::new(path, text));
    assert_eq!(found("src/domain/a.rs", "use crate::store::Guild;"), ["line 1: domain must not use store"]);
    assert_eq!(found("src/domain/a.rs", "\nlet x = crate::privacy::mask(y);"), ["line 2: domain must not use privacy"]);
    let group = "use crate::{\n    domain::{ids, labels},\n    discord::reply,\n};";
    assert_eq!(found("src/scheduler/mod.rs", group), ["line 1: scheduler must not use discord"]);
    assert_eq!(found("src/store/guild.rs", "use super::super::service::Actor;").len(), 1);
    assert_eq!(found("src/store/guild.rs", "use super::open;"), [""; 0]);
    assert_eq!(found("src/main.rs", "use groundswell::store::Guild;"), ["line 1: main must not use store"]);
    assert_eq!(found("src/extras/mod.rs", "").len(), 1);
    assert_eq!(found("src/report/table.rs", "let v = crate::values! {};"), ["line 1: report must not use texts"]);
}

#[test]
fn allowed_uses_pass() {
    let found = |path: &str, text: &str| faults(&Source::new(path, text));
    assert_eq!(found("src/service/a.rs", "use crate::{store::Guild, domain::ids};\nuse crate::values;"), [""; 0]);
    assert_eq!(found("src/store/a.rs", "use crate::store::open; // and crate::discord is not for us"), [""; 0]);
    assert_eq!(found("src/lib.rs", "//! [`crate::store`]\npub mod store;"), [""; 0]);
    assert_eq!(found("src/logs.rs", "mod tests {\n    use super::*;\n}"), [""; 0]);
}

#[test]
fn no_two_rooms_use_each_other() {
    for (room, uses) in ARROWS {
        for other in uses {
            let back = ARROWS.iter().any(|(name, uses)| name == other && uses.contains(&room));
            assert!(!back, "{room} and {other}");
        }
    }
}
