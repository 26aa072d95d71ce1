//! The tables, once for both databases; a test holds both migrations against this file and those below it.
//! `article_search` is not here: each database has its own kind of index, and the query that uses it writes both.

mod newsroom;

pub use newsroom::*;

diesel::table! {
    instance (name) {
        name -> Text,
        value -> Binary,
    }
}
diesel::table! {
    site_settings (name) {
        name -> Text,
        value -> Text,
    }
}
diesel::table! {
    postponed_indexes (name) {
        name -> Text,
        definition -> Text,
    }
}
diesel::table! {
    users (id) {
        id -> BigInt,
        address -> Text,
        name -> Text,
        role -> Text,
        password_hash -> Nullable<Text>,
        created_at -> BigInt,
        disabled_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    sessions (id) {
        id -> BigInt,
        user_id -> BigInt,
        token_hash -> Binary,
        created_at -> BigInt,
        last_seen_at -> BigInt,
        expires_at -> BigInt,
        client -> Text,
        agent -> Text,
    }
}
diesel::table! {
    sign_in_links (token_hash) {
        token_hash -> Binary,
        user_id -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    api_keys (id) {
        id -> BigInt,
        name -> Text,
        role -> Text,
        key_hash -> Binary,
        created_at -> BigInt,
        last_used_at -> Nullable<BigInt>,
        revoked_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    audit_log (id) {
        id -> BigInt,
        at -> BigInt,
        actor -> Text,
        actor_id -> Nullable<BigInt>,
        action -> Text,
        subject -> Text,
        subject_id -> Nullable<BigInt>,
        detail -> Text,
    }
}
diesel::table! {
    limits (purpose, key) {
        purpose -> Text,
        key -> Binary,
        window_at -> BigInt,
        count -> BigInt,
        last_at -> BigInt,
        second_at -> BigInt,
        third_at -> BigInt,
    }
}
diesel::table! {
    used_challenges (hash) {
        hash -> Binary,
        expires_at -> BigInt,
    }
}
diesel::table! {
    idempotent_answers (scope, key) {
        scope -> Text,
        key -> Text,
        body_hash -> Binary,
        status -> SmallInt,
        body -> Text,
        at -> BigInt,
    }
}
diesel::table! {
    topics (id) {
        id -> BigInt,
        slug -> Text,
        name -> Text,
    }
}
diesel::table! {
    topic_slugs (slug) {
        slug -> Text,
        topic_id -> BigInt,
    }
}
diesel::table! {
    newsletters (id) {
        id -> BigInt,
        slug -> Text,
        name -> Text,
        description -> Text,
        sender_name -> Text,
        sender -> Text,
        contact -> Text,
        return_path -> Text,
        postal_address -> Text,
        language -> Text,
        time_zone -> Text,
        embed_origins -> Text,
        consent_wording -> Text,
        pending -> BigInt,
        confirmed -> BigInt,
        unsubscribed -> BigInt,
        created_at -> BigInt,
        closed_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    newsletter_changes (id) {
        id -> BigInt,
        newsletter_id -> BigInt,
        pending -> BigInt,
        confirmed -> BigInt,
        unsubscribed -> BigInt,
    }
}
diesel::table! {
    editions (id) {
        id -> BigInt,
        newsletter_id -> BigInt,
        slug -> Text,
        name -> Text,
        all_topics -> Bool,
        article_count -> BigInt,
        window_days -> BigInt,
        headline_link -> Text,
        track_clicks -> Bool,
        greeting -> Bool,
        number_articles -> Bool,
        look -> Nullable<Text>,
        language -> Nullable<Text>,
        created_at -> BigInt,
        most_per_topic -> BigInt,
        most_per_source -> BigInt,
        schedule -> Text,
        scheduled_since -> BigInt,
        approval -> Text,
        least_articles -> BigInt,
        lead_minutes -> BigInt,
    }
}
diesel::table! {
    edition_topics (edition_id, topic_id) {
        edition_id -> BigInt,
        topic_id -> BigInt,
    }
}
diesel::table! {
    relays (name) {
        name -> Text,
        state -> Text,
        reason -> Text,
        updated_at -> BigInt,
    }
}
diesel::table! {
    dispatches (id) {
        id -> BigInt,
        kind -> SmallInt,
        reference -> Nullable<BigInt>,
        state -> SmallInt,
        reason -> Nullable<Text>,
        policy -> SmallInt,
        relay -> Nullable<Text>,
        boundary -> BigInt,
        cursor -> BigInt,
        expected -> BigInt,
        expected_final -> Bool,
        sent -> BigInt,
        failed -> BigInt,
        skipped -> BigInt,
        cancelled -> BigInt,
        unknown -> BigInt,
        created_at -> BigInt,
        finished_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    dispatch_additions (id) {
        id -> BigInt,
        dispatch_id -> BigInt,
        expected -> BigInt,
    }
}
diesel::table! {
    dispatch_progress (dispatch_id, at) {
        dispatch_id -> BigInt,
        at -> BigInt,
        sent -> BigInt,
        failed -> BigInt,
    }
}
diesel::table! {
    messages (id) {
        id -> BigInt,
        dispatch_id -> BigInt,
        variant -> SmallInt,
        language -> Text,
        hash -> Binary,
        return_path -> Text,
        subject -> Text,
        body -> Binary,
        created_at -> BigInt,
    }
}
diesel::table! {
    deliveries (id) {
        id -> BigInt,
        dispatch_id -> BigInt,
        message_id -> BigInt,
        recipient_key -> BigInt,
        turn -> BigInt,
        address -> Nullable<Text>,
        fields -> Text,
        state -> SmallInt,
        attempts -> SmallInt,
        doubts -> SmallInt,
        queued_at -> BigInt,
        due_at -> BigInt,
        lease_node -> Nullable<BigInt>,
        lease_token -> Nullable<BigInt>,
        lease_until -> Nullable<BigInt>,
        left_at -> Nullable<BigInt>,
        stage -> Nullable<SmallInt>,
        reason -> Nullable<SmallInt>,
        reply -> Text,
        updated_at -> BigInt,
    }
}
diesel::table! {
    attempts (id) {
        id -> BigInt,
        delivery_id -> BigInt,
        at -> BigInt,
        outcome -> SmallInt,
        stage -> Nullable<SmallInt>,
        reply -> Text,
    }
}
diesel::table! {
    suppressions (key) {
        key -> Binary,
        reason -> SmallInt,
        detail -> Text,
        address -> Nullable<Text>,
        at -> BigInt,
        import_id -> Nullable<BigInt>,
    }
}
diesel::table! {
    captured_mails (id) {
        id -> BigInt,
        delivery_id -> BigInt,
        at -> BigInt,
        recipient -> Text,
        raw -> Text,
    }
}
diesel::table! {
    subscribers (id) {
        id -> BigInt,
        address -> Nullable<Text>,
        envelope -> Nullable<Text>,
        name -> Text,
        name_key -> Nullable<Text>,
        surname_key -> Nullable<Text>,
        language -> Text,
        time_zone -> Text,
        created_at -> BigInt,
        erased_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    subscriptions (id) {
        id -> BigInt,
        subscriber_id -> BigInt,
        newsletter_id -> BigInt,
        state -> SmallInt,
        created_at -> BigInt,
        requested_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        unsubscribed_at -> Nullable<BigInt>,
        paused_until -> Nullable<BigInt>,
        import_id -> Nullable<BigInt>,
    }
}
diesel::table! {
    imports (id) {
        id -> BigInt,
        newsletter_id -> BigInt,
        actor -> Text,
        actor_id -> Nullable<BigInt>,
        file -> Text,
        tool -> Text,
        pending -> BigInt,
        confirmed -> BigInt,
        unsubscribed -> BigInt,
        kept -> BigInt,
        ended -> BigInt,
        suppressed -> BigInt,
        refused -> BigInt,
        started_at -> BigInt,
        finished_at -> Nullable<BigInt>,
        undo_asked_at -> Nullable<BigInt>,
        undone_at -> Nullable<BigInt>,
        removed -> BigInt,
    }
}
diesel::table! {
    consents (id) {
        id -> BigInt,
        subscriber_id -> BigInt,
        newsletter_id -> Nullable<BigInt>,
        action -> SmallInt,
        wording -> Text,
        at -> BigInt,
        client -> Text,
        source -> Text,
    }
}
diesel::table! {
    link_requests (id) {
        id -> BigInt,
        envelope -> Text,
        at -> BigInt,
    }
}
diesel::table! {
    digests (id) {
        id -> BigInt,
        edition_id -> BigInt,
        slug -> Text,
        subject -> Text,
        introduction -> Text,
        state -> SmallInt,
        dispatch_id -> Nullable<BigInt>,
        scheduled_at -> Nullable<BigInt>,
        approved_at -> Nullable<BigInt>,
        started_at -> Nullable<BigInt>,
        approved_content -> Nullable<Binary>,
        held -> Text,
        created_at -> BigInt,
        updated_at -> BigInt,
    }
}
diesel::table! {
    runs (edition_id, at) {
        edition_id -> BigInt,
        at -> BigInt,
        outcome -> SmallInt,
        digest_id -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}
diesel::table! {
    digest_articles (digest_id, article_id) {
        digest_id -> BigInt,
        article_id -> BigInt,
        position -> BigInt,
        pinned -> Bool,
        dropped -> Bool,
    }
}
diesel::table! {
    enquiries (id) {
        id -> BigInt,
        newsletter_id -> BigInt,
        name -> Text,
        address -> Text,
        envelope -> Text,
        subject -> Text,
        message -> Text,
        state -> SmallInt,
        created_at -> BigInt,
        answered_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    enquiry_answers (id) {
        id -> BigInt,
        enquiry_id -> BigInt,
        author -> Text,
        body -> Text,
        at -> BigInt,
    }
}
