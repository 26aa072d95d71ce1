//! Mail: composing messages, and SMTP connections to a relay.
//!
//! - [`compose()`] freezes a draft into a blob that many deliveries share; [`Template`] splices one recipient's values
//!   into it. The output is 7-bit, so it requires no extension of the server.
//! - [`RelayAddress`] is the address of a relay; [`Connection`] is one SMTP connection, whose faults name their stage;
//!   [`classify`] says what a fault means for the recipient and for the relay.
//!
//! Only this room names lettre. It knows no noun and uses neither clock nor randomness: times, nonces and identities
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
mod throttling;

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
