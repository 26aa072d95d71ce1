//! Options for the fields of an input: `--sender-name` for `sender_name`.

use std::marker::PhantomData;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::field::{Changes, Field, Fields, Kind, fields};

/// The fields that were given.
#[derive(Clone, Debug)]
pub struct FieldOptions<T> {
    pub changes: Changes,
    input: PhantomData<T>,
}

impl<T: Fields> Args for FieldOptions<T> {
    fn augment_args(command: Command) -> Command {
        command.args(fields::<T>().iter().map(option))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn option(field: &Field) -> Arg {
    let option = Arg::new(field.name.clone()).long(field.name.replace('_', "-")).help(field.description.clone());
    match &field.kind {
        Kind::YesNo => option.num_args(0..=1).default_missing_value("yes").value_parser(["yes", "no"]),
        Kind::List { .. } => option.action(ArgAction::Append),
        Kind::Words(words) => option.value_parser(words.clone()),
        _ => option,
    }
}

impl<T: Fields> FromArgMatches for FieldOptions<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let change = |field: Field| {
            let texts: Vec<String> = matches.get_many::<String>(&field.name)?.cloned().collect();
            // A shell has no easy way to write a line break.
            let text = texts.join("\n").replace("\\n", "\n");
            let value = field.kind.read(&text);
            Some((field.name, value))
        };
        Ok(Self { changes: fields::<T>().into_iter().filter_map(change).collect(), input: PhantomData })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
