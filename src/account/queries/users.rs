//! Users in the database.

use diesel::prelude::*;

use crate::account::User;
use crate::actor::Role;
use crate::clock::Timestamp;
use crate::db::schema::users;
use crate::db::{Conn, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct Row {
    id: i64,
    address: String,
    name: String,
    role: Role,
    password_hash: Option<String>,
    created_at: Timestamp,
    disabled_at: Option<Timestamp>,
}

impl From<Row> for User {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            address: row.address,
            name: row.name,
            role: row.role,
            has_password: row.password_hash.is_some(),
            created_at: row.created_at,
            disabled_at: row.disabled_at,
        }
    }
}

/// Inserts a user and returns the id. A second user with the same address is a unique violation.
pub fn insert(
    conn: &mut Conn,
    now: Timestamp,
    address: &str,
    name: &str,
    role: Role,
    password_hash: Option<&str>,
) -> Result<i64> {
    let row = (
        users::address.eq(address),
        users::name.eq(name),
        users::role.eq(role),
        users::password_hash.eq(password_hash),
        users::created_at.eq(now),
    );
    Ok(diesel::insert_into(users::table).values(row).returning(users::id).get_result(conn)?)
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<User>> {
    let row: Option<Row> = users::table.find(id).select(Row::as_select()).first(conn).optional()?;
    Ok(row.map(User::from))
}

pub fn by_address(conn: &mut Conn, address: &str) -> Result<Option<User>> {
    let row = users::table.filter(users::address.eq(address)).select(Row::as_select());
    let row: Option<Row> = row.first(conn).optional()?;
    Ok(row.map(User::from))
}

/// All users in the order of their names.
pub fn list(conn: &mut Conn) -> Result<Vec<User>> {
    let rows: Vec<Row> = users::table.order((users::name, users::id)).select(Row::as_select()).load(conn)?;
    Ok(rows.into_iter().map(User::from).collect())
}

/// Id and password hash of the user who may sign in under an address.
pub fn credentials(conn: &mut Conn, address: &str) -> Result<Option<(i64, Option<String>)>> {
    let row = users::table.filter(users::address.eq(address)).filter(users::disabled_at.is_null());
    Ok(row.select((users::id, users::password_hash)).first(conn).optional()?)
}

/// The role and the password hash of a user who may sign in.
pub fn enabled(conn: &mut Conn, id: i64) -> Result<Option<(Role, Option<String>)>> {
    let row = users::table.find(id).filter(users::disabled_at.is_null());
    Ok(row.select((users::role, users::password_hash)).first(conn).optional()?)
}

/// Replaces a known password hash; false if it has changed meanwhile.
pub fn replace_password(conn: &mut Conn, id: i64, known: Option<&str>, hash: &str) -> Result<bool> {
    let user = users::table.find(id).filter(users::disabled_at.is_null());
    let set = users::password_hash.eq(hash);
    let changed = match known {
        Some(known) => diesel::update(user.filter(users::password_hash.eq(known))).set(set).execute(conn)?,
        None => diesel::update(user.filter(users::password_hash.is_null())).set(set).execute(conn)?,
    };
    Ok(changed == 1)
}

/// Sets the password hash of a user who may sign in.
pub fn set_password(conn: &mut Conn, id: i64, hash: &str) -> Result<()> {
    let user = users::table.find(id).filter(users::disabled_at.is_null());
    diesel::update(user).set(users::password_hash.eq(hash)).execute(conn)?;
    Ok(())
}

/// The ids of the administrators who may sign in, locked until the transaction ends.
pub fn locked_admins(conn: &mut Conn) -> Result<Vec<i64>> {
    let query = users::table.filter(users::role.eq(Role::Admin)).filter(users::disabled_at.is_null());
    let query = query.order(users::id).select(users::id);
    Ok(match conn {
        Conn::Pg(pg) => query.for_update().load(pg)?,
        Conn::Sqlite(sqlite) => query.load(sqlite)?,
    })
}

/// Closes or opens an account.
pub fn set_disabled(conn: &mut Conn, id: i64, at: Option<Timestamp>) -> Result<()> {
    diesel::update(users::table.find(id)).set(users::disabled_at.eq(at)).execute(conn)?;
    Ok(())
}

pub fn set_role(conn: &mut Conn, id: i64, role: Role) -> Result<()> {
    diesel::update(users::table.find(id)).set(users::role.eq(role)).execute(conn)?;
    Ok(())
}

pub fn set_name(conn: &mut Conn, id: i64, name: &str) -> Result<()> {
    diesel::update(users::table.find(id)).set(users::name.eq(name)).execute(conn)?;
    Ok(())
}
