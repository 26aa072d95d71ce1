//! All stored data of a person, named as in the tables.

use serde::Serialize;

use crate::clock::Timestamp;
use crate::contact::{self, Enquiry};
use crate::db::{self, Conn};
use crate::delivery;
use crate::subscriber::preferences::{self, Preferences};
use crate::subscriber::{self, Consent, Subscription};

/// Most deliveries of a download: more than a reader gets in years.
const MOST_DELIVERIES: i64 = 10_000;

#[derive(Debug, Serialize)]
pub struct Download {
    address: Option<String>,
    name: String,
    language: String,
    since: Timestamp,
    subscriptions: Vec<DownloadedSubscription>,
    consents: Vec<DownloadedConsent>,
    deliveries: Vec<DownloadedDelivery>,
    enquiries: Vec<DownloadedEnquiry>,
    /// Why the address is suppressed, if it is.
    suppression: Option<DownloadedSuppression>,
}

#[derive(Debug, Serialize)]
struct DownloadedSubscription {
    newsletter: String,
    state: &'static str,
    since: Timestamp,
    requested_at: Timestamp,
    confirmed_at: Option<Timestamp>,
    unsubscribed_at: Option<Timestamp>,
    paused_until: Option<Timestamp>,
}

#[derive(Debug, Serialize)]
struct DownloadedConsent {
    newsletter: Option<String>,
    action: &'static str,
    wording: String,
    at: Timestamp,
    client: String,
    source: String,
}

#[derive(Debug, Serialize)]
struct DownloadedDelivery {
    kind: &'static str,
    subject: String,
    state: &'static str,
    reply: String,
    at: Timestamp,
}

#[derive(Debug, Serialize)]
struct DownloadedEnquiry {
    newsletter: Option<String>,
    name: String,
    address: String,
    subject: String,
    message: String,
    at: Timestamp,
    answers: Vec<DownloadedAnswer>,
}

#[derive(Debug, Serialize)]
struct DownloadedAnswer {
    body: String,
    at: Timestamp,
}

#[derive(Debug, Serialize)]
struct DownloadedSuppression {
    reason: &'static str,
    detail: String,
    at: Timestamp,
}

/// The person's data; `None` if the person was erased or never existed.
pub fn download(conn: &mut Conn, subscriber: i64) -> db::Result<Option<Download>> {
    let Some(Preferences { subscriber: person, newsletters }) = preferences::standing(conn, subscriber)? else {
        return Ok(None);
    };
    let name_of = |id: i64| newsletters.iter().find(|(n, _)| n.id == id).map(|(n, _)| n.name.clone());
    let keys = subscriber::recipient_keys(conn, subscriber)?;
    let deliveries = delivery::of_recipient(conn, &keys, MOST_DELIVERIES)?;
    let email = person.email();
    let address = person.address.unwrap_or_default();
    let enquiries = contact::of_address(conn, &address)?.into_iter().map(|enquiry| {
        let newsletter = name_of(enquiry.newsletter_id);
        written(conn, enquiry, newsletter)
    });
    let enquiries = enquiries.collect::<db::Result<_>>()?;
    let suppression = match &email {
        Some(email) => delivery::suppression::of_address(conn, email)?,
        None => None,
    };
    let consents = subscriber::consents_of(conn, subscriber)?.into_iter().map(|line| {
        let newsletter = line.newsletter_id.and_then(name_of);
        agreed(line, newsletter)
    });
    Ok(Some(Download {
        subscriptions: newsletters.iter().filter_map(|(n, s)| Some(standing(s.as_ref()?, n.name.clone()))).collect(),
        consents: consents.collect(),
        deliveries: deliveries.into_iter().map(delivered).collect(),
        enquiries,
        suppression: suppression.map(|found| DownloadedSuppression {
            reason: found.reason.as_str(),
            detail: found.detail,
            at: found.at,
        }),
        address: person.envelope,
        name: person.name,
        language: person.language,
        since: person.created_at,
    }))
}

fn standing(subscription: &Subscription, newsletter: String) -> DownloadedSubscription {
    DownloadedSubscription {
        newsletter,
        state: subscription.state.as_str(),
        since: subscription.created_at,
        requested_at: subscription.requested_at,
        confirmed_at: subscription.confirmed_at,
        unsubscribed_at: subscription.unsubscribed_at,
        paused_until: subscription.paused_until,
    }
}

fn agreed(line: Consent, newsletter: Option<String>) -> DownloadedConsent {
    DownloadedConsent {
        newsletter,
        action: line.action.as_str(),
        wording: line.wording,
        at: line.at,
        client: line.client,
        source: line.source,
    }
}

fn delivered(row: delivery::DeliveryRow) -> DownloadedDelivery {
    DownloadedDelivery {
        kind: row.kind.as_str(),
        subject: row.subject,
        state: row.state.as_str(),
        reply: row.reply,
        at: row.updated_at,
    }
}

fn written(conn: &mut Conn, enquiry: Enquiry, newsletter: Option<String>) -> db::Result<DownloadedEnquiry> {
    let answers = contact::answers(conn, enquiry.id)?.into_iter();
    Ok(DownloadedEnquiry {
        newsletter,
        answers: answers.map(|answer| DownloadedAnswer { body: answer.body, at: answer.at }).collect(),
        name: enquiry.name,
        address: enquiry.envelope,
        subject: enquiry.subject,
        message: enquiry.message,
        at: enquiry.created_at,
    })
}
