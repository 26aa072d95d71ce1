-- The most articles of one topic and of one source in a digest; 0 for no limit.
ALTER TABLE editions ADD COLUMN most_per_topic BIGINT NOT NULL DEFAULT 0;
ALTER TABLE editions ADD COLUMN most_per_source BIGINT NOT NULL DEFAULT 0;
