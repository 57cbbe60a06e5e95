-- Among how many people somebody hid who said something under an announcement, counted when it was said: those of its
-- smallest posting so far. Leads see it from five on, and whom it is posted to later changes nothing. 0: they couldn't be
-- counted, or it was said before this was kept. Questions without an announcement don't use it.
ALTER TABLE questions ADD COLUMN among INTEGER NOT NULL DEFAULT 0 CHECK (among >= 0);
ALTER TABLE worries ADD COLUMN among INTEGER NOT NULL DEFAULT 0 CHECK (among >= 0);

-- The words of worries come to leads' eyes in steps: a worry may be read once it was one of so many.
ALTER TABLE worries ADD COLUMN readable INTEGER NOT NULL DEFAULT 0 CHECK (readable IN (0, 1));
