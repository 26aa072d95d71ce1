ALTER TABLE suppressions DROP COLUMN import_id;
ALTER TABLE subscriptions DROP COLUMN import_id;
DROP TABLE imports;
