DROP TABLE runs;
ALTER TABLE editions DROP COLUMN lead_minutes;
ALTER TABLE editions DROP COLUMN least_articles;
ALTER TABLE editions DROP COLUMN approval;
ALTER TABLE editions DROP COLUMN scheduled_since;
ALTER TABLE editions DROP COLUMN schedule;
ALTER TABLE editions ADD COLUMN schedule TEXT;
