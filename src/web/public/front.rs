//! The front page: what is trending, what is new, the last digests, and the box.

use actix_web::web;

use super::cards::{card, cards, digest_link};
use super::pages::FrontPage;
use crate::article::{self, Article};
use crate::assembly::ground::TRENDING;
use crate::db::{Conn, Result};
use crate::digest::{self, Digest};
use crate::web::App;
use crate::web::respond::{Answer, page};

/// Beside the lead: with it, those that have the tag elsewhere.
const LISTED: i64 = TRENDING - 1;
const LATEST: i64 = 6;
const DIGESTS: i64 = 5;

struct Stories {
    hot: Vec<Article>,
    new: Vec<Article>,
    digests: Vec<Digest>,
}

fn stories(conn: &mut Conn) -> Result<Stories> {
    let hot = article::trending(conn, 1 + LISTED, 0)?;
    let mut new = article::newest(conn, 1 + LISTED + LATEST, 0)?;
    new.retain(|article| hot.iter().all(|above| above.id != article.id));
    new.truncate(usize::try_from(LATEST).unwrap_or_default());
    Ok(Stories { hot, new, digests: digest::archive(conn, DIGESTS, 0)? })
}

pub async fn show(app: web::Data<App>) -> Answer {
    let Stories { hot, new, digests } = app.db.read(stories).await?;
    let ground = app.ground().await?;
    // The whole list is trending, and says so; the tag is for the lead alone.
    let lead = hot.first().map(|article| card(&ground, article, &[article.id]));
    page(&FrontPage {
        frame: ground.frame("/", app.clock.now()),
        lead,
        trending: cards(&ground, hot.get(1..).unwrap_or_default(), &[]),
        more: cards(&ground, &new, &[]),
        digests: digests.iter().map(|digest| digest_link(&ground, digest)).collect(),
        sign_up: ground.sign_up(&[]),
    })
}
