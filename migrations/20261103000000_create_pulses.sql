-- One run of a pulse. What was asked, how departments are grouped and the thresholds are frozen at launch
-- (promises.md P11). `title` repeats the question set's for lists. Results exist only in state `sealed`.
-- Numbers are never used again, so that no key file can belong to another wave.
CREATE TABLE waves (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    title         TEXT    NOT NULL,
    question_set  TEXT    NOT NULL,
    partition     TEXT    NOT NULL,
    thresholds    TEXT    NOT NULL,
    opens_at      INTEGER NOT NULL,
    closes_at     INTEGER NOT NULL,
    closed_at     INTEGER,
    state         TEXT    NOT NULL DEFAULT 'open'
                  CHECK (state IN ('open', 'closing', 'sealing', 'sealed', 'cancelling', 'cancelled')),
    launched_by   INTEGER NOT NULL,
    -- After the end: leads were told, and with which attempt.
    told          TEXT    NOT NULL DEFAULT 'no' CHECK (told IN ('no', 'claimed', 'yes')),
    CHECK (closes_at > opens_at)
) STRICT;

-- The departments that a wave asks, as they were at launch, and the post in each one's channel. Who was eligible is a
-- number only. `attempts` counts tries to post that were begun; `message` is there once one is known to have worked;
-- `failure` is Discord's code once trying again is no use; `ended` once the post says that the pulse is over.
CREATE TABLE wave_departments (
    id         INTEGER PRIMARY KEY,
    wave       INTEGER NOT NULL REFERENCES waves (id),
    department INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    role       INTEGER NOT NULL,
    channel    INTEGER NOT NULL,
    eligible   INTEGER NOT NULL CHECK (eligible >= 0),
    attempts   INTEGER NOT NULL DEFAULT 0,
    message    INTEGER,
    failure    INTEGER,
    ended      INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    UNIQUE (wave, department)
) STRICT;

-- One row per person while a wave is open: a keyed hash of the person, and ciphertext. No time, no order, nothing
-- else, ever (promises.md 1). The seal deletes all rows of its wave.
CREATE TABLE answers (
    token  BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    wave   INTEGER NOT NULL REFERENCES waves (id),
    sealed BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- The frozen results of a wave: the same bytes for ever (promises.md P1). Read only through its sealed wave.
CREATE TABLE snapshots (
    wave INTEGER NOT NULL PRIMARY KEY REFERENCES waves (id),
    body TEXT    NOT NULL
) STRICT;

-- Comments after the seal, under random numbers, encrypted until their deletion date (promises.md P10, P13, P14).
CREATE TABLE comments (
    id     BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    wave   INTEGER NOT NULL REFERENCES waves (id),
    sealed BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
