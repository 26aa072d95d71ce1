DROP TABLE story_decisions;
ALTER TABLE article_terms DROP COLUMN gist;
