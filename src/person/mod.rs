//! A person's data across all nouns: downloading and erasing it. It stores nothing itself.

mod download;
mod erase;

pub use download::{Download, download};
pub use erase::erase;
