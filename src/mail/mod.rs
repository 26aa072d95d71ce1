//! Mail: composing messages and handing them to a relay, one connection at a time.
//!
//! - [`compose()`] freezes a draft into a blob that many deliveries share; [`Template`] splices one recipient's values
//!   into it. Output is 7-bit, so it needs no extension of the server.
//! - [`RelayAddress`] says where mail is handed over; [`Connection`] is one SMTP connection that knows at which stage a
//!   fault struck; [`classify`] says what that means for the recipient and for the relay.
//!
//! Only this room names lettre. It knows no noun, asks no clock and draws no randomness: times, nonces and identities
//! are passed in.

pub mod address;
pub mod compose;
mod error;
pub mod fault;
mod frozen;
mod header;
mod quoted_printable;
pub mod read;
pub mod relay;
pub mod reply;
pub mod slots;
pub mod smtp;
pub mod template;

pub use address::{AddressError, Envelope, Mailbox, check_address};
pub use compose::{ComposeError, Draft, ListHeaders, compose};
pub use error::MailError;
pub use fault::{Fault, FaultKind, Reply, Stage, anonymous, record_words};
pub use frozen::{Frozen, ParseError};
pub use read::{ReadMail, read};
pub use relay::{Credentials, RelayAddress, RelayError, SmtpAddress, TlsMode};
pub use reply::{Judgement, classify, judge_reply};
pub use slots::Slots;
pub use smtp::{Connection, Timeouts};
pub use template::{SpliceError, Template};
