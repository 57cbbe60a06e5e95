-- Waves that are planned: frozen at launch, opened later by the scheduler. And pulses that repeat.
-- `planned` waits for its time; `held` missed it, and leads decide; `dropped` was called off before it opened.
-- SQLite can't change a CHECK, so the table is made anew; rows that point to it are looked at when this is committed.
PRAGMA defer_foreign_keys = ON;

-- A pulse that repeats: one row until a lead ends it. Only its next run is planned, as a wave of its own, and only some
-- days ahead. `question_set` empty: the one of the phase; `departments` empty: all there are. The first run's times and
-- the zone's wall clock give all others; `next_opens` is the run that has no wave yet.
CREATE TABLE pulse_series (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    title        TEXT    NOT NULL,
    question_set TEXT,
    departments  TEXT,
    rhythm       TEXT    NOT NULL,
    zone         TEXT    NOT NULL,
    first_opens  INTEGER NOT NULL,
    first_closes INTEGER NOT NULL,
    next_opens   INTEGER NOT NULL,
    state        TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'ended')),
    started_by   INTEGER NOT NULL,
    CHECK (first_closes > first_opens AND next_opens > first_opens)
) STRICT;

CREATE TABLE waves_before AS SELECT * FROM waves;
DROP TABLE waves;

-- One run of a pulse. What was asked, how departments are grouped and the thresholds are frozen at launch
-- (promises.md P11). `title` repeats the question set's for lists. Results exist only in state `sealed`.
-- `launched_at` is when it was frozen, `opens_at` from when people can answer.
-- Numbers are never used again, so that no key file can belong to another wave.
CREATE TABLE waves (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    title         TEXT    NOT NULL,
    question_set  TEXT    NOT NULL,
    partition     TEXT    NOT NULL,
    thresholds    TEXT    NOT NULL,
    launched_at   INTEGER NOT NULL,
    opens_at      INTEGER NOT NULL,
    closes_at     INTEGER NOT NULL,
    closed_at     INTEGER,
    state         TEXT    NOT NULL
                  CHECK (state IN ('planned', 'held', 'dropped', 'open', 'closing', 'sealing', 'sealed', 'cancelling',
                                   'cancelled')),
    series        INTEGER REFERENCES pulse_series (id),
    launched_by   INTEGER NOT NULL,
    -- After the end: leads were told, and with which attempt.
    told          TEXT    NOT NULL DEFAULT 'no' CHECK (told IN ('no', 'claimed', 'yes')),
    CHECK (closes_at > opens_at)
) STRICT;

INSERT INTO waves (id, title, question_set, partition, thresholds, launched_at, opens_at, closes_at, closed_at, state,
                   launched_by, told)
SELECT id, title, question_set, partition, thresholds, opens_at, opens_at, closes_at, closed_at, state, launched_by, told
FROM waves_before;
DROP TABLE waves_before;

-- A notice that asks leads about a wave that could not open in time.
ALTER TABLE notices ADD COLUMN wave INTEGER REFERENCES waves (id);
