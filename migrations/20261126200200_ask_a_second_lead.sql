-- `name`: how texts call the company. `approval`: whatever is to be posted needs a second lead's word first.
ALTER TABLE company ADD COLUMN name TEXT CHECK (length(name) BETWEEN 1 AND 60);
ALTER TABLE company ADD COLUMN approval INTEGER NOT NULL DEFAULT 0 CHECK (approval IN (0, 1));

-- That a second lead was asked about a draft, in the state that `revision` counts: any change makes the question void.
-- `at_once`: it is to be posted at once, otherwise at its time.
CREATE TABLE approvals (
    announcement INTEGER NOT NULL PRIMARY KEY REFERENCES announcements (id),
    revision     INTEGER NOT NULL,
    at_once      INTEGER NOT NULL CHECK (at_once IN (0, 1)),
    state        TEXT    NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'approved', 'returned')),
    asked_by     INTEGER NOT NULL,
    asked_at     INTEGER NOT NULL,
    decided_by   INTEGER
) STRICT;

-- The draft that a notice in the leads' channel asks about.
ALTER TABLE notices ADD COLUMN draft INTEGER REFERENCES announcements (id);
