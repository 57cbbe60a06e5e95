-- A pulse's post is looked after while it is open: when the bot last looked whether it still stands, and whether it was
-- made a second time after somebody had deleted it. It is never made a third time.
ALTER TABLE wave_departments ADD COLUMN looked_at INTEGER;
ALTER TABLE wave_departments ADD COLUMN reposted INTEGER NOT NULL DEFAULT 0 CHECK (reposted IN (0, 1));
