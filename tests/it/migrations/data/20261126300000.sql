INSERT INTO cascades (announcement, lead_time) VALUES (1, 'days 2');
INSERT INTO briefings (announcement, department, manager, held_on, attendance, at)
SELECT 1, id, 7003, '2026-11-02', 9, 1793600000 FROM departments LIMIT 1;
