ALTER TABLE editions DROP COLUMN number_articles;
ALTER TABLE editions DROP COLUMN greeting;
ALTER TABLE newsletters DROP COLUMN return_path;
