//! What users, keys and the operator did, newest first, in words, with the way to what it was done to.

use actix_web::web;
use serde::Deserialize;

use super::pages::{AdminFrame, AuditRow, ListPage};
use super::parts::{Said, filter_choices, frame_said};
use super::turn::{LIMIT, Turn};
use crate::account::{self, ApiKey, User};
use crate::audit::{self, Entry, Filter};
use crate::db::{self, Conn};
use crate::locale::Locale;
use crate::web::respond::{Answer, page};
use crate::web::routes::get;
use crate::web::{App, SignedIn};

const LIST: &str = "/admin/audit";

/// Those who act without an account, in the words of the log.
const OTHERS: [&str; 3] = ["operator", "system", "visitor"];

/// What is acted on, in the words of the log, and where it is seen; `{id}` is its number.
const NOUNS: [(&str, &str); 13] = [
    ("digest", "/admin/digests/{id}"),
    ("article", "/admin/articles/{id}"),
    ("feed", "/admin/feeds/{id}"),
    ("topic", "/admin/topics/{id}"),
    ("newsletter", "/admin/newsletters/{id}"),
    ("subscriber", "/admin/subscribers/{id}"),
    ("subscription", ""),
    ("suppression", "/admin/suppressions"),
    ("enquiry", "/admin/enquiries/{id}"),
    ("relay", "/admin/deliveries"),
    ("site", "/admin/settings"),
    ("user", "/admin/users/{id}"),
    ("api-key", "/admin/api-keys"),
];

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes.route(LIST, get(list));
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Find {
    /// `user-7`, `api-key-2`, or one of [`OTHERS`].
    who: String,
    /// A noun.
    what: String,
}

impl Find {
    fn filter(&self) -> Filter {
        let actor = match self.who.rsplit_once('-') {
            Some((kind, id)) if !id.is_empty() => id.parse().ok().map(|id| (kind.to_owned(), Some(id))),
            _ => Some((self.who.clone(), None)).filter(|(kind, _)| !kind.is_empty()),
        };
        Filter { actor, subject: Some(self.what.clone()).filter(|what| !what.is_empty()) }
    }
}

async fn list(app: web::Data<App>, by: SignedIn, find: web::Query<Find>, turn: web::Query<Turn>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    let (filter, before, now) = (find.filter(), turn.before(), app.clock.now());
    let work = move |conn: &mut Conn| {
        let entries = audit::page(conn, &filter, before, LIMIT)?;
        Ok::<_, db::Error>((entries, account::users(conn)?, account::api_keys(conn)?))
    };
    let (mut entries, users, keys) = app.db.read(work).await?;
    let pager = turn.cut(&mut entries, |entry| entry.id, LIST, &[("who", &find.who), ("what", &find.what)]);
    let row = |entry: Entry| AuditRow {
        when: frame.moment(entry.at, now),
        user: who(&frame.locale, &entry, &users, &keys),
        action: what(&frame.locale, &entry),
        url: place(&frame, &entry),
        detail: detail(&frame.locale, &entry.detail),
    };
    let rows = entries.into_iter().map(row).collect();
    let l = frame.locale.clone();
    let who = filter_choices(&l, actors(&l, &users, &keys), &find.who);
    let nouns = NOUNS.iter().map(|(noun, _)| ((*noun).to_owned(), l.t(&format!("audit-{noun}")))).collect();
    let what = filter_choices(&l, nouns, &find.what);
    page(&ListPage::audit(frame, rows, who, what, pager))
}

/// Everyone who may have acted, as values of the filter.
fn actors(l: &Locale, users: &[User], keys: &[ApiKey]) -> Vec<(String, String)> {
    let users = users.iter().map(|user| (format!("user-{}", user.id), user.name.clone()));
    let keys = keys.iter().map(|key| (format!("api-key-{}", key.id), l.t1("audit-by-key", "name", &key.name)));
    let others = OTHERS.iter().map(|other| ((*other).to_owned(), l.t(&format!("audit-by-{other}"))));
    users.chain(keys).chain(others).collect()
}

/// Who acted: a name where there is one.
fn who(l: &Locale, entry: &Entry, users: &[User], keys: &[ApiKey]) -> String {
    let name = match entry.actor.as_str() {
        "user" => users.iter().find(|user| Some(user.id) == entry.actor_id).map(|user| user.name.clone()),
        "api-key" => {
            let key = keys.iter().find(|key| Some(key.id) == entry.actor_id);
            key.map(|key| l.t1("audit-by-key", "name", &key.name))
        }
        other => Some(l.t(&format!("audit-by-{other}"))),
    };
    name.unwrap_or_else(|| entry.actor.clone())
}

/// What was done, in words, with the number of what it was done to; an action without words is told by its code.
fn what(l: &Locale, entry: &Entry) -> String {
    let key = format!("audit-{}", entry.action.replace('.', "-"));
    let words = l.t(&key);
    let words = if words == key { entry.action.clone() } else { words };
    entry.subject_id.map_or_else(|| words.clone(), |id| format!("{words} ({id})"))
}

/// Where it is seen; nothing where the one who looks may not go.
fn place(frame: &AdminFrame, entry: &Entry) -> Option<String> {
    let (_, path) = NOUNS.iter().find(|(noun, path)| *noun == entry.subject && !path.is_empty())?;
    let path = match entry.subject_id {
        Some(id) => path.replace("{id}", &id.to_string()),
        None if path.contains("{id}") => return None,
        None => (*path).to_owned(),
    };
    frame.may_enter(&path).then_some(path)
}

/// Words of the log that have a text are told by it: roles, and the fields that were changed.
fn detail(l: &Locale, detail: &str) -> String {
    let word = |word: &str| {
        let known = ["role", "audit-field"].iter().map(|kind| format!("{kind}-{word}"));
        known.map(|key| (l.t(&key), key)).find(|(text, key)| text != key).map(|(text, _)| text)
    };
    let words: Option<Vec<String>> = detail.split_whitespace().map(word).collect();
    words.map_or_else(|| detail.to_owned(), |words| words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Role;
    use crate::clock::Timestamp;

    fn entry(actor: &str, subject: &str, subject_id: Option<i64>) -> Entry {
        Entry {
            id: 1,
            at: Timestamp(0),
            actor: actor.to_owned(),
            actor_id: Some(3),
            action: format!("{subject}.erase"),
            subject: subject.to_owned(),
            subject_id,
            detail: String::new(),
        }
    }

    #[test]
    fn a_line_names_who_acted() {
        let key = ApiKey {
            id: 3,
            name: "Newsroom".to_owned(),
            role: Role::Editor,
            created_at: Timestamp(0),
            last_used_at: None,
            revoked_at: None,
        };
        for (actor, shown) in [("api-key", "Newsroom (key)"), ("user", "user"), ("operator", "The operator")] {
            let entry = entry(actor, "subscriber", None);
            assert_eq!(who(&Locale::default(), &entry, &[], std::slice::from_ref(&key)), shown);
        }
    }

    #[test]
    fn an_action_is_told_in_words_and_leads_to_what_it_was_done_to() {
        let l = Locale::default();
        assert_eq!(what(&l, &entry("user", "subscriber", Some(7))), "Erased a person (7)");
        let unknown = Entry { action: ["attic", "erase"].join("."), ..entry("user", "attic", None) };
        assert_eq!(what(&l, &unknown), "attic.erase");
        let mut frame = AdminFrame::sample(LIST);
        for (subject, id, place_of) in [
            ("subscriber", Some(7), Some("/admin/subscribers/7")),
            ("subscriber", None, None),
            ("site", None, Some("/admin/settings")),
            ("attic", Some(7), None),
        ] {
            assert_eq!(place(&frame, &entry("user", subject, id)).as_deref(), place_of, "{subject} {id:?}");
        }
        frame.role = Role::Editor;
        assert_eq!(place(&frame, &entry("user", "user", Some(7))), None, "an editor may not look at users");
    }

    #[test]
    fn every_action_of_the_log_has_words() {
        let mut sources = String::new();
        read_all(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
        // Every second piece stands between quotes.
        let actions = sources.split('"').filter(|piece| {
            let action = piece.split_once('.').filter(|(noun, _)| NOUNS.iter().any(|(known, _)| known == noun));
            action.is_some_and(|(_, verb)| verb.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
        });
        let actions: Vec<&str> = actions.filter(|action| !["site.css", "site.js"].contains(action)).collect();
        assert!(actions.len() > 30, "the reading of actions no longer works: {actions:?}");
        let mute =
            |action: &&&str| Locale::default().t(&format!("audit-{}", action.replace('.', "-"))).starts_with("audit-");
        assert_eq!(actions.iter().filter(mute).collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    fn read_all(folder: &std::path::Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { read_all(&path, all) } else { all.push_str(&std::fs::read_to_string(&path).unwrap()) }
        }
    }

    #[test]
    fn a_filter_is_read_from_its_words() {
        let filter = |who: &str| Find { who: who.to_owned(), what: String::new() }.filter().actor;
        for (who, actor) in [
            ("user-7", Some(("user", Some(7)))),
            ("api-key-2", Some(("api-key", Some(2)))),
            ("operator", Some(("operator", None))),
            ("", None),
            ("user-x", None),
        ] {
            assert_eq!(filter(who), actor.map(|(kind, id)| (kind.to_owned(), id)), "{who}");
        }
    }

    #[test]
    fn a_detail_is_told_in_words_where_it_has_some() {
        for (kept, shown) in
            [("admin", "Administrator"), ("name tagline", "Name, Line below the name"), ("3 new", "3 new"), ("", "")]
        {
            assert_eq!(detail(&Locale::default(), kept), shown);
        }
    }
}
