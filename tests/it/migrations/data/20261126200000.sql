INSERT INTO replies (id, state, question, text, lead, created_at)
VALUES (1, 'answered', 'When does it start?', 'On 1 December.', 7001, 1793700000);
INSERT INTO reply_posts (reply, channel, state, created_at) VALUES (1, 9001, 'sent', 1793700000);
UPDATE questions SET reply = 1;
INSERT INTO questions (id, announcement, department, text, day) VALUES (79, NULL, NULL, 'Why now?', 20761);
