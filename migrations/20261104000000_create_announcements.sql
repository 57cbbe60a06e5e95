-- Announcements: a text with audience and schedule. Drafts are rows, so they survive a restart. Times are seconds
-- since 1970, UTC. `author` is the lead who wrote it.
CREATE TABLE announcements (
    id         INTEGER PRIMARY KEY,
    state      TEXT    NOT NULL DEFAULT 'draft'
               CHECK (state IN ('draft', 'scheduled', 'paused', 'done', 'cancelled', 'discarded')),
    title      TEXT    NOT NULL DEFAULT '' CHECK (length(title) <= 120),
    body       TEXT    NOT NULL DEFAULT '' CHECK (length(body) <= 1500),
    benefit    TEXT    NOT NULL DEFAULT '' CHECK (length(benefit) <= 500),
    ask        TEXT    NOT NULL DEFAULT '' CHECK (length(ask) <= 500),
    process    TEXT    CHECK (process IN ('leadership', 'infrastructure', 'training', 'performance_metrics')),
    author     INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Its audience, with the line that answers "what's in it for me" for one department; empty means the general one.
CREATE TABLE announcement_departments (
    announcement INTEGER NOT NULL REFERENCES announcements (id),
    department   INTEGER NOT NULL REFERENCES departments (id),
    chosen       INTEGER NOT NULL DEFAULT 1 CHECK (chosen IN (0, 1)),
    benefit      TEXT    NOT NULL DEFAULT '' CHECK (length(benefit) <= 500),
    PRIMARY KEY (announcement, department)
) STRICT, WITHOUT ROWID;

-- When an announcement is posted, as it was typed and as it was understood: the first run, and the rule by which it
-- repeats on the wall clocks of a zone. No first run: it is posted by hand.
CREATE TABLE schedules (
    id           INTEGER PRIMARY KEY,
    announcement INTEGER NOT NULL UNIQUE REFERENCES announcements (id),
    when_text    TEXT    NOT NULL DEFAULT '' CHECK (length(when_text) <= 100),
    repeat_text  TEXT    NOT NULL DEFAULT '' CHECK (length(repeat_text) <= 100),
    first        INTEGER,
    rule         TEXT,
    zone         TEXT    NOT NULL
) STRICT;

-- One planned posting. Only the next run of a schedule has a row that waits. `late` marks one that was sent late,
-- `started` is when its deliveries were begun.
CREATE TABLE occurrences (
    id       INTEGER PRIMARY KEY,
    schedule INTEGER NOT NULL REFERENCES schedules (id),
    planned  INTEGER NOT NULL,
    state    TEXT    NOT NULL DEFAULT 'planned'
             CHECK (state IN ('planned', 'sending', 'done', 'missed', 'cancelled')),
    late     INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),
    started  INTEGER,
    UNIQUE (schedule, planned)
) STRICT;

CREATE INDEX occurrences_that_wait ON occurrences (planned) WHERE state IN ('planned', 'sending');

-- One posting to one channel. `claimed` is committed before Discord is called, so that whatever happens then can be
-- told apart: `first_claim` is the first call since the channel was last known not to hold it, `lease` the moment
-- from which it may be taken up again, `boot` the start of the program that holds it. `unsure`: a lead was asked.
CREATE TABLE deliveries (
    id          INTEGER PRIMARY KEY,
    occurrence  INTEGER NOT NULL REFERENCES occurrences (id),
    channel     INTEGER NOT NULL,
    state       TEXT    NOT NULL DEFAULT 'planned'
                CHECK (state IN ('planned', 'claimed', 'sent', 'failed', 'missed', 'unsure', 'cancelled')),
    attempt     INTEGER NOT NULL DEFAULT 0,
    first_claim INTEGER,
    lease       INTEGER,
    boot        INTEGER,
    message     INTEGER,
    code        INTEGER,
    UNIQUE (occurrence, channel),
    CHECK ((state = 'sent') = (message IS NOT NULL)),
    CHECK (state != 'claimed' OR (attempt > 0 AND first_claim IS NOT NULL AND lease IS NOT NULL AND boot IS NOT NULL))
) STRICT;

-- Channels in which Discord refused a post. Before the next one the bot looks whether it may post there again.
CREATE TABLE disabled_channels (
    channel INTEGER PRIMARY KEY,
    code    INTEGER NOT NULL,
    since   INTEGER NOT NULL
) STRICT;

-- What leads are still to be told in their channel. `occurrence`: they may send or discard it. Posted with a nonce,
-- so that a repeated attempt shows once.
CREATE TABLE notices (
    id         INTEGER PRIMARY KEY,
    text       TEXT    NOT NULL,
    occurrence INTEGER REFERENCES occurrences (id),
    state      TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'told', 'failed')),
    created_at INTEGER NOT NULL
) STRICT;

-- "Understood": named, and the button says so. Once per person and announcement.
CREATE TABLE acknowledgements (
    announcement INTEGER NOT NULL REFERENCES announcements (id),
    person       INTEGER NOT NULL,
    department   INTEGER NOT NULL REFERENCES departments (id),
    at           INTEGER NOT NULL,
    PRIMARY KEY (announcement, person)
) STRICT, WITHOUT ROWID;

-- Questions, masked, without the person. The number is random and `day` counts days since 1970, so that neither order
-- nor time leads back to whoever acknowledged just before.
CREATE TABLE questions (
    id           INTEGER PRIMARY KEY,
    announcement INTEGER NOT NULL REFERENCES announcements (id),
    department   INTEGER NOT NULL REFERENCES departments (id),
    text         TEXT    NOT NULL,
    day          INTEGER NOT NULL
) STRICT;

-- Worries: the same with a fear code; the text may be empty.
CREATE TABLE worries (
    id           INTEGER PRIMARY KEY,
    announcement INTEGER NOT NULL REFERENCES announcements (id),
    department   INTEGER NOT NULL REFERENCES departments (id),
    fear         TEXT    NOT NULL CHECK (fear IN ('turf', 'process', 'role', 'skill', 'workload', 'job_loss',
                                                  'incentive', 'tool', 'leadership', 'customer')),
    text         TEXT    NOT NULL,
    day          INTEGER NOT NULL
) STRICT;
