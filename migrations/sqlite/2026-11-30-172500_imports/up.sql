-- Each import, with what became of its rows.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- No foreign key, as in subscriptions.
    newsletter_id BIGINT NOT NULL,
    actor TEXT NOT NULL,
    actor_id BIGINT,
    file TEXT NOT NULL,
    tool TEXT NOT NULL,
    pending BIGINT NOT NULL DEFAULT 0,
    confirmed BIGINT NOT NULL DEFAULT 0,
    unsubscribed BIGINT NOT NULL DEFAULT 0,
    kept BIGINT NOT NULL DEFAULT 0,
    ended BIGINT NOT NULL DEFAULT 0,
    suppressed BIGINT NOT NULL DEFAULT 0,
    refused BIGINT NOT NULL DEFAULT 0,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    undo_asked_at BIGINT,
    undone_at BIGINT,
    removed BIGINT NOT NULL DEFAULT 0
);
-- The import that made a subscription or a suppression, so that it can be undone.
ALTER TABLE subscriptions ADD COLUMN import_id BIGINT;
ALTER TABLE suppressions ADD COLUMN import_id BIGINT;
