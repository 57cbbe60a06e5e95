INSERT INTO wave_follow_ups (wave, channel, kind, planned, state, message, settled_at)
SELECT id, 41, 'first_reminder', opens_at + 3600, 'sent', 51, opens_at + 3601 FROM waves LIMIT 1;
INSERT INTO wave_follow_ups (wave, channel, kind, planned)
SELECT id, 41, 'second_reminder', opens_at + 7200 FROM waves LIMIT 1;
