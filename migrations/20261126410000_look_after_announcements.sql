-- Posts of announcements are looked after: `looked_at` is when one was last looked for in its channel, `lost_at` when it was
-- found deleted, `reposted_at` when a lead had it posted again, which is done once.
ALTER TABLE deliveries ADD COLUMN looked_at INTEGER;
ALTER TABLE deliveries ADD COLUMN lost_at INTEGER;
ALTER TABLE deliveries ADD COLUMN reposted_at INTEGER;

-- The occurrence whose deleted posts leads may have posted again with this notice.
ALTER TABLE notices ADD COLUMN reposts INTEGER REFERENCES occurrences (id);
