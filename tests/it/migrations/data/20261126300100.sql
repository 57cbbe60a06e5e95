INSERT INTO rounds (id, announcement, round, title, body, benefit, ask, author, created_at, asked_at)
VALUES (1, 1, 2, 'One list, once more', 'You will look in one place.', 'Faster offers.', '', 7001, 1793800000, 1793800100);
INSERT INTO round_departments (round, department, body, signed_by, name, signed_at)
SELECT 1, id, 'You will look in one place.', 7003, 'Ana', 1793800200 FROM departments LIMIT 1;
