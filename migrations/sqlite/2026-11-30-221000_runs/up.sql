-- When an edition makes its digests by itself; empty: never. The column that was kept free for it allowed NULL.
ALTER TABLE editions DROP COLUMN schedule;
ALTER TABLE editions ADD COLUMN schedule TEXT NOT NULL DEFAULT '';
-- Since when: what would have been before is not made up for.
ALTER TABLE editions ADD COLUMN scheduled_since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE editions ADD COLUMN approval TEXT NOT NULL DEFAULT 'editor';
ALTER TABLE editions ADD COLUMN least_articles BIGINT NOT NULL DEFAULT 1;
ALTER TABLE editions ADD COLUMN lead_minutes BIGINT NOT NULL DEFAULT 60;

-- Each time at which an edition made a digest, or was to make one.
CREATE TABLE runs (
    edition_id BIGINT NOT NULL REFERENCES editions (id),
    -- When its digest is sent.
    at BIGINT NOT NULL,
    outcome SMALLINT NOT NULL,
    digest_id BIGINT REFERENCES digests (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, at)
) WITHOUT ROWID;
CREATE INDEX runs_digest ON runs (digest_id);
