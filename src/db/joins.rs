//! Which tables of the schema may be joined, and by which column.
#![allow(clippy::wildcard_imports, reason = "all tables")]

use super::schema::*;

diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(sign_in_links -> users (user_id));
diesel::joinable!(topic_slugs -> topics (topic_id));
diesel::joinable!(editions -> newsletters (newsletter_id));
diesel::joinable!(edition_topics -> editions (edition_id));
diesel::joinable!(edition_topics -> topics (topic_id));
diesel::joinable!(dispatch_progress -> dispatches (dispatch_id));
diesel::joinable!(messages -> dispatches (dispatch_id));
diesel::joinable!(deliveries -> dispatches (dispatch_id));
diesel::joinable!(deliveries -> messages (message_id));
diesel::joinable!(attempts -> deliveries (delivery_id));
diesel::joinable!(captured_mails -> deliveries (delivery_id));
diesel::joinable!(subscriptions -> subscribers (subscriber_id));
diesel::joinable!(subscriptions -> newsletters (newsletter_id));
diesel::joinable!(feed_topics -> feeds (feed_id));
diesel::joinable!(feed_topics -> topics (topic_id));
diesel::joinable!(article_slugs -> articles (article_id));
diesel::joinable!(article_topics -> articles (article_id));
diesel::joinable!(article_topics -> topics (topic_id));
diesel::joinable!(article_terms -> articles (article_id));
diesel::joinable!(articles_to_index -> articles (article_id));
diesel::joinable!(digests -> editions (edition_id));
diesel::joinable!(digest_articles -> digests (digest_id));
diesel::joinable!(digest_articles -> articles (article_id));
diesel::joinable!(enquiries -> newsletters (newsletter_id));
diesel::joinable!(enquiry_answers -> enquiries (enquiry_id));

diesel::allow_tables_to_appear_in_same_query!(
    instance,
    site_settings,
    users,
    sessions,
    sign_in_links,
    api_keys,
    audit_log,
    limits,
    used_challenges,
    idempotent_answers,
    topics,
    topic_slugs,
    newsletters,
    editions,
    edition_topics,
    newsletter_changes,
    relays,
    dispatches,
    dispatch_additions,
    dispatch_progress,
    messages,
    deliveries,
    attempts,
    suppressions,
    captured_mails,
    subscribers,
    subscriptions,
    consents,
    imports,
    link_requests,
    feeds,
    feed_topics,
    articles,
    article_slugs,
    article_topics,
    article_terms,
    story_decisions,
    articles_to_index,
    article_languages,
    article_similar,
    article_comparisons,
    signals,
    day_salts,
    digests,
    digest_articles,
    enquiries,
    enquiry_answers,
);
