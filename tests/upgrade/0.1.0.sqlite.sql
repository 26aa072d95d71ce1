-- A data set of Tidings 0.1.0, written by tests/upgrade.rs.
PRAGMA foreign_keys = OFF;
BEGIN;
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
CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL,
    run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
INSERT INTO __diesel_schema_migrations (version) VALUES ('20261124000000');
INSERT INTO instance ("name", "value") VALUES ('database-id', X'716D914DF530B8D9B712D0C9A2E2BD41982BF7BE3ECC0D53DAEF27BC4511203E');
INSERT INTO instance ("name", "value") VALUES ('suppression-key', X'74C29B10831F7B4B94A74C60AC8E3B2E987D37C0D2335F3EA057E3CFF54A8683');
INSERT INTO site_settings ("name", "value") VALUES ('imprint', '4 Rope Lane');
INSERT INTO site_settings ("name", "value") VALUES ('name', 'The Harbour Ledger');
INSERT INTO site_settings ("name", "value") VALUES ('privacy', 'We keep your address.');
INSERT INTO site_settings ("name", "value") VALUES ('tagline', 'News of Silver Harbour');
INSERT INTO site_settings ("name", "value") VALUES ('time-zone', 'Europe/Berlin');
INSERT INTO users ("id", "address", "name", "role", "password_hash", "created_at", "disabled_at") VALUES (1, 'marit@ledger.example', 'Marit', 'admin', NULL, 1796053857962, NULL);
INSERT INTO users ("id", "address", "name", "role", "password_hash", "created_at", "disabled_at") VALUES (2, 'editor@ledger.example', 'Somebody', 'editor', NULL, 1796053860315, NULL);
INSERT INTO users ("id", "address", "name", "role", "password_hash", "created_at", "disabled_at") VALUES (3, 'closed@ledger.example', 'Somebody', 'editor', NULL, 1796053860319, 1796053860322);
INSERT INTO sessions ("id", "user_id", "token_hash", "created_at", "last_seen_at", "expires_at", "client", "agent") VALUES (1, 1, X'B69BEA54AE893DC4AFA06F814F4A1F304562FBBD7C9F24462FA3824B09B821EC', 1796053857962, 1796053857962, 1796658657962, '', '');
INSERT INTO sessions ("id", "user_id", "token_hash", "created_at", "last_seen_at", "expires_at", "client", "agent") VALUES (2, 1, X'FA865A36B76FAE354D9A157A666321494F692CC61A61D3023CC1A3B6B7325E1C', 1796053860638, 1796053860638, 1796658660638, '', '');
INSERT INTO sign_in_links ("token_hash", "user_id", "expires_at", "used_at") VALUES (X'681D72F67E76BC6B3E20448F61397B0F356C1AB80FD5369B01C177EDED44A1DC', 1, 1796055657962, 1796053857962);
INSERT INTO sign_in_links ("token_hash", "user_id", "expires_at", "used_at") VALUES (X'B5605D0D7CEBF7D99E0AD7CB9135415E17D0847C5A6494A4A3F5B72032A6193B', 2, 1796055660327, NULL);
INSERT INTO sign_in_links ("token_hash", "user_id", "expires_at", "used_at") VALUES (X'C4EF17B5FB8FADFCAEE72EFA3976E6FEDC3309F472387AE0BF6F8F818E59B043', 1, 1796055660638, 1796053860638);
INSERT INTO api_keys ("id", "name", "role", "key_hash", "created_at", "last_used_at", "revoked_at") VALUES (1, 'test', 'admin', X'CF55764B2EA751014EE5999855C097459F32F35665E567C323AB5BA48B116899', 1796053857956, 1796053858002, NULL);
INSERT INTO api_keys ("id", "name", "role", "key_hash", "created_at", "last_used_at", "revoked_at") VALUES (2, 'Newsroom', 'editor', X'56459140DFFFCB255C11B4D6BEDE7970A31B633235C8E6F090C150E4109E4FC0', 1796053860335, NULL, 1796053860342);
INSERT INTO api_keys ("id", "name", "role", "key_hash", "created_at", "last_used_at", "revoked_at") VALUES (3, 'test', 'admin', X'4773D8DA33C61D386543003975D03CB44AB21F95B7C7393DB615FA109951213E', 1796053860633, 1796053860675, NULL);
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (1, 1796053857929, 'operator', NULL, 'newsletter.add', 'newsletter', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (2, 1796053857956, 'operator', NULL, 'api-key.add', 'api-key', 1, 'admin');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (3, 1796053857962, 'operator', NULL, 'user.add', 'user', 1, 'admin');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (4, 1796053857962, 'operator', NULL, 'user.make-sign-in-link', 'user', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (5, 1796053857962, 'user', 1, 'user.sign-in-by-link', 'user', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (6, 1796053857969, 'operator', NULL, 'site.change', 'site', NULL, 'name tagline time-zone privacy imprint');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (7, 1796053858004, 'api-key', 1, 'newsletter.add', 'newsletter', 2, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (8, 1796053858015, 'api-key', 1, 'newsletter.add', 'newsletter', 3, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (9, 1796053858025, 'user', 1, 'newsletter.close', 'newsletter', 3, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (10, 1796053858039, 'api-key', 1, 'article.import', 'article', NULL, '4');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (11, 1796053858053, 'api-key', 1, 'newsletter.change', 'newsletter', 2, 'topics');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (12, 1796053858066, 'user', 1, 'topic.rename', 'topic', 3, 'town');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (13, 1796053858074, 'user', 1, 'topic.merge', 'topic', 1, 'port');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (14, 1796053858080, 'user', 1, 'article.add', 'article', 5, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (15, 1796053858089, 'user', 1, 'article.change', 'article', 5, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (16, 1796053858100, 'user', 1, 'article.unpublish', 'article', 5, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (17, 1796053858107, 'user', 1, 'feed.add', 'feed', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (18, 1796053858110, 'user', 1, 'feed.fetch', 'feed', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (19, 1796053858796, 'user', 1, 'suppression.add', 'suppression', NULL, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (20, 1796053858836, 'user', 1, 'enquiry.answer', 'enquiry', 2, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (21, 1796053858849, 'user', 1, 'enquiry.close', 'enquiry', 3, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (22, 1796053860307, 'api-key', 1, 'article.import', 'article', NULL, '1');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (23, 1796053860315, 'user', 1, 'user.add', 'user', 2, 'editor');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (24, 1796053860319, 'user', 1, 'user.add', 'user', 3, 'editor');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (25, 1796053860322, 'user', 1, 'user.disable', 'user', 3, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (26, 1796053860327, 'user', 1, 'user.make-sign-in-link', 'user', 2, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (27, 1796053860335, 'user', 1, 'api-key.add', 'api-key', 2, 'editor');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (28, 1796053860342, 'user', 1, 'api-key.revoke', 'api-key', 2, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (29, 1796053860346, 'api-key', 1, 'digest.compose', 'digest', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (30, 1796053860357, 'api-key', 1, 'digest.edit', 'digest', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (31, 1796053860365, 'api-key', 1, 'digest.test', 'digest', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (32, 1796053860390, 'api-key', 1, 'digest.approve', 'digest', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (33, 1796053860390, 'api-key', 1, 'digest.send', 'digest', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (34, 1796053860478, 'operator', NULL, 'article.import', 'article', NULL, '1');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (35, 1796053860491, 'api-key', 1, 'digest.compose', 'digest', 2, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (36, 1796053860501, 'api-key', 1, 'digest.compose', 'digest', 3, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (37, 1796053860512, 'api-key', 1, 'digest.approve', 'digest', 3, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (38, 1796053860530, 'api-key', 1, 'digest.compose', 'digest', 4, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (39, 1796053860541, 'api-key', 1, 'digest.approve', 'digest', 4, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (40, 1796053860560, 'user', 1, 'digest.schedule', 'digest', 4, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (41, 1796053860633, 'operator', NULL, 'api-key.add', 'api-key', 3, 'admin');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (42, 1796053860638, 'operator', NULL, 'user.make-sign-in-link', 'user', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (43, 1796053860638, 'user', 1, 'user.sign-in-by-link', 'user', 1, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (44, 1796053860645, 'operator', NULL, 'article.import', 'article', NULL, '1');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (45, 1796053860677, 'api-key', 3, 'digest.compose', 'digest', 5, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (46, 1796053860694, 'api-key', 3, 'digest.approve', 'digest', 5, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (47, 1796053860694, 'api-key', 3, 'digest.send', 'digest', 5, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (48, 1796053860784, 'operator', NULL, 'article.import', 'article', NULL, '1');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (49, 1796053860798, 'api-key', 3, 'digest.compose', 'digest', 6, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (50, 1796053860809, 'api-key', 3, 'digest.approve', 'digest', 6, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (51, 1796053860809, 'api-key', 3, 'digest.send', 'digest', 6, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (52, 1796053860912, 'operator', NULL, 'article.import', 'article', NULL, '1');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (53, 1796053860925, 'api-key', 3, 'digest.compose', 'digest', 7, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (54, 1796053860936, 'api-key', 3, 'digest.approve', 'digest', 7, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (55, 1796053860936, 'api-key', 3, 'digest.send', 'digest', 7, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (56, 1796053861012, 'api-key', 3, 'digest.pause', 'digest', 6, '');
INSERT INTO audit_log ("id", "at", "actor", "actor_id", "action", "subject", "subject_id", "detail") VALUES (57, 1796053861021, 'api-key', 3, 'digest.cancel', 'digest', 7, '');
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'155D395F911CC97E74122F1CFD5E68E8E20590149A5525835251484C000C1085', 1796053858277, 1, 1796053858277, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'18CD519CD446E198DC9E94200FCDE8AF45BA25BA4BEF8FDE8EC3EEEDF15472BB', 1796053858151, 1, 1796053858151, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'7C3030B728801BC819786D2BF9B070BAFBEFDDFBDAE34FEACB5089312A9FCADF', 1796053858328, 1, 1796053858328, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'9561336B705342F0D80690372BB555949A4D6AE1640FD55026030A5AC0003808', 1796053858615, 1, 1796053858615, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'9781B1929A9DD9D44B37BB9290D430DE0D0B26373BA5AA872903DE636930C9C9', 1796053858380, 1, 1796053858380, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'C92D06B3981103F266A493A5CC477997988C19BDA2E4E7921F1264A51001DBE2', 1796053858669, 1, 1796053858669, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'CB51E6370F001B5260629988608F03A0A2CC87073E3EB2D482AB713DAF67B2F0', 1796053858452, 1, 1796053858452, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'D77BD466006D63DA7EE6DA7B04348AE84B6C590E889EFDF05FC81E81E3385648', 1796053858561, 1, 1796053858561, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'F6B98A48C57760371895A84F7681D4F5BEAE87470E83756E75E1D09AD0223B33', 1796053858504, 1, 1796053858504, 0, 0);
INSERT INTO limits ("purpose", "key", "window_at", "count", "last_at", "second_at", "third_at") VALUES ('mail-on-request', X'FEB585FCC13CC66695D9753D09F16B22812584C4F6309021919C6FA58EEEC3F6', 1796053858226, 1, 1796053858226, 0, 0);
INSERT INTO used_challenges ("hash", "expires_at") VALUES (X'AFAE6161D9F6F39B8CA2BA15178517643C4D189C549EAFA13B0D4D00908CAEB3', 1796055058852);
INSERT INTO idempotent_answers ("scope", "key", "body_hash", "status", "body", "at") VALUES ('1 POST /api/v1/articles', 'data-set', X'E84070EF9E1BFDAD2DFBF3ED4D75DC03ABE2EEEB0BB4C72E903769CEA1E340CC', 201, '{"articles":[{"row":1,"id":7,"outcome":"new"}],"new":1,"changed":0,"unchanged":0,"errors":[]}', 1796053860307);
INSERT INTO topics ("id", "slug", "name") VALUES (1, 'harbour', 'Harbour');
INSERT INTO topics ("id", "slug", "name") VALUES (2, 'ferries', 'Ferries');
INSERT INTO topics ("id", "slug", "name") VALUES (3, 'town', 'The Town');
INSERT INTO topic_slugs ("slug", "topic_id") VALUES ('port', 1);
INSERT INTO topic_slugs ("slug", "topic_id") VALUES ('the-town', 3);
INSERT INTO newsletters ("id", "slug", "name", "description", "sender_name", "sender", "contact", "postal_address", "language", "time_zone", "embed_origins", "consent_wording", "pending", "confirmed", "unsubscribed", "created_at", "closed_at") VALUES (1, 'morning-tide', 'The Morning Tide', 'What the town talks about.', 'The Morning Tide', 'tide@ledger.example', 'desk@ledger.example', '4 Rope Lane
Silver Harbour', 'en', 'UTC', '', '', 1, 2, 2, 1796053857929, NULL);
INSERT INTO newsletters ("id", "slug", "name", "description", "sender_name", "sender", "contact", "postal_address", "language", "time_zone", "embed_origins", "consent_wording", "pending", "confirmed", "unsubscribed", "created_at", "closed_at") VALUES (2, 'evening', 'The Evening Tide', '', 'The Evening Tide', 'evening@ledger.example', 'desk@ledger.example', '4 Rope Lane', 'en', 'UTC', 'https://www.example.org', '', 0, 4, 1, 1796053858004, NULL);
INSERT INTO newsletters ("id", "slug", "name", "description", "sender_name", "sender", "contact", "postal_address", "language", "time_zone", "embed_origins", "consent_wording", "pending", "confirmed", "unsubscribed", "created_at", "closed_at") VALUES (3, 'old', 'Old', '', 'Old', 'old@ledger.example', 'desk@ledger.example', '', 'en', 'UTC', '', '', 0, 0, 0, 1796053858015, 1796053858025);
INSERT INTO editions ("id", "newsletter_id", "slug", "name", "all_topics", "article_count", "window_days", "headline_link", "track_clicks", "schedule", "look", "language", "created_at") VALUES (1, 1, 'main', '', 1, 10, 7, 'canonical', 0, NULL, NULL, NULL, 1796053857929);
INSERT INTO editions ("id", "newsletter_id", "slug", "name", "all_topics", "article_count", "window_days", "headline_link", "track_clicks", "schedule", "look", "language", "created_at") VALUES (2, 2, 'main', '', 0, 10, 7, 'canonical', 0, NULL, NULL, NULL, 1796053858004);
INSERT INTO editions ("id", "newsletter_id", "slug", "name", "all_topics", "article_count", "window_days", "headline_link", "track_clicks", "schedule", "look", "language", "created_at") VALUES (3, 3, 'main', '', 1, 10, 7, 'canonical', 0, NULL, NULL, NULL, 1796053858015);
INSERT INTO edition_topics ("edition_id", "topic_id") VALUES (2, 1);
INSERT INTO relays ("name", "state", "reason", "updated_at") VALUES ('relay', 'ok', '', 1796053860747);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (1, 2, 0, 0, NULL, 0, NULL, 0, 0, 10, 0, 10, 0, 0, 0, 0, 1796053858151, NULL);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (2, 3, 0, 0, NULL, 0, NULL, 0, 0, 9, 0, 9, 0, 0, 0, 0, 1796053858215, NULL);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (3, 4, 0, 0, NULL, 0, NULL, 0, 0, 6, 0, 4, 0, 0, 0, 0, 1796053858800, NULL);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (4, 1, NULL, 2, NULL, 0, NULL, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1796053860365, 1796053860410);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (5, 0, 1, 2, NULL, 0, NULL, 10, 0, 1, 1, 1, 0, 0, 0, 0, 1796053860390, 1796053860464);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (6, 0, 5, 0, NULL, 0, NULL, 10, 0, 5, 1, 1, 1, 1, 0, 1, 1796053860694, NULL);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (7, 0, 6, 1, '{"kind":"editor"}', 0, NULL, 10, 0, 5, 1, 1, 0, 2, 0, 0, 1796053860809, NULL);
INSERT INTO dispatches ("id", "kind", "reference", "state", "reason", "policy", "relay", "boundary", "cursor", "expected", "expected_final", "sent", "failed", "skipped", "cancelled", "unknown", "created_at", "finished_at") VALUES (8, 0, 7, 3, NULL, 0, NULL, 10, 0, 5, 1, 1, 0, 1, 3, 0, 1796053860936, 1796053861021);
INSERT INTO dispatch_progress ("dispatch_id", "at", "sent", "failed") VALUES (5, 1796053860000, 1, 0);
INSERT INTO dispatch_progress ("dispatch_id", "at", "sent", "failed") VALUES (6, 1796053860000, 1, 1);
INSERT INTO dispatch_progress ("dispatch_id", "at", "sent", "failed") VALUES (7, 1796053860000, 1, 0);
INSERT INTO dispatch_progress ("dispatch_id", "at", "sent", "failed") VALUES (8, 1796053860000, 1, 0);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (1, 1, 0, 'en', X'168603543DCE4AFB14F9AE3B992E297CE27E56A3847699786106AAF69EDC3E6C', 'tide@ledger.example', 'Confirm your subscription to The Morning Tide', X'012719000005000F000000002E0000000100000000003E0000000300000000000E000000020000000000F4010000050400000000251500000604000000003C0200000604000000005C0000000604000000009506000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A20436F6E6669726D20796F757220737562736372697074696F6E20746F20546865204D6F726E696E6720546964650D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F65333237363064373666656236323166220D0A0D0A2D2D3D5F653332373630643736666562363231660D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A4F6E6520636C69636B20746F20676F0D0A0D0A596F752061736B656420746F207265636569766520546865204D6F726E696E67205469646520627920656D61696C2E20436F6E6669726D2074686174207468697320697320796F757220613D0D0A64647265737320616E64207468617420796F752077616E742069742E0D0A0D0A436F6E6669726D206D7920737562736372697074696F6E3A0D0A687474703A2F2F3132372E302E302E313A33393733332F636F6E6669726D2F3D0D0A0D0A0D0A496620697420776173206E6F7420796F752C20646F206E6F7468696E672E20596F752077696C6C206E6F7420626520737562736372696265642C20616E642077652077696C6C2064656C653D0D0A74652074686520726571756573742E0D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F752067657420746869732062656361757365207468697320616464726573732077617320656E746572656420696E206120666F726D2061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365730D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F653332373630643736666562363231660D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E436F6E6669726D20796F757220737562736372697074696F6E20746F20546865204D6F726E696E6720546964653C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E4F6E6520636C69636B2C20616E6420546865204D6F726E696E6720546964652077696C6C20636F6D6520746F20796F757220696E626F782E3D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E4F6E6520636C69636B20746F20676F3C2F68313E0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A3138707820302030223E3D0D0A596F752061736B656420746F207265636569766520546865204D6F726E696E67205469646520627920656D61696C2E20436F6E6669726D2074686174207468697320697320796F757220613D0D0A64647265737320616E64207468617420796F752077616E742069742E3C2F703E3C2F6469763E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33393733332F636F6E6669726D2F3D0D0A3D0D0A22207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A3134707820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D3D0D0A2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313770783B6C696E652D686569673D0D0A68743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D6465636F726174696F6E3A6E6F6E65223E436F6E6669726D206D79207375623D0D0A736372697074696F6E3C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C7020636C6173733D334422706C61696E22207374796C653D3344226D617267696E3A31367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3231703D0D0A783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F7264223E49662074686520627574746F6E20646F6573206E6F7420776F726B2C206F70656E2074683D0D0A697320616464726573733A3C62723E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F636F6E6669726D2F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E687474703A2F2F3132372E302E302E313A33393733332F3D0D0A636F6E6669726D2F3D0D0A3D0D0A3C2F613E3C2F703E0D0A3C7020636C6173733D334422706C61696E22207374796C653D3344226D617267696E3A31367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3231703D0D0A783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F7264223E496620697420776173206E6F7420796F752C20646F206E6F7468696E672E20596F7520773D0D0A696C6C206E6F7420626520737562736372696265642C20616E642077652077696C6C2064656C6574652074686520726571756573742E3C2F703E0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F752067657420746869732062656361757365207468697320616464726573732077617320656E746572656420696E206120666F726D2061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E63657322207374796C653D334422636F6C6F723A233536353234623B746578743D0D0A2D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F653332373630643736666562363231662D2D0D0A', 1796053858151);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (2, 2, 0, 'en', X'930F5472E12045F1F1263357C7A8616DD3B710F6F0E60EEC80E89B0C37F70AB6', 'tide@ledger.example', 'Welcome to The Morning Tide', X'012C19000005001D000000002E0000000100000000002C0000000300000000000E0000000200000000009200000004010000000087010000050000000000DD000000050200000000CF00000005010000000044000000050200000000071200000600000000003C0200000602000000003F02000006020000000060000000060200000000940200000601000000008E000000060200000000E402000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A2057656C636F6D6520746F20546865204D6F726E696E6720546964650D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4C6973742D49643A20546865204D6F726E696E672054696465203C6D6F726E696E672D746964652E6C65646765722E6578616D706C653E0D0A4C6973742D556E7375627363726962653A203C687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3E0D0A4C6973742D556E7375627363726962652D506F73743A204C6973742D556E7375627363726962653D4F6E652D436C69636B0D0A466565646261636B2D49443A2077656C636F6D653A6D6F726E696E672D746964653A6E6F746963653A746964696E67730D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F35313533623635333430373332663337220D0A0D0A2D2D3D5F353135336236353334303733326633370D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A57656C636F6D650D0A0D0A0D0A0D0A596F7520617265207375627363726962656420746F20546865204D6F726E696E6720546964652E20546865206E6578742069737375652077696C6C20636F6D6520746F20746869732061643D0D0A64726573732E0D0A0D0A596F752063616E2070617573652069742C206368616E676520796F7572206E616D65206F7220756E73756273637269626520617420616E792074696D652E0D0A0D0A4C6F6F6B206174206D7920707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A0D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204D6F726E696E6720546964652061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A556E7375627363726962653A0D0A687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A0D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F353135336236353334303733326633370D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E57656C636F6D6520746F20546865204D6F726E696E6720546964653C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E596F752061726520737562736372696265642E204865726520697320686F7720746F206368616E676520796F7572206D696E642E3D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E57656C636F6D653C2F68313E0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A3138707820302030223E3D0D0A3D0D0A3C2F703E3C70207374796C653D3344226D617267696E3A3138707820302030223E596F7520617265207375627363726962656420746F20546865204D6F726E696E6720546964652E2054683D0D0A65206E6578742069737375652077696C6C20636F6D6520746F207468697320616464726573732E3C2F703E3C70207374796C653D3344226D617267696E3A3138707820302030223E596F753D0D0A2063616E2070617573652069742C206368616E676520796F7572206E616D65206F7220756E73756273637269626520617420616E792074696D652E3C2F703E3C2F6469763E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A3134707820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D3D0D0A2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313770783B6C696E652D686569673D0D0A68743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D6465636F726174696F6E3A6E6F6E65223E4C6F6F6B206174206D79207072653D0D0A666572656E6365733C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C7020636C6173733D334422706C61696E22207374796C653D3344226D617267696E3A31367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3231703D0D0A783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F7264223E49662074686520627574746F6E20646F6573206E6F7420776F726B2C206F70656E2074683D0D0A697320616464726573733A3C62723E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E687474703A2F2F3132372E302E302E313A33393733332F3D0D0A707265666572656E6365732F3D0D0A3D0D0A3C2F613E3C2F703E0D0A0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204D6F726E696E6720546964652061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E556E7375627363726962653C2F613E20266E6273703B3D0D0A3D43323D4237266E6273703B203C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733D0D0A3C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F353135336236353334303733326633372D2D0D0A', 1796053858215);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (3, 1, 0, 'en', X'DEA7606876A22E43A79034D2D4CC28072452D322C93743C8B7DEF36CD414F6A3', 'evening@ledger.example', 'Confirm your subscription to The Evening Tide', X'011519000005000F00000000310000000100000000003E0000000300000000000E000000020000000000F4010000050400000000151500000604000000003C0200000604000000005C0000000604000000008306000046726F6D3A20546865204576656E696E672054696465203C6576656E696E67406C65646765722E6578616D706C653E0D0A5375626A6563743A20436F6E6669726D20796F757220737562736372697074696F6E20746F20546865204576656E696E6720546964650D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F62396638626130623237376461613665220D0A0D0A2D2D3D5F623966386261306232373764616136650D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204576656E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A4F6E6520636C69636B20746F20676F0D0A0D0A596F752061736B656420746F207265636569766520546865204576656E696E67205469646520627920656D61696C2E20436F6E6669726D2074686174207468697320697320796F757220613D0D0A64647265737320616E64207468617420796F752077616E742069742E0D0A0D0A436F6E6669726D206D7920737562736372697074696F6E3A0D0A687474703A2F2F3132372E302E302E313A33393733332F636F6E6669726D2F3D0D0A0D0A0D0A496620697420776173206E6F7420796F752C20646F206E6F7468696E672E20596F752077696C6C206E6F7420626520737562736372696265642C20616E642077652077696C6C2064656C653D0D0A74652074686520726571756573742E0D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F752067657420746869732062656361757365207468697320616464726573732077617320656E746572656420696E206120666F726D2061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365730D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A2D2D3D5F623966386261306232373764616136650D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E436F6E6669726D20796F757220737562736372697074696F6E20746F20546865204576656E696E6720546964653C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E4F6E6520636C69636B2C20616E6420546865204576656E696E6720546964652077696C6C20636F6D6520746F20796F757220696E626F782E3D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204576656E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E4F6E6520636C69636B20746F20676F3C2F68313E0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A3138707820302030223E3D0D0A596F752061736B656420746F207265636569766520546865204576656E696E67205469646520627920656D61696C2E20436F6E6669726D2074686174207468697320697320796F757220613D0D0A64647265737320616E64207468617420796F752077616E742069742E3C2F703E3C2F6469763E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33393733332F636F6E6669726D2F3D0D0A3D0D0A22207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A3134707820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D3D0D0A2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313770783B6C696E652D686569673D0D0A68743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D6465636F726174696F6E3A6E6F6E65223E436F6E6669726D206D79207375623D0D0A736372697074696F6E3C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C7020636C6173733D334422706C61696E22207374796C653D3344226D617267696E3A31367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3231703D0D0A783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F7264223E49662074686520627574746F6E20646F6573206E6F7420776F726B2C206F70656E2074683D0D0A697320616464726573733A3C62723E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F636F6E6669726D2F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E687474703A2F2F3132372E302E302E313A33393733332F3D0D0A636F6E6669726D2F3D0D0A3D0D0A3C2F613E3C2F703E0D0A3C7020636C6173733D334422706C61696E22207374796C653D3344226D617267696E3A31367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3231703D0D0A783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F7264223E496620697420776173206E6F7420796F752C20646F206E6F7468696E672E20596F7520773D0D0A696C6C206E6F7420626520737562736372696265642C20616E642077652077696C6C2064656C6574652074686520726571756573742E3C2F703E0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F752067657420746869732062656361757365207468697320616464726573732077617320656E746572656420696E206120666F726D2061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E63657322207374796C653D334422636F6C6F723A233536353234623B746578743D0D0A2D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F623966386261306232373764616136652D2D0D0A', 1796053858380);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (4, 2, 0, 'en', X'FC79B430E5717E8E64EF92C427454F8042558BBFB0D2984B3FE8184A18CF598B', 'evening@ledger.example', 'Welcome to The Evening Tide', X'011A19000005001D00000000310000000100000000002C0000000300000000000E0000000200000000008D00000004010000000082010000050000000000DD000000050200000000CF00000005010000000044000000050200000000F71100000600000000003C0200000602000000003F02000006020000000060000000060200000000940200000601000000008E000000060200000000D202000046726F6D3A20546865204576656E696E672054696465203C6576656E696E67406C65646765722E6578616D706C653E0D0A5375626A6563743A2057656C636F6D6520746F20546865204576656E696E6720546964650D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4C6973742D49643A20546865204576656E696E672054696465203C6576656E696E672E6C65646765722E6578616D706C653E0D0A4C6973742D556E7375627363726962653A203C687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3E0D0A4C6973742D556E7375627363726962652D506F73743A204C6973742D556E7375627363726962653D4F6E652D436C69636B0D0A466565646261636B2D49443A2077656C636F6D653A6576656E696E673A6E6F746963653A746964696E67730D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F62616266663132353430356532303766220D0A0D0A2D2D3D5F626162666631323534303565323037660D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204576656E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A57656C636F6D650D0A0D0A0D0A0D0A596F7520617265207375627363726962656420746F20546865204576656E696E6720546964652E20546865206E6578742069737375652077696C6C20636F6D6520746F20746869732061643D0D0A64726573732E0D0A0D0A596F752063616E2070617573652069742C206368616E676520796F7572206E616D65206F7220756E73756273637269626520617420616E792074696D652E0D0A0D0A4C6F6F6B206174206D7920707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A0D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A556E7375627363726962653A0D0A687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A0D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A2D2D3D5F626162666631323534303565323037660D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E57656C636F6D6520746F20546865204576656E696E6720546964653C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E596F752061726520737562736372696265642E204865726520697320686F7720746F206368616E676520796F7572206D696E642E3D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204576656E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E57656C636F6D653C2F68313E0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A3138707820302030223E3D0D0A3D0D0A3C2F703E3C70207374796C653D3344226D617267696E3A3138707820302030223E596F7520617265207375627363726962656420746F20546865204576656E696E6720546964652E2054683D0D0A65206E6578742069737375652077696C6C20636F6D6520746F207468697320616464726573732E3C2F703E3C70207374796C653D3344226D617267696E3A3138707820302030223E596F753D0D0A2063616E2070617573652069742C206368616E676520796F7572206E616D65206F7220756E73756273637269626520617420616E792074696D652E3C2F703E3C2F6469763E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A3134707820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D3D0D0A2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313770783B6C696E652D686569673D0D0A68743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D6465636F726174696F6E3A6E6F6E65223E4C6F6F6B206174206D79207072653D0D0A666572656E6365733C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C7020636C6173733D334422706C61696E22207374796C653D3344226D617267696E3A31367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3231703D0D0A783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F7264223E49662074686520627574746F6E20646F6573206E6F7420776F726B2C206F70656E2074683D0D0A697320616464726573733A3C62723E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E687474703A2F2F3132372E302E302E313A33393733332F3D0D0A707265666572656E6365732F3D0D0A3D0D0A3C2F613E3C2F703E0D0A0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E556E7375627363726962653C2F613E20266E6273703B3D0D0A3D43323D4237266E6273703B203C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733D0D0A3C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F626162666631323534303565323037662D2D0D0A', 1796053858443);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (5, 3, 0, 'en', X'D5F8E845847282DFCEECD3B96BF87FFC43D5593388AAD47F688724BE86BB0C73', 'tide@ledger.example', 'Enquiry: Open', X'0136140000000007000000002E0000000100000000001E0000000300000000000E000000020000000000411A000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A20456E71756972793A204F70656E0D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A20457665203C657665406578616D706C652E6F72673E0D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F35646633396334646636356237393031220D0A0D0A2D2D3D5F356466333963346466363562373930310D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A46726F6D3A20457665203C657665406578616D706C652E6F72673E0D0A5375626A6563743A204F70656E0D0A0D0A0D0A5768656E3F0D0A0D0A416E7377657220696E20546964696E67733A0D0A687474703A2F2F3132372E302E302E313A33393733332F61646D696E2F656E717569726965732F310D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F65733D0D0A20746F207468652076697369746F722E0D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F356466333963346466363562373930310D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E456E71756972793A204F70656E3C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E5768656E3F3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E46726F6D3A2045766520266C743B657665406578616D706C652E6F72672667743B3C2F703E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E5375626A6563743A204F70656E3C2F703E0D0A0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A31387078203020303B773D0D0A686974652D73706163653A7072652D6C696E65223E5768656E3F3C2F703E3C2F6469763E0D0A0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33393733332F61646D696E2F656E717569726965732F3122207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A3134703D0D0A7820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E3D0D0A732D73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578743D0D0A2D6465636F726174696F6E3A6E6F6E65223E416E7377657220696E20546964696E67733C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F653D0D0A7320746F207468652076697369746F722E3C2F703E0D0A0D0A0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F356466333963346466363562373930312D2D0D0A', 1796053858800);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (6, 3, 0, 'en', X'36FC259119206C95CEF362D03C34E58A624F6993FEA94B29016F1355C49C8E48', 'tide@ledger.example', 'Enquiry: Answered', X'013E140000000007000000002E000000010000000000220000000300000000000E0000000200000000004D1A000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A20456E71756972793A20416E7377657265640D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A20457665203C657665406578616D706C652E6F72673E0D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F30396134343336373361616165633831220D0A0D0A2D2D3D5F303961343433363733616161656338310D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A46726F6D3A20457665203C657665406578616D706C652E6F72673E0D0A5375626A6563743A20416E7377657265640D0A0D0A0D0A5768656E3F0D0A0D0A416E7377657220696E20546964696E67733A0D0A687474703A2F2F3132372E302E302E313A33393733332F61646D696E2F656E717569726965732F320D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F65733D0D0A20746F207468652076697369746F722E0D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F303961343433363733616161656338310D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E456E71756972793A20416E7377657265643C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E5768656E3F3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E46726F6D3A2045766520266C743B657665406578616D706C652E6F72672667743B3C2F703E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E5375626A6563743A20416E7377657265643C2F703E0D0A0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A31387078203020303B773D0D0A686974652D73706163653A7072652D6C696E65223E5768656E3F3C2F703E3C2F6469763E0D0A0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33393733332F61646D696E2F656E717569726965732F3222207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A3134703D0D0A7820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E3D0D0A732D73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578743D0D0A2D6465636F726174696F6E3A6E6F6E65223E416E7377657220696E20546964696E67733C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F653D0D0A7320746F207468652076697369746F722E3C2F703E0D0A0D0A0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F303961343433363733616161656338312D2D0D0A', 1796053858812);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (7, 3, 0, 'en', X'1324CE70B3163292B261C92717B0BB82939ACA9F7428FCCB725D67CF87C4A273', 'tide@ledger.example', 'Enquiry: Closed', X'013A140000000007000000002E000000010000000000200000000300000000000E000000020000000000471A000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A20456E71756972793A20436C6F7365640D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A20457665203C657665406578616D706C652E6F72673E0D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F31646466313138363936643737353030220D0A0D0A2D2D3D5F316464663131383639366437373530300D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A46726F6D3A20457665203C657665406578616D706C652E6F72673E0D0A5375626A6563743A20436C6F7365640D0A0D0A0D0A5768656E3F0D0A0D0A416E7377657220696E20546964696E67733A0D0A687474703A2F2F3132372E302E302E313A33393733332F61646D696E2F656E717569726965732F330D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F65733D0D0A20746F207468652076697369746F722E0D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F316464663131383639366437373530300D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E456E71756972793A20436C6F7365643C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E5768656E3F3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E46726F6D3A2045766520266C743B657665406578616D706C652E6F72672667743B3C2F703E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E5375626A6563743A20436C6F7365643C2F703E0D0A0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A31387078203020303B773D0D0A686974652D73706163653A7072652D6C696E65223E5768656E3F3C2F703E3C2F6469763E0D0A0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33393733332F61646D696E2F656E717569726965732F3322207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A3134703D0D0A7820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E3D0D0A732D73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578743D0D0A2D6465636F726174696F6E3A6E6F6E65223E416E7377657220696E20546964696E67733C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F653D0D0A7320746F207468652076697369746F722E3C2F703E0D0A0D0A0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F316464663131383639366437373530302D2D0D0A', 1796053858823);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (8, 3, 0, 'en', X'4BA2829E859032F03921D6CC4FF42824935D24E2CD8FDC9AC24484387627C782', 'tide@ledger.example', 'Re: Answered', X'01DB130000000007000000002E0000000100000000001D0000000300000000000E000000020000000000C419000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A2052653A20416E7377657265640D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F64626463666230316264633039373763220D0A0D0A2D2D3D5F646264636662303162646330393737630D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A0D0A0D0A4174206E696E652E0D0A0D0A3E205768656E3F0D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F752077726F746520746F20757320776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C3D0D0A65646765722E0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365730D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F646264636662303162646330393737630D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E52653A20416E7377657265643C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E4174206E696E652E3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A31387078203020303B773D0D0A686974652D73706163653A7072652D6C696E65223E4174206E696E652E3C2F703E3C2F6469763E0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C626C6F636B71756F7465207374796C653D3344226D617267696E3A313D0D0A387078203020303B70616464696E673A302030203020313670783B626F726465722D6C6566743A33707820736F6C696420233963326131303B666F6E742D7374796C653A6974616C69633B3D0D0A77686974652D73706163653A7072652D6C696E65223E5768656E3F3C2F626C6F636B71756F74653E3C2F6469763E0D0A0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F752077726F746520746F20757320776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572203D0D0A4C65646765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E63657322207374796C653D334422636F6C6F723A233536353234623B746578743D0D0A2D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F646264636662303162646330393737632D2D0D0A', 1796053858836);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (9, 4, 0, 'en', X'8D6F4C1814B410764CD5A5EC154E2DFA9A513A26E59C3D3F104C0686FF76E35D', 'tide@ledger.example', '[Test] The first tide', X'01983A0000050015000000002E000000010000000000260000000300000000000E00000002000000000092000000040100000000870100000500000000000F04000005010000000044000000050200000000811100000600000000001C2C00000601000000008E000000060200000000E402000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A205B546573745D2054686520666972737420746964650D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4C6973742D49643A20546865204D6F726E696E672054696465203C6D6F726E696E672D746964652E6C65646765722E6578616D706C653E0D0A4C6973742D556E7375627363726962653A203C687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3E0D0A4C6973742D556E7375627363726962652D506F73743A204C6973742D556E7375627363726962653D4F6E652D436C69636B0D0A466565646261636B2D49443A206D6F726E696E672D746964652D323032362D31312D33303A6D6F726E696E672D746964653A6469676573743A746964696E67730D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F30366630626266393238623531366634220D0A0D0A2D2D3D5F303666306262663932386235313666340D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A4D6F6E6461792C204E6F76656D6265722033302C20323032360D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A0D0A0D0A5265616420746869732E0D0A0D0A0D0A312E2054686520706F6F6C206F70656E730D0A54686520546F776E2C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A54686520706F6F6C206F70656E730D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F5468652D706F6F6C2D6F70656E730D0A0D0A322E204E6967687420666572726965732072657475726E0D0A466572726965732C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A4E6967687420666572726965732072657475726E0D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F4E696768742D666572726965732D72657475726E0D0A0D0A332E204F6E63650D0A4E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A4F6E63652E0D0A0D0A687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6F6E63650D0A0D0A342E204372616E6573206D6F766520776573740D0A486172626F75722C204E6F76656D6265722033302C20323032362C20517561797369646520576972650D0A0D0A54776F206F66207468656D2E0D0A0D0A687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6372616E65732D6D6F76652D776573740D0A0D0A352E205361696C7320696E20746865206261790D0A486172626F75722C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A5361696C7320696E20746865206261790D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F5361696C732D696E2D7468652D6261790D0A0D0A362E204E6967687420666572726965732072657475726E0D0A486172626F75722C204E6F76656D6265722033302C20323032362C20776972650D0A0D0A4E6967687420666572726965732072657475726E0D0A0D0A68747470733A2F2F776972652E6578616D706C652F4E696768742D666572726965732D72657475726E0D0A0D0A0D0A526561642074686973206E6577736C6574746572206F6E20746865207765623A0D0A687474703A2F2F3132372E302E302E313A33393733332F646967657374732F6D6F726E696E672D746964652D323032362D31312D33300D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204D6F726E696E6720546964652061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A556E7375627363726962653A0D0A687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A0D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F303666306262663932386235313666340D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E5B546573745D2054686520666972737420746964653C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E5265616420746869732E3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C7020636C6173733D0D0A3D3344226461746522207374796C653D3344226D617267696E3A367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F3D0D0A626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353D0D0A3635323462223E4D6F6E6461792C204E6F76656D6265722033302C20323032363C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A323670783B70616464696E672D626F74746F6D3A32367078223E3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E743D0D0A2D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D3D0D0A73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A3D0D0A627265616B2D776F7264223E3C6469763E3D0D0A3D0D0A3C2F6469763E3C70207374796C653D3344226D617267696E3A3138707820302030223E52656164203C656D3E746869733C2F656D3E2E3C2F703E0D0A3C2F6469763E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C6522207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420236464643763613B70616464696E672D3D0D0A746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C6120687265663D33442268747470733A2F2F6C65646765722E6578616D706C652F5468652D706F6F6C2D6F70656E73223E3C696D6720636C6173733D3344227769646522207374796C653D0D0A3D334422626F726465723A303B646973706C61793A626C6F636B3B6D61782D77696474683A313030253B6865696768743A6175746F3B70616464696E672D626F74746F6D3A3136707822203D0D0A7372633D33442268747470733A2F2F696D672E6578616D706C652F612E6A7067222077696474683D3344223532302220616C743D33442254686520706F6F6C206F70656E73223E3C2F613E0D0A3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3230703D0D0A783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E54686520546F776E3C2F623E20266E6273703B4E6F76656D6265722033302C3D0D0A203230323620266E6273703B6C65646765723C2F703E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E3C6120687265663D33442268747470733A2F2F6C65646765722E6578616D706C652F5468652D706F6F6C2D6F70656E7322207374796C653D0D0A3D334422636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E54686520706F6F6C206F70656E733C2F613E3C2F68313E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E54686520706F6F6C206F70656E733D0D0A3C2F703E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32307078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D33442268747470733A2F2F6C653D0D0A646765722E6578616D706C652F5468652D706F6F6C2D6F70656E7322207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A31347078203236703D0D0A783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D7365723D0D0A69663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D6465636F3D0D0A726174696F6E3A6E6F6E65223E52656164207468652061727469636C653C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E323C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F6C65646765722E6578616D706C652F4E696768742D666572726965732D72657475726E22207374796C653D334422636F6C6F723A233162316131383B3D0D0A746578742D6465636F726174696F6E3A6E6F6E65223E4E6967687420666572726965732072657475726E3C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4E696768742066657272696573203D0D0A72657475726E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A466572726965733C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B6C65646765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E333C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D334422687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6F6E636522207374796C653D334422636F6C6F723A233162316131383B746578742D64653D0D0A636F726174696F6E3A6E6F6E65223E4F6E63653C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4F6E63652E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E4E6F76656D6265722033302C203230323620266E6273703B6C65643D0D0A6765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E343C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D334422687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6372616E65732D6D6F76652D7765737422207374796C653D334422636F6C6F723A2331623D0D0A316131383B746578742D6465636F726174696F6E3A6E6F6E65223E4372616E6573206D6F766520776573743C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E54776F206F66207468656D2E3C2F3D0D0A703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B517561797369646520576972653C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E353C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F6C65646765722E6578616D706C652F5361696C732D696E2D7468652D62617922207374796C653D334422636F6C6F723A233162316131383B746578743D0D0A2D6465636F726174696F6E3A6E6F6E65223E5361696C7320696E20746865206261793C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E5361696C7320696E2074686520623D0D0A61793C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B6C65646765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E363C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F776972652E6578616D706C652F4E696768742D666572726965732D72657475726E22207374796C653D334422636F6C6F723A233162316131383B74653D0D0A78742D6465636F726174696F6E3A6E6F6E65223E4E6967687420666572726965732072657475726E3C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4E696768742066657272696573203D0D0A72657475726E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B776972653C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D626F74746F6D3A32347078223E3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D737973743D0D0A656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D68653D0D0A696768743A323170783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30223E3C6120687265663D334422687474703A2F2F313D0D0A32372E302E302E313A33393733332F646967657374732F6D6F726E696E672D746964652D323032362D31312D333022207374796C653D334422636F6C6F723A233536353234623B746578743D0D0A2D6465636F726174696F6E3A756E6465726C696E65223E526561642074686973206E6577736C6574746572206F6E20746865207765623C2F613E3C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204D6F726E696E6720546964652061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E556E7375627363726962653C2F613E20266E6273703B3D0D0A3D43323D4237266E6273703B203C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733D0D0A3C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F303666306262663932386235313666342D2D0D0A', 1796053860365);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (10, 5, 0, 'en', X'BA9D36A3C207C7FE4C488D102EB2165196F38F89BFDB7E7F7484A080AA3E9773', 'tide@ledger.example', 'The first tide', X'01913A0000050015000000002E0000000100000000001F0000000300000000000E00000002000000000092000000040100000000870100000500000000000F040000050100000000440000000502000000007A1100000600000000001C2C00000601000000008E000000060200000000E402000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A2054686520666972737420746964650D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4C6973742D49643A20546865204D6F726E696E672054696465203C6D6F726E696E672D746964652E6C65646765722E6578616D706C653E0D0A4C6973742D556E7375627363726962653A203C687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3E0D0A4C6973742D556E7375627363726962652D506F73743A204C6973742D556E7375627363726962653D4F6E652D436C69636B0D0A466565646261636B2D49443A206D6F726E696E672D746964652D323032362D31312D33303A6D6F726E696E672D746964653A6469676573743A746964696E67730D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F30366630626266393238623531366634220D0A0D0A2D2D3D5F303666306262663932386235313666340D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A4D6F6E6461792C204E6F76656D6265722033302C20323032360D0A687474703A2F2F3132372E302E302E313A33393733332F0D0A0D0A0D0A0D0A5265616420746869732E0D0A0D0A0D0A312E2054686520706F6F6C206F70656E730D0A54686520546F776E2C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A54686520706F6F6C206F70656E730D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F5468652D706F6F6C2D6F70656E730D0A0D0A322E204E6967687420666572726965732072657475726E0D0A466572726965732C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A4E6967687420666572726965732072657475726E0D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F4E696768742D666572726965732D72657475726E0D0A0D0A332E204F6E63650D0A4E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A4F6E63652E0D0A0D0A687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6F6E63650D0A0D0A342E204372616E6573206D6F766520776573740D0A486172626F75722C204E6F76656D6265722033302C20323032362C20517561797369646520576972650D0A0D0A54776F206F66207468656D2E0D0A0D0A687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6372616E65732D6D6F76652D776573740D0A0D0A352E205361696C7320696E20746865206261790D0A486172626F75722C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A5361696C7320696E20746865206261790D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F5361696C732D696E2D7468652D6261790D0A0D0A362E204E6967687420666572726965732072657475726E0D0A486172626F75722C204E6F76656D6265722033302C20323032362C20776972650D0A0D0A4E6967687420666572726965732072657475726E0D0A0D0A68747470733A2F2F776972652E6578616D706C652F4E696768742D666572726965732D72657475726E0D0A0D0A0D0A526561642074686973206E6577736C6574746572206F6E20746865207765623A0D0A687474703A2F2F3132372E302E302E313A33393733332F646967657374732F6D6F726E696E672D746964652D323032362D31312D33300D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204D6F726E696E6720546964652061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A556E7375627363726962653A0D0A687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A0D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F303666306262663932386235313666340D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E54686520666972737420746964653C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E5265616420746869732E3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3339373D0D0A33332F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C7020636C6173733D0D0A3D3344226461746522207374796C653D3344226D617267696E3A367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F3D0D0A626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353D0D0A3635323462223E4D6F6E6461792C204E6F76656D6265722033302C20323032363C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A323670783B70616464696E672D626F74746F6D3A32367078223E3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E743D0D0A2D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D3D0D0A73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A3D0D0A627265616B2D776F7264223E3C6469763E3D0D0A3D0D0A3C2F6469763E3C70207374796C653D3344226D617267696E3A3138707820302030223E52656164203C656D3E746869733C2F656D3E2E3C2F703E0D0A3C2F6469763E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C6522207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420236464643763613B70616464696E672D3D0D0A746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C6120687265663D33442268747470733A2F2F6C65646765722E6578616D706C652F5468652D706F6F6C2D6F70656E73223E3C696D6720636C6173733D3344227769646522207374796C653D0D0A3D334422626F726465723A303B646973706C61793A626C6F636B3B6D61782D77696474683A313030253B6865696768743A6175746F3B70616464696E672D626F74746F6D3A3136707822203D0D0A7372633D33442268747470733A2F2F696D672E6578616D706C652F612E6A7067222077696474683D3344223532302220616C743D33442254686520706F6F6C206F70656E73223E3C2F613E0D0A3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3230703D0D0A783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E54686520546F776E3C2F623E20266E6273703B4E6F76656D6265722033302C3D0D0A203230323620266E6273703B6C65646765723C2F703E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E3C6120687265663D33442268747470733A2F2F6C65646765722E6578616D706C652F5468652D706F6F6C2D6F70656E7322207374796C653D0D0A3D334422636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E54686520706F6F6C206F70656E733C2F613E3C2F68313E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E54686520706F6F6C206F70656E733D0D0A3C2F703E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32307078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D33442268747470733A2F2F6C653D0D0A646765722E6578616D706C652F5468652D706F6F6C2D6F70656E7322207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A31347078203236703D0D0A783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D7365723D0D0A69663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D6465636F3D0D0A726174696F6E3A6E6F6E65223E52656164207468652061727469636C653C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E323C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F6C65646765722E6578616D706C652F4E696768742D666572726965732D72657475726E22207374796C653D334422636F6C6F723A233162316131383B3D0D0A746578742D6465636F726174696F6E3A6E6F6E65223E4E6967687420666572726965732072657475726E3C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4E696768742066657272696573203D0D0A72657475726E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A466572726965733C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B6C65646765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E333C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D334422687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6F6E636522207374796C653D334422636F6C6F723A233162316131383B746578742D64653D0D0A636F726174696F6E3A6E6F6E65223E4F6E63653C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4F6E63652E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E4E6F76656D6265722033302C203230323620266E6273703B6C65643D0D0A6765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E343C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D334422687474703A2F2F3132372E302E302E313A33393733332F61727469636C65732F6372616E65732D6D6F76652D7765737422207374796C653D334422636F6C6F723A2331623D0D0A316131383B746578742D6465636F726174696F6E3A6E6F6E65223E4372616E6573206D6F766520776573743C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E54776F206F66207468656D2E3C2F3D0D0A703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B517561797369646520576972653C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E353C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F6C65646765722E6578616D706C652F5361696C732D696E2D7468652D62617922207374796C653D334422636F6C6F723A233162316131383B746578743D0D0A2D6465636F726174696F6E3A6E6F6E65223E5361696C7320696E20746865206261793C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E5361696C7320696E2074686520623D0D0A61793C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B6C65646765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E363C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F776972652E6578616D706C652F4E696768742D666572726965732D72657475726E22207374796C653D334422636F6C6F723A233162316131383B74653D0D0A78742D6465636F726174696F6E3A6E6F6E65223E4E6967687420666572726965732072657475726E3C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4E696768742066657272696573203D0D0A72657475726E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B776972653C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D626F74746F6D3A32347078223E3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D737973743D0D0A656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D68653D0D0A696768743A323170783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30223E3C6120687265663D334422687474703A2F2F313D0D0A32372E302E302E313A33393733332F646967657374732F6D6F726E696E672D746964652D323032362D31312D333022207374796C653D334422636F6C6F723A233536353234623B746578743D0D0A2D6465636F726174696F6E3A756E6465726C696E65223E526561642074686973206E6577736C6574746572206F6E20746865207765623C2F613E3C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204D6F726E696E6720546964652061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F756E7375627363726962652F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E556E7375627363726962653C2F613E20266E6273703B3D0D0A3D43323D4237266E6273703B203C6120687265663D334422687474703A2F2F3132372E302E302E313A33393733332F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733D0D0A3C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F303666306262663932386235313666342D2D0D0A', 1796053860390);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (11, 6, 0, 'en', X'5AA5155B1721C7FBE61685AA81101A041B367F1EDF5743B0EDCC96CE1ADB7CA8', 'evening@ledger.example', 'Sending', X'01E33A00000500150000000031000000010000000000180000000300000000000E0000000200000000008D0000000401000000007D01000005000000000061040000050100000000440000000502000000006D110000060000000000822C00000601000000008E000000060200000000D202000046726F6D3A20546865204576656E696E672054696465203C6576656E696E67406C65646765722E6578616D706C653E0D0A5375626A6563743A2053656E64696E670D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4C6973742D49643A20546865204576656E696E672054696465203C6576656E696E672E6C65646765722E6578616D706C653E0D0A4C6973742D556E7375627363726962653A203C687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3E0D0A4C6973742D556E7375627363726962652D506F73743A204C6973742D556E7375627363726962653D4F6E652D436C69636B0D0A466565646261636B2D49443A206576656E696E672D323032362D31312D33303A6576656E696E673A6469676573743A746964696E67730D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F65336130346365613935356463353239220D0A0D0A2D2D3D5F653361303463656139353564633532390D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204576656E696E6720546964650D0A4D6F6E6461792C204E6F76656D6265722033302C20323032360D0A687474703A2F2F3132372E302E302E313A33353932312F0D0A0D0A0D0A0D0A0D0A312E204E6967687420666572726965732072657475726E0D0A466572726965732C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A4E6967687420666572726965732072657475726E0D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F4E696768742D666572726965732D72657475726E0D0A0D0A322E204372616E6573206D6F766520776573740D0A486172626F75722C204E6F76656D6265722033302C20323032362C20517561797369646520576972650D0A0D0A54776F206F66207468656D2E0D0A0D0A687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F6372616E65732D6D6F76652D776573740D0A0D0A332E205361696C7320696E20746865206261790D0A486172626F75722C204E6F76656D6265722033302C20323032362C206C65646765720D0A0D0A5361696C7320696E20746865206261790D0A0D0A68747470733A2F2F6C65646765722E6578616D706C652F5361696C732D696E2D7468652D6261790D0A0D0A342E204E6967687420666572726965732072657475726E0D0A486172626F75722C204E6F76656D6265722033302C20323032362C20776972650D0A0D0A4E6967687420666572726965732072657475726E0D0A0D0A68747470733A2F2F776972652E6578616D706C652F4E696768742D666572726965732D72657475726E0D0A0D0A352E2053656E64696E6720626F6174730D0A486172626F75722C204E6F76656D6265722033302C20323032362C2054686520486172626F7572204C65646765720D0A0D0A53656E64696E6720626F6174732C20696E2073686F72742E0D0A0D0A687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F73656E64696E672D626F6174730D0A0D0A362E2048696768207761746572206174206E696E650D0A486172626F75722C204E6F76656D6265722033302C20323032362C2054686520486172626F7572204C65646765720D0A0D0A48696768207761746572206174206E696E652C20696E2073686F72742E0D0A0D0A687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F686967682D77617465722D61742D6E696E650D0A0D0A0D0A526561642074686973206E6577736C6574746572206F6E20746865207765623A0D0A687474703A2F2F3132372E302E302E313A33353932312F646967657374732F6576656E696E672D323032362D31312D33300D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A556E7375627363726962653A0D0A687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3D0D0A0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33353932312F707265666572656E6365732F3D0D0A0D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A2D2D3D5F653361303463656139353564633532390D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E53656E64696E673C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E4E6967687420666572726965732072657475726E3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D0D0A3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3335393D0D0A32312F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204576656E696E6720546964653C2F613E3C7020636C6173733D0D0A3D3344226461746522207374796C653D3344226D617267696E3A367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F3D0D0A626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353D0D0A3635323462223E4D6F6E6461792C204E6F76656D6265722033302C20323032363C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A323670783B70616464696E672D626F74746F6D3A32367078223E3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E743D0D0A2D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D3D0D0A73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A3D0D0A627265616B2D776F7264223E3C6469763E3D0D0A3D0D0A3C2F6469763E3C2F6469763E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C6522207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420236464643763613B70616464696E672D3D0D0A746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C6120687265663D33442268747470733A2F2F6C65646765722E6578616D706C652F4E696768742D666572726965732D72657475726E223E3C696D6720636C6173733D33442277696465223D0D0A207374796C653D334422626F726465723A303B646973706C61793A626C6F636B3B6D61782D77696474683A313030253B6865696768743A6175746F3B70616464696E672D626F74746F6D3A3D0D0A3136707822207372633D33442268747470733A2F2F696D672E6578616D706C652F612E6A7067222077696474683D3344223532302220616C743D3344224E696768742066657272696573203D0D0A72657475726E223E3C2F613E0D0A3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3230703D0D0A783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E466572726965733C2F623E20266E6273703B4E6F76656D6265722033302C203D0D0A3230323620266E6273703B6C65646765723C2F703E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E3C6120687265663D33442268747470733A2F2F6C65646765722E6578616D706C652F4E696768742D666572726965732D72657475726E2220733D0D0A74796C653D334422636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E4E6967687420666572726965732072657475726E3C2F613E3C2F68313E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4E696768742066657272696573203D0D0A72657475726E3C2F703E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32307078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D33442268747470733A2F2F6C653D0D0A646765722E6578616D706C652F4E696768742D666572726965732D72657475726E22207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A31343D0D0A707820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073613D0D0A6E732D73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B7465783D0D0A742D6465636F726174696F6E3A6E6F6E65223E52656164207468652061727469636C653C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E323C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D334422687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F6372616E65732D6D6F76652D7765737422207374796C653D334422636F6C6F723A2331623D0D0A316131383B746578742D6465636F726174696F6E3A6E6F6E65223E4372616E6573206D6F766520776573743C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E54776F206F66207468656D2E3C2F3D0D0A703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B517561797369646520576972653C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E333C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F6C65646765722E6578616D706C652F5361696C732D696E2D7468652D62617922207374796C653D334422636F6C6F723A233162316131383B746578743D0D0A2D6465636F726174696F6E3A6E6F6E65223E5361696C7320696E20746865206261793C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E5361696C7320696E2074686520623D0D0A61793C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B6C65646765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E343C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D33442268747470733A2F2F776972652E6578616D706C652F4E696768742D666572726965732D72657475726E22207374796C653D334422636F6C6F723A233162316131383B74653D0D0A78742D6465636F726174696F6E3A6E6F6E65223E4E6967687420666572726965732072657475726E3C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E4E696768742066657272696573203D0D0A72657475726E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B776972653C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E353C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D334422687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F73656E64696E672D626F61747322207374796C653D334422636F6C6F723A2331623161313D0D0A383B746578742D6465636F726174696F6E3A6E6F6E65223E53656E64696E6720626F6174733C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E53656E64696E6720626F6174732C3D0D0A20696E2073686F72742E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B54686520486172626F7572204C65646765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C652072616E6B222077696474683D3344223434222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B776964743D0D0A683A343470783B766572746963616C2D616C69676E3A746F703B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C203D0D0A2754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333470783B636F6C6F723A233963326131303B626F72643D0D0A65722D746F703A31707820736F6C696420236464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E363C2F74643E0D0A3C746420636C6173733D33442272756C65222076616C69676E3D334422746F7022207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420233D0D0A6464643763613B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A3C683220636C6173733D33442273746F727922207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A323170783B6C696E652D6865696768743A323670783B666F6E742D773D0D0A65696768743A626F6C643B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C6120683D0D0A7265663D334422687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F686967682D77617465722D61742D6E696E6522207374796C653D334422636F6C6F723A233D0D0A3162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E48696768207761746572206174206E696E653C2F613E3C2F68323E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E48696768207761746572206174203D0D0A6E696E652C20696E2073686F72742E3C2F703E0D0A3C646976207374796C653D33442270616464696E672D746F703A387078223E3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B3D0D0A666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663D0D0A3B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E3D0D0A486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203230323620266E6273703B54686520486172626F7572204C65646765723C2F703E3C2F6469763E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D626F74746F6D3A32347078223E3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D737973743D0D0A656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D68653D0D0A696768743A323170783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30223E3C6120687265663D334422687474703A2F2F313D0D0A32372E302E302E313A33353932312F646967657374732F6576656E696E672D323032362D31312D333022207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F3D0D0A726174696F6E3A756E6465726C696E65223E526561642074686973206E6577736C6574746572206F6E20746865207765623C2F613E3C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E556E7375627363726962653C2F613E20266E6273703B3D0D0A3D43323D4237266E6273703B203C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733D0D0A3C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F653361303463656139353564633532392D2D0D0A', 1796053860694);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (12, 7, 0, 'en', X'4AF64B868A53BB840E3A98B253E7653332FF51EE1432BB088AF668AE5E1CF213', 'evening@ledger.example', 'Paused', X'01721C00000500150000000031000000010000000000170000000300000000000E0000000200000000008D0000000401000000007F010000050000000000B8010000050100000000440000000502000000006F110000060000000000DB0B00000601000000008E000000060200000000D202000046726F6D3A20546865204576656E696E672054696465203C6576656E696E67406C65646765722E6578616D706C653E0D0A5375626A6563743A205061757365640D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4C6973742D49643A20546865204576656E696E672054696465203C6576656E696E672E6C65646765722E6578616D706C653E0D0A4C6973742D556E7375627363726962653A203C687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3E0D0A4C6973742D556E7375627363726962652D506F73743A204C6973742D556E7375627363726962653D4F6E652D436C69636B0D0A466565646261636B2D49443A206576656E696E672D323032362D31312D33302D323A6576656E696E673A6469676573743A746964696E67730D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F38613031626166663134633037376533220D0A0D0A2D2D3D5F386130316261666631346330373765330D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204576656E696E6720546964650D0A4D6F6E6461792C204E6F76656D6265722033302C20323032360D0A687474703A2F2F3132372E302E302E313A33353932312F0D0A0D0A0D0A0D0A0D0A312E2050617573656420626F6174730D0A486172626F75722C204E6F76656D6265722033302C20323032362C2054686520486172626F7572204C65646765720D0A0D0A50617573656420626F6174732C20696E2073686F72742E0D0A0D0A687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F7061757365642D626F6174730D0A0D0A0D0A526561642074686973206E6577736C6574746572206F6E20746865207765623A0D0A687474703A2F2F3132372E302E302E313A33353932312F646967657374732F6576656E696E672D323032362D31312D33302D320D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A556E7375627363726962653A0D0A687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3D0D0A0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33353932312F707265666572656E6365732F3D0D0A0D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A2D2D3D5F386130316261666631346330373765330D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E5061757365643C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E50617573656420626F6174732C20696E2073686F72742E3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D0D0A3D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3335393D0D0A32312F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204576656E696E6720546964653C2F613E3C7020636C6173733D0D0A3D3344226461746522207374796C653D3344226D617267696E3A367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F3D0D0A626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353D0D0A3635323462223E4D6F6E6461792C204E6F76656D6265722033302C20323032363C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A323670783B70616464696E672D626F74746F6D3A32367078223E3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E743D0D0A2D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D3D0D0A73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A3D0D0A627265616B2D776F7264223E3C6469763E3D0D0A3D0D0A3C2F6469763E3C2F6469763E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C6522207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420236464643763613B70616464696E672D3D0D0A746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A0D0A3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3230703D0D0A783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203D0D0A3230323620266E6273703B54686520486172626F7572204C65646765723C2F703E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F7061757365642D626F61747322203D0D0A7374796C653D334422636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E50617573656420626F6174733C2F613E3C2F68313E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E50617573656420626F6174732C203D0D0A696E2073686F72742E3C2F703E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32307078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33353932312F61727469636C65732F7061757365642D626F61747322207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673D0D0A3A3134707820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C3D0D0A2073616E732D73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B3D0D0A746578742D6465636F726174696F6E3A6E6F6E65223E52656164207468652061727469636C653C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D626F74746F6D3A32347078223E3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D737973743D0D0A656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D68653D0D0A696768743A323170783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30223E3C6120687265663D334422687474703A2F2F313D0D0A32372E302E302E313A33353932312F646967657374732F6576656E696E672D323032362D31312D33302D3222207374796C653D334422636F6C6F723A233536353234623B746578742D64653D0D0A636F726174696F6E3A756E6465726C696E65223E526561642074686973206E6577736C6574746572206F6E20746865207765623C2F613E3C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E556E7375627363726962653C2F613E20266E6273703B3D0D0A3D43323D4237266E6273703B203C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733D0D0A3C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F386130316261666631346330373765332D2D0D0A', 1796053860809);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (13, 8, 0, 'en', X'9F5FD3E7FE780664A1BB2B84F37F85C82817CAFDE11C4AA2DCFCFBDBF6D231D1', 'evening@ledger.example', 'Cancelled', X'01841C000005001500000000310000000100000000001A0000000300000000000E0000000200000000008D0000000401000000007F010000050000000000C10100000501000000004400000005020000000075110000060000000000E70B00000601000000008E000000060200000000D202000046726F6D3A20546865204576656E696E672054696465203C6576656E696E67406C65646765722E6578616D706C653E0D0A5375626A6563743A2043616E63656C6C65640D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A203C6465736B406C65646765722E6578616D706C653E0D0A4C6973742D49643A20546865204576656E696E672054696465203C6576656E696E672E6C65646765722E6578616D706C653E0D0A4C6973742D556E7375627363726962653A203C687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3E0D0A4C6973742D556E7375627363726962652D506F73743A204C6973742D556E7375627363726962653D4F6E652D436C69636B0D0A466565646261636B2D49443A206576656E696E672D323032362D31312D33302D333A6576656E696E673A6469676573743A746964696E67730D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F32643665306261376238343161613061220D0A0D0A2D2D3D5F326436653062613762383431616130610D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204576656E696E6720546964650D0A4D6F6E6461792C204E6F76656D6265722033302C20323032360D0A687474703A2F2F3132372E302E302E313A33353932312F0D0A0D0A0D0A0D0A0D0A312E2043616E63656C6C656420626F6174730D0A486172626F75722C204E6F76656D6265722033302C20323032362C2054686520486172626F7572204C65646765720D0A0D0A43616E63656C6C656420626F6174732C20696E2073686F72742E0D0A0D0A687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F63616E63656C6C65642D626F6174730D0A0D0A0D0A526561642074686973206E6577736C6574746572206F6E20746865207765623A0D0A687474703A2F2F3132372E302E302E313A33353932312F646967657374732F6576656E696E672D323032362D31312D33302D330D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C6564673D0D0A65722E0D0A0D0A556E7375627363726962653A0D0A687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3D0D0A0D0A0D0A4368616E676520796F757220707265666572656E6365733A0D0A687474703A2F2F3132372E302E302E313A33353932312F707265666572656E6365732F3D0D0A0D0A0D0A5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F206465736B406C65646765722E6578616D706C650D0A0D0A3420526F7065204C616E650D0A2D2D3D5F326436653062613762383431616130610D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E43616E63656C6C65643C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E43616E63656C6C656420626F6174732C20696E2073686F72742E3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D0D0A3D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D334422687474703A2F2F3132372E302E302E313A3335393D0D0A32312F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204576656E696E6720546964653C2F613E3C7020636C6173733D0D0A3D3344226461746522207374796C653D3344226D617267696E3A367078203020303B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F3D0D0A626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323070783B636F6C6F723A23353D0D0A3635323462223E4D6F6E6461792C204E6F76656D6265722033302C20323032363C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A323670783B70616464696E672D626F74746F6D3A32367078223E3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E743D0D0A2D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D3D0D0A73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A3D0D0A627265616B2D776F7264223E3C6469763E3D0D0A3D0D0A3C2F6469763E3C2F6469763E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A7078223E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D33442231303025222063656C6C70616464696E673D33442230222063656C6C73706163693D0D0A6E673D334422302220626F726465723D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A30223E3C3D0D0A74626F64793E3C74723E0D0A3C746420636C6173733D33442272756C6522207374796C653D33442270616464696E673A303B626F726465722D746F703A31707820736F6C696420236464643763613B70616464696E672D3D0D0A746F703A323270783B70616464696E672D626F74746F6D3A32327078223E0D0A0D0A3C7020636C6173733D3344226B69636B657222207374796C653D3344226D617267696E3A302030203670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365673D0D0A6F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A3230703D0D0A783B636F6C6F723A23353635323462223E3C62207374796C653D334422636F6C6F723A23396332613130223E486172626F75723C2F623E20266E6273703B4E6F76656D6265722033302C203D0D0A3230323620266E6273703B54686520486172626F7572204C65646765723C2F703E0D0A3C683120636C6173733D3344227469746C6522207374796C653D3344226D617267696E3A303B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C653D0D0A272C2047656F726769612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333770783B666F6E742D773D0D0A65696768743A626F6C643B6C65747465722D73706163696E673A2D302E3470783B636F6C6F723A233162316131383B6F766572666C6F772D777261703A616E7977686572653B776F72642D3D0D0A627265616B3A627265616B2D776F7264223E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F61727469636C65732F63616E63656C6C65642D626F61743D0D0A7322207374796C653D334422636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E43616E63656C6C656420626F6174733C2F613E3C2F68313E0D0A3C7020636C6173733D33442273756D6D61727922207374796C653D3344226D617267696E3A387078203020303B6F766572666C6F772D777261703A616E7977686572653B776F72642D62723D0D0A65616B3A627265616B2D776F72643B666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E6577203D0D0A526F6D616E272C2073657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323670783B636F6C6F723A23353635323462223E43616E63656C6C656420626F61743D0D0A732C20696E2073686F72742E3C2F703E0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32307078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D334422687474703A2F2F3132373D0D0A3D3245302E302E313A33353932312F61727469636C65732F63616E63656C6C65642D626F61747322207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B706164643D0D0A696E673A3134707820323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C204172693D0D0A616C2C2073616E732D73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A23666666663D0D0A66663B746578742D6465636F726174696F6E3A6E6F6E65223E52656164207468652061727469636C653C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E0D0A3C2F74723E3C2F74626F64793E3C2F7461626C653E3C2F74643E3C2F74723E0D0A0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D626F74746F6D3A32347078223E3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D737973743D0D0A656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D68653D0D0A696768743A323170783B636F6C6F723A233536353234623B776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30223E3C6120687265663D334422687474703A2F2F313D0D0A32372E302E302E313A33353932312F646967657374732F6576656E696E672D323032362D31312D33302D3322207374796C653D334422636F6C6F723A233536353234623B746578742D64653D0D0A636F726174696F6E3A756E6465726C696E65223E526561642074686973206E6577736C6574746572206F6E20746865207765623C2F613E3C2F703E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E596F75206765742074686973206265636175736520796F75207375627363726962656420746F20546865204576656E696E6720546964652061742054686520486172626F7572204C65643D0D0A6765722E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F756E7375627363726962652F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E556E7375627363726962653C2F613E20266E6273703B3D0D0A3D43323D4237266E6273703B203C6120687265663D334422687474703A2F2F3132372E302E302E313A33353932312F707265666572656E6365732F3D0D0A3D0D0A22207374796C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E4368616E676520796F757220707265666572656E6365733D0D0A3C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E5175657374696F6E73206F7220636F6D6D656E74733F20577269746520746F203C6120687265663D3344226D61696C746F3A6465736B406C65646765722E6578616D706C6522207374793D0D0A6C653D334422636F6C6F723A233536353234623B746578742D6465636F726174696F6E3A756E6465726C696E65223E6465736B406C65646765722E6578616D706C653C2F613E3C2F703E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F326436653062613762383431616130612D2D0D0A', 1796053860936);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (14, 3, 0, 'en', X'88B6643C0F5AF1B49C24B8F8FBAB5CF56C1F0FA108FF9523C01C234F0892C50B', 'tide@ledger.example', 'Enquiry: Queued', X'0152140000000007000000002E000000010000000000200000000300000000000E000000020000000000691A000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A20456E71756972793A205175657565640D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A20466179203C666179406578616D706C652E6F72673E0D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F30303030303030303030303030303037220D0A0D0A2D2D3D5F303030303030303030303030303030370D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A68747470733A2F2F6C65646765722E6578616D706C652F0D0A0D0A46726F6D3A20466179203C666179406578616D706C652E6F72673E0D0A5375626A6563743A205175657565640D0A0D0A0D0A497320616E79626F64792074686572653F0D0A0D0A416E7377657220696E20546964696E67733A0D0A68747470733A2F2F6C65646765722E6578616D706C652F61646D696E2F656E717569726965732F340D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F65733D0D0A20746F207468652076697369746F722E0D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F303030303030303030303030303030370D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E456E71756972793A205175657565643C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E497320616E79626F64792074686572653F3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D33442268747470733A2F2F6C65646765722E6578616D703D0D0A6C652F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E46726F6D3A2046617920266C743B666179406578616D706C652E6F72672667743B3C2F703E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E5375626A6563743A205175657565643C2F703E0D0A0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A31387078203020303B773D0D0A686974652D73706163653A7072652D6C696E65223E497320616E79626F64792074686572653F3C2F703E3C2F6469763E0D0A0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D33442268747470733A2F2F6C653D0D0A646765722E6578616D706C652F61646D696E2F656E717569726965732F3422207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A31347078203D0D0A323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D3D0D0A73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D643D0D0A65636F726174696F6E3A6E6F6E65223E416E7377657220696E20546964696E67733C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F653D0D0A7320746F207468652076697369746F722E3C2F703E0D0A0D0A0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F303030303030303030303030303030372D2D0D0A', 1796053867607);
INSERT INTO messages ("id", "dispatch_id", "variant", "language", "hash", "return_path", "subject", "body", "created_at") VALUES (15, 3, 0, 'en', X'A1D4DDE22D04A8E8DFE7F534AE13902047F12EDEE0C227E0B118E7C63568D7CE', 'tide@ledger.example', 'Enquiry: Queued', X'0152140000000007000000002E000000010000000000200000000300000000000E000000020000000000691A000046726F6D3A20546865204D6F726E696E672054696465203C74696465406C65646765722E6578616D706C653E0D0A5375626A6563743A20456E71756972793A205175657565640D0A446174653A200D0A4D6573736167652D49443A200D0A5265706C792D546F3A20466179203C666179406578616D706C652E6F72673E0D0A4175746F2D5375626D69747465643A206175746F2D67656E6572617465640D0A4D494D452D56657273696F6E3A20312E300D0A436F6E74656E742D547970653A206D756C7469706172742F616C7465726E61746976653B20626F756E646172793D223D5F30303030303030303030303030303038220D0A0D0A2D2D3D5F303030303030303030303030303030380D0A436F6E74656E742D547970653A20746578742F706C61696E3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A546865204D6F726E696E6720546964650D0A68747470733A2F2F6C65646765722E6578616D706C652F0D0A0D0A46726F6D3A20466179203C666179406578616D706C652E6F72673E0D0A5375626A6563743A205175657565640D0A0D0A0D0A497320616E79626F64792074686572653F0D0A0D0A416E7377657220696E20546964696E67733A0D0A68747470733A2F2F6C65646765722E6578616D706C652F61646D696E2F656E717569726965732F350D0A0D0A0D0A2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D2D0D0A53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F65733D0D0A20746F207468652076697369746F722E0D0A0D0A3420526F7065204C616E650D0A53696C76657220486172626F75720D0A2D2D3D5F303030303030303030303030303030380D0A436F6E74656E742D547970653A20746578742F68746D6C3B20636861727365743D7574662D380D0A436F6E74656E742D5472616E736665722D456E636F64696E673A2071756F7465642D7072696E7461626C650D0A0D0A3C21444F43545950452068746D6C3E3C68746D6C206C616E673D334422656E2220786D6C6E733D334422687474703A2F2F7777772E77332E6F72672F313939392F7868746D6C223E3C68653D0D0A61643E3C7374796C653E406D65646961206F6E6C792073637265656E20616E6420286D61782D77696474683A20353939707829207B0D0A203D32302E677574746572207B2070616464696E673A20302021696D706F7274616E743B207D0D0A203D32302E706164207B2070616464696E672D6C6566743A20323270782021696D706F7274616E743B2070616464696E672D72696768743A20323270782021696D706F7274616E743B207D0D0A203D32302E7469746C65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333370782021696D706F7274616E743B207D0D0A203D32302E6E616D65207B20666F6E742D73697A653A20323870782021696D706F7274616E743B206C696E652D6865696768743A20333270782021696D706F7274616E743B207D0D0A203D32302E72616E6B207B2077696474683A20333670782021696D706F7274616E743B20666F6E742D73697A653A20323470782021696D706F7274616E743B207D0D0A203D32302E77696465207B2077696474683A20313030252021696D706F7274616E743B207D0D0A7D20406D656469612028707265666572732D636F6C6F722D736368656D653A206461726B29207B0D0A203D3230626F64792C202E6F75746572207B206261636B67726F756E642D636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E73686565742C202E666F6F74207B206261636B67726F756E642D636F6C6F723A20233161313931372021696D706F7274616E743B207D0D0A203D32302E7065656B207B20636F6C6F723A20233066306530642021696D706F7274616E743B207D0D0A203D32302E68656164207B20626F726465722D626F74746F6D2D636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E6E616D652C202E70726F73652C202E70726F73652068312C202E70726F73652068322C202E70726F73652068332C202E7469746C652C202E73746F72792C202E73746F7279203D0D0A612C202E7469746C652061207B20636F6C6F723A20236563653864662021696D706F7274616E743B207D0D0A203D32302E646174652C202E6B69636B65722C202E73756D6D6172792C202E706C61696E2C202E706C61696E20612C202E666F6F7420702C202E666F6F742061207B20636F6C6F723A20233D0D0A6239623361372021696D706F7274616E743B207D0D0A203D32302E6B69636B657220622C202E72616E6B2C202E70726F73652061207B20636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E70726F736520626C6F636B71756F7465207B20626F726465722D6C6566742D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E72756C652C202E666F6F74207B20626F726465722D746F702D636F6C6F723A20233361333733322021696D706F7274616E743B207D0D0A203D32302E627574746F6E207B206261636B67726F756E642D636F6C6F723A20236666396237642021696D706F7274616E743B207D0D0A203D32302E627574746F6E2061207B20636F6C6F723A20233164306130342021696D706F7274616E743B207D0D0A7D203C2F7374796C653E0D0A3C6D65746120636861727365743D3344227574662D38223E0D0A3C6D657461206E616D653D33442276696577706F72742220636F6E74656E743D33442277696474683D33446465766963652D77696474682C20696E697469616C2D7363616C653D334431223D0D0A3E0D0A3C6D657461206E616D653D334422782D6170706C652D64697361626C652D6D6573736167652D7265666F726D617474696E67223E0D0A3C6D657461206E616D653D334422666F726D61742D646574656374696F6E2220636F6E74656E743D33442274656C6570686F6E653D33446E6F2C20646174653D33446E6F2C2061646472653D0D0A73733D33446E6F2C20656D61696C3D33446E6F2C2075726C3D33446E6F223E0D0A3C6D657461206E616D653D334422636F6C6F722D736368656D652220636F6E74656E743D3344226C69676874206461726B223E0D0A3C6D657461206E616D653D334422737570706F727465642D636F6C6F722D736368656D65732220636F6E74656E743D3344226C69676874206461726B223E0D0A3C7469746C653E456E71756972793A205175657565643C2F7469746C653E0D0A0D0A3C2F686561643E0D0A3C626F6479207374796C653D3344226D617267696E3A303B70616464696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A236631656465343B636F6C6F723D0D0A3A23316231613138223E0D0A3C64697620636C6173733D3344227065656B2220617269612D68696464656E3D3344227472756522207374796C653D334422646973706C61793A6E6F6E653B6D61782D6865696768743A303D0D0A3B6D61782D77696474683A303B6F766572666C6F773A68696464656E3B6F7061636974793A303B666F6E742D73697A653A3170783B6C696E652D6865696768743A3170783B636F6C6F723A3D0D0A23663165646534223E497320616E79626F64792074686572653F3D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D38303D38373D43443D38463D45323D0D0A3D38303D38373D43443D38463D45323D38303D38373D43443D38463C2F6469763E0D0A3C7461626C6520636C6173733D3344226F757465722220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6261636B67726F756E642D636F6C6F723A23663165646534223E0D0A3C74626F64793E3C74723E3C746420636C6173733D3344226775747465722220616C69676E3D33442263656E74657222207374796C653D33442270616464696E673A3234707820313270783D0D0A223E0D0A3C212D2D5B6966206D736F5D3E3C7461626C6520726F6C653D33442270726573656E746174696F6E222077696474683D334422363030222063656C6C70616464696E673D334422302220633D0D0A656C6C73706163696E673D334422302220626F726465723D33442230223E3C74723E3C74643E3C215B656E6469665D2D2D3E0D0A3C7461626C6520636C6173733D33442273686565742220726F6C653D33442270726573656E746174696F6E2220626F726465723D33442230222077696474683D33442231303025222063653D0D0A6C6C70616464696E673D33442230222063656C6C73706163696E673D3344223022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D3D0D0A73706163696E673A303B77696474683A313030253B6D61782D77696474683A36303070783B7461626C652D6C61796F75743A66697865643B6261636B67726F756E642D636F6C6F723A23663D0D0A6666656662223E0D0A3C74626F64793E3C74723E3C746420636C6173733D334422706164206865616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B706164643D0D0A696E672D72696768743A343070783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A313870783B746578742D616C69676E3A63656E7465723B626F7264653D0D0A722D626F74746F6D3A33707820646F75626C652023316231613138223E3C6120636C6173733D3344226E616D652220687265663D33442268747470733A2F2F6C65646765722E6578616D703D0D0A6C652F22207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F726769612C202754696D6573204E657720523D0D0A6F6D616E272C2073657269663B666F6E742D73697A653A333270783B6C696E652D6865696768743A333670783B666F6E742D7765696768743A626F6C643B6C65747465722D73706163696E3D0D0A673A2D302E3570783B636F6C6F723A233162316131383B746578742D6465636F726174696F6E3A6E6F6E65223E546865204D6F726E696E6720546964653C2F613E3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D72696768743A34303D0D0A70783B70616464696E672D746F703A333070783B70616464696E672D626F74746F6D3A33347078223E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E46726F6D3A2046617920266C743B666179406578616D706C652E6F72672667743B3C2F703E0D0A3C7020636C6173733D334422706C61696E22207374796C653D334422666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A233536353234623B3D0D0A776F72642D627265616B3A627265616B2D776F72643B6D617267696E3A30203020347078223E5375626A6563743A205175657565643C2F703E0D0A0D0A3C64697620636C6173733D33442270726F736522207374796C653D334422666F6E742D66616D696C793A436861727465722C2027496F77616E204F6C64205374796C65272C2047656F72673D0D0A69612C202754696D6573204E657720526F6D616E272C2073657269663B666F6E742D73697A653A313870783B6C696E652D6865696768743A323870783B636F6C6F723A233162316131383B3D0D0A6F766572666C6F772D777261703A616E7977686572653B776F72642D627265616B3A627265616B2D776F7264223E3C70207374796C653D3344226D617267696E3A31387078203020303B773D0D0A686974652D73706163653A7072652D6C696E65223E497320616E79626F64792074686572653F3C2F703E3C2F6469763E0D0A0D0A3C7461626C6520726F6C653D33442270726573656E746174696F6E222063656C6C70616464696E673D33442230222063656C6C73706163696E673D334422302220626F726465723D3344223D0D0A3022207374796C653D334422626F726465722D636F6C6C617073653A636F6C6C617073653B626F726465722D73706163696E673A303B6D617267696E2D746F703A32367078223E3C74626F3D0D0A64793E3C74723E3C746420636C6173733D334422627574746F6E22206267636F6C6F723D3344222339633261313022207374796C653D33442270616464696E673A303B6261636B67726F753D0D0A6E642D636F6C6F723A233963326131303B626F726465722D7261646975733A3470783B746578742D616C69676E3A63656E746572223E3C6120687265663D33442268747470733A2F2F6C653D0D0A646765722E6578616D706C652F61646D696E2F656E717569726965732F3522207374796C653D334422646973706C61793A696E6C696E652D626C6F636B3B70616464696E673A31347078203D0D0A323670783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C2048656C7665746963612C20417269616C2C2073616E732D3D0D0A73657269663B666F6E742D73697A653A313770783B6C696E652D6865696768743A323270783B666F6E742D7765696768743A626F6C643B636F6C6F723A236666666666663B746578742D643D0D0A65636F726174696F6E3A6E6F6E65223E416E7377657220696E20546964696E67733C2F613E3C2F74643E3C2F74723E3C2F74626F64793E3C2F7461626C653E0D0A3C2F74643E3C2F74723E0D0A3C74723E3C746420636C6173733D33442270616420666F6F7422207374796C653D33442270616464696E673A303B70616464696E672D6C6566743A343070783B70616464696E672D7269673D0D0A68743A343070783B70616464696E672D746F703A323270783B70616464696E672D626F74746F6D3A333470783B626F726465722D746F703A31707820736F6C696420236464643763613B623D0D0A61636B67726F756E642D636F6C6F723A23666666656662223E0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E53656E7420776974682074686520636F6E7461637420666F726D2061742054686520486172626F7572204C65646765722E2041207265706C7920746F2074686973206D61696C20676F653D0D0A7320746F207468652076697369746F722E3C2F703E0D0A0D0A0D0A3C70207374796C653D3344226D617267696E3A30203020313270783B666F6E742D66616D696C793A2D6170706C652D73797374656D2C20275365676F65205549272C20526F626F746F2C203D0D0A48656C7665746963612C20417269616C2C2073616E732D73657269663B666F6E742D73697A653A313470783B6C696E652D6865696768743A323170783B636F6C6F723A23353635323462223D0D0A3E3420526F7065204C616E653C62723E53696C76657220486172626F75723C2F703E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A3C212D2D5B6966206D736F5D3E3C2F74643E3C2F74723E3C2F7461626C653E3C215B656E6469665D2D2D3E0D0A3C2F74643E3C2F74723E0D0A3C2F74626F64793E3C2F7461626C653E0D0A0D0A3C2F626F64793E3C2F68746D6C3E0D0A2D2D3D5F303030303030303030303030303030382D2D0D0A', 1796053867607);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (1, 1, 1, 1, 1796053858151, 'ann@example.org', '["","","","","wAGWhaMOzOD8MQZUYRg10IHSfEyz_A"]', 3, 1, 0, 1796053858151, 1796053858151, 1, 7419740157001528753, 1796053948178, NULL, 10, NULL, 'captured', 1796053858203);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (2, 2, 2, 1, 1796053858215, 'ann@example.org', '["Dear A Reader,","wAEnaU35HWnBKSLm1g_bsqyM","wAEA-V5xmYWkPCFzPmFCGF3i1Q","",""]', 3, 1, 0, 1796053858215, 1796053858215, 1, 7056031925983607165, 1796053948220, NULL, 10, NULL, 'captured', 1796053858246);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (3, 1, 1, 2, 1796053858226, 'ben@example.org', '["","","","","wAKWhaMOgoK5XUtavhw1t-2SjBffsQ"]', 3, 1, 0, 1796053858226, 1796053858226, 1, 8414173811604254965, 1796053948231, NULL, 10, NULL, 'captured', 1796053858246);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (4, 2, 2, 2, 1796053858268, 'ben@example.org', '["Dear A Reader,","wAJzPWtZz9_x-ucb6tVaiMNE","wAIAvbuZvfV6w0wqzwGH7Y1PcQ","",""]', 3, 1, 0, 1796053858268, 1796053858268, 1, 390118069053743347, 1796053948272, NULL, 10, NULL, 'captured', 1796053858298);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (5, 1, 1, 3, 1796053858277, 'cora@example.org', '["","","","","wAOWhaMOJuY48vZPCHRtD8y6Nf5Npw"]', 3, 1, 0, 1796053858277, 1796053858277, 1, 5934152153033644765, 1796053948282, NULL, 10, NULL, 'captured', 1796053858298);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (6, 2, 2, 3, 1796053858320, 'cora@example.org', '["Dear A Reader,","wAPmPIaclmj-Mu5kSWCzo1OJ","wAMA0WUYMCxGYclpyMQebDeKXw","",""]', 3, 1, 0, 1796053858320, 1796053858320, 1, 369111153575814306, 1796053948325, NULL, 10, NULL, 'captured', 1796053858352);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (7, 1, 1, 4, 1796053858328, NULL, '[]', 3, 1, 0, 1796053858328, 1796053858328, 1, 4426171096931815016, 1796053948330, NULL, 10, NULL, '', 1796053858352);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (8, 2, 2, 4, 1796053858370, NULL, '[]', 3, 1, 0, 1796053858370, 1796053858370, 1, 5681973644842808643, 1796053948377, NULL, 10, NULL, '', 1796053858402);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (9, 1, 3, 5, 1796053858380, 'good@example.org', '["","","","","wAWWhaMOX9z79tbnY6JozpDj561HtA"]', 3, 1, 0, 1796053858380, 1796053858380, 1, 7182280641339120453, 1796053948403, NULL, 10, NULL, 'captured', 1796053858428);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (10, 2, 4, 5, 1796053858443, 'good@example.org', '["Dear A Reader,","wAW8NXJsIWXy3TwT3sZlJdkz","wAUAZU0YM7xGRCS_pA8XNv1K8g","",""]', 3, 1, 0, 1796053858443, 1796053858443, 1, 4751580591937294024, 1796053948448, NULL, 10, NULL, 'captured', 1796053858472);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (11, 1, 3, 6, 1796053858452, 'tempfail@example.org', '["","","","","wAaWhaMOtg6TVGHiZae8fITOLX6rpQ"]', 3, 1, 0, 1796053858452, 1796053858452, 1, 3773746853307395050, 1796053948456, NULL, 10, NULL, 'captured', 1796053858472);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (12, 2, 4, 6, 1796053858495, 'tempfail@example.org', '["Dear A Reader,","wAZNEiLpXpGITlmCGyemIKiU","wAYAjTKD8n5s8QoN_B58xhEvoA","",""]', 3, 1, 0, 1796053858495, 1796053858495, 1, 2676106469445041634, 1796053948500, NULL, 10, NULL, 'captured', 1796053858524);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (13, 1, 3, 7, 1796053858504, 'tempfail-leaver@example.org', '["","","","","wAeWhaMOoeqrW_g3mt-ExURKs91SBg"]', 3, 1, 0, 1796053858504, 1796053858504, 1, 4371226202620422312, 1796053948508, NULL, 10, NULL, 'captured', 1796053858524);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (14, 2, 4, 7, 1796053858553, 'tempfail-leaver@example.org', '["Dear A Reader,","wAfTNAph8KfAlHI7biDFiB_t","wAcAtYSTOliFFiomDT3FpwnJaA","",""]', 3, 1, 0, 1796053858553, 1796053858553, 1, 8644906517651776595, 1796053948557, NULL, 10, NULL, 'captured', 1796053858584);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (15, 1, 3, 8, 1796053858561, 'permfail@example.org', '["","","","","wAiWhaMOmWbWC0WEI9kENUC7ZHxSog"]', 3, 1, 0, 1796053858561, 1796053858561, 1, 3997602545728346029, 1796053948563, NULL, 10, NULL, 'captured', 1796053858584);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (16, 2, 4, 8, 1796053858607, 'permfail@example.org', '["Dear A Reader,","wAhudj9MBE2S1aiEdj6uGi6h","wAgA25u5VsXZBFUSR2nfYWafaQ","",""]', 3, 1, 0, 1796053858607, 1796053858607, 1, 2909290174682627744, 1796053948612, NULL, 10, NULL, 'captured', 1796053858637);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (17, 1, 3, 9, 1796053858615, 'drop@example.org', '["","","","","wAmWhaMOVD3FSJ0qoLkY0KZFFSSG_A"]', 3, 1, 0, 1796053858615, 1796053858615, 1, 7488296187393375200, 1796053948620, NULL, 10, NULL, 'captured', 1796053858637);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (18, 2, 4, 9, 1796053858662, 'drop@example.org', '["Dear A Reader,","wAkW7BKdjSjsyfbZCX2hoaFG","wAkA6rQFPHRbRPXeptr7_tHmaA","",""]', 3, 1, 0, 1796053858662, 1796053858662, 1, 8667524068548559163, 1796053948666, NULL, 10, NULL, 'captured', 1796053858690);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (19, 1, 1, 10, 1796053858669, 'pending@example.org', '["","","","","wAqWhaMOVbIt7MCI7QI_ynM8BRI5ew"]', 3, 1, 0, 1796053858669, 1796053858669, 1, 1348915713552273509, 1796053948673, NULL, 10, NULL, 'captured', 1796053858690);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (20, 3, 5, 0, 1000, 'desk@ledger.example', '[]', 3, 1, 0, 1796053858800, 1796053858800, 1, 6949514210623418905, 1796053948810, NULL, 10, NULL, 'captured', 1796053858833);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (21, 3, 6, 0, 2000, 'desk@ledger.example', '[]', 3, 1, 0, 1796053858812, 1796053858812, 1, 3303302580040148235, 1796053948820, NULL, 10, NULL, 'captured', 1796053858833);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (22, 3, 7, 0, 3000, 'desk@ledger.example', '[]', 3, 1, 0, 1796053858823, 1796053858823, 1, 3096446337871634836, 1796053948830, NULL, 10, NULL, 'captured', 1796053858833);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (23, 3, 8, 0, 2001, 'eve@example.org', '[]', 3, 1, 0, 1796053858836, 1796053858836, 1, 689944130561728262, 1796053948844, NULL, 10, NULL, 'captured', 1796053858869);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (24, 4, 9, 0, 0, 'desk@ledger.example', '["Dear Reader,","test","test","test","test"]', 3, 1, 0, 1796053860365, 1796053860365, 1, 9027387850528419152, 1796053950385, NULL, 10, NULL, 'captured', 1796053860410);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (25, 5, 10, 1, 0, 'ann@example.org', '["Dear A Reader,","wAEnaU35HWnBKSLm1g_bsqyM","wAEA-V5xmYWkPCFzPmFCGF3i1Q","wAEBkVv_RetyRauJrt6UMQxDCQ",""]', 3, 1, 0, 1796053860390, 1796053860390, 1, 7797229248728164229, 1796053950434, NULL, 10, NULL, 'captured', 1796053860464);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (26, 6, 11, 5, 0, 'good@example.org', '["Dear A Reader,","wAW8NXJsIWXy3TwT3sZlJdkz","wAUAZU0YM7xGRCS_pA8XNv1K8g","wAUFg8xiQt_RV06_iOlTHtVaFQ",""]', 3, 1, 0, 1796053860694, 1796053860694, 1, 584685363115829036, 1796053950740, NULL, 10, NULL, '250 2.0.0 accepted', 1796053860769);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (27, 6, 11, 6, 0, 'tempfail@example.org', '["Dear A Reader,","wAZNEiLpXpGITlmCGyemIKiU","wAYAjTKD8n5s8QoN_B58xhEvoA","wAYF_eMA3QNvfpcImhuxcrPLAA",""]', 1, 3, 0, 1796053860769, 1796053882584, 1, 1209429741119554029, 1796053957527, NULL, 8, 4, '451 4.3.0 try again later', 1796053867557);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (28, 6, 11, 7, 0, 'tempfail-leaver@example.org', '["Dear A Reader,","wAfTNAph8KfAlHI7biDFiB_t","wAcAtYSTOliFFiomDT3FpwnJaA","wAcFAMvD_M8sgqk-2H-aXECgwg",""]', 6, 3, 0, 1796053860769, 1796053882585, 1, 1209429741119554029, 1796053957527, 1796053867583, 8, 9, '451 4.3.0 try again later', 1796053867583);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (29, 6, 11, 8, 0, 'permfail@example.org', '["Dear A Reader,","wAhudj9MBE2S1aiEdj6uGi6h","wAgA25u5VsXZBFUSR2nfYWafaQ","wAgFQMZ8eGaidnvsx2Gzjn17xQ",""]', 4, 1, 0, 1796053860769, 1796053860769, 1, 584685363115829036, 1796053950740, NULL, 8, 1, '550 5.1.1 no such user', 1796053860769);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (30, 6, 11, 9, 0, 'drop@example.org', '["Dear A Reader,","wAkW7BKdjSjsyfbZCX2hoaFG","wAkA6rQFPHRbRPXeptr7_tHmaA","wAkFI5WUjFu5flrlk4kkTVBEBA",""]', 5, 3, 3, 1796053860769, 1796053867557, 1, 1209429741119554029, 1796053957527, NULL, 10, 5, 'closed', 1796053867557);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (31, 7, 12, 5, 0, 'good@example.org', '["Dear A Reader,","wAW8NXJsIWXy3TwT3sZlJdkz","wAUAZU0YM7xGRCS_pA8XNv1K8g","wAUGaOmb-S0-5FXyvimEZM1XRw",""]', 3, 1, 0, 1796053860809, 1796053860809, 1, 1177515426900522812, 1796053950844, NULL, 10, NULL, '250 2.0.0 accepted', 1796053860877);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (32, 7, 12, 6, 0, 'tempfail@example.org', '["Dear A Reader,","wAZNEiLpXpGITlmCGyemIKiU","wAYAjTKD8n5s8QoN_B58xhEvoA","wAYGD2_UbWKPkUqHvMU0MRSY3w",""]', 1, 1, 0, 1796053860877, 1796053861909, 1, 1177515426900522812, 1796053950844, NULL, 8, 4, '451 4.3.0 try again later', 1796053860877);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (33, 7, 12, 7, 0, 'tempfail-leaver@example.org', '["Dear A Reader,","wAfTNAph8KfAlHI7biDFiB_t","wAcAtYSTOliFFiomDT3FpwnJaA","wAcGpqhhnAehnxtCAmeQBnjTew",""]', 6, 1, 0, 1796053860877, 1796053861910, 1, 1177515426900522812, 1796053950844, 1796053867583, 8, 9, '451 4.3.0 try again later', 1796053867583);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (34, 7, 12, 9, 0, 'drop@example.org', '["Dear A Reader,","wAkW7BKdjSjsyfbZCX2hoaFG","wAkA6rQFPHRbRPXeptr7_tHmaA","wAkGQMGX_mbEauQNnEzfDRSogw",""]', 1, 1, 1, 1796053860877, 1796053861911, 1, 1177515426900522812, 1796053950844, NULL, 10, 6, 'closed', 1796053860877);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (35, 7, 12, 8, 0, 'permfail@example.org', '["Dear A Reader,","wAhudj9MBE2S1aiEdj6uGi6h","wAgA25u5VsXZBFUSR2nfYWafaQ","wAgG8CjxuqSTU6C79-_2QHpPwQ",""]', 6, 0, 0, 1796053860809, 1796053860809, NULL, NULL, NULL, NULL, NULL, 8, '', 1796053860809);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (36, 8, 13, 5, 0, 'good@example.org', '["Dear A Reader,","wAW8NXJsIWXy3TwT3sZlJdkz","wAUAZU0YM7xGRCS_pA8XNv1K8g","wAUHpFOx6fY8XW-bYQwfqzyMhQ",""]', 3, 1, 0, 1796053860936, 1796053860936, 1, 930612087136239914, 1796053950968, NULL, 10, NULL, '250 2.0.0 accepted', 1796053860997);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (37, 8, 13, 6, 0, 'tempfail@example.org', '["Dear A Reader,","wAZNEiLpXpGITlmCGyemIKiU","wAYAjTKD8n5s8QoN_B58xhEvoA","wAYH8_eCr5rqSVFz9udZVkLsYQ",""]', 7, 1, 0, 1796053860997, 1796053862034, 1, 930612087136239914, 1796053950968, NULL, 8, 12, '451 4.3.0 try again later', 1796053861021);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (38, 8, 13, 7, 0, 'tempfail-leaver@example.org', '["Dear A Reader,","wAfTNAph8KfAlHI7biDFiB_t","wAcAtYSTOliFFiomDT3FpwnJaA","wAcHpfuzfKZL8yjJ0mC9IFKGVA",""]', 7, 1, 0, 1796053860997, 1796053862035, 1, 930612087136239914, 1796053950968, NULL, 8, 12, '451 4.3.0 try again later', 1796053861021);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (39, 8, 13, 9, 0, 'drop@example.org', '["Dear A Reader,","wAkW7BKdjSjsyfbZCX2hoaFG","wAkA6rQFPHRbRPXeptr7_tHmaA","wAkHjg2jUoiyhr6s0UNwptEXEA",""]', 7, 1, 1, 1796053860997, 1796053862036, 1, 930612087136239914, 1796053950968, NULL, 10, 12, 'closed', 1796053861021);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (40, 8, 13, 8, 0, 'permfail@example.org', '["Dear A Reader,","wAhudj9MBE2S1aiEdj6uGi6h","wAgA25u5VsXZBFUSR2nfYWafaQ","wAgHh0VMnYsY2yI31qUU3f8oFA",""]', 6, 0, 0, 1796053860936, 1796053860936, NULL, NULL, NULL, NULL, NULL, 8, '', 1796053860936);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (41, 3, 14, 0, 4000, 'desk@ledger.example', '[]', 0, 0, 0, 1796053867607, 1796053867607, NULL, NULL, NULL, NULL, NULL, NULL, '', 1796053867607);
INSERT INTO deliveries ("id", "dispatch_id", "message_id", "recipient_key", "turn", "address", "fields", "state", "attempts", "doubts", "queued_at", "due_at", "lease_node", "lease_token", "lease_until", "left_at", "stage", "reason", "reply", "updated_at") VALUES (42, 3, 15, 0, 5000, 'desk@ledger.example', '[]', 2, 0, 0, 1796053867607, 1796053867607, 1, 7, 1796140267607, NULL, NULL, NULL, '', 1796053867607);
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (1, 29, 1796053860769, 4, 8, '550 5.1.1 no such user');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (2, 27, 1796053860769, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (3, 28, 1796053860769, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (4, 30, 1796053860769, 1, 10, 'closed');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (5, 34, 1796053860877, 1, 10, 'closed');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (6, 32, 1796053860877, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (7, 33, 1796053860877, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (8, 39, 1796053860997, 1, 10, 'closed');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (9, 37, 1796053860997, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (10, 38, 1796053860997, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (11, 28, 1796053862012, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (12, 27, 1796053862012, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (13, 30, 1796053862012, 1, 10, 'closed');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (14, 30, 1796053867557, 5, 10, 'closed');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (15, 27, 1796053867557, 1, 8, '451 4.3.0 try again later');
INSERT INTO attempts ("id", "delivery_id", "at", "outcome", "stage", "reply") VALUES (16, 28, 1796053867557, 1, 8, '451 4.3.0 try again later');
INSERT INTO suppressions ("key", "reason", "detail", "address", "at") VALUES (X'C79A612FF0DD35BD8662B91F7B8CFDACEB518E09CF7BB00AA1E2078AF15CE0A2', 2, '', 'nobody@example.org', 1796053858796);
INSERT INTO suppressions ("key", "reason", "detail", "address", "at") VALUES (X'D77BD466006D63DA7EE6DA7B04348AE84B6C590E889EFDF05FC81E81E3385648', 0, '550 5.1.1 no such user', 'permfail@example.org', 1796053860769);
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (1, 1, 1796053858203, 'ann@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <ann@example.org>
Subject: Confirm your subscription to The Morning Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <1.98110deb176a80d2@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_e32760d76feb621f"

--=_e32760d76feb621f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAGWhaMOzOD8MQZUYRg10IHSfEyz_A

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_e32760d76feb621f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Morning Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Morning Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAGWhaMOzOD8MQZUYRg10IHSfEyz_A=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAGWhaMOzOD8MQZUYRg10IHSfEyz_A=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAGWhaMOzOD8MQZUYRg10IHSfEyz_A=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_e32760d76feb621f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (2, 2, 1796053858246, 'ann@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <ann@example.org>
Subject: Welcome to The Morning Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <2.6eaeae2161095a0e@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Morning Tide <morning-tide.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAEnaU35HWnBKSLm1g_bsqyM>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:morning-tide:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_5153b65340732f37"

--=_5153b65340732f37
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Morning Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q


--------------------------------------------------------------
You get this because you subscribed to The Morning Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAEnaU35HWnBKSLm1g_bsqyM

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_5153b65340732f37
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Morning Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Morning Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Morning Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAEnaU35HWnBKSLm1g_bsqyM=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_5153b65340732f37--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (3, 3, 1796053858246, 'ben@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <ben@example.org>
Subject: Confirm your subscription to The Morning Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <3.c88d62153f15213a@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_e32760d76feb621f"

--=_e32760d76feb621f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAKWhaMOgoK5XUtavhw1t-2SjBffsQ

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_e32760d76feb621f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Morning Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Morning Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAKWhaMOgoK5XUtavhw1t-2SjBffsQ=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAKWhaMOgoK5XUtavhw1t-2SjBffsQ=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAKWhaMOgoK5XUtavhw1t-2SjBffsQ=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_e32760d76feb621f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (4, 4, 1796053858298, 'ben@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <ben@example.org>
Subject: Welcome to The Morning Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <4.7eeeadc1d2e548ac@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Morning Tide <morning-tide.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAJzPWtZz9_x-ucb6tVaiMNE>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:morning-tide:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_5153b65340732f37"

--=_5153b65340732f37
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Morning Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAIAvbuZvfV6w0wqzwGH7Y1PcQ


--------------------------------------------------------------
You get this because you subscribed to The Morning Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAJzPWtZz9_x-ucb6tVaiMNE

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAIAvbuZvfV6w0wqzwGH7Y1PcQ

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_5153b65340732f37
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Morning Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Morning Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAIAvbuZvfV6w0wqzwGH7Y1PcQ=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAIAvbuZvfV6w0wqzwGH7Y1PcQ=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAIAvbuZvfV6w0wqzwGH7Y1PcQ=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Morning Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAJzPWtZz9_x-ucb6tVaiMNE=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAIAvbuZvfV6w0wqzwGH7Y1PcQ=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_5153b65340732f37--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (5, 5, 1796053858298, 'cora@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <cora@example.org>
Subject: Confirm your subscription to The Morning Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <5.70bbdfc43f89ab48@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_e32760d76feb621f"

--=_e32760d76feb621f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAOWhaMOJuY48vZPCHRtD8y6Nf5Npw

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_e32760d76feb621f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Morning Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Morning Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAOWhaMOJuY48vZPCHRtD8y6Nf5Npw=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAOWhaMOJuY48vZPCHRtD8y6Nf5Npw=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAOWhaMOJuY48vZPCHRtD8y6Nf5Npw=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_e32760d76feb621f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (6, 6, 1796053858352, 'cora@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <cora@example.org>
Subject: Welcome to The Morning Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <6.30e733109e121a14@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Morning Tide <morning-tide.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAPmPIaclmj-Mu5kSWCzo1OJ>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:morning-tide:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_5153b65340732f37"

--=_5153b65340732f37
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Morning Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAMA0WUYMCxGYclpyMQebDeKXw


--------------------------------------------------------------
You get this because you subscribed to The Morning Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAPmPIaclmj-Mu5kSWCzo1OJ

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAMA0WUYMCxGYclpyMQebDeKXw

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_5153b65340732f37
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Morning Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Morning Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAMA0WUYMCxGYclpyMQebDeKXw=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAMA0WUYMCxGYclpyMQebDeKXw=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAMA0WUYMCxGYclpyMQebDeKXw=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Morning Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAPmPIaclmj-Mu5kSWCzo1OJ=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAMA0WUYMCxGYclpyMQebDeKXw=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_5153b65340732f37--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (9, 9, 1796053858428, 'good@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <good@example.org>
Subject: Confirm your subscription to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <9.4df271da43342723@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_b9f8ba0b277daa6e"

--=_b9f8ba0b277daa6e
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAWWhaMOX9z79tbnY6JozpDj561HtA

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_b9f8ba0b277daa6e
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Evening Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAWWhaMOX9z79tbnY6JozpDj561HtA=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAWWhaMOX9z79tbnY6JozpDj561HtA=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAWWhaMOX9z79tbnY6JozpDj561HtA=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_b9f8ba0b277daa6e--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (10, 10, 1796053858472, 'good@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <good@example.org>
Subject: Welcome to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <10.95bab9ea83b701e3@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Evening Tide <evening.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAW8NXJsIWXy3TwT3sZlJdkz>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:evening:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_babff125405e207f"

--=_babff125405e207f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Evening Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAUAZU0YM7xGRCS_pA8XNv1K8g


--------------------------------------------------------------
You get this because you subscribed to The Evening Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAW8NXJsIWXy3TwT3sZlJdkz

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAUAZU0YM7xGRCS_pA8XNv1K8g

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_babff125405e207f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Evening Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAUAZU0YM7xGRCS_pA8XNv1K8g=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAUAZU0YM7xGRCS_pA8XNv1K8g=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAUAZU0YM7xGRCS_pA8XNv1K8g=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Evening Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAW8NXJsIWXy3TwT3sZlJdkz=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAUAZU0YM7xGRCS_pA8XNv1K8g=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_babff125405e207f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (11, 11, 1796053858472, 'tempfail@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <tempfail@example.org>
Subject: Confirm your subscription to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <11.d09fef470e264af8@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_b9f8ba0b277daa6e"

--=_b9f8ba0b277daa6e
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAaWhaMOtg6TVGHiZae8fITOLX6rpQ

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_b9f8ba0b277daa6e
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Evening Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAaWhaMOtg6TVGHiZae8fITOLX6rpQ=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAaWhaMOtg6TVGHiZae8fITOLX6rpQ=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAaWhaMOtg6TVGHiZae8fITOLX6rpQ=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_b9f8ba0b277daa6e--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (12, 12, 1796053858524, 'tempfail@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <tempfail@example.org>
Subject: Welcome to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <12.3e4f233bb08b0efb@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Evening Tide <evening.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAZNEiLpXpGITlmCGyemIKiU>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:evening:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_babff125405e207f"

--=_babff125405e207f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Evening Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAYAjTKD8n5s8QoN_B58xhEvoA


--------------------------------------------------------------
You get this because you subscribed to The Evening Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAZNEiLpXpGITlmCGyemIKiU

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAYAjTKD8n5s8QoN_B58xhEvoA

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_babff125405e207f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Evening Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAYAjTKD8n5s8QoN_B58xhEvoA=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAYAjTKD8n5s8QoN_B58xhEvoA=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAYAjTKD8n5s8QoN_B58xhEvoA=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Evening Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAZNEiLpXpGITlmCGyemIKiU=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAYAjTKD8n5s8QoN_B58xhEvoA=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_babff125405e207f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (13, 13, 1796053858524, 'tempfail-leaver@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <tempfail-leaver@example.org>
Subject: Confirm your subscription to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <13.b31e43d11b2b07b1@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_b9f8ba0b277daa6e"

--=_b9f8ba0b277daa6e
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAeWhaMOoeqrW_g3mt-ExURKs91SBg

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_b9f8ba0b277daa6e
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Evening Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAeWhaMOoeqrW_g3mt-ExURKs91SBg=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAeWhaMOoeqrW_g3mt-ExURKs91SBg=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAeWhaMOoeqrW_g3mt-ExURKs91SBg=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_b9f8ba0b277daa6e--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (14, 14, 1796053858584, 'tempfail-leaver@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <tempfail-leaver@example.org>
Subject: Welcome to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <14.c801e4c9c1cb2219@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Evening Tide <evening.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAfTNAph8KfAlHI7biDFiB_t>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:evening:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_babff125405e207f"

--=_babff125405e207f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Evening Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAcAtYSTOliFFiomDT3FpwnJaA


--------------------------------------------------------------
You get this because you subscribed to The Evening Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAfTNAph8KfAlHI7biDFiB_t

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAcAtYSTOliFFiomDT3FpwnJaA

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_babff125405e207f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Evening Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAcAtYSTOliFFiomDT3FpwnJaA=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAcAtYSTOliFFiomDT3FpwnJaA=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAcAtYSTOliFFiomDT3FpwnJaA=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Evening Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAfTNAph8KfAlHI7biDFiB_t=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAcAtYSTOliFFiomDT3FpwnJaA=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_babff125405e207f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (15, 15, 1796053858584, 'permfail@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <permfail@example.org>
Subject: Confirm your subscription to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <15.c5b7d071ba964f15@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_b9f8ba0b277daa6e"

--=_b9f8ba0b277daa6e
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAiWhaMOmWbWC0WEI9kENUC7ZHxSog

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_b9f8ba0b277daa6e
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Evening Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAiWhaMOmWbWC0WEI9kENUC7ZHxSog=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAiWhaMOmWbWC0WEI9kENUC7ZHxSog=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAiWhaMOmWbWC0WEI9kENUC7ZHxSog=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_b9f8ba0b277daa6e--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (16, 16, 1796053858637, 'permfail@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <permfail@example.org>
Subject: Welcome to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <16.a9a8c55c4fc7e99a@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Evening Tide <evening.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAhudj9MBE2S1aiEdj6uGi6h>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:evening:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_babff125405e207f"

--=_babff125405e207f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Evening Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAgA25u5VsXZBFUSR2nfYWafaQ


--------------------------------------------------------------
You get this because you subscribed to The Evening Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAhudj9MBE2S1aiEdj6uGi6h

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAgA25u5VsXZBFUSR2nfYWafaQ

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_babff125405e207f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Evening Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAgA25u5VsXZBFUSR2nfYWafaQ=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAgA25u5VsXZBFUSR2nfYWafaQ=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAgA25u5VsXZBFUSR2nfYWafaQ=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Evening Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAhudj9MBE2S1aiEdj6uGi6h=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAgA25u5VsXZBFUSR2nfYWafaQ=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_babff125405e207f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (17, 17, 1796053858637, 'drop@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <drop@example.org>
Subject: Confirm your subscription to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <17.089bc04568bb79ef@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_b9f8ba0b277daa6e"

--=_b9f8ba0b277daa6e
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAmWhaMOVD3FSJ0qoLkY0KZFFSSG_A

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_b9f8ba0b277daa6e
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Evening Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Evening Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAmWhaMOVD3FSJ0qoLkY0KZFFSSG_A=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAmWhaMOVD3FSJ0qoLkY0KZFFSSG_A=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAmWhaMOVD3FSJ0qoLkY0KZFFSSG_A=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_b9f8ba0b277daa6e--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (18, 18, 1796053858690, 'drop@example.org', 'From: The Evening Tide <evening@ledger.example>
To: <drop@example.org>
Subject: Welcome to The Evening Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <18.5bc11764cbb06852@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Evening Tide <evening.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAkW7BKdjSjsyfbZCX2hoaFG>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: welcome:evening:notice:tidings
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_babff125405e207f"

--=_babff125405e207f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Evening Tide
http://127.0.0.1:39733/

Welcome

Dear A Reader,

You are subscribed to The Evening Tide. The next issue will come to this ad=
dress.

You can pause it, change your name or unsubscribe at any time.

Look at my preferences:
http://127.0.0.1:39733/preferences/=
wAkA6rQFPHRbRPXeptr7_tHmaA


--------------------------------------------------------------
You get this because you subscribed to The Evening Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAkW7BKdjSjsyfbZCX2hoaFG

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAkA6rQFPHRbRPXeptr7_tHmaA

Questions or comments? Write to desk@ledger.example

4 Rope Lane
--=_babff125405e207f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Welcome to The Evening Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">You are subscribed. Here is how to change your mind.=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Evening Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">Welcome</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
Dear A Reader,=
</p><p style=3D"margin:18px 0 0">You are subscribed to The Evening Tide. Th=
e next issue will come to this address.</p><p style=3D"margin:18px 0 0">You=
 can pause it, change your name or unsubscribe at any time.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/preferences/=
wAkA6rQFPHRbRPXeptr7_tHmaA=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Look at my pre=
ferences</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/preferences/=
wAkA6rQFPHRbRPXeptr7_tHmaA=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
preferences/=
wAkA6rQFPHRbRPXeptr7_tHmaA=
</a></p>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Evening Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAkW7BKdjSjsyfbZCX2hoaFG=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAkA6rQFPHRbRPXeptr7_tHmaA=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_babff125405e207f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (19, 19, 1796053858690, 'pending@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <pending@example.org>
Subject: Confirm your subscription to The Morning Tide
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <19.f0b160815cf92f8e@ledger.example>
Reply-To: <desk@ledger.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_e32760d76feb621f"

--=_e32760d76feb621f
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

One click to go

You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.

Confirm my subscription:
http://127.0.0.1:39733/confirm/=
wAqWhaMOVbIt7MCI7QI_ynM8BRI5ew

If it was not you, do nothing. You will not be subscribed, and we will dele=
te the request.


--------------------------------------------------------------
You get this because this address was entered in a form at The Harbour Ledg=
er.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_e32760d76feb621f
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Confirm your subscription to The Morning Tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">One click, and The Morning Tide will come to your inbox.=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word">One click to go</h1>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0">=
You asked to receive The Morning Tide by email. Confirm that this is your a=
ddress and that you want it.</p></div>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/confirm/=
wAqWhaMOVbIt7MCI7QI_ynM8BRI5ew=
" style=3D"display:inline-block;padding:14px 26px;font-family:-apple-system=
, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:17px;line-heig=
ht:22px;font-weight:bold;color:#ffffff;text-decoration:none">Confirm my sub=
scription</a></td></tr></tbody></table>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If the button does not work, open th=
is address:<br><a href=3D"http://127.0.0.1:39733/confirm/=
wAqWhaMOVbIt7MCI7QI_ynM8BRI5ew=
" style=3D"color:#56524b;text-decoration:underline">http://127.0.0.1:39733/=
confirm/=
wAqWhaMOVbIt7MCI7QI_ynM8BRI5ew=
</a></p>
<p class=3D"plain" style=3D"margin:16px 0 0;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:21p=
x;color:#56524b;word-break:break-word">If it was not you, do nothing. You w=
ill not be subscribed, and we will delete the request.</p>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because this address was entered in a form at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_e32760d76feb621f--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (20, 20, 1796053858833, 'desk@ledger.example', 'From: The Morning Tide <tide@ledger.example>
To: <desk@ledger.example>
Subject: Enquiry: Open
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <20.e3cf280ed7cd5565@ledger.example>
Reply-To: Eve <eve@example.org>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_5df39c4df65b7901"

--=_5df39c4df65b7901
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

From: Eve <eve@example.org>
Subject: Open


When?

Answer in Tidings:
http://127.0.0.1:39733/admin/enquiries/1


--------------------------------------------------------------
Sent with the contact form at The Harbour Ledger. A reply to this mail goes=
 to the visitor.

4 Rope Lane
Silver Harbour
--=_5df39c4df65b7901
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Enquiry: Open</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">When?=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<p class=3D"plain" style=3D"font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b;=
word-break:break-word;margin:0 0 4px">From: Eve &lt;eve@example.org&gt;</p>
<p class=3D"plain" style=3D"font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b;=
word-break:break-word;margin:0 0 4px">Subject: Open</p>

<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0;w=
hite-space:pre-line">When?</p></div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/admin/enquiries/1" style=3D"display:inline-block;padding:14p=
x 26px;font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, san=
s-serif;font-size:17px;line-height:22px;font-weight:bold;color:#ffffff;text=
-decoration:none">Answer in Tidings</a></td></tr></tbody></table>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Sent with the contact form at The Harbour Ledger. A reply to this mail goe=
s to the visitor.</p>


<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_5df39c4df65b7901--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (21, 21, 1796053858833, 'desk@ledger.example', 'From: The Morning Tide <tide@ledger.example>
To: <desk@ledger.example>
Subject: Enquiry: Answered
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <21.603e552e0a22ff52@ledger.example>
Reply-To: Eve <eve@example.org>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_09a443673aaaec81"

--=_09a443673aaaec81
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

From: Eve <eve@example.org>
Subject: Answered


When?

Answer in Tidings:
http://127.0.0.1:39733/admin/enquiries/2


--------------------------------------------------------------
Sent with the contact form at The Harbour Ledger. A reply to this mail goes=
 to the visitor.

4 Rope Lane
Silver Harbour
--=_09a443673aaaec81
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Enquiry: Answered</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">When?=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<p class=3D"plain" style=3D"font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b;=
word-break:break-word;margin:0 0 4px">From: Eve &lt;eve@example.org&gt;</p>
<p class=3D"plain" style=3D"font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b;=
word-break:break-word;margin:0 0 4px">Subject: Answered</p>

<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0;w=
hite-space:pre-line">When?</p></div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/admin/enquiries/2" style=3D"display:inline-block;padding:14p=
x 26px;font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, san=
s-serif;font-size:17px;line-height:22px;font-weight:bold;color:#ffffff;text=
-decoration:none">Answer in Tidings</a></td></tr></tbody></table>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Sent with the contact form at The Harbour Ledger. A reply to this mail goe=
s to the visitor.</p>


<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_09a443673aaaec81--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (22, 22, 1796053858833, 'desk@ledger.example', 'From: The Morning Tide <tide@ledger.example>
To: <desk@ledger.example>
Subject: Enquiry: Closed
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <22.1db4699da17bf948@ledger.example>
Reply-To: Eve <eve@example.org>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_1ddf118696d77500"

--=_1ddf118696d77500
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/

From: Eve <eve@example.org>
Subject: Closed


When?

Answer in Tidings:
http://127.0.0.1:39733/admin/enquiries/3


--------------------------------------------------------------
Sent with the contact form at The Harbour Ledger. A reply to this mail goes=
 to the visitor.

4 Rope Lane
Silver Harbour
--=_1ddf118696d77500
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Enquiry: Closed</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">When?=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=
=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">
<p class=3D"plain" style=3D"font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b;=
word-break:break-word;margin:0 0 4px">From: Eve &lt;eve@example.org&gt;</p>
<p class=3D"plain" style=3D"font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b;=
word-break:break-word;margin:0 0 4px">Subject: Closed</p>

<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0;w=
hite-space:pre-line">When?</p></div>

<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:26px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"http://127=
=2E0.0.1:39733/admin/enquiries/3" style=3D"display:inline-block;padding:14p=
x 26px;font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, san=
s-serif;font-size:17px;line-height:22px;font-weight:bold;color:#ffffff;text=
-decoration:none">Answer in Tidings</a></td></tr></tbody></table>
</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Sent with the contact form at The Harbour Ledger. A reply to this mail goe=
s to the visitor.</p>


<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_1ddf118696d77500--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (23, 23, 1796053858869, 'eve@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <eve@example.org>
Subject: Re: Answered
Date: Mon, 30 Nov 2026 15:50:58 +0000
Message-ID: <23.c6e0218113950126@ledger.example>
Reply-To: <desk@ledger.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_dbdcfb01bdc0977c"

--=_dbdcfb01bdc0977c
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
http://127.0.0.1:39733/



At nine.

> When?


--------------------------------------------------------------
You get this because you wrote to us with the contact form at The Harbour L=
edger.

Change your preferences:
http://127.0.0.1:39733/preferences

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_dbdcfb01bdc0977c
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>Re: Answered</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">At nine.=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=
=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:30px;padding-bottom:34px">

<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><p style=3D"margin:18px 0 0;w=
hite-space:pre-line">At nine.</p></div>
<div class=3D"prose" style=3D"font-family:Charter, ''Iowan Old Style'', Georg=
ia, ''Times New Roman'', serif;font-size:18px;line-height:28px;color:#1b1a18;=
overflow-wrap:anywhere;word-break:break-word"><blockquote style=3D"margin:1=
8px 0 0;padding:0 0 0 16px;border-left:3px solid #9c2a10;font-style:italic;=
white-space:pre-line">When?</blockquote></div>

</td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you wrote to us with the contact form at The Harbour =
Ledger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/preferences" style=3D"color:#56524b;text=
-decoration:underline">Change your preferences</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_dbdcfb01bdc0977c--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (24, 24, 1796053860410, 'desk@ledger.example', 'From: The Morning Tide <tide@ledger.example>
To: <desk@ledger.example>
Subject: [Test] The first tide
Date: Mon, 30 Nov 2026 15:51:00 +0000
Message-ID: <24.1048b3884975bb6c@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Morning Tide <morning-tide.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/test>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: morning-tide-2026-11-30:morning-tide:digest:tidings
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_06f0bbf928b516f4"

--=_06f0bbf928b516f4
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
Monday, November 30, 2026
http://127.0.0.1:39733/

Dear Reader,

Read this.


1. The pool opens
The Town, November 30, 2026, ledger

The pool opens

https://ledger.example/The-pool-opens

2. Night ferries return
Ferries, November 30, 2026, ledger

Night ferries return

https://ledger.example/Night-ferries-return

3. Once
November 30, 2026, ledger

Once.

http://127.0.0.1:39733/articles/once

4. Cranes move west
Harbour, November 30, 2026, Quayside Wire

Two of them.

http://127.0.0.1:39733/articles/cranes-move-west

5. Sails in the bay
Harbour, November 30, 2026, ledger

Sails in the bay

https://ledger.example/Sails-in-the-bay

6. Night ferries return
Harbour, November 30, 2026, wire

Night ferries return

https://wire.example/Night-ferries-return


Read this newsletter on the web:
http://127.0.0.1:39733/digests/morning-tide-2026-11-30

--------------------------------------------------------------
You get this because you subscribed to The Morning Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
test

Change your preferences:
http://127.0.0.1:39733/preferences/=
test

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_06f0bbf928b516f4
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>[Test] The first tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">Read this.=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a><p class=
=3D"date" style=3D"margin:6px 0 0;font-family:-apple-system, ''Segoe UI'', Ro=
boto, Helvetica, Arial, sans-serif;font-size:14px;line-height:20px;color:#5=
6524b">Monday, November 30, 2026</p></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:26px;padding-bottom:26px"><div class=3D"prose" style=3D"font=
-family:Charter, ''Iowan Old Style'', Georgia, ''Times New Roman'', serif;font-=
size:18px;line-height:28px;color:#1b1a18;overflow-wrap:anywhere;word-break:=
break-word"><div>=
Dear Reader,=
</div><p style=3D"margin:18px 0 0">Read <em>this</em>.</p>
</div></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule" style=3D"padding:0;border-top:1px solid #ddd7ca;padding-=
top:22px;padding-bottom:22px">
<a href=3D"https://ledger.example/The-pool-opens"><img class=3D"wide" style=
=3D"border:0;display:block;max-width:100%;height:auto;padding-bottom:16px" =
src=3D"https://img.example/a.jpg" width=3D"520" alt=3D"The pool opens"></a>
<p class=3D"kicker" style=3D"margin:0 0 6px;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:20p=
x;color:#56524b"><b style=3D"color:#9c2a10">The Town</b> &nbsp;November 30,=
 2026 &nbsp;ledger</p>
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word"><a href=3D"https://ledger.example/The-pool-opens" style=
=3D"color:#1b1a18;text-decoration:none">The pool opens</a></h1>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">The pool opens=
</p>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:20px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"https://le=
dger.example/The-pool-opens" style=3D"display:inline-block;padding:14px 26p=
x;font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-ser=
if;font-size:17px;line-height:22px;font-weight:bold;color:#ffffff;text-deco=
ration:none">Read the article</a></td></tr></tbody></table>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">2</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"https://ledger.example/Night-ferries-return" style=3D"color:#1b1a18;=
text-decoration:none">Night ferries return</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Night ferries =
return</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Ferries</b> &nbsp;November 30, 2026 &nbsp;ledger</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">3</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"http://127.0.0.1:39733/articles/once" style=3D"color:#1b1a18;text-de=
coration:none">Once</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Once.</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b">November 30, 2026 &nbsp;led=
ger</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">4</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"http://127.0.0.1:39733/articles/cranes-move-west" style=3D"color:#1b=
1a18;text-decoration:none">Cranes move west</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Two of them.</=
p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Harbour</b> &nbsp;November 30, 2026 &nbsp;Quayside Wire</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">5</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"https://ledger.example/Sails-in-the-bay" style=3D"color:#1b1a18;text=
-decoration:none">Sails in the bay</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Sails in the b=
ay</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Harbour</b> &nbsp;November 30, 2026 &nbsp;ledger</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">6</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"https://wire.example/Night-ferries-return" style=3D"color:#1b1a18;te=
xt-decoration:none">Night ferries return</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Night ferries =
return</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Harbour</b> &nbsp;November 30, 2026 &nbsp;wire</p></div>
</td>
</tr></tbody></table></td></tr>

<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-bottom:24px"><p class=3D"plain" style=3D"font-family:-apple-syst=
em, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-he=
ight:21px;color:#56524b;word-break:break-word;margin:0"><a href=3D"http://1=
27.0.0.1:39733/digests/morning-tide-2026-11-30" style=3D"color:#56524b;text=
-decoration:underline">Read this newsletter on the web</a></p></td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Morning Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
test=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
test=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_06f0bbf928b516f4--
');
INSERT INTO captured_mails ("id", "delivery_id", "at", "recipient", "raw") VALUES (25, 25, 1796053860464, 'ann@example.org', 'From: The Morning Tide <tide@ledger.example>
To: <ann@example.org>
Subject: The first tide
Date: Mon, 30 Nov 2026 15:51:00 +0000
Message-ID: <25.dc99061a771caf69@ledger.example>
Reply-To: <desk@ledger.example>
List-Id: The Morning Tide <morning-tide.ledger.example>
List-Unsubscribe: <http://127.0.0.1:39733/unsubscribe/wAEnaU35HWnBKSLm1g_bsqyM>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: morning-tide-2026-11-30:morning-tide:digest:tidings
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_06f0bbf928b516f4"

--=_06f0bbf928b516f4
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The Morning Tide
Monday, November 30, 2026
http://127.0.0.1:39733/

Dear A Reader,

Read this.


1. The pool opens
The Town, November 30, 2026, ledger

The pool opens

https://ledger.example/The-pool-opens

2. Night ferries return
Ferries, November 30, 2026, ledger

Night ferries return

https://ledger.example/Night-ferries-return

3. Once
November 30, 2026, ledger

Once.

http://127.0.0.1:39733/articles/once

4. Cranes move west
Harbour, November 30, 2026, Quayside Wire

Two of them.

http://127.0.0.1:39733/articles/cranes-move-west

5. Sails in the bay
Harbour, November 30, 2026, ledger

Sails in the bay

https://ledger.example/Sails-in-the-bay

6. Night ferries return
Harbour, November 30, 2026, wire

Night ferries return

https://wire.example/Night-ferries-return


Read this newsletter on the web:
http://127.0.0.1:39733/digests/morning-tide-2026-11-30

--------------------------------------------------------------
You get this because you subscribed to The Morning Tide at The Harbour Ledg=
er.

Unsubscribe:
http://127.0.0.1:39733/unsubscribe/=
wAEnaU35HWnBKSLm1g_bsqyM

Change your preferences:
http://127.0.0.1:39733/preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q

Questions or comments? Write to desk@ledger.example

4 Rope Lane
Silver Harbour
--=_06f0bbf928b516f4
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html lang=3D"en" xmlns=3D"http://www.w3.org/1999/xhtml"><he=
ad><style>@media only screen and (max-width: 599px) {
 =20.gutter { padding: 0 !important; }
 =20.pad { padding-left: 22px !important; padding-right: 22px !important; }
 =20.title { font-size: 28px !important; line-height: 33px !important; }
 =20.name { font-size: 28px !important; line-height: 32px !important; }
 =20.rank { width: 36px !important; font-size: 24px !important; }
 =20.wide { width: 100% !important; }
} @media (prefers-color-scheme: dark) {
 =20body, .outer { background-color: #0f0e0d !important; }
 =20.sheet, .foot { background-color: #1a1917 !important; }
 =20.peek { color: #0f0e0d !important; }
 =20.head { border-bottom-color: #ece8df !important; }
 =20.name, .prose, .prose h1, .prose h2, .prose h3, .title, .story, .story =
a, .title a { color: #ece8df !important; }
 =20.date, .kicker, .summary, .plain, .plain a, .foot p, .foot a { color: #=
b9b3a7 !important; }
 =20.kicker b, .rank, .prose a { color: #ff9b7d !important; }
 =20.prose blockquote { border-left-color: #ff9b7d !important; }
 =20.rule, .foot { border-top-color: #3a3732 !important; }
 =20.button { background-color: #ff9b7d !important; }
 =20.button a { color: #1d0a04 !important; }
} </style>
<meta charset=3D"utf-8">
<meta name=3D"viewport" content=3D"width=3Ddevice-width, initial-scale=3D1"=
>
<meta name=3D"x-apple-disable-message-reformatting">
<meta name=3D"format-detection" content=3D"telephone=3Dno, date=3Dno, addre=
ss=3Dno, email=3Dno, url=3Dno">
<meta name=3D"color-scheme" content=3D"light dark">
<meta name=3D"supported-color-schemes" content=3D"light dark">
<title>The first tide</title>

</head>
<body style=3D"margin:0;padding:0;width:100%;background-color:#f1ede4;color=
:#1b1a18">
<div class=3D"peek" aria-hidden=3D"true" style=3D"display:none;max-height:0=
;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:=
#f1ede4">Read this.=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=CD=8F=E2=80=87=
=CD=8F=E2=80=87=CD=8F</div>
<table class=3D"outer" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;background-color:#f1ede4">
<tbody><tr><td class=3D"gutter" align=3D"center" style=3D"padding:24px 12px=
">
<!--[if mso]><table role=3D"presentation" width=3D"600" cellpadding=3D"0" c=
ellspacing=3D"0" border=3D"0"><tr><td><![endif]-->
<table class=3D"sheet" role=3D"presentation" border=3D"0" width=3D"100%" ce=
llpadding=3D"0" cellspacing=3D"0" style=3D"border-collapse:collapse;border-=
spacing:0;width:100%;max-width:600px;table-layout:fixed;background-color:#f=
ffefb">
<tbody><tr><td class=3D"pad head" style=3D"padding:0;padding-left:40px;padd=
ing-right:40px;padding-top:30px;padding-bottom:18px;text-align:center;borde=
r-bottom:3px double #1b1a18"><a class=3D"name" href=3D"http://127.0.0.1:397=
33/" style=3D"font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New R=
oman'', serif;font-size:32px;line-height:36px;font-weight:bold;letter-spacin=
g:-0.5px;color:#1b1a18;text-decoration:none">The Morning Tide</a><p class=
=3D"date" style=3D"margin:6px 0 0;font-family:-apple-system, ''Segoe UI'', Ro=
boto, Helvetica, Arial, sans-serif;font-size:14px;line-height:20px;color:#5=
6524b">Monday, November 30, 2026</p></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-top:26px;padding-bottom:26px"><div class=3D"prose" style=3D"font=
-family:Charter, ''Iowan Old Style'', Georgia, ''Times New Roman'', serif;font-=
size:18px;line-height:28px;color:#1b1a18;overflow-wrap:anywhere;word-break:=
break-word"><div>=
Dear A Reader,=
</div><p style=3D"margin:18px 0 0">Read <em>this</em>.</p>
</div></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule" style=3D"padding:0;border-top:1px solid #ddd7ca;padding-=
top:22px;padding-bottom:22px">
<a href=3D"https://ledger.example/The-pool-opens"><img class=3D"wide" style=
=3D"border:0;display:block;max-width:100%;height:auto;padding-bottom:16px" =
src=3D"https://img.example/a.jpg" width=3D"520" alt=3D"The pool opens"></a>
<p class=3D"kicker" style=3D"margin:0 0 6px;font-family:-apple-system, ''Seg=
oe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:20p=
x;color:#56524b"><b style=3D"color:#9c2a10">The Town</b> &nbsp;November 30,=
 2026 &nbsp;ledger</p>
<h1 class=3D"title" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:32px;line-height:37px;font-w=
eight:bold;letter-spacing:-0.4px;color:#1b1a18;overflow-wrap:anywhere;word-=
break:break-word"><a href=3D"https://ledger.example/The-pool-opens" style=
=3D"color:#1b1a18;text-decoration:none">The pool opens</a></h1>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">The pool opens=
</p>
<table role=3D"presentation" cellpadding=3D"0" cellspacing=3D"0" border=3D"=
0" style=3D"border-collapse:collapse;border-spacing:0;margin-top:20px"><tbo=
dy><tr><td class=3D"button" bgcolor=3D"#9c2a10" style=3D"padding:0;backgrou=
nd-color:#9c2a10;border-radius:4px;text-align:center"><a href=3D"https://le=
dger.example/The-pool-opens" style=3D"display:inline-block;padding:14px 26p=
x;font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-ser=
if;font-size:17px;line-height:22px;font-weight:bold;color:#ffffff;text-deco=
ration:none">Read the article</a></td></tr></tbody></table>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">2</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"https://ledger.example/Night-ferries-return" style=3D"color:#1b1a18;=
text-decoration:none">Night ferries return</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Night ferries =
return</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Ferries</b> &nbsp;November 30, 2026 &nbsp;ledger</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">3</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"http://127.0.0.1:39733/articles/once" style=3D"color:#1b1a18;text-de=
coration:none">Once</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Once.</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b">November 30, 2026 &nbsp;led=
ger</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">4</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"http://127.0.0.1:39733/articles/cranes-move-west" style=3D"color:#1b=
1a18;text-decoration:none">Cranes move west</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Two of them.</=
p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Harbour</b> &nbsp;November 30, 2026 &nbsp;Quayside Wire</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">5</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"https://ledger.example/Sails-in-the-bay" style=3D"color:#1b1a18;text=
-decoration:none">Sails in the bay</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Sails in the b=
ay</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Harbour</b> &nbsp;November 30, 2026 &nbsp;ledger</p></div>
</td>
</tr></tbody></table></td></tr>
<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px"><table role=3D"presentation" width=3D"100%" cellpadding=3D"0" cellspaci=
ng=3D"0" border=3D"0" style=3D"border-collapse:collapse;border-spacing:0"><=
tbody><tr>
<td class=3D"rule rank" width=3D"44" valign=3D"top" style=3D"padding:0;widt=
h:44px;vertical-align:top;font-family:Charter, ''Iowan Old Style'', Georgia, =
''Times New Roman'', serif;font-size:32px;line-height:34px;color:#9c2a10;bord=
er-top:1px solid #ddd7ca;padding-top:22px;padding-bottom:22px">6</td>
<td class=3D"rule" valign=3D"top" style=3D"padding:0;border-top:1px solid #=
ddd7ca;padding-top:22px;padding-bottom:22px">
<h2 class=3D"story" style=3D"margin:0;font-family:Charter, ''Iowan Old Style=
'', Georgia, ''Times New Roman'', serif;font-size:21px;line-height:26px;font-w=
eight:bold;color:#1b1a18;overflow-wrap:anywhere;word-break:break-word"><a h=
ref=3D"https://wire.example/Night-ferries-return" style=3D"color:#1b1a18;te=
xt-decoration:none">Night ferries return</a></h2>
<p class=3D"summary" style=3D"margin:8px 0 0;overflow-wrap:anywhere;word-br=
eak:break-word;font-family:Charter, ''Iowan Old Style'', Georgia, ''Times New =
Roman'', serif;font-size:17px;line-height:26px;color:#56524b">Night ferries =
return</p>
<div style=3D"padding-top:8px"><p class=3D"kicker" style=3D"margin:0 0 6px;=
font-family:-apple-system, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif=
;font-size:14px;line-height:20px;color:#56524b"><b style=3D"color:#9c2a10">=
Harbour</b> &nbsp;November 30, 2026 &nbsp;wire</p></div>
</td>
</tr></tbody></table></td></tr>

<tr><td class=3D"pad" style=3D"padding:0;padding-left:40px;padding-right:40=
px;padding-bottom:24px"><p class=3D"plain" style=3D"font-family:-apple-syst=
em, ''Segoe UI'', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-he=
ight:21px;color:#56524b;word-break:break-word;margin:0"><a href=3D"http://1=
27.0.0.1:39733/digests/morning-tide-2026-11-30" style=3D"color:#56524b;text=
-decoration:underline">Read this newsletter on the web</a></p></td></tr>
<tr><td class=3D"pad foot" style=3D"padding:0;padding-left:40px;padding-rig=
ht:40px;padding-top:22px;padding-bottom:34px;border-top:1px solid #ddd7ca;b=
ackground-color:#fffefb">
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>You get this because you subscribed to The Morning Tide at The Harbour Led=
ger.</p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
><a href=3D"http://127.0.0.1:39733/unsubscribe/=
wAEnaU35HWnBKSLm1g_bsqyM=
" style=3D"color:#56524b;text-decoration:underline">Unsubscribe</a> &nbsp;=
=C2=B7&nbsp; <a href=3D"http://127.0.0.1:39733/preferences/=
wAEA-V5xmYWkPCFzPmFCGF3i1Q=
" style=3D"color:#56524b;text-decoration:underline">Change your preferences=
</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>Questions or comments? Write to <a href=3D"mailto:desk@ledger.example" sty=
le=3D"color:#56524b;text-decoration:underline">desk@ledger.example</a></p>
<p style=3D"margin:0 0 12px;font-family:-apple-system, ''Segoe UI'', Roboto, =
Helvetica, Arial, sans-serif;font-size:14px;line-height:21px;color:#56524b"=
>4 Rope Lane<br>Silver Harbour</p>
</td></tr>
</tbody></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</tbody></table>

</body></html>
--=_06f0bbf928b516f4--
');
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (1, 'ann@example.org', 'ann@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858151, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (2, 'ben@example.org', 'ben@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858226, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (3, 'cora@example.org', 'cora@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858277, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (4, NULL, NULL, '', NULL, NULL, 'en', '', 1796053858328, 1796053858774);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (5, 'good@example.org', 'good@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858380, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (6, 'tempfail@example.org', 'tempfail@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858452, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (7, 'tempfail-leaver@example.org', 'tempfail-leaver@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858504, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (8, 'permfail@example.org', 'permfail@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858561, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (9, 'drop@example.org', 'drop@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858615, NULL);
INSERT INTO subscribers ("id", "address", "envelope", "name", "name_key", "surname_key", "language", "time_zone", "created_at", "erased_at") VALUES (10, 'pending@example.org', 'pending@example.org', 'A Reader', 'a reader', 'reader', 'en', '', 1796053858669, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (1, 1, 1, 1, 1796053858151, 1796053858151, 1796053858215, NULL, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (2, 2, 1, 2, 1796053858226, 1796053858226, 1796053858268, 1796053858714, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (3, 3, 1, 1, 1796053858277, 1796053858277, 1796053858320, NULL, 1798588800000);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (4, 4, 1, 2, 1796053858328, 1796053858328, 1796053858370, 1796053858774, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (5, 5, 2, 1, 1796053858380, 1796053858380, 1796053858443, NULL, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (6, 6, 2, 1, 1796053858452, 1796053858452, 1796053858495, NULL, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (7, 7, 2, 2, 1796053858504, 1796053858504, 1796053858553, 1796053867583, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (8, 8, 2, 1, 1796053858561, 1796053858561, 1796053858607, NULL, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (9, 9, 2, 1, 1796053858615, 1796053858615, 1796053858662, NULL, NULL);
INSERT INTO subscriptions ("id", "subscriber_id", "newsletter_id", "state", "created_at", "requested_at", "confirmed_at", "unsubscribed_at", "paused_until") VALUES (10, 10, 1, 0, 1796053858669, 1796053858669, NULL, NULL, NULL);
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (1, 1, 1, 0, '', 1796053858151, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (2, 1, 1, 1, 'I would like to get The Morning Tide by email. I can leave at any time by a link in every mail.', 1796053858215, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (3, 2, 1, 0, '', 1796053858226, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (4, 2, 1, 1, 'I would like to get The Morning Tide by email. I can leave at any time by a link in every mail.', 1796053858268, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (5, 3, 1, 0, '', 1796053858277, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (6, 3, 1, 1, 'I would like to get The Morning Tide by email. I can leave at any time by a link in every mail.', 1796053858320, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (7, 4, 1, 0, '', 1796053858328, '', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (8, 4, 1, 1, 'I would like to get The Morning Tide by email. I can leave at any time by a link in every mail.', 1796053858370, '', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (9, 5, 2, 0, '', 1796053858380, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (10, 5, 2, 1, 'I would like to get The Evening Tide by email. I can leave at any time by a link in every mail.', 1796053858443, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (11, 6, 2, 0, '', 1796053858452, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (12, 6, 2, 1, 'I would like to get The Evening Tide by email. I can leave at any time by a link in every mail.', 1796053858495, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (13, 7, 2, 0, '', 1796053858504, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (14, 7, 2, 1, 'I would like to get The Evening Tide by email. I can leave at any time by a link in every mail.', 1796053858553, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (15, 8, 2, 0, '', 1796053858561, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (16, 8, 2, 1, 'I would like to get The Evening Tide by email. I can leave at any time by a link in every mail.', 1796053858607, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (17, 9, 2, 0, '', 1796053858615, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (18, 9, 2, 1, 'I would like to get The Evening Tide by email. I can leave at any time by a link in every mail.', 1796053858662, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (19, 10, 1, 0, '', 1796053858669, '127.0.0.1', 'form');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (20, 2, 1, 3, '', 1796053858714, '127.0.0.1', 'link');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (21, 3, 1, 4, '', 1796053858756, '127.0.0.1', 'preferences');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (22, 4, NULL, 7, '', 1796053858774, '', 'preferences');
INSERT INTO consents ("id", "subscriber_id", "newsletter_id", "action", "wording", "at", "client", "source") VALUES (23, 7, 2, 3, '', 1796053867583, '127.0.0.1', 'link');
INSERT INTO link_requests ("id", "envelope", "at") VALUES (3, 'fay@example.org', 1796053867607);
INSERT INTO feeds ("id", "url", "title", "etag", "last_modified", "fetched_at", "next_at", "failures", "last_error", "stopped", "created_at") VALUES (1, 'http://127.0.0.1:36565/feed.xml', 'Quayside Wire', '"1"', NULL, 1796053858118, 1796054758118, 0, '', 0, 1796053858107);
INSERT INTO feed_topics ("feed_id", "topic_id") VALUES (1, 1);
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (1, 'night-ferries-return', 'Night ferries return', 'ledger', NULL, 'Night ferries return', 'https://ledger.example/Night-ferries-return', 'ledger.example/Night-ferries-return', NULL, NULL, X'DE08B8932CB51A58F7CAC2E3268EEF14FC5999BEEE375D5609C975A166B589EB', 0, 0, 1796053858039, 1796053858039, 1796053858039, 701.98232206479474, 698.625, -1000000000.0, 702.11664359708584, 1, 0, 'https://img.example/a.jpg', 'Night ferries return', 'Night ferries return. The *ferry* is late.', '<p>Night ferries return. The <em>ferry</em> is late.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (2, 'night-ferries-return-2', 'Night ferries return', 'wire', NULL, 'Night ferries return', 'https://wire.example/Night-ferries-return', 'wire.example/Night-ferries-return', NULL, NULL, X'1FB3E1CCE681ECA5D13F0951F883C032DDA433FFB3E33449FA433122FED666BE', 0, 0, 1796053858039, 1796053858039, 1796053858039, 701.98232206479474, -1000000000.0, -1000000000.0, 701.98232206479474, 0, 0, 'https://img.example/a.jpg', 'Night ferries return', 'Night ferries return. The *ferry* is late.', '<p>Night ferries return. The <em>ferry</em> is late.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (3, 'the-pool-opens', 'The pool opens', 'ledger', NULL, 'The pool opens', 'https://ledger.example/The-pool-opens', 'ledger.example/The-pool-opens', NULL, NULL, X'3378CB5A14F5F85C71358D93E3EFDA0197F950E1923F3D51AA797807EF31FA1C', 0, 0, 1796053858039, 1796053858039, 1796053858039, 701.98232206479474, 698.625, -1000000000.0, 702.11664359708584, 1, 0, 'https://img.example/a.jpg', 'The pool opens', 'The pool opens. The *ferry* is late.', '<p>The pool opens. The <em>ferry</em> is late.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (4, 'sails-in-the-bay', 'Sails in the bay', 'ledger', NULL, 'Sails in the bay', 'https://ledger.example/Sails-in-the-bay', 'ledger.example/Sails-in-the-bay', NULL, NULL, X'03FFA226C81C1F6B396B266E2E63709C6041A0AF6F721C09D5DE34B8EEF6999E', 0, 0, 1796053858039, 1796053858039, 1796053858039, 701.98232206479474, -1000000000.0, -1000000000.0, 701.98232206479474, 0, 0, 'https://img.example/a.jpg', 'Sails in the bay', 'Sails in the bay. The *ferry* is late.', '<p>Sails in the bay. The <em>ferry</em> is late.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (5, 'under-another-title', 'Under another title', 'The Harbour Ledger', NULL, 'by-hand', NULL, NULL, NULL, NULL, X'DB1404540A8FDD260F956D933660A93C20E1B12C3F15A5098EAC3F827C089976', 1, 1, 1796053858080, 1796053858080, 1796053858100, 701.98232253933179, -1000000000.0, -1000000000.0, 701.98232253933179, 0, 0, NULL, 'Written here.', 'Written here.', '<p>Written here.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (6, 'cranes-move-west', 'Cranes move west', 'Quayside Wire', 1, '1', NULL, NULL, NULL, NULL, X'9144D8A3947236737A014B8E0FC66A1E4A2FD3FE79CCBE05D581AA0DA4F01933', 0, 0, 1796053858118, 1796053858118, 1796053858118, 701.9823229791466, -1000000000.0, -1000000000.0, 701.9823229791466, 0, 0, NULL, 'Two of them.', NULL, '');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (7, 'once', 'Once', 'ledger', NULL, 'once', NULL, NULL, NULL, NULL, X'0284EA422A4967144968487135DFCED3A350700446F802900F3905CF4B97CE52', 0, 0, 1796053860307, 1796053860307, 1796053860307, 701.98234831479465, -1000000000.0, -1000000000.0, 701.98234831479465, 0, 0, NULL, 'Once.', 'Once.', '<p>Once.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (8, 'high-water-at-nine', 'High water at nine', 'The Harbour Ledger', NULL, 'high-water-at-nine', NULL, NULL, NULL, NULL, X'0B7462A53091FCB194BBD4C767AEA7BE86BA4251910556A35B23AEEB813A8F37', 0, 0, 1796050260478, 1796053860478, 1796053860478, 701.94068362729468, -1000000000.0, -1000000000.0, 701.94068362729468, 0, 0, NULL, 'High water at nine, in short.', 'High water at nine, at length.', '<p>High water at nine, at length.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (9, 'sending-boats', 'Sending boats', 'The Harbour Ledger', NULL, 'sending-boats', NULL, NULL, NULL, NULL, X'7E8B681A6BFD244D887D561028208664BDCCD25D283A9CC23C28E457A72E95BC', 0, 0, 1796050260645, 1796053860645, 1796053860645, 701.94068556016509, -1000000000.0, -1000000000.0, 701.94068556016509, 0, 0, NULL, 'Sending boats, in short.', 'Sending boats, at length.', '<p>Sending boats, at length.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (10, 'paused-boats', 'Paused boats', 'The Harbour Ledger', NULL, 'paused-boats', NULL, NULL, NULL, NULL, X'6E666D103290E5C629DCBA4932D2095F10765A6BC0B3392EE7BF354E64AF35B9', 0, 0, 1796050260784, 1796053860784, 1796053860784, 701.9406871689614, -1000000000.0, -1000000000.0, 701.9406871689614, 0, 0, NULL, 'Paused boats, in short.', 'Paused boats, at length.', '<p>Paused boats, at length.</p>
');
INSERT INTO articles ("id", "slug", "title", "source", "feed_id", "guid", "url", "url_key", "title_key", "story_id", "content_hash", "edited", "state", "published_at", "created_at", "updated_at", "heat_fresh", "heat_views", "heat_clicks", "rank", "views", "clicks", "image_url", "summary", "body_markdown", "body_html") VALUES (11, 'cancelled-boats', 'Cancelled boats', 'The Harbour Ledger', NULL, 'cancelled-boats', NULL, NULL, NULL, NULL, X'557B946C9B47FFD2319707BB98CEC346A6613CAC83FEB2A38C89773B5694A226', 0, 0, 1796050260912, 1796053860912, 1796053860912, 701.94068865044289, -1000000000.0, -1000000000.0, 701.94068865044289, 0, 0, NULL, 'Cancelled boats, in short.', 'Cancelled boats, at length.', '<p>Cancelled boats, at length.</p>
');
INSERT INTO article_slugs ("slug", "article_id") VALUES ('by-hand', 5);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (1, 1, 1796053858039);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (1, 2, 1796053858039);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (2, 1, 1796053858039);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (3, 3, 1796053858039);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (4, 1, 1796053858039);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (6, 1, 1796053858118);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (8, 1, 1796050260478);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (9, 1, 1796050260645);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (10, 1, 1796050260784);
INSERT INTO article_topics ("article_id", "topic_id", "listed_at") VALUES (11, 1, 1796050260912);
INSERT INTO article_terms ("article_id", "terms") VALUES (1, 'ferr:5 late night:4 return:4');
INSERT INTO article_terms ("article_id", "terms") VALUES (2, 'ferr:5 late night:4 return:4');
INSERT INTO article_terms ("article_id", "terms") VALUES (3, 'ferr late open:4 pool:4');
INSERT INTO article_terms ("article_id", "terms") VALUES (4, 'bay:4 ferr late sail:4');
INSERT INTO article_terms ("article_id", "terms") VALUES (5, 'another:2 here:2 title:2 under:2 written:2');
INSERT INTO article_terms ("article_id", "terms") VALUES (6, 'cran:2 move:2 west:2');
INSERT INTO article_terms ("article_id", "terms") VALUES (7, 'once:4');
INSERT INTO article_terms ("article_id", "terms") VALUES (8, 'high:4 length nine:4 short water:4');
INSERT INTO article_terms ("article_id", "terms") VALUES (9, 'boat:4 length send:4 short');
INSERT INTO article_terms ("article_id", "terms") VALUES (10, 'boat:4 length paus:4 short');
INSERT INTO article_terms ("article_id", "terms") VALUES (11, 'boat:4 cancell:4 length short');
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (1, 2, 1.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (1, 3, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (1, 4, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (1, 6, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (1, 8, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (2, 1, 1.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (2, 3, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (2, 4, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (2, 6, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (2, 8, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (3, 1, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (3, 2, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (4, 1, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (4, 2, 0.092165315177336588);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (4, 6, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (4, 8, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (6, 1, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (6, 2, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (6, 4, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (6, 8, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (8, 1, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (8, 2, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (8, 4, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (8, 6, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (9, 1, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (9, 2, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (9, 4, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (9, 6, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (9, 8, 0.072766716372636847);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (10, 1, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (10, 2, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (10, 4, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (10, 6, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (10, 8, 0.057098178362995723);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (10, 9, 0.40817124408598321);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (11, 2, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (11, 4, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (11, 6, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (11, 8, 0.0);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (11, 9, 0.32599736195182494);
INSERT INTO article_similar ("article_id", "similar_id", "score") VALUES (11, 10, 0.32599736195182494);
INSERT INTO signals ("article_id", "person", "hour", "kind") VALUES (1, X'0342FE4D86C4E7AA63FE039F1BF674A5', 498903, 0);
INSERT INTO signals ("article_id", "person", "hour", "kind") VALUES (3, X'0342FE4D86C4E7AA63FE039F1BF674A5', 498903, 0);
INSERT INTO day_salts ("day", "salt") VALUES (20787, X'7AD44B4B8E9C060898948D54FE6221E6239A9BAE9D24D635F9870933E069D3FD');
INSERT INTO digests ("id", "edition_id", "slug", "subject", "introduction", "state", "dispatch_id", "scheduled_at", "approved_at", "started_at", "approved_content", "held", "created_at", "updated_at") VALUES (1, 1, 'morning-tide-2026-11-30', 'The first tide', 'Read *this*.', 3, 5, NULL, 1796053860390, 1796053860390, X'CA7CD761DD8BCDA1721578E4F564DF250C7178B625CD66811F4B17A71627541F', '', 1796053860346, 1796053860390);
INSERT INTO digests ("id", "edition_id", "slug", "subject", "introduction", "state", "dispatch_id", "scheduled_at", "approved_at", "started_at", "approved_content", "held", "created_at", "updated_at") VALUES (2, 1, 'morning-tide-2026-11-30-2', 'A draft', '', 0, NULL, NULL, NULL, NULL, NULL, '', 1796053860491, 1796053860491);
INSERT INTO digests ("id", "edition_id", "slug", "subject", "introduction", "state", "dispatch_id", "scheduled_at", "approved_at", "started_at", "approved_content", "held", "created_at", "updated_at") VALUES (3, 1, 'morning-tide-2026-11-30-3', 'Approved', '', 1, NULL, NULL, 1796053860512, NULL, X'5FB8F79C67860003AD935BBB357396526113561FE96FE653A6E792CA4AF48C0A', '', 1796053860501, 1796053860512);
INSERT INTO digests ("id", "edition_id", "slug", "subject", "introduction", "state", "dispatch_id", "scheduled_at", "approved_at", "started_at", "approved_content", "held", "created_at", "updated_at") VALUES (4, 1, 'morning-tide-2026-11-30-4', 'Scheduled', '', 2, NULL, 2240722800000, 1796053860541, NULL, X'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855', '', 1796053860530, 1796053860560);
INSERT INTO digests ("id", "edition_id", "slug", "subject", "introduction", "state", "dispatch_id", "scheduled_at", "approved_at", "started_at", "approved_content", "held", "created_at", "updated_at") VALUES (5, 2, 'evening-2026-11-30', 'Sending', '', 3, 6, NULL, 1796053860694, 1796053860694, X'560BA1B76B9EFB0EC03FDB55C8345F5123BBC655D8196069A10011F17BBCDAAD', '', 1796053860677, 1796053860694);
INSERT INTO digests ("id", "edition_id", "slug", "subject", "introduction", "state", "dispatch_id", "scheduled_at", "approved_at", "started_at", "approved_content", "held", "created_at", "updated_at") VALUES (6, 2, 'evening-2026-11-30-2', 'Paused', '', 3, 7, NULL, 1796053860809, 1796053860809, X'58C2146BD53CAD9B486DD873A689A8792ACF8EE74E1E358F97783549D9ED70E0', '', 1796053860798, 1796053860809);
INSERT INTO digests ("id", "edition_id", "slug", "subject", "introduction", "state", "dispatch_id", "scheduled_at", "approved_at", "started_at", "approved_content", "held", "created_at", "updated_at") VALUES (7, 2, 'evening-2026-11-30-3', 'Cancelled', '', 3, 8, NULL, 1796053860936, 1796053860936, X'47F34009EDC0F0D071D2689C280069BBD81C0A65364A7D1EE1F36C2A238362F1', '', 1796053860925, 1796053860936);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (1, 1, 1, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (1, 2, 5, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (1, 3, 0, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (1, 4, 4, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (1, 6, 3, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (1, 7, 2, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (2, 8, 0, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (3, 8, 0, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (5, 1, 0, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (5, 2, 3, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (5, 4, 2, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (5, 6, 1, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (5, 8, 5, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (5, 9, 4, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (6, 10, 0, 0, 0);
INSERT INTO digest_articles ("digest_id", "article_id", "position", "pinned", "dropped") VALUES (7, 11, 0, 0, 0);
INSERT INTO enquiries ("id", "newsletter_id", "name", "address", "envelope", "subject", "message", "state", "created_at", "answered_at") VALUES (1, 1, 'Eve', 'eve@example.org', 'eve@example.org', 'Open', 'When?', 0, 1796053858800, NULL);
INSERT INTO enquiries ("id", "newsletter_id", "name", "address", "envelope", "subject", "message", "state", "created_at", "answered_at") VALUES (2, 1, 'Eve', 'eve@example.org', 'eve@example.org', 'Answered', 'When?', 1, 1796053858812, 1796053858836);
INSERT INTO enquiries ("id", "newsletter_id", "name", "address", "envelope", "subject", "message", "state", "created_at", "answered_at") VALUES (3, 1, 'Eve', 'eve@example.org', 'eve@example.org', 'Closed', 'When?', 2, 1796053858823, NULL);
INSERT INTO enquiries ("id", "newsletter_id", "name", "address", "envelope", "subject", "message", "state", "created_at", "answered_at") VALUES (4, 1, 'Fay', 'fay@example.org', 'fay@example.org', 'Queued', 'Is anybody there?', 0, 1796053867607, NULL);
INSERT INTO enquiries ("id", "newsletter_id", "name", "address", "envelope", "subject", "message", "state", "created_at", "answered_at") VALUES (5, 1, 'Fay', 'fay@example.org', 'fay@example.org', 'Queued', 'Is anybody there?', 0, 1796053867607, NULL);
INSERT INTO enquiry_answers ("id", "enquiry_id", "author", "body", "at") VALUES (1, 2, 'user 1', 'At nine.', 1796053858836);
DELETE FROM article_search_data;
INSERT INTO article_search_data ("id", "block") VALUES (1, X'0C44');
INSERT INTO article_search_data ("id", "block") VALUES (10, X'00000000FF00000101090A0009010101010100000402010102020101010301010303000001040101040400000105010105050000010601010606000001070101070700000108010108080000010901010909000001');
INSERT INTO article_search_data ("id", "block") VALUES (137438953473, X'000001260430626179040107666572726965730101050179010101010102696E040201730101010101046C6174650101010101056E69676874010101056F70656E73030104706F6F6C03010672657475726E010101057361696C730401037468650101010100033162610401026665010101010102696E040201730101010101026C610101010101026E69010101026F70030102706F03010272650101010273610401027468010101010004326261790401036665720101010101036C61740101010101036E6967010101036F7065030103706F6F0301037265740101010373616904010374686501010101000533666572720101010101046C6174650101010101046E696768010101046F70656E030104706F6F6C03010472657475010101047361696C0404060B0705070A0908070A080906080507080605050605080709090706060706090B0A08070708');
INSERT INTO article_search_data ("id", "block") VALUES (274877906945, X'0000005B0330627905010468616E640502036572650501077772697474656E05000331627905010268610502016505010277720500043268616E05020265720501037772690500053368616E640502036572650501047772697405040507060A060504050705060806');
INSERT INTO article_search_data ("id", "block") VALUES (412316860417, X'0000008C0830616E6F74686572050104686572650501057469746C65050105756E6465720501077772697474656E05000331616E05010268650501027469050102756E050102777205000432616E6F050103686572050103746974050103756E6405010377726905000533616E6F74050104686572650501047469746C050104756E64650501047772697405040A0708080A0605050505070606060608070707');
INSERT INTO article_search_data ("id", "block") VALUES (549755813889, X'0000008507306372616E65730601046D6F76650601026F660601047468656D060202776F060104776573740600033163720601026D6F0601026F660601027468060201770601027765060004326372610601036D6F76060103746865060202776F060103776573060005336372616E0601046D6F76650601047468656D0601047765737406040907050705070605050504050706060506080707');
INSERT INTO article_search_data ("id", "block") VALUES (687194767361, X'0000002005306F6E6365070003316F6E070004326F6E63070005336F6E63650704070607');
INSERT INTO article_search_data ("id", "block") VALUES (824633720833, X'0000009C0330617408010468696768080102696E0801066C656E6774680801046E696E6508010573686F727408010577617465720800033161740801026869080102696E0801026C650801026E6908010273680801027761080004326869670801036C656E0801036E696E08010373686F08010377617408000533686967680801046C656E670801046E696E6508010473686F720801047761746508040507050907080806050505050505070606060608070707');
INSERT INTO article_search_data ("id", "block") VALUES (962072674305, X'0000008203306174090105626F617473090102696E0901066C656E67746809010773656E64696E67090204686F7274090003316174090102626F090102696E0901026C6509010273650902016809000432626F610901036C656E09010373656E090202686F09000533626F61740901046C656E6709010473656E64090203686F720904050805090A0706050505050407060605080707');
INSERT INTO article_search_data ("id", "block") VALUES (1099511627777, X'00000085033061740A0105626F6174730A0102696E0A01066C656E6774680A01067061757365640A010573686F72740A00033161740A0102626F0A0102696E0A01026C650A010270610A010273680A000432626F610A01036C656E0A01037061750A010373686F0A000533626F61740A01046C656E670A0104706175730A010473686F720A0405080509090806050505050507060606080707');
INSERT INTO article_search_data ("id", "block") VALUES (1236950581249, X'00000088033061740B0105626F6174730B010963616E63656C6C65640B0102696E0B01066C656E6774680B010573686F72740B00033161740B0102626F0B010263610B0102696E0B01026C650B010273680B000432626F610B010363616E0B01036C656E0B010373686F0B000533626F61740B010463616E630B01046C656E670B010473686F720B0405080C05090806050505050507060606080707');
INSERT INTO article_search_data ("id", "block") VALUES (9007474132647936, X'04000000000000010000000000000000000000000000000000000000000000050000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
DELETE FROM article_search_idx;
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (1, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (2, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (3, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (4, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (5, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (6, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (7, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (8, X'', 2);
INSERT INTO article_search_idx ("segid", "term", "pgno") VALUES (9, X'', 2);
DELETE FROM article_search_docsize;
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (1, X'07', 1);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (2, X'07', 1);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (3, X'06', 1);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (4, X'07', 1);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (5, X'05', 3);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (6, X'06', 4);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (7, X'01', 5);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (8, X'07', 6);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (9, X'06', 7);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (10, X'06', 8);
INSERT INTO article_search_docsize ("id", "sz", "origin") VALUES (11, X'06', 9);
DELETE FROM article_search_config;
INSERT INTO article_search_config ("k", "v") VALUES ('version', 4);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('api_keys', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('articles', 11);
INSERT INTO sqlite_sequence (name, seq) VALUES ('attempts', 16);
INSERT INTO sqlite_sequence (name, seq) VALUES ('audit_log', 57);
INSERT INTO sqlite_sequence (name, seq) VALUES ('captured_mails', 25);
INSERT INTO sqlite_sequence (name, seq) VALUES ('consents', 23);
INSERT INTO sqlite_sequence (name, seq) VALUES ('deliveries', 42);
INSERT INTO sqlite_sequence (name, seq) VALUES ('digests', 7);
INSERT INTO sqlite_sequence (name, seq) VALUES ('dispatches', 8);
INSERT INTO sqlite_sequence (name, seq) VALUES ('editions', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('enquiries', 5);
INSERT INTO sqlite_sequence (name, seq) VALUES ('enquiry_answers', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('feeds', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('link_requests', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('messages', 15);
INSERT INTO sqlite_sequence (name, seq) VALUES ('newsletters', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('sessions', 2);
INSERT INTO sqlite_sequence (name, seq) VALUES ('subscribers', 10);
INSERT INTO sqlite_sequence (name, seq) VALUES ('subscriptions', 10);
INSERT INTO sqlite_sequence (name, seq) VALUES ('topics', 4);
INSERT INTO sqlite_sequence (name, seq) VALUES ('users', 3);
COMMIT;
PRAGMA foreign_keys = ON;
