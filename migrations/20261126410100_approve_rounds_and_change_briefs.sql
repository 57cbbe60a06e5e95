-- `revision` counts changes of a round's draft. `sought_by`, `sought_at`: a lead asked for a second lead's word on it as it is;
-- any change makes that void, and so does the second lead's answer.
ALTER TABLE rounds ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rounds ADD COLUMN sought_by INTEGER;
ALTER TABLE rounds ADD COLUMN sought_at INTEGER;

-- The draft of a round that a notice in the leads' channel asks about.
ALTER TABLE notices ADD COLUMN round INTEGER REFERENCES rounds (id);

-- Changes that are being written hold from now on when managers are briefed, too: those begun already take it over.
INSERT INTO cascades (announcement, lead_time)
SELECT changes.id, lead_time FROM announcements AS changes JOIN cascades ON cascades.announcement = changes.edits
WHERE changes.state = 'draft';
