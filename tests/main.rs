//! The one test binary.

mod smtp;
mod support;
