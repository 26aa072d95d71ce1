//! TLS to PostgreSQL: what `sslmode` encrypts and checks, against a real server with the certificate of `localhost`.

use diesel::RunQueryDsl as _;
use diesel::sql_types::Bool;
use tidings::db::{Db, Error};
use url::Url;

use crate::support::postgres::TestDatabase;

#[derive(diesel::QueryableByName)]
struct Encryption {
    #[diesel(sql_type = Bool)]
    ssl: bool,
}

/// Connects to a host by which the server's own address is meant, and returns whether the connection is encrypted.
async fn connect(server: &str, host: &str, parameters: &str) -> Result<bool, Error> {
    let mut url = Url::parse(server).unwrap();
    let address = url.host_str().unwrap().to_owned();
    url.set_host(Some(host)).unwrap();
    let db = Db::open(&format!("{url}?hostaddr={address}{parameters}"), None)?;
    let query = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let found =
        db.read(move |conn| tidings::db::Result::Ok(diesel::sql_query(query).get_result::<Encryption>(conn)?)).await?;
    Ok(found.ssl)
}

#[tokio::test]
async fn postgres_is_reached_by_tls_as_its_address_asks() {
    let database = TestDatabase::create();
    if !database.is_postgres() {
        return;
    }
    let roots = std::env::var("TEST_DATABASE_ROOTS").expect("TEST_DATABASE_ROOTS: the server's certificate");
    let file = format!("sslrootcert={roots}");
    for (host, parameters, encrypted) in [
        ("localhost", "", Some(false)),
        ("localhost", "&sslmode=prefer", Some(false)),
        ("localhost", "&sslmode=require", Some(true)),
        ("localhost", &format!("&sslmode=verify-full&{file}"), Some(true)),
        ("other.example.org", "&sslmode=require", Some(true)),
        ("other.example.org", &format!("&sslmode=verify-ca&{file}"), Some(true)),
        ("other.example.org", &format!("&sslmode=verify-full&{file}"), None),
        ("localhost", "&sslmode=verify-full", None),
    ] {
        let found = connect(&database.url, host, parameters).await;
        match (&found, encrypted) {
            (Ok(found), Some(encrypted)) => assert_eq!(*found, encrypted, "{host} {parameters}"),
            (Err(error), None) => {
                let words = error.to_string();
                assert!(words.contains(&format!("TLS to {host}: invalid peer certificate")), "{words}");
            }
            _ => panic!("{host} {parameters}: {found:?}"),
        }
    }
}
