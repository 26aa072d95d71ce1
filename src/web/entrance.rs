//! The paths of the administration that requests without a session are sent to, and back from.

/// The page to sign in on.
pub const SIGN_IN: &str = "/admin/sign-in";
/// The page that mails a link to a user who has forgotten the password.
pub const FORGOTTEN: &str = "/admin/sign-in/forgotten";
/// The first page after signing in.
pub const HOME: &str = "/admin";

/// `next` if it is a path of the administration, else [`HOME`]: a redirect never leads to another site.
#[must_use]
pub fn safe_next(next: &str) -> &str {
    let rest = next.strip_prefix(HOME).filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let harmless = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if rest.is_some() && harmless { next } else { HOME }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_stays_within_the_administration() {
        for (next, safe) in [
            ("/admin", "/admin"),
            ("/admin/digests/7?tab=html", "/admin/digests/7?tab=html"),
            ("/admin?x=1", "/admin?x=1"),
            ("", "/admin"),
            ("//evil.example", "/admin"),
            ("https://evil.example/admin", "/admin"),
            ("/admin.evil.example", "/admin"),
            ("/administrator", "/admin"),
            ("/admin\\@evil.example", "/admin"),
            ("/admin/\r\nSet-Cookie: a=b", "/admin"),
            ("/subscribe", "/admin"),
        ] {
            assert_eq!(safe_next(next), safe, "{next:?}");
        }
    }
}
