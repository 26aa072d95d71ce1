-- Empty: the address in From.
ALTER TABLE newsletters ADD COLUMN return_path TEXT NOT NULL DEFAULT '';
ALTER TABLE editions ADD COLUMN greeting BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE editions ADD COLUMN number_articles BOOLEAN NOT NULL DEFAULT TRUE;
