-- What the engine read out of a champion's report, as JSON, for the figures of many reports together; empty until it was
-- read. It goes with the report. `counted` says that a pulse's frozen figures hold the report: it counts in one only.
ALTER TABLE reports ADD COLUMN reading TEXT CHECK (json_valid(reading));
ALTER TABLE reports ADD COLUMN counted INTEGER NOT NULL DEFAULT 0 CHECK (counted IN (0, 1));
