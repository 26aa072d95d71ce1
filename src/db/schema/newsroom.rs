//! The tables of feeds and articles.

diesel::table! {
    feeds (id) {
        id -> BigInt,
        url -> Text,
        title -> Text,
        etag -> Nullable<Text>,
        last_modified -> Nullable<Text>,
        fetched_at -> Nullable<BigInt>,
        next_at -> BigInt,
        failures -> BigInt,
        last_error -> Text,
        stopped -> Bool,
        created_at -> BigInt,
        removed_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    feed_topics (feed_id, topic_id) {
        feed_id -> BigInt,
        topic_id -> BigInt,
    }
}
diesel::table! {
    articles (id) {
        id -> BigInt,
        slug -> Text,
        title -> Text,
        source -> Text,
        feed_id -> Nullable<BigInt>,
        guid -> Text,
        url -> Nullable<Text>,
        url_key -> Nullable<Text>,
        title_key -> Nullable<Text>,
        story_id -> Nullable<BigInt>,
        content_hash -> Binary,
        edited -> Bool,
        state -> SmallInt,
        published_at -> BigInt,
        created_at -> BigInt,
        updated_at -> BigInt,
        heat_fresh -> Double,
        heat_views -> Double,
        heat_clicks -> Double,
        rank -> Double,
        views -> BigInt,
        clicks -> BigInt,
        image_url -> Nullable<Text>,
        summary -> Text,
        body_markdown -> Nullable<Text>,
        body_html -> Text,
        author -> Nullable<Text>,
        language -> Nullable<Text>,
    }
}
diesel::table! {
    article_slugs (slug) {
        slug -> Text,
        article_id -> BigInt,
    }
}
diesel::table! {
    article_topics (article_id, topic_id) {
        article_id -> BigInt,
        topic_id -> BigInt,
        listed_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    article_terms (article_id) {
        article_id -> BigInt,
        terms -> Text,
        gist -> Text,
    }
}
diesel::table! {
    article_languages (language) {
        language -> Text,
    }
}
diesel::table! {
    articles_to_index (article_id) {
        article_id -> BigInt,
    }
}
diesel::table! {
    story_decisions (article_id) {
        article_id -> BigInt,
        decided_at -> BigInt,
    }
}
diesel::table! {
    article_similar (article_id, similar_id) {
        article_id -> BigInt,
        similar_id -> BigInt,
        score -> Double,
    }
}
diesel::table! {
    article_comparisons (article_id) {
        article_id -> BigInt,
        due_at -> BigInt,
    }
}
diesel::table! {
    signals (article_id, person, hour, kind) {
        article_id -> BigInt,
        person -> Binary,
        hour -> BigInt,
        kind -> SmallInt,
    }
}
diesel::table! {
    day_salts (day) {
        day -> BigInt,
        salt -> Binary,
    }
}
