ALTER TABLE feeds DROP COLUMN removed_at;
ALTER TABLE articles DROP COLUMN author;
DROP INDEX articles_by_guid;
DROP INDEX articles_of_feed;
DROP INDEX articles_once;
CREATE UNIQUE INDEX articles_once ON articles (source, guid);
