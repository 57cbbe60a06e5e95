INSERT INTO post_changes (delivery, since) VALUES (1, 1793700100);
INSERT INTO announcements (id, state, title, author, created_at, edits) VALUES (2, 'draft', 'One list', 7001, 1793700100, 1);
INSERT INTO schedules (announcement, zone) VALUES (2, 'Europe/Berlin');
