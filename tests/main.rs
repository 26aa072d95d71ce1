//! The one test binary.

mod support;

mod fetch;
