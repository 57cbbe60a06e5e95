INSERT INTO departure (id, since, told) VALUES (1, 1793000000, 1);
