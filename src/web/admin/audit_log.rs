//! What users, keys and the operator did, newest first.

use actix_web::web;
use serde::Deserialize;

use super::pages::{AuditRow, ListPage};
use super::parts::{PAGE, Said, frame_said, with_query};
use crate::account::{self, ApiKey, User};
use crate::audit::{self, Entry};
use crate::db::{self, Conn};
use crate::web::public::pages::Pager;
use crate::web::respond::{Answer, page};
use crate::web::routes::get;
use crate::web::{App, SignedIn};

const LIST: &str = "/admin/audit";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes.route(LIST, get(list));
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Find {
    before: Option<i64>,
}

async fn list(app: web::Data<App>, by: SignedIn, find: web::Query<Find>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    let before = find.before;
    let work = move |conn: &mut Conn| {
        let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
        Ok::<_, db::Error>((audit::page(conn, before, limit)?, account::users(conn)?, account::api_keys(conn)?))
    };
    let (mut entries, users, keys) = app.db.read(work).await?;
    let more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let older = entries.last().filter(|_| more).map(|last| with_query(LIST, &[("before", &last.id.to_string())]));
    let newer = before.map(|_| LIST.to_owned());
    let row = |entry: Entry| AuditRow {
        when: frame.when(entry.at),
        user: who(&entry, &users, &keys),
        action: what(&entry),
        detail: entry.detail,
    };
    let rows = entries.into_iter().map(row).collect();
    page(&ListPage::audit(frame, rows, Pager { newer, older }))
}

/// Who acted: a name where there is one, else the word of the log.
fn who(entry: &Entry, users: &[User], keys: &[ApiKey]) -> String {
    let name = match entry.actor.as_str() {
        "user" => users.iter().find(|user| Some(user.id) == entry.actor_id).map(|user| user.name.clone()),
        "api-key" => keys.iter().find(|key| Some(key.id) == entry.actor_id).map(|key| key.name.clone()),
        _ => None,
    };
    name.unwrap_or_else(|| entry.actor.clone())
}

/// What was done, in the words of the log: `subscriber.erase 7`.
fn what(entry: &Entry) -> String {
    entry.subject_id.map_or_else(|| entry.action.clone(), |id| format!("{} {id}", entry.action))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;

    #[test]
    fn a_line_names_who_acted_and_on_what() {
        let entry = |actor: &str, subject_id| Entry {
            id: 1,
            at: Timestamp(0),
            actor: actor.to_owned(),
            actor_id: Some(3),
            action: "subscriber.erase".to_owned(),
            subject: "subscriber".to_owned(),
            subject_id,
            detail: String::new(),
        };
        assert_eq!(what(&entry("user", Some(7))), "subscriber.erase 7");
        assert_eq!(what(&entry("user", None)), "subscriber.erase");
        let key = ApiKey {
            id: 3,
            name: "Newsroom".to_owned(),
            role: crate::actor::Role::Editor,
            created_at: Timestamp(0),
            last_used_at: None,
            revoked_at: None,
        };
        for (actor, shown) in [("api-key", "Newsroom"), ("user", "user"), ("operator", "operator")] {
            assert_eq!(who(&entry(actor, None), &[], std::slice::from_ref(&key)), shown);
        }
    }
}
