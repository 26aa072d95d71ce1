//! The readers' side over HTTP: the real server, database and engine.

mod consent;
mod data;
mod embeds;
mod forms;
mod ground;
mod hostile;
mod pages;
mod samples;
mod thread;
