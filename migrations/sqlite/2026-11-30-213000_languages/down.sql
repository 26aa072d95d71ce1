DROP TABLE articles_to_index;
DROP TABLE article_languages;
ALTER TABLE articles DROP COLUMN language;
