//! What one subscribes to.
pub mod mail_frame;
