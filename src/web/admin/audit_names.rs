//! The names of what the audit log is about: titles, subjects, addresses. What is gone has no name.

use std::collections::HashMap;

use crate::account::{ApiKey, User};
use crate::article::{self, feed, topic};
use crate::audit::Entry;
use crate::contact;
use crate::db::{self, Conn};
use crate::digest;
use crate::newsletter;
use crate::subscriber;

/// Names by the kind and the id of a subject.
pub type Names = HashMap<(String, i64), String>;

/// The names of the subjects of some entries; `users` and `keys` are all that there are.
pub fn names(conn: &mut Conn, entries: &[Entry], users: &[User], keys: &[ApiKey]) -> db::Result<Names> {
    let users = users.iter().map(|user| (("user".to_owned(), user.id), user.name.clone()));
    let keys = keys.iter().map(|key| (("api-key".to_owned(), key.id), key.name.clone()));
    let mut names: Names = users.chain(keys).collect();
    for entry in entries {
        let Some(id) = entry.subject_id else { continue };
        let key = (entry.subject.clone(), id);
        if names.contains_key(&key) {
            continue;
        }
        if let Some(name) = name(conn, &entry.subject, id)?.filter(|name| !name.trim().is_empty()) {
            names.insert(key, name);
        }
    }
    Ok(names)
}

fn name(conn: &mut Conn, subject: &str, id: i64) -> db::Result<Option<String>> {
    Ok(match subject {
        "digest" => digest::by_id(conn, id)?.map(|digest| digest.subject),
        "article" => article::by_id(conn, id)?.map(|article| article.title),
        "feed" => feed::by_id(conn, id)?.map(|feed| if feed.title.is_empty() { feed.url } else { feed.title }),
        "topic" => topic::by_id(conn, id)?.map(|topic| topic.name),
        "newsletter" => newsletter::by_id(conn, id)?.map(|newsletter| newsletter.name.clone()),
        "subscriber" => subscriber::by_id(conn, id)?.and_then(|subscriber| subscriber.envelope),
        "subscription" => {
            let reader = subscriber::subscription(conn, id)?.map(|subscription| subscription.subscriber_id);
            let reader = reader.map(|reader| subscriber::by_id(conn, reader)).transpose()?.flatten();
            reader.and_then(|reader| reader.envelope)
        }
        "enquiry" => contact::by_id(conn, id)?.map(|enquiry| enquiry.subject),
        _ => None,
    })
}
