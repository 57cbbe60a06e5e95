-- Which departments read in a post's channel when it was posted, and managers' departments for a brief. Among how many
-- people somebody hides who says something under it goes by that: departments move, and others take their channels.
CREATE TABLE delivery_departments (
    delivery   INTEGER NOT NULL REFERENCES deliveries (id),
    department INTEGER NOT NULL REFERENCES departments (id),
    PRIMARY KEY (delivery, department)
) STRICT, WITHOUT ROWID;

-- Who reads there now is all that is known of older posts, and what counted for them until now.
INSERT INTO delivery_departments (delivery, department)
SELECT deliveries.id, departments.id FROM deliveries
JOIN occurrences ON occurrences.id = deliveries.occurrence
JOIN departments ON deliveries.channel =
    CASE WHEN occurrences.kind = 'brief' THEN departments.managers_channel ELSE departments.channel END
WHERE deliveries.state = 'sent' AND departments.state != 'removed';

-- Since when a delivery is on its way that a lead sent anew while others of its occurrence still were.
ALTER TABLE deliveries ADD COLUMN restarted_at INTEGER;
