-- Since when the bot has not been in this guild: one row at most. Thirty days later the guild's folder is removed
-- (promises.md P14). `told`: Discord said so; otherwise the guild was missing when the bot connected.
CREATE TABLE departure (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    since INTEGER NOT NULL,
    told  INTEGER NOT NULL CHECK (told IN (0, 1))
) STRICT;
