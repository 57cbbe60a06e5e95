-- Saying an announcement again, in other words and from another sender: round 2 by line managers, round 3 by champions.
-- Round 1 is the announcement itself. A draft becomes `asked` when they are asked to post it in their name.
CREATE TABLE rounds (
    id           INTEGER PRIMARY KEY,
    announcement INTEGER NOT NULL REFERENCES announcements (id),
    round        INTEGER NOT NULL CHECK (round IN (2, 3)),
    title        TEXT    NOT NULL CHECK (length(title) <= 120),
    body         TEXT    NOT NULL CHECK (length(body) <= 1500),
    benefit      TEXT    NOT NULL CHECK (length(benefit) <= 500),
    ask          TEXT    NOT NULL CHECK (length(ask) <= 500),
    author       INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    asked_at     INTEGER,
    UNIQUE (announcement, round)
) STRICT;

-- The departments of a round. Once a manager or champion posts it there, it is signed: `body` is what they made of the
-- text, `name` the name that stands on the post.
CREATE TABLE round_departments (
    round      INTEGER NOT NULL REFERENCES rounds (id),
    department INTEGER NOT NULL REFERENCES departments (id),
    body       TEXT    NOT NULL DEFAULT '' CHECK (length(body) <= 1500),
    signed_by  INTEGER,
    name       TEXT,
    signed_at  INTEGER,
    PRIMARY KEY (round, department),
    CHECK ((signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL) = (name IS NULL))
) STRICT, WITHOUT ROWID;

-- Of occurrences of the kinds `ask` (managers or champions are asked) and `again` (it is posted): of which round, and
-- for which department.
ALTER TABLE occurrences ADD COLUMN round INTEGER REFERENCES rounds (id);
ALTER TABLE occurrences ADD COLUMN department INTEGER REFERENCES departments (id);

-- In which round a person understood.
ALTER TABLE acknowledgements ADD COLUMN round INTEGER NOT NULL DEFAULT 1 CHECK (round BETWEEN 1 AND 3);

-- Where champions are asked.
ALTER TABLE company ADD COLUMN champions_channel INTEGER;
