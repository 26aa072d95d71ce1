//! Requests for a link to the preferences: the address is looked up and the link mailed outside the request, so that
//! the time of the answer says nothing about the address.

use std::sync::Arc;

use crate::clock::Clock;
use crate::db::{self, Conn, Db};
use crate::links::Links;
use crate::subscriber::letters::{LetterBox, Stationery};
use crate::subscriber::link;
use crate::token::Keys;
use crate::{newsletter, site};

/// The dependencies of this worker.
#[derive(Clone)]
pub struct LinkRequests {
    pub db: Db,
    pub clock: Clock,
    pub keys: Keys,
    pub suppression_key: Vec<u8>,
    pub links: Links,
    pub letters: Arc<LetterBox>,
}

impl LinkRequests {
    /// One turn; a failure is logged and the next turn tries again.
    pub async fn turn(&self) {
        if let Err(error) = self.try_turn().await {
            tracing::error!(%error, "links to preferences wait for the database");
        }
    }

    async fn try_turn(&self) -> db::Result<()> {
        while self.db.read(link::is_waiting).await? {
            let (first, site) = self
                .db
                .read(|conn| Ok::<_, db::Error>((newsletter::list(conn)?.into_iter().next(), site::site(conn)?)))
                .await?;
            let Some(newsletter) = first else { return Ok(()) };
            let letters = match self.letters.of(&newsletter, &site, &self.links, &self.keys) {
                Ok(letters) => letters,
                Err(error) => {
                    tracing::error!(%error, "the mail with the link cannot be composed");
                    return Ok(());
                }
            };
            let suppression_key = self.suppression_key.clone();
            let with = Stationery { keys: self.keys.clone(), suppression_key, letters };
            let now = self.clock.now();
            self.db.write(move |conn: &mut Conn| link::answer(conn, now, &with)).await?;
        }
        Ok(())
    }
}
