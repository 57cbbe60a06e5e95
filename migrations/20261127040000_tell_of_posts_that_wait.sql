-- The occurrence that waits for the end of quiet hours, which leads may send before that with this notice.
ALTER TABLE notices ADD COLUMN waits INTEGER REFERENCES occurrences (id);
