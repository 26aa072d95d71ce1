//! Tidings: a newsletter server in one binary.
//!
//! Readers sign up and confirm; articles come in; Tidings ranks what is trending, composes digests of it and delivers
//! each digest to each reader once.
//!
//! # The four floors
//! A room may use rooms on lower floors, and on its own floor only those listed before it. `tests/house.rs` reads the
//! `use crate::` lines and enforces it.
//!
//! | floor | rooms, in order |
//! | --- | --- |
//! | 0, values: no I/O | [`word`] [`config`] [`clock`] [`token`] [`text`] [`email_address`] [`markup`] [`html`] [`actor`] [`links`] [`locale`] [`field`] [`effect`] |
//! | 1, the outside world: knows no noun | [`db`] [`mail`] [`fetch`] |
//! | 2, the nouns | [`audit`] [`guard`] [`site`] [`account`] [`newsletter`] [`delivery`] [`subscriber`] [`article`] [`digest`] [`contact`] [`person`] |
//! | 3, the edges: no rules, no SQL | [`worker`] [`assembly`] [`web`] [`cli`] |
//!
//! Nouns are in the middle because questions about the code come by noun: what happens when a mail bounces is answered
//! by one folder. `delivery` knows addresses and messages, but neither articles nor subscribers, so that its safety can
//! be checked in one place.
//!
//! # Invariants
//! 1. Only `db` and a noun's `queries` name diesel (a noun's type may have its derives, so that its columns are listed
//!    once); only `mail` names lettre; only `web` names actix; only `cli` names clap; only `clock` reads the wall clock;
//!    only `token` uses randomness.
//! 2. Every mail leaves through a row in `deliveries`. No network call inside a transaction.
//! 3. A message is frozen when queued. Its Message-ID is derived from the delivery and is the same at every attempt.
//! 4. GET and HEAD change no consent, subscription, content, session (but its last-seen time) or mail. Signals are the
//!    one thing that a GET may add.
//! 5. A 2xx or 3xx answer to a POST means that its effect is on disk.
//! 6. What a visitor can learn never depends on whether an address is known.
//! 7. Pure rooms are functions of values, tested with tables of cases.
//! 8. A counter and the rows that it counts change in the same transaction.
//! 9. Who is due is defined once, in `subscriber::audience`; the number that an editor confirms is that of the plan.
//! 10. No two files use each other. In a noun's folder the types are in `mod.rs`, and `queries` is below the actions.
//!
//! # Two databases
//! Addresses and the keys of search have the collation `"C"` on PostgreSQL, so that both databases compare and sort
//! them by their bytes. A comparison of such a column with a column of another collation, as in a join, needs
//! `COLLATE "C"` on the other one, or PostgreSQL refuses it.
//!
//! # Ten minutes' reading
//! `web::routes` (all routes), `subscriber::sign_up` (an action), `delivery` (the state diagram), `delivery::engine`
//! (the loop), `digest::send` (how a digest becomes deliveries), `tests/kill.rs` (what it survives).

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        reason = "a test ends at the first surprise"
    )
)]

pub mod word;
pub mod config;
pub mod clock;
pub mod token;
pub mod text;
pub mod email_address;
pub mod markup;
pub mod html;
pub mod actor;
pub mod links;
pub mod locale;
pub mod field;
pub mod effect;

pub mod db;
pub mod mail;
pub mod fetch;

pub mod audit;
pub mod guard;
pub mod site;
pub mod account;
pub mod newsletter;
pub mod delivery;
pub mod subscriber;
pub mod article;
pub mod digest;
pub mod contact;
pub mod person;

pub mod worker;
pub mod assembly;
pub mod web;
pub mod cli;
