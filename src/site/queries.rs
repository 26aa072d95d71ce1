//! The site's settings, one row each.

use diesel::prelude::*;

use crate::db::schema::site_settings;
use crate::db::{Both, Conn, Result};
use crate::effect::Effect;

pub fn all(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    Ok(site_settings::table.select((site_settings::name, site_settings::value)).load(conn)?)
}

pub fn set(conn: &mut Conn, name: &str, value: &str) -> Result<()> {
    let row = (site_settings::name.eq(name), site_settings::value.eq(value));
    let upsert = diesel::insert_into(site_settings::table)
        .values(row)
        .on_conflict(site_settings::name)
        .do_update()
        .set(site_settings::value.eq(value));
    RunQueryDsl::execute(Both(upsert), conn)?;
    conn.after_commit(Effect::SiteChanged);
    Ok(())
}
