INSERT INTO pulse_series (title, rhythm, zone, first_opens, first_closes, next_opens, started_by)
VALUES ('How is it going?', 'weeks 4', 'Europe/Berlin', 1794000000, 1794600000, 1796419200, 42);
UPDATE waves SET series = 1;
