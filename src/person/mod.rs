//! One person across all rooms: what is kept about them, to hand it over, and erasing it.
//! It keeps nothing itself.

mod download;
mod erase;

pub use download::{Download, download};
pub use erase::erase;
