INSERT OR IGNORE INTO delivery_departments (delivery, department)
SELECT deliveries.id, departments.id FROM deliveries, departments LIMIT 1;
