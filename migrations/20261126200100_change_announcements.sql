-- `revision` counts changes of text, plan and audience, so that a button or form of an older state is known as one.
-- `edits`: this draft holds changes to that announcement, which stays as it is until they are saved.
-- `changed_at`: when the text was last changed after posts had gone out. `template`: from which it was begun.
ALTER TABLE announcements ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE announcements ADD COLUMN edits INTEGER REFERENCES announcements (id);
ALTER TABLE announcements ADD COLUMN changed_at INTEGER;
ALTER TABLE announcements ADD COLUMN template TEXT;

CREATE UNIQUE INDEX announcements_one_change_each ON announcements (edits) WHERE edits IS NOT NULL AND state = 'draft';

-- Posts whose text is to be changed in its channel; a row goes once that is done, or can't be.
CREATE TABLE post_changes (
    delivery INTEGER NOT NULL PRIMARY KEY REFERENCES deliveries (id),
    since    INTEGER NOT NULL
) STRICT;
