//! Which leave a page of the administration takes: by its route, so that pages, forms and navigation agree.

use crate::actor::Permission;

/// The leave that a route of the administration takes, by its pattern, such as `/admin/digests/{id}`; none for what
/// every user has. A section that nobody thought of is for administrators.
#[must_use]
pub fn of_page(pattern: &str) -> Option<Permission> {
    match pattern.trim_start_matches("/admin").split('/').nth(1).unwrap_or_default() {
        "" | "account" | "audit" | "sign-in" | "sign-out" => None,
        "articles" | "feeds" | "topics" => Some(Permission::Content),
        "digests" | "deliveries" | "outbox" => Some(Permission::Sends),
        "subscribers" | "suppressions" => Some(Permission::Subscribers),
        "enquiries" => Some(Permission::Enquiries),
        "newsletters" => Some(Permission::Newsletters),
        "users" => Some(Permission::Users),
        "api-keys" => Some(Permission::ApiKeys),
        _ => Some(Permission::Settings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_takes_the_leave_of_its_section() {
        for (pattern, permission) in [
            ("/admin", None),
            ("/admin/account/password", None),
            ("/admin/digests/{id}/send", Some(Permission::Sends)),
            ("/admin/newsletters/new", Some(Permission::Newsletters)),
            ("/admin/users/{id}/disable", Some(Permission::Users)),
            ("/admin/first-run/test", Some(Permission::Settings)),
            ("/admin/attic", Some(Permission::Settings)),
            ("/elsewhere", Some(Permission::Settings)),
        ] {
            assert_eq!(of_page(pattern), permission, "{pattern}");
        }
    }
}
