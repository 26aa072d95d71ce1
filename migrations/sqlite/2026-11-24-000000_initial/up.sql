-- Times are milliseconds since 1970-01-01 UTC. Ids that reach a token, a Message-ID or the journal are never reused.
-- A SMALLINT named state, kind, reason, stage, policy, action or outcome is the code of an enum in the source
-- (`coded_enum`). Its CHECK leaves room, so that a new code does not rebuild the table.
-- deliveries.state: 0 queued, 1 deferred, 2 leased, 3 sent, 4 failed, 5 unknown, 6 skipped, 7 cancelled.

CREATE TABLE instance (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE site_settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
-- Indexes to rebuild after an import: name and statement.
CREATE TABLE postponed_indexes (
    name TEXT NOT NULL PRIMARY KEY,
    definition TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    address TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('editor', 'admin')),
    password_hash TEXT,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    client TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE TABLE sign_in_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
) WITHOUT ROWID;
CREATE TABLE api_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('editor', 'admin')),
    key_hash BLOB NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);
CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    actor_id BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id BIGINT,
    detail TEXT NOT NULL
);

CREATE TABLE limits (
    purpose TEXT NOT NULL,
    key BLOB NOT NULL,
    window_at BIGINT NOT NULL,
    count BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    second_at BIGINT NOT NULL,
    third_at BIGINT NOT NULL,
    PRIMARY KEY (purpose, key)
) WITHOUT ROWID;
CREATE TABLE used_challenges (
    hash BLOB NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE TABLE idempotent_answers (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    status SMALLINT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;

CREATE TABLE topics (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);
CREATE TABLE topic_slugs (
    slug TEXT NOT NULL PRIMARY KEY,
    topic_id BIGINT NOT NULL REFERENCES topics (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE newsletters (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    sender TEXT NOT NULL,
    contact TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    embed_origins TEXT NOT NULL,
    consent_wording TEXT NOT NULL,
    pending BIGINT NOT NULL,
    confirmed BIGINT NOT NULL,
    unsubscribed BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);
-- Changes to a newsletter's counters that are not yet added to its row.
CREATE TABLE newsletter_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    newsletter_id BIGINT NOT NULL,
    pending BIGINT NOT NULL,
    confirmed BIGINT NOT NULL,
    unsubscribed BIGINT NOT NULL
);
CREATE TABLE editions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    newsletter_id BIGINT NOT NULL REFERENCES newsletters (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    all_topics BOOLEAN NOT NULL,
    article_count BIGINT NOT NULL,
    window_days BIGINT NOT NULL,
    headline_link TEXT NOT NULL CHECK (headline_link IN ('canonical', 'ours')),
    track_clicks BOOLEAN NOT NULL,
    schedule TEXT,
    look TEXT,
    language TEXT,
    created_at BIGINT NOT NULL
);
CREATE TABLE edition_topics (
    edition_id BIGINT NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
    topic_id BIGINT NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    PRIMARY KEY (edition_id, topic_id)
) WITHOUT ROWID;

CREATE TABLE relays (
    name TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('ok', 'waiting', 'paused')),
    reason TEXT NOT NULL,
    updated_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE TABLE dispatches (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind SMALLINT NOT NULL CHECK (kind BETWEEN 0 AND 99),
    reference BIGINT,
    state SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 99),
    -- Why it is paused, as JSON.
    reason TEXT,
    policy SMALLINT NOT NULL CHECK (policy BETWEEN 0 AND 99),
    -- Null for the default relay.
    relay TEXT,
    boundary BIGINT NOT NULL,
    cursor BIGINT NOT NULL,
    expected BIGINT NOT NULL,
    expected_final BOOLEAN NOT NULL,
    sent BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    cancelled BIGINT NOT NULL,
    unknown BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT
);
-- Mails added to a standing dispatch and not yet counted in its row.
CREATE TABLE dispatch_additions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    dispatch_id BIGINT NOT NULL,
    expected BIGINT NOT NULL
);
CREATE TABLE dispatch_progress (
    dispatch_id BIGINT NOT NULL REFERENCES dispatches (id),
    at BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    PRIMARY KEY (dispatch_id, at)
) WITHOUT ROWID;
CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    dispatch_id BIGINT NOT NULL REFERENCES dispatches (id),
    variant SMALLINT NOT NULL,
    language TEXT NOT NULL,
    hash BLOB NOT NULL,
    return_path TEXT NOT NULL,
    subject TEXT NOT NULL,
    body BLOB NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- No foreign keys: dispatches and messages are never deleted, and the two checks per row take a third of planning.
    dispatch_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    recipient_key BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    address TEXT,
    fields TEXT NOT NULL,
    state SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 99),
    attempts SMALLINT NOT NULL,
    doubts SMALLINT NOT NULL,
    queued_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    lease_node BIGINT,
    lease_token BIGINT,
    lease_until BIGINT,
    -- When the recipient unsubscribed or was erased or suppressed, in any state. It ends further attempts.
    left_at BIGINT,
    stage SMALLINT CHECK (stage BETWEEN 0 AND 99),
    reason SMALLINT CHECK (reason BETWEEN 0 AND 99),
    reply TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    delivery_id BIGINT NOT NULL REFERENCES deliveries (id),
    at BIGINT NOT NULL,
    outcome SMALLINT NOT NULL CHECK (outcome BETWEEN 0 AND 99),
    stage SMALLINT CHECK (stage BETWEEN 0 AND 99),
    reply TEXT NOT NULL
);
CREATE TABLE suppressions (
    key BLOB NOT NULL PRIMARY KEY,
    reason SMALLINT NOT NULL CHECK (reason BETWEEN 0 AND 99),
    detail TEXT NOT NULL,
    address TEXT,
    at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE TABLE captured_mails (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    delivery_id BIGINT NOT NULL REFERENCES deliveries (id),
    at BIGINT NOT NULL,
    recipient TEXT NOT NULL,
    raw TEXT NOT NULL
);

CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    address TEXT UNIQUE,
    envelope TEXT,
    name TEXT NOT NULL,
    -- Search keys beside the address: the name in lower case, and its last word.
    name_key TEXT,
    surname_key TEXT,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    erased_at BIGINT
);
CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    subscriber_id BIGINT NOT NULL REFERENCES subscribers (id),
    -- No foreign key: newsletters are never deleted, and its check would lock their one row for every sign-up.
    newsletter_id BIGINT NOT NULL,
    state SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 99),
    created_at BIGINT NOT NULL,
    requested_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    unsubscribed_at BIGINT,
    paused_until BIGINT
);
CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    subscriber_id BIGINT NOT NULL,
    newsletter_id BIGINT,
    action SMALLINT NOT NULL CHECK (action BETWEEN 0 AND 99),
    wording TEXT NOT NULL,
    at BIGINT NOT NULL,
    client TEXT NOT NULL,
    source TEXT NOT NULL
);
CREATE TABLE link_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    envelope TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    fetched_at BIGINT,
    next_at BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    last_error TEXT NOT NULL,
    stopped BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE feed_topics (
    feed_id BIGINT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    topic_id BIGINT NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    PRIMARY KEY (feed_id, topic_id)
) WITHOUT ROWID;
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    feed_id BIGINT,
    guid TEXT NOT NULL,
    url TEXT,
    url_key TEXT,
    title_key TEXT,
    story_id BIGINT,
    content_hash BLOB NOT NULL,
    edited BOOLEAN NOT NULL,
    state SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 99),
    published_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    heat_fresh DOUBLE NOT NULL,
    heat_views DOUBLE NOT NULL,
    heat_clicks DOUBLE NOT NULL,
    rank DOUBLE NOT NULL,
    views BIGINT NOT NULL,
    clicks BIGINT NOT NULL,
    image_url TEXT,
    summary TEXT NOT NULL,
    -- Last, so that a list does not read them.
    body_markdown TEXT,
    body_html TEXT NOT NULL
);
CREATE TABLE article_slugs (
    slug TEXT NOT NULL PRIMARY KEY,
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE article_topics (
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    topic_id BIGINT NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    -- The publication time of a listed article, null otherwise; one index then serves the pages of a topic.
    listed_at BIGINT,
    PRIMARY KEY (article_id, topic_id)
) WITHOUT ROWID;
-- The words by which articles are compared, as "word:count" separated by spaces.
CREATE TABLE article_terms (
    article_id INTEGER NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    terms TEXT NOT NULL
);
CREATE TABLE article_similar (
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    similar_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    score DOUBLE NOT NULL,
    PRIMARY KEY (article_id, similar_id)
) WITHOUT ROWID;
-- New and changed articles that are not yet compared.
CREATE TABLE article_comparisons (
    article_id INTEGER NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    due_at BIGINT NOT NULL
);
CREATE TABLE signals (
    article_id BIGINT NOT NULL,
    person BLOB NOT NULL,
    hour BIGINT NOT NULL,
    kind SMALLINT NOT NULL CHECK (kind BETWEEN 0 AND 99),
    PRIMARY KEY (article_id, person, hour, kind)
) WITHOUT ROWID;
CREATE TABLE day_salts (
    day BIGINT NOT NULL PRIMARY KEY,
    salt BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    edition_id BIGINT NOT NULL REFERENCES editions (id),
    slug TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    introduction TEXT NOT NULL,
    state SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 99),
    dispatch_id BIGINT,
    scheduled_at BIGINT,
    approved_at BIGINT,
    started_at BIGINT,
    approved_content BLOB,
    held TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE TABLE digest_articles (
    digest_id BIGINT NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    pinned BOOLEAN NOT NULL,
    dropped BOOLEAN NOT NULL,
    PRIMARY KEY (digest_id, article_id)
) WITHOUT ROWID;

CREATE TABLE enquiries (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    newsletter_id BIGINT NOT NULL REFERENCES newsletters (id),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    envelope TEXT NOT NULL,
    subject TEXT NOT NULL,
    message TEXT NOT NULL,
    state SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 99),
    created_at BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE TABLE enquiry_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    enquiry_id BIGINT NOT NULL REFERENCES enquiries (id),
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX limits_by_window ON limits (window_at);
CREATE INDEX used_challenges_by_expiry ON used_challenges (expires_at);
CREATE INDEX idempotent_answers_by_date ON idempotent_answers (at);
-- The audit page filters by subject or actor and sorts by descending id.
CREATE INDEX audit_log_by_subject ON audit_log (subject, id);
CREATE INDEX audit_log_by_actor ON audit_log (actor, actor_id, id);
CREATE UNIQUE INDEX editions_once ON editions (newsletter_id, slug);
CREATE UNIQUE INDEX dispatches_once ON dispatches (kind, reference);
CREATE INDEX dispatches_live ON dispatches (id) WHERE state IN (0, 1);
CREATE UNIQUE INDEX messages_once ON messages (dispatch_id, variant, hash);
-- The recipient is first, so that this index also finds a person's deliveries: another would cost three entries a mail.
CREATE UNIQUE INDEX deliveries_once ON deliveries (recipient_key, dispatch_id, turn);
CREATE INDEX deliveries_due ON deliveries (dispatch_id, due_at) WHERE state IN (0, 1);
CREATE INDEX deliveries_leased ON deliveries (lease_until) WHERE state = 2;
CREATE INDEX deliveries_noteworthy ON deliveries (dispatch_id, state, id) WHERE state >= 4;
CREATE INDEX deliveries_by_dispatch ON deliveries (dispatch_id, id);
CREATE INDEX attempts_by_delivery ON attempts (delivery_id);
CREATE INDEX captured_mails_by_recipient ON captured_mails (recipient);
CREATE INDEX captured_mails_by_delivery ON captured_mails (delivery_id);
CREATE INDEX suppressions_by_address ON suppressions (address);
CREATE INDEX suppressions_by_date ON suppressions (at DESC, key);
CREATE INDEX subscribers_by_domain ON subscribers (substr(address, instr(address, '@') + 1), id) WHERE address IS NOT NULL;
CREATE INDEX subscribers_by_name ON subscribers (name_key, id) WHERE name_key IS NOT NULL;
CREATE INDEX subscribers_by_surname ON subscribers (surname_key, id) WHERE surname_key IS NOT NULL;
CREATE UNIQUE INDEX subscriptions_once ON subscriptions (subscriber_id, newsletter_id);
CREATE INDEX subscriptions_audience ON subscriptions (newsletter_id, state, id);
CREATE INDEX subscriptions_paused ON subscriptions (newsletter_id, paused_until) WHERE paused_until IS NOT NULL;
CREATE INDEX subscriptions_pending ON subscriptions (requested_at) WHERE state = 0;
CREATE INDEX consents_by_subscriber ON consents (subscriber_id);
CREATE INDEX feeds_due ON feeds (next_at);
CREATE UNIQUE INDEX articles_once ON articles (source, guid);
-- Public lists use the first two; the administration lists every article.
CREATE INDEX articles_by_rank ON articles (state, rank, id) WHERE story_id IS NULL;
CREATE INDEX articles_by_date ON articles (state, published_at, id) WHERE story_id IS NULL;
CREATE INDEX articles_all_by_rank ON articles (rank, id);
CREATE INDEX articles_all_by_date ON articles (published_at, id);
CREATE INDEX articles_by_source ON articles (source, published_at, id);
CREATE INDEX articles_unpublished ON articles (published_at, id) WHERE state = 1;
CREATE INDEX articles_by_story ON articles (story_id);
CREATE INDEX articles_by_url ON articles (url_key);
CREATE INDEX articles_by_title ON articles (title_key);
CREATE INDEX article_topics_by_topic ON article_topics (topic_id, listed_at, article_id);
CREATE INDEX article_similar_by_score ON article_similar (similar_id, score, article_id);
CREATE INDEX signals_by_hour ON signals (hour);
CREATE INDEX digests_by_state ON digests (state, scheduled_at);
CREATE INDEX digests_by_edition ON digests (edition_id, id);
CREATE INDEX digests_by_dispatch ON digests (dispatch_id);
CREATE INDEX digest_articles_by_article ON digest_articles (article_id);
CREATE INDEX enquiries_by_state ON enquiries (state, id);
CREATE INDEX enquiries_by_address ON enquiries (address);
CREATE INDEX enquiry_answers_by_enquiry ON enquiry_answers (enquiry_id);

-- Full-text search: the row id is the article's id. Words are stored folded, so the simplest tokenizer suffices; the
-- prefix indexes make a search for a short prefix as fast as one for a word.
CREATE VIRTUAL TABLE article_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4', tokenize = 'ascii'
);
