INSERT INTO approvals (announcement, revision, at_once, asked_by, asked_at) VALUES (2, 1, 0, 7001, 1793700200);
INSERT INTO notices (text, draft, created_at) VALUES ('Please have a look.', 2, 1793700200);
