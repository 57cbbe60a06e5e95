-- Where a notice stands whose buttons are still to be taken away, once what it asks has been decided elsewhere.
ALTER TABLE notices ADD COLUMN channel INTEGER;
ALTER TABLE notices ADD COLUMN message INTEGER CHECK ((message IS NULL) = (channel IS NULL));

-- They are looked through at every tick, among all that leads were ever told.
CREATE INDEX notices_with_buttons ON notices (id) WHERE message IS NOT NULL;
