-- Code of the language of an article; null if it is not recognised.
ALTER TABLE articles ADD COLUMN language TEXT;
-- The languages in which there are articles: a search looks for the stems of its words in each.
CREATE TABLE article_languages (
    language TEXT NOT NULL PRIMARY KEY
);
-- Articles that an earlier version has indexed; a worker does it again, a few at a time.
CREATE TABLE articles_to_index (
    article_id INTEGER NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO articles_to_index SELECT id FROM articles;
