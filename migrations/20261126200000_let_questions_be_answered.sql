-- What leads answer to questions, or to worries of one kind: begun as a draft, then posted to the departments that asked
-- or company-wide. `question` is how the question reads there. `lead` wrote it; who asked is kept nowhere.
CREATE TABLE replies (
    id           INTEGER PRIMARY KEY,
    state        TEXT    NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'answered', 'declined', 'discarded')),
    fear         TEXT    CHECK (fear IN ('turf', 'process', 'role', 'skill', 'workload', 'job_loss', 'incentive',
                                         'tool', 'leadership', 'customer')),
    declines     INTEGER NOT NULL DEFAULT 0 CHECK (declines IN (0, 1)),
    company_wide INTEGER NOT NULL DEFAULT 0 CHECK (company_wide IN (0, 1)),
    question     TEXT    NOT NULL DEFAULT '' CHECK (length(question) <= 300),
    text         TEXT    NOT NULL DEFAULT '' CHECK (length(text) <= 1200),
    lead         INTEGER NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 1,
    created_at   INTEGER NOT NULL
) STRICT;

-- Where an answer is posted, once per channel.
CREATE TABLE reply_posts (
    id         INTEGER PRIMARY KEY,
    reply      INTEGER NOT NULL REFERENCES replies (id),
    channel    INTEGER NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
    created_at INTEGER NOT NULL,
    UNIQUE (reply, channel)
) STRICT;

-- Questions may now be asked without an announcement, and by people without a department. `reply` is what answers one,
-- or the draft in which a lead has taken it up.
CREATE TABLE asked (
    id           INTEGER PRIMARY KEY,
    announcement INTEGER REFERENCES announcements (id),
    department   INTEGER REFERENCES departments (id),
    text         TEXT    NOT NULL,
    day          INTEGER NOT NULL,
    reply        INTEGER REFERENCES replies (id)
) STRICT;
INSERT INTO asked (id, announcement, department, text, day)
SELECT id, announcement, department, text, day FROM questions;
DROP TABLE questions;
ALTER TABLE asked RENAME TO questions;

ALTER TABLE worries ADD COLUMN reply INTEGER REFERENCES replies (id);
