INSERT INTO announcements (id, state, title, body, benefit, ask, process, author, created_at)
VALUES (1, 'scheduled', 'One list', 'All customers in one list.', 'Faster offers.', '', 'training', 7001, 1793520000);
INSERT INTO announcement_departments (announcement, department, benefit)
SELECT 1, id, 'A line of its own.' FROM departments LIMIT 1;
INSERT INTO schedules (id, announcement, when_text, repeat_text, first, rule, zone)
VALUES (1, 1, '2026-11-03 09:00', 'daily', 1793692800, 'daily 09:00', 'Europe/Berlin');
INSERT INTO occurrences (id, schedule, planned, state, late, started) VALUES (1, 1, 1793692800, 'done', 0, 1793692801);
INSERT INTO deliveries (id, occurrence, channel, state, attempt, first_claim, lease, boot, message)
VALUES (1, 1, 9001, 'sent', 1, 1793692801, 1793692806, 42, 8001);
INSERT INTO disabled_channels (channel, code, since) VALUES (9002, 50013, 1793692801);
INSERT INTO notices (text, occurrence, created_at) VALUES ('Something to tell.', 1, 1793692802);
INSERT INTO acknowledgements (announcement, person, department, at) SELECT 1, 7002, id, 1793692900 FROM departments LIMIT 1;
INSERT INTO questions (id, announcement, department, text, day) SELECT 77, 1, id, 'When?', 20760 FROM departments LIMIT 1;
INSERT INTO worries (id, announcement, department, fear, text, day)
SELECT 78, 1, id, 'skill', '', 20760 FROM departments LIMIT 1;
