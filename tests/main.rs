//! The one test binary.

mod support;

mod fetch;
mod smtp;
