-- What a wave posts to a department's channel after its first post: at most two reminders while it is open, and what
-- the department said once it is sealed. Departments that share a channel share these rows.
-- `sending` is decided and not yet tried; `claimed` is committed before Discord is called, so that a try that a crash
-- left in doubt is looked for before it is made again; `unsure` can't be looked for, and is not made twice.
-- `not_needed`: enough people had answered. `dropped`: the wave ended first. Whoever counts what a channel got reads
-- `sent` with `settled_at`. `ended`: a reminder says that the pulse is over.
CREATE TABLE wave_follow_ups (
    id         INTEGER PRIMARY KEY,
    wave       INTEGER NOT NULL REFERENCES waves (id),
    channel    INTEGER NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('first_reminder', 'second_reminder', 'result')),
    planned    INTEGER NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'sending', 'claimed', 'sent', 'unsure',
                                                                   'not_needed', 'missed', 'failed', 'dropped')),
    message    INTEGER,
    code       INTEGER,
    settled_at INTEGER,
    ended      INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    UNIQUE (wave, channel, kind),
    CHECK ((state = 'sent') = (message IS NOT NULL)),
    CHECK ((state IN ('planned', 'sending', 'claimed')) = (settled_at IS NULL))
) STRICT;

CREATE INDEX wave_follow_ups_that_wait ON wave_follow_ups (wave) WHERE state IN ('planned', 'sending', 'claimed');
