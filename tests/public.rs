//! The readers' side over HTTP: the real server, database and engine.

mod embeds;
mod forms;
mod hostile;
#[cfg(feature = "browser-tests")]
mod pages;
mod thread;
