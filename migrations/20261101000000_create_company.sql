-- Marks the file as ours ("GSW1"), so that a foreign database is refused rather than migrated.
PRAGMA application_id = 1196643121;

-- The company's settings: one row for ever.
CREATE TABLE company (
    id                    INTEGER PRIMARY KEY CHECK (id = 1),
    timezone              TEXT    NOT NULL,
    language              TEXT    NOT NULL,
    lead_role             INTEGER,
    champion_role         INTEGER,
    leads_channel         INTEGER,
    announcements_channel INTEGER
) STRICT;

-- Named parts of the company, each tied to one role and one channel. Removed ones stay for history.
CREATE TABLE departments (
    id               INTEGER PRIMARY KEY,
    name             TEXT    NOT NULL COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 40),
    role             INTEGER NOT NULL,
    channel          INTEGER NOT NULL,
    managers_role    INTEGER,
    managers_channel INTEGER,
    headcount        INTEGER CHECK (headcount BETWEEN 1 AND 1000000),
    state            TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'frozen', 'removed'))
) STRICT;

-- A name and a role stand for one department at a time.
CREATE UNIQUE INDEX departments_by_name ON departments (name) WHERE state != 'removed';
CREATE UNIQUE INDEX departments_by_role ON departments (role) WHERE state != 'removed';

-- Who changed which setting, and when; visible to all members (promises.md P11). `at` is seconds since 1970, UTC.
CREATE TABLE audit (
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    actor  INTEGER,
    action TEXT    NOT NULL,
    detail TEXT    NOT NULL
) STRICT;
