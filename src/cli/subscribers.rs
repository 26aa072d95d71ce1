//! `tidings subscribers`: CSV in and out, and the imports so far. `-` is standard input or output.

mod export;
mod import;
mod imports;

use std::path::PathBuf;

use clap::Subcommand;

use super::installation::Installation;
use super::output::Output;

#[derive(Debug, Subcommand)]
pub enum SubscribersCommand {
    /// Import readers from a CSV file, such as an export of listmonk, Mailchimp, Substack, Ghost, Buttondown, Keila, Kit or
    /// beehiiv.
    Import(import::ImportArguments),
    /// List the imports so far, the newest first.
    Imports,
    /// Undo an import: remove the readers that it added and who have done nothing since.
    UndoImport {
        /// The number of the import, as "imports" lists it.
        id: i64,
    },
    /// Write all readers to a CSV file that only you can read.
    Export {
        /// The file, or - for standard output.
        file: PathBuf,
        /// Only the readers of the newsletter with this slug.
        #[arg(long)]
        newsletter: Option<String>,
    },
}

impl SubscribersCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Import(arguments) => import::run(installation, arguments, output).await,
            Self::Imports => imports::list(installation, output).await,
            Self::UndoImport { id } => imports::undo(installation, id, output).await,
            Self::Export { file, newsletter } => export::run(installation, &file, newsletter.as_deref(), output).await,
        }
    }
}
