INSERT INTO contact (id, budget, weekdays_from, weekdays_until) VALUES (1, 3, 1080, 480);
