-- What champions heard and answered. Signed: the champion's account and name stand here, and the champion is told so.
-- The texts are masked before they come here (promises.md, Champions). `filed_at` is seconds since 1970, UTC.
-- `helped` is empty until the champion has said whether the answer helped.
CREATE TABLE reports (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    filed_at      INTEGER NOT NULL,
    champion      INTEGER NOT NULL,
    champion_name TEXT    NOT NULL,
    department    INTEGER NOT NULL REFERENCES departments (id),
    kind          TEXT    NOT NULL
        CHECK (kind IN ('doubt', 'praise', 'idea', 'customer_hiccup', 'conflicting_metric')),
    about         TEXT    NOT NULL
        CHECK (about IN ('turf', 'process', 'role', 'skill', 'workload', 'job_loss', 'incentive', 'tool', 'leadership',
                         'customer')),
    severity      TEXT    NOT NULL CHECK (severity IN ('1', '2', '3')),
    heard         TEXT    NOT NULL CHECK (length(heard) > 0),
    answered      TEXT    NOT NULL,
    outcome       TEXT    NOT NULL,
    helped        TEXT    CHECK (helped IN ('yes', 'partly', 'no'))
) STRICT;

-- The playbook reads by fear, the summary by time.
CREATE INDEX reports_by_fear ON reports (about);
CREATE INDEX reports_by_time ON reports (filed_at);
