-- An article of a feed is known by feed and guid, any other by source and guid.
DROP INDEX articles_once;
CREATE UNIQUE INDEX articles_once ON articles (source, guid) WHERE feed_id IS NULL;
CREATE UNIQUE INDEX articles_of_feed ON articles (feed_id, guid);
CREATE INDEX articles_by_guid ON articles (source, guid);
ALTER TABLE articles ADD COLUMN author TEXT;
-- A removed feed keeps its articles, for the day on which it is added again.
ALTER TABLE feeds ADD COLUMN removed_at BIGINT;
