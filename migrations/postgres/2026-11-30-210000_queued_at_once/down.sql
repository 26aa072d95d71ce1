DELETE FROM instance WHERE name LIKE 'mark-%' OR name = 'restored';
UPDATE deliveries SET due_at = queued_at WHERE state = 0;
