-- What was begun is looked for at every tick, among ten thousand that wait.
CREATE INDEX occurrences_under_way ON occurrences (id) WHERE state = 'sending';
