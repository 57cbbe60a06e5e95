-- What an occurrence posts. `post`: the announcement. `brief`: the managers' briefing before it, in their channels.
ALTER TABLE occurrences ADD COLUMN kind TEXT NOT NULL DEFAULT 'post' CHECK (kind IN ('post', 'brief', 'ask', 'again'));

-- Announcements that managers hear first. `lead_time` is how long before the first public post, or when, as a code
-- ("days 2", "seconds 7200", "at 1793692800"). `warned`: leads were told which departments are still to be briefed.
-- `ended`: the public post has begun, and leads were told which departments had not been briefed by then.
CREATE TABLE cascades (
    announcement INTEGER NOT NULL PRIMARY KEY REFERENCES announcements (id),
    lead_time    TEXT    NOT NULL CHECK (length(lead_time) BETWEEN 1 AND 40),
    warned       INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1)),
    ended        INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
) STRICT;

-- "Briefed my team": named, and the brief says so. Once per manager and department. Open questions stand in
-- `questions`, without the manager. `held_on` is a date as 2026-12-01, `at` when it was said.
CREATE TABLE briefings (
    announcement INTEGER NOT NULL REFERENCES announcements (id),
    department   INTEGER NOT NULL REFERENCES departments (id),
    manager      INTEGER NOT NULL,
    held_on      TEXT    NOT NULL CHECK (length(held_on) = 10),
    attendance   INTEGER NOT NULL CHECK (attendance BETWEEN 0 AND 1000000),
    at           INTEGER NOT NULL,
    PRIMARY KEY (announcement, department, manager)
) STRICT, WITHOUT ROWID;

-- A notice with which leads may pause this announcement.
ALTER TABLE notices ADD COLUMN pauses INTEGER REFERENCES announcements (id);
