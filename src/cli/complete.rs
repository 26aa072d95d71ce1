//! Shell completions and manual pages, made from the definitions of the commands.

use std::path::Path;

use anyhow::Context;
use clap::Command;
use clap_complete::Shell;
use serde_json::json;

use super::output::Output;

/// Prints the completion script of a shell.
pub fn completions(mut command: Command, shell: Shell, output: Output) -> anyhow::Result<()> {
    let mut script = Vec::new();
    let name = command.get_name().to_owned();
    clap_complete::generate(shell, &mut command, name, &mut script);
    output.text("script", &String::from_utf8(script)?)
}

/// Writes a page for the program and for each command into a folder, which is made if it is missing.
pub fn manual(command: Command, folder: &Path, output: Output) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    clap_mangen::generate_to(command, folder).with_context(|| folder.display().to_string())?;
    output.say(&format!("manual pages are in {}", folder.display()), &json!({ "folder": folder }))
}
