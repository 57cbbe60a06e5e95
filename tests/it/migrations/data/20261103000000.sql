INSERT INTO waves (title, question_set, partition, thresholds, opens_at, closes_at, launched_by)
VALUES ('How is it going?', '{}', '[]', '{"score":5,"comment":10}', 1793000000, 1793600000, 42);
INSERT INTO wave_departments (wave, department, name, role, channel, eligible) VALUES (1, 1, 'Sales', 43, 44, 12);
INSERT INTO answers (token, wave, sealed) VALUES (zeroblob(32), 1, x'00');
INSERT INTO snapshots (wave, body) VALUES (1, '{}');
INSERT INTO comments (id, wave, sealed) VALUES (zeroblob(16), 1, x'00');
