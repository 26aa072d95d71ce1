//! Users, sessions, links and keys, and signing in over HTTP.

mod entrance;
mod links;
mod people;
mod sign_in;

use tidings::account::password::{Memory, Password};
use tidings::account::{self, Browser, NewUser};
use tidings::actor::{Actor, Role};
use tidings::clock::Timestamp;
use tidings::db::{self, Conn, Db};
use tidings::email_address::EmailAddress;
use tidings::token::Random;

const NOW: Timestamp = Timestamp(1_761_177_600_000);
const ADDRESS: &str = "ada@example.org";
const PASSWORD: &str = "correct horse battery";

fn random() -> Random {
    Random::System
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn newcomer(typed: &str, password: Option<&str>) -> NewUser {
    let password_hash =
        password.map(|password| Password::parse(password).unwrap().hash(&random(), &mut Memory::default()).unwrap());
    NewUser { address: address(typed), name: "Ada".to_owned(), role: Role::Editor, password_hash }
}

async fn write<T: Send + 'static>(db: &Db, work: impl FnOnce(&mut Conn) -> db::Result<T> + Send + 'static) -> T {
    db.write(work).await.unwrap()
}

async fn add(db: &Db, password: Option<&str>) -> i64 {
    let new = newcomer(ADDRESS, password);
    db.write(move |conn| account::add_user(conn, &Actor::Operator, NOW, &new)).await.unwrap()
}

/// Opens a session by a link; its token.
async fn open(db: &Db, user: i64) -> String {
    write(db, move |conn| {
        let link = account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user)?.unwrap();
        let opened = account::use_sign_in_link(conn, NOW, &random(), &link, &Browser::default(), None)?;
        Ok(opened.unwrap().token)
    })
    .await
}

async fn session(db: &Db, at: Timestamp, token: &str) -> Option<account::OpenSession> {
    let token = token.to_owned();
    db.read(move |conn| account::session(conn, at, &token)).await.unwrap()
}
