-- Leads hear once of a closed wave whose key can't be used.
ALTER TABLE waves ADD COLUMN key_lost INTEGER NOT NULL DEFAULT 0 CHECK (key_lost IN (0, 1));
