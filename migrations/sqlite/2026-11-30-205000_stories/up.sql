-- The words of the title, and the names and numbers with which the article begins, as "title words|names and numbers".
ALTER TABLE article_terms ADD COLUMN gist TEXT NOT NULL DEFAULT '';
-- Articles whose story an editor has decided: merged or split off by hand.
CREATE TABLE story_decisions (
    article_id INTEGER NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    decided_at BIGINT NOT NULL
);
