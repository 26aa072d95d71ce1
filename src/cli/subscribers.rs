//! `tidings subscribers`: one reader by address, CSV in and out, and the imports so far. `-` is standard input or output.

mod export;
mod import;
mod imports;
mod reader;

use std::path::PathBuf;

use clap::Subcommand;

use super::installation::Installation;
use super::output::Output;

#[derive(Debug, Subcommand)]
pub enum SubscribersCommand {
    /// Show what is stored about a reader.
    Show {
        /// The reader's address.
        email: String,
    },
    /// End a reader's subscriptions.
    Unsubscribe {
        /// The reader's address.
        email: String,
        /// Only the one to this newsletter, by its short name in URLs.
        #[arg(long)]
        newsletter: Option<String>,
    },
    /// Erase everything about a reader, at once and for good.
    Erase {
        /// The reader's address.
        email: String,
        /// Confirms that it cannot be undone.
        #[arg(long, required = true)]
        yes: bool,
    },
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
        /// Only the readers of this newsletter, by its short name in URLs.
        #[arg(long)]
        newsletter: Option<String>,
    },
}

impl SubscribersCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Show { email } => reader::show(installation, &email, output).await,
            Self::Unsubscribe { email, newsletter } => {
                reader::unsubscribe(installation, &email, newsletter.as_deref(), output).await
            }
            Self::Erase { email, .. } => reader::erase(installation, &email, output).await,
            Self::Import(arguments) => import::run(installation, arguments, output).await,
            Self::Imports => imports::list(installation, output).await,
            Self::UndoImport { id } => imports::undo(installation, id, output).await,
            Self::Export { file, newsletter } => export::run(installation, &file, newsletter.as_deref(), output).await,
        }
    }
}
