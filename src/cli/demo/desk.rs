//! What waits on the desk of the sample newsroom: a draft, and enquiries.

use crate::actor::Actor;
use crate::cli::installation::Installation;
use crate::clock::{HOUR, Timestamp};
use crate::contact::{self, EnquiryInput};
use crate::db::{self, Conn};
use crate::digest::edit;
use crate::{newsletter, site};

const DRAFT: &str = "Boats until half past one";

/// Name, address, subject and text of each enquiry, and how many hours ago it came.
const ENQUIRIES: [(&str, &str, &str, &str, i64); 2] = [
    (
        "Odile Marrack",
        "odile@kiln-street.example",
        "The night ferry and the bakers",
        "Thank you for the piece about the night ferry. You write that the half fare needs a rota. Ours is chalked on the \
         wall of the bakery. Will a photograph of the wall do?\n\nOdile",
        3,
    ),
    (
        "Bram Holm",
        "bram.holm@north.example",
        "Two copies every morning",
        "I get The Morning Tide at home and at the boatyard. One is enough, however good it is. Could you take the boatyard \
         off the list?",
        29,
    ),
];

/// Composes the draft, and receives the enquiries.
pub async fn fill(installation: &Installation, now: Timestamp, newsletter: i64) -> anyhow::Result<()> {
    installation.db.write(move |conn| edit::compose(conn, &Actor::Operator, now, newsletter, DRAFT)).await?;
    for (name, email, subject, message, hours) in ENQUIRIES {
        let found =
            move |conn: &mut Conn| Ok::<_, db::Error>((newsletter::by_id(conn, newsletter)?, site::site(conn)?));
        let (Some(newsletter), site) = installation.db.read(found).await? else { return Ok(()) };
        let input = EnquiryInput { newsletter: Ok(&newsletter), name, email, subject, message };
        let enquiry = input.check()?.1;
        let (links, nonce) = (installation.links.clone(), installation.random.number());
        let work = move |conn: &mut Conn| {
            contact::receive(conn, now.plus(-hours * HOUR), nonce, &links, (&newsletter, &site), &enquiry)
        };
        installation.db.write(work).await?;
    }
    Ok(())
}
