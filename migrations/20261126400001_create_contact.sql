-- What the company agreed on for contact with its departments: one row for ever. `budget` is messages per department and
-- week, none where it is off. Quiet hours are minutes of the local day, from and until; `from` later than `until` means
-- before the one and after the other. Both 0: the whole day. None: no quiet hours.
CREATE TABLE contact (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    budget         INTEGER CHECK (budget BETWEEN 1 AND 50),
    weekdays_from  INTEGER CHECK (weekdays_from BETWEEN 0 AND 1439),
    weekdays_until INTEGER CHECK (weekdays_until BETWEEN 0 AND 1439),
    weekend_from   INTEGER CHECK (weekend_from BETWEEN 0 AND 1439),
    weekend_until  INTEGER CHECK (weekend_until BETWEEN 0 AND 1439),
    CHECK ((weekdays_from IS NULL) = (weekdays_until IS NULL)),
    CHECK ((weekend_from IS NULL) = (weekend_until IS NULL))
) STRICT;

-- A lead has said that this plan is posted although it goes over the budget.
ALTER TABLE schedules ADD COLUMN over_budget INTEGER NOT NULL DEFAULT 0 CHECK (over_budget IN (0, 1));

-- What departments got lately is counted often.
CREATE INDEX occurrences_by_start ON occurrences (started) WHERE started IS NOT NULL;
