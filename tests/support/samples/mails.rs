//! The mails with sample values, by name.

use tidings::contact::mail::EnquiryMail;
use tidings::newsletter::mail_frame::MailFrame;
use tidings::subscriber::mails::NoticeMail;

const NEWSLETTER: &str = "The Morning Tide";
const SITE: &str = "The Harbour Ledger";

pub fn notices() -> [(&'static str, NoticeMail); 3] {
    let frame = MailFrame::sample;
    let (confirm, preferences) = ("https://ledger.example/confirm/a1b2c3", "https://ledger.example/preferences/a1b2c3");
    [
        ("confirmation", NoticeMail::confirmation(frame(), NEWSLETTER, SITE, confirm)),
        ("welcome", NoticeMail::welcome(frame(), NEWSLETTER, SITE, Some("Ann"))),
        ("preferences_link", NoticeMail::preferences_link(frame(), SITE, None, preferences)),
    ]
}

pub fn enquiries() -> [(&'static str, EnquiryMail); 2] {
    let subject = "The timetable";
    let enquiry = "Good morning,\n\nwill the last boat wait for the late train on Sundays?\nMy mother comes by it.";
    let answer = "Dear Ann,\n\nit will wait for ten minutes. The harbour office told us so this morning.\n\nThe desk";
    let (visitor, url) = ("Ann <ann@example.org>", "https://ledger.example/admin/enquiries/7");
    [
        ("enquiry", EnquiryMail::enquiry(MailFrame::sample(), SITE, visitor, subject, enquiry, url)),
        ("answer", EnquiryMail::answer(MailFrame::sample(), SITE, subject, answer, enquiry)),
    ]
}
