//! `tidings subscribers`: CSV in and out. `-` is standard input or output.

mod export;
mod import;
mod words;

use std::path::PathBuf;

use anyhow::ensure;
use clap::{Subcommand, ValueEnum};

use super::installation::Installation;
use super::newsletter::by_slug;
use super::output::Output;
use crate::subscriber::SubscriptionState;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ImportState {
    /// Readers who agreed elsewhere, which you can prove.
    Confirmed,
    /// Readers who get no mail, not even for a confirmation, until they sign up or an editor asks them to confirm.
    Pending,
}

impl From<ImportState> for SubscriptionState {
    fn from(state: ImportState) -> Self {
        match state {
            ImportState::Confirmed => Self::Confirmed,
            ImportState::Pending => Self::Pending,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum SubscribersCommand {
    /// Import readers from a CSV file with the columns email, name and state.
    Import {
        /// The file, or - for standard input.
        file: PathBuf,
        #[arg(long)]
        newsletter: String,
        /// The highest state that a row may have: a column "state" can lower it, never raise it.
        #[arg(long, value_enum, default_value = "confirmed")]
        state: ImportState,
    },
    /// Write all readers to a CSV file that only you can read.
    Export {
        /// The file, or - for standard output.
        file: PathBuf,
        #[arg(long)]
        newsletter: Option<String>,
    },
}

impl SubscribersCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Import { file, newsletter, state } => {
                let newsletter = by_slug(installation, &newsletter).await?;
                ensure!(
                    newsletter.is_open(),
                    "the newsletter \"{}\" is closed to new readers; reopen it at /admin/newsletters/{}",
                    newsletter.slug,
                    newsletter.id
                );
                import::run(installation, &file, newsletter, state.into(), output).await
            }
            Self::Export { file, newsletter } => export::run(installation, &file, newsletter.as_deref(), output).await,
        }
    }
}
