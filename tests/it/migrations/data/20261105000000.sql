INSERT INTO reports (filed_at, champion, champion_name, department, kind, about, severity, heard, answered, outcome, helped)
VALUES (1790000000, 3002, 'Ana', 1, 'doubt', 'workload', '2', 'It comes on top.', 'We drop the old lists.', 'Relief.', 'yes'),
       (1790000100, 3002, 'Ana', 1, 'praise', 'tool', '1', 'Faster than before.', '', '', NULL);
