//! The command line. Results go to standard output, logs and progress to standard error. No rules and no SQL here.

mod article;
mod complete;
mod config_file;
mod demo;
mod digest;
mod doctor;
mod feed;
mod fields;
mod home;
mod installation;
mod log;
mod newsletter;
mod output;
mod ready;
mod serve;
mod subscribers;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use crate::config::Config;

use self::installation::Installation;
use self::output::Output;

/// A newsletter server: sign-up, trending digests, delivery.
#[derive(Debug, Parser)]
#[command(name = "tidings", version)]
struct Arguments {
    /// The configuration file. Without it `TIDINGS_CONFIG` or tidings.toml is read, if there is one.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    /// Print one JSON object instead of text; of an error, to standard error.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server.
    Serve,
    /// Try Tidings with a sample newsroom. Needs no configuration and sends no mail.
    Demo(demo::Demo),
    /// Bring the database's schema up to date.
    Migrate,
    /// Ask the running server whether it is ready, for health checks.
    Ready,
    /// Check configuration, database and relay, and name each fault and its remedy.
    Doctor,
    /// Show the configuration.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Editors and administrators.
    #[command(subcommand)]
    User(user::UserCommand),
    /// API keys for programs.
    #[command(subcommand)]
    ApiKey(user::KeyCommand),
    /// Newsletters that readers subscribe to.
    #[command(subcommand)]
    Newsletter(newsletter::NewsletterCommand),
    /// Feeds from which articles are fetched.
    #[command(subcommand)]
    Feed(feed::FeedCommand),
    /// Articles: import and list.
    #[command(subcommand)]
    Article(article::ArticleCommand),
    /// Readers: one by address, and all as CSV.
    #[command(subcommand)]
    Subscribers(subscribers::SubscribersCommand),
    /// Digests: compose, list, show, test and send.
    #[command(subcommand)]
    Digest(digest::DigestCommand),
    /// Print the completions of a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Write the manual pages.
    Man {
        /// The folder, such as /usr/local/share/man/man1.
        folder: PathBuf,
    },
}

/// How long blocking threads may continue after a command has ended.
const END: Duration = Duration::from_secs(1);

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Print a commented configuration file with every key.
    Template,
}

/// Runs the program. A failure is printed with its causes.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let output = Output { json: arguments.json };
    match run(arguments, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output.error(&error);
            ExitCode::FAILURE
        }
    }
}

/// Prints help, or what is wrong with the arguments.
fn usage(error: &clap::Error) -> ExitCode {
    let is_error = !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let json = std::env::args_os().any(|argument| argument == "--json");
    if is_error && json {
        let words = error.to_string();
        Output { json }.error(&anyhow::anyhow!("{}", words.trim().trim_start_matches("error: ")));
    } else {
        // A closed pipe.
        let _ = error.print();
    }
    ExitCode::from(if is_error { 2 } else { 0 })
}

fn run(arguments: Arguments, output: Output) -> anyhow::Result<()> {
    match &arguments.command {
        Command::Config(ConfigCommand::Template) => return output.text("template", &Config::template()),
        Command::Completions { shell } => return complete::completions(Arguments::command(), *shell, output),
        Command::Man { folder } => return complete::manual(Arguments::command(), folder, output),
        _ => {}
    }
    let file = config_file::read(arguments.config);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    if matches!(arguments.command, Command::Doctor) {
        return runtime.block_on(doctor::run(file, output));
    }
    let config = match arguments.command {
        Command::Demo(_) => Config::load(None)?,
        _ => Config::load(file?.as_ref())?,
    };
    log::start(&config.log)?;
    let done = runtime.block_on(act(arguments.command, config, output));
    // A thread that hangs, such as one that waits for the database, must not keep the process from ending.
    runtime.shutdown_timeout(END);
    done
}

async fn act(command: Command, config: Config, output: Output) -> anyhow::Result<()> {
    match command {
        Command::Config(ConfigCommand::Template)
        | Command::Completions { .. }
        | Command::Man { .. }
        | Command::Doctor => Ok(()),
        Command::Ready => ready::run(config.listen, output).await,
        Command::Serve => serve::run(Installation::open_server(config)?).await,
        Command::Demo(demo) => demo.run(config, output).await,
        Command::Migrate => {
            let done = Installation::make(config)?.migrated.names;
            output.say(&format!("{} migrations were run", done.len()), &serde_json::json!({ "migrations": done }))
        }
        Command::User(command) => command.run(&Installation::open(config)?, output).await,
        Command::ApiKey(command) => command.run(&Installation::open(config)?, output).await,
        Command::Newsletter(command) => command.run(&Installation::open(config)?, output).await,
        Command::Feed(command) => command.run(&Installation::open(config)?, output).await,
        Command::Article(command) => command.run(&Installation::open(config)?, output).await,
        Command::Subscribers(command) => command.run(&Installation::open(config)?, output).await,
        Command::Digest(command) => command.run(&Installation::open(config)?, output).await,
    }
}

#[test]
fn every_command_and_option_has_a_help_text() {
    fn missing_of(command: &clap::Command, path: &str) -> Vec<String> {
        let path = format!("{path} {}", command.get_name());
        let bare = command.get_arguments().filter(|argument| argument.get_help().is_none());
        let mut missing: Vec<String> = bare.map(|argument| format!("{path} {}", argument.get_id())).collect();
        missing.extend(command.get_about().is_none().then(|| path.clone()));
        missing.into_iter().chain(command.get_subcommands().flat_map(|one| missing_of(one, &path))).collect()
    }
    assert_eq!(missing_of(&Arguments::command(), ""), Vec::<String>::new());
}
