//! The texts of an editor are never lost, never overwritten by somebody else, and never sent without an approval.

use tidings::digest::DigestState;

use super::{Desk, desk_with_articles};

/// The time of the digest's last change, from its page.
fn seen(page: &str) -> String {
    page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_introduction_is_kept_as_typed() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    let typed = "\r\n- a\r\n  - b  \r\n    c\r\n\r\n\r\n```\r\n  code\r\n```\r\n";
    desk.done(&path, &[("subject", "Morning"), ("introduction", typed)]).await;
    assert_eq!(desk.digest(id).await.introduction, "- a\n  - b  \n    c\n\n\n```\n  code\n```");
    let page = desk.page(&path).await;
    assert!(page.contains("- a\n  - b  \n    c\n\n\n```\n  code\n```</textarea>"), "{page}");
    let mail = desk.page(&format!("{path}/html")).await;
    assert!(mail.contains("b<br>") && mail.contains("  code\n"), "{mail}");
}

/// Unsaved text was lost after Down, Phone or Approve, and the mail was sent without it.
#[tokio::test]
async fn every_action_saves_the_submitted_values() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    let first = desk.id_of(id, &desk.titles(id).await[0]).await;
    let down = format!("down:{first}");
    for (number, (action, field)) in [
        ("/articles", ("change", down.as_str())),
        ("/fill", ("x", "")),
        ("/test", ("email", "proof@example.org")),
        ("/approve", ("x", "")),
        ("/draft", ("x", "")),
        ("?preview=phone&to=preview", ("x", "")),
        ("?to=add", ("find", "pool")),
    ]
    .into_iter()
    .enumerate()
    {
        let words = format!("Typed {number}.");
        let fields = [("subject", "Morning"), ("introduction", words.as_str()), field];
        let location = desk.done(&format!("{path}{action}"), &fields).await;
        assert_eq!(desk.digest(id).await.introduction, words, "{action} leads to {location}");
    }
    let fields = [("subject", "Morning"), ("introduction", "Typed."), ("find", "pool")];
    let phone = desk.done(&format!("{path}?preview=phone&to=preview"), &fields).await;
    assert_eq!(phone, format!("{path}?preview=phone&done=saved#preview"));
    assert_eq!(desk.done(&format!("{path}?to=add"), &fields).await, format!("{path}?find=pool#add"));
    let page = desk.page(&path).await;
    assert!(!page.contains("<form class"), "a form of its own would leave the words behind: {page}");
}

#[tokio::test]
async fn an_unchanged_text_leaves_an_approved_digest_as_it_is_and_a_changed_one_says_what_it_did() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    let same = [("subject", "Morning"), ("introduction", "First.\r\n\r\nSecond.")];
    desk.done(&format!("{path}/approve"), &same).await;
    desk.done(&format!("{path}/schedule"), &[("at", "2041-10-24T07:00")]).await;
    assert_eq!(desk.done(&path, &same).await, format!("{path}?done=saved"));
    let digest = desk.digest(id).await;
    assert_eq!((digest.state, digest.scheduled_at.is_some()), (DigestState::Scheduled, true));

    let other = [("subject", "Morning"), ("introduction", "Other words.")];
    assert_eq!(desk.done(&path, &other).await, format!("{path}?done=reopened"));
    assert!(desk.page(&format!("{path}?done=reopened")).await.contains("It is a draft again and will not be sent"));
    // Text that nobody approved is saved, and neither sent nor scheduled.
    desk.done(&format!("{path}/approve"), &[]).await;
    for (action, field) in [("send", ("sure", "yes")), ("schedule", ("at", "2041-10-24T07:00"))] {
        let words = format!("Typed before {action}.");
        let fields = [("subject", "Morning"), ("introduction", words.as_str()), field];
        assert_eq!(desk.done(&format!("{path}/{action}"), &fields).await, format!("{path}?done=reopened"));
        let digest = desk.digest(id).await;
        assert_eq!((digest.state, digest.introduction), (DigestState::Draft, words));
        desk.done(&format!("{path}/approve"), &[]).await;
    }
}

/// Two editors overwrote each other, and one approved a text that had changed under the page.
#[tokio::test]
async fn a_page_that_is_out_of_date_changes_approves_and_sends_nothing() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    let old = seen(&desk.page(&path).await);
    desk.done(&path, &[("seen", &old), ("introduction", "Of the first editor.")]).await;
    for action in ["", "/approve", "/fill", "/cancel", "/test"] {
        let mine = [("seen", old.as_str()), ("subject", "Mine"), ("introduction", "Of the second."), ("sure", "yes")];
        let refused = desk.post(&format!("{path}{action}"), &[&mine[..], &[("email", "a@example.org")]].concat()).await;
        assert_eq!(refused.status, 409, "{action}");
        for part in ["Somebody else changed this digest", "Of the second.", "Of the first editor.", "=\"unsaved\""] {
            assert!(refused.body.contains(part), "{action}: {part} is not in {}", refused.body);
        }
    }
    let now = seen(&desk.page(&path).await);
    assert_ne!(now, old);
    desk.done(&path, &[("seen", &now), ("introduction", "Of both.")]).await;
    assert_eq!(desk.digest(id).await.introduction, "Of both.");
}

/// A form from before a new sign-in was answered with 403, and its text was lost.
#[tokio::test]
async fn a_form_of_an_earlier_session_is_shown_again_with_its_text() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    let other = Desk { csrf: "junk".to_owned(), ..desk };
    for action in ["", "/approve", "/send", "/articles"] {
        let words = [("subject", "Evening"), ("introduction", "Typed <b>long</b>."), ("change", "add:1")];
        let refused = other.post(&format!("{path}{action}"), &words).await;
        assert_eq!(refused.status, 403, "{action}");
        for part in ["value=\"Evening\"", "Typed &#60;b&#62;long", "signed in again", "=\"unsaved\""] {
            assert!(refused.body.contains(part), "{action}: {part} is not in {}", refused.body);
        }
    }
    assert_eq!(other.digest(id).await.subject, "Morning", "nothing was done");
}
