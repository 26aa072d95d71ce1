//! What still breaks a rule. These lists only shrink: a test fails for an entry that is not needed.

use super::{circles, type_names};

/// A file and one that it uses although that one uses it, directly or through others.
pub const CIRCLES: &[circles::Exception] = &[
    ("contact/mod.rs", "contact/queries.rs"),
    ("delivery/engine/context.rs", "delivery/engine/desk.rs"),
    ("delivery/engine/context.rs", "delivery/engine/mod.rs"),
    ("delivery/queries/suppression.rs", "delivery/suppression.rs"),
    ("subscriber/mod.rs", "subscriber/queries.rs"),
    ("web/admin/articles.rs", "web/admin/article_form.rs"),
    ("web/admin/digest_actions.rs", "web/admin/digest_editor.rs"),
    ("web/admin/digest_editor.rs", "web/admin/digest_progress.rs"),
    ("web/admin/digest_form.rs", "web/admin/digest_editor.rs"),
    ("web/admin/pages/digests.rs", "web/admin/pages/dashboard.rs"),
    ("web/admin/subscribers.rs", "web/admin/subscribers/person.rs"),
    ("web/admin/subscribers/person.rs", "web/admin/mod.rs"),
    ("web/api/mod.rs", "web/api/document.rs"),
];

/// A file and the type in it whose name says nothing.
pub const TYPE_NAMES: &[type_names::Exception] = &[
    ("delivery/journal.rs", "Found"),
    ("delivery/queries/report.rs", "Wanted"),
    ("subscriber/confirm.rs", "Found"),
    ("subscriber/desk.rs", "Asked"),
    ("subscriber/sign_up.rs", "Typed"),
    ("web/admin/api_keys.rs", "Typed"),
    ("web/admin/article_form.rs", "Typed"),
    ("web/admin/articles.rs", "Find"),
    ("web/admin/audit_log.rs", "Find"),
    ("web/admin/dashboard.rs", "Found"),
    ("web/admin/digest_editor.rs", "Asked"),
    ("web/admin/digest_progress.rs", "Found"),
    ("web/admin/digest_sure.rs", "Asked"),
    ("web/admin/enquiries.rs", "Find"),
    ("web/admin/enquiries.rs", "Found"),
    ("web/admin/feeds.rs", "Typed"),
    ("web/admin/newsletter_form.rs", "Typed"),
    ("web/admin/outbox.rs", "Find"),
    ("web/admin/settings.rs", "Typed"),
    ("web/admin/subscribers.rs", "Find"),
    ("web/admin/suppressions.rs", "Find"),
    ("web/admin/users.rs", "Typed"),
    ("web/api/articles.rs", "Wanted"),
    ("web/api/body.rs", "Asked"),
    ("web/api/deliveries.rs", "Wanted"),
    ("web/api/subscribers.rs", "Wanted"),
    ("web/posted.rs", "Typed"),
    ("web/public/articles.rs", "Found"),
    ("web/public/confirm.rs", "Asked"),
];
