//! What users, keys and the operator did, newest first, in words, with a link to what it was done to.

use actix_web::web;

use super::audit_names::{Names, names};
use super::field_form::label_key;
use super::form::Form;
use super::frame::AdminFrame;
use super::list::{self, ListPage};
use super::table::{Cell, Table};
use crate::account::{self, ApiKey, User};
use crate::audit::{self, Entry, Filter};
use crate::db::{self, Conn};
use crate::locale::Locale;
use crate::web::paging::{LIMIT, Turn};
use crate::web::respond::{Answer, page};
use crate::web::route::get;
use crate::web::{App, Submitted};

pub const PATH: &str = "/admin/audit";

/// Actors without an account, in the words of the log.
const OTHERS: [&str; 3] = ["operator", "system", "visitor"];

/// Subjects in the words of the log, and the paths of their pages; `{id}` is the subject's id.
pub const NOUNS: [(&str, &str); 14] = [
    ("digest", "/admin/digests/{id}"),
    ("article", "/admin/articles/{id}"),
    ("feed", "/admin/feeds/{id}"),
    ("topic", "/admin/topics/{id}"),
    ("newsletter", "/admin/newsletters/{id}"),
    ("subscriber", "/admin/subscribers/{id}"),
    ("subscription", ""),
    ("suppression", "/admin/suppressions"),
    ("import", "/admin/subscribers/imports"),
    ("enquiry", "/admin/enquiries/{id}"),
    ("relay", "/admin/deliveries"),
    ("site", "/admin/settings"),
    ("user", "/admin/users/{id}"),
    ("api-key", "/admin/api-keys"),
];

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.route("", get(list));
}

/// The filter of a query: `who` is `user-7`, `api-key-2` or one of [`OTHERS`], `what` a noun.
fn filter(query: &Submitted) -> Filter {
    let who = query.get("who");
    let actor = match who.rsplit_once('-') {
        Some((kind, id)) if !id.is_empty() => id.parse().ok().map(|id| (kind.to_owned(), Some(id))),
        _ => Some((who.to_owned(), None)).filter(|(kind, _)| !kind.is_empty()),
    };
    Filter { actor, subject: query.find("what").map(str::to_owned).filter(|what| !what.is_empty()) }
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (filter, turn) = (filter(&query), Turn::of(&query));
    let before = turn.before();
    let work = move |conn: &mut Conn| {
        let entries = audit::page(conn, &filter, before, LIMIT)?;
        let (users, keys) = (account::users(conn)?, account::api_keys(conn)?);
        let names = names(conn, &entries, &users, &keys)?;
        Ok::<_, db::Error>((entries, names, users, keys))
    };
    let (mut entries, names, users, keys) = app.db.read(work).await?;
    let fields = ["who", "what"].map(|name| (name, query.get(name)));
    let pager = turn.cut(&mut entries, |entry| entry.id, PATH, &fields);
    page(&ListPage { pager, ..list_page(frame, (&entries, &names), &users, &keys, &query) })
}

/// The entries with the names of their subjects.
#[must_use]
pub fn list_page(
    frame: AdminFrame,
    (entries, names): (&[Entry], &Names),
    users: &[User],
    keys: &[ApiKey],
    query: &Submitted,
) -> ListPage {
    let l = &frame.locale;
    let place = |entry: &Entry| subject_path(entry).filter(|path| frame.may_enter(path));
    let action = |entry: &Entry| Cell { url: place(entry), ..Cell::text(what(l, entry, names)) };
    let table = Table::of(&frame, entries)
        .moment(|entry| entry.at)
        .column("admin-who", |entry| who(l, entry, users, keys))
        .column("admin-what", |entry| action(entry).note(detail(l, entry)))
        .table("admin-nav-audit", "admin-nothing");
    let nouns = NOUNS.iter().map(|(noun, _)| ((*noun).to_owned(), l.t(&format!("audit-{noun}"))));
    let search = Form::search(l)
        .select("who", "admin-who", list::filter(l, actors(l, users, keys)))
        .select("what", "admin-what", list::filter(l, nouns))
        .fill(query)
        .inputs;
    ListPage { search, ..ListPage::new(frame, table) }
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

/// What was done, in words, with its subject: a name if there is one, else the id. An action without words shows as
/// its code.
fn what(l: &Locale, entry: &Entry, names: &Names) -> String {
    let key = format!("audit-{}", entry.action.replace('.', "-"));
    let words = l.t(&key);
    let words = if words == key { entry.action.clone() } else { words };
    let Some(id) = entry.subject_id else { return words };
    match names.get(&(entry.subject.clone(), id)) {
        Some(name) => format!("{words}: {name}"),
        None => format!("{words} ({id})"),
    }
}

/// The path of the subject's page.
fn subject_path(entry: &Entry) -> Option<String> {
    let (_, path) = NOUNS.iter().find(|(noun, path)| *noun == entry.subject && !path.is_empty())?;
    match entry.subject_id {
        Some(id) => Some(path.replace("{id}", &id.to_string())),
        None if path.contains("{id}") => None,
        None => Some((*path).to_owned()),
    }
}

/// The detail in words where it has some: roles, and the fields that were changed.
fn detail(l: &Locale, entry: &Entry) -> String {
    let word = |word: &str| {
        let known = ["role", "audit-field", &entry.subject].map(|kind| label_key(kind, word));
        known.into_iter().map(|key| (l.t(&key), key)).find(|(text, key)| text != key).map(|(text, _)| text)
    };
    let words: Option<Vec<String>> = entry.detail.split_whitespace().map(word).collect();
    words.map_or_else(|| entry.detail.clone(), |words| words.join(", "))
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
    fn an_action_is_shown_in_words() {
        let l = Locale::default();
        let erased = entry("user", "subscriber", Some(7));
        assert_eq!(what(&l, &erased, &Names::new()), "Erased a person (7)");
        let names = Names::from([(("subscriber".to_owned(), 7), "ann@example.org".to_owned())]);
        assert_eq!(what(&l, &erased, &names), "Erased a person: ann@example.org");
        let unknown = Entry { action: ["attic", "erase"].join("."), ..entry("user", "attic", None) };
        assert_eq!(what(&l, &unknown, &Names::new()), "attic.erase");
    }

    #[test]
    fn a_line_leads_to_the_page_of_its_subject() {
        for (subject, id, path) in [
            ("subscriber", Some(7), Some("/admin/subscribers/7")),
            ("subscriber", None, None),
            ("site", None, Some("/admin/settings")),
            ("attic", Some(7), None),
        ] {
            assert_eq!(subject_path(&entry("user", subject, id)).as_deref(), path, "{subject} {id:?}");
        }
    }

    #[test]
    fn a_filter_is_read_from_the_query() {
        for (who, actor) in [
            ("user-7", Some(("user", Some(7)))),
            ("api-key-2", Some(("api-key", Some(2)))),
            ("operator", Some(("operator", None))),
            ("", None),
            ("user-x", None),
        ] {
            let found = filter(&Submitted::from([("who", who)])).actor;
            assert_eq!(found, actor.map(|(kind, id)| (kind.to_owned(), id)), "{who}");
        }
    }

    #[test]
    fn a_detail_is_shown_in_words_where_it_has_some() {
        for (subject, detail, shown) in [
            ("user", "admin", "Administrator"),
            ("site", "name tagline", "Name, Tagline"),
            ("newsletter", "sender_name article_count", "Sender’s name, Articles in a digest"),
            ("feed", "3 new", "3 new"),
            ("feed", "", ""),
        ] {
            let entry = Entry { detail: detail.to_owned(), ..entry("user", subject, None) };
            assert_eq!(super::detail(&Locale::default(), &entry), shown);
        }
    }
}
