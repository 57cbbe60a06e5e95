INSERT INTO company (id, timezone, language, lead_role, champion_role, leads_channel, announcements_channel)
VALUES (1, 'Europe/Berlin', 'en', 1001, 1002, 2001, NULL);

INSERT INTO departments (name, role, channel, managers_role, managers_channel, headcount, state)
VALUES ('Sales', 1003, 2002, NULL, NULL, NULL, 'active'),
       ('Legal', 1004, 2003, 1005, 2004, 4, 'frozen'),
       ('Sales', 1006, 2005, NULL, NULL, 12, 'removed');

INSERT INTO audit (at, actor, action, detail)
VALUES (1790000000, 3001, 'department.added', 'Sales'),
       (1790000060, NULL, 'department.frozen', 'Legal');
