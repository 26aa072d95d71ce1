-- What is queued waits for no clock.
UPDATE deliveries SET due_at = 0 WHERE state = 0;
-- A server has sent from this database before (src/delivery/queries/mark.rs).
INSERT INTO instance (name, value)
    SELECT 'mark-0', '0 0'::bytea WHERE EXISTS (SELECT 1 FROM dispatches WHERE sent + failed + unknown > 0);
