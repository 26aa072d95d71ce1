//! Why a file or a row was not imported, in words.

use super::{HeaderError, RefusalKind};
use crate::locale::Locale;

impl RefusalKind {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        let key = match self {
            Self::Encoding => "import-encoding",
            Self::UnclosedQuote => "import-unclosed-quote",
            Self::CarriageReturn => "import-carriage-return",
            Self::TooLong => "import-too-long",
            Self::TextBehindQuote => "import-text-behind-quote",
            Self::TooManyCells => "import-too-many-cells",
            Self::State { column, value } => {
                let key = if value.is_empty() { "import-no-state" } else { "import-unclear-state" };
                return locale.t_args(key, &[("column", column.into()), ("value", value.into())]);
            }
            Self::Field(error) => return format!("{}: {}", error.field, error.words(locale)),
            Self::OtherNewsletter(slug) => return locale.t1("import-other-newsletter", "slug", slug),
        };
        locale.t(key)
    }
}

impl HeaderError {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        match self {
            Self::Unreadable(kind) => locale.t1("import-header-unreadable", "reason", kind.words(locale)),
            Self::Synonym(name) => locale.t1("import-header-synonym", "name", name),
            Self::NoHeader => locale.t("import-header-missing"),
            Self::NoEmail => locale.t("import-header-no-email"),
            Self::UnclearState(columns) => {
                let quoted: Vec<String> = columns.iter().map(|name| format!("“{name}”")).collect();
                locale.t1("import-header-unclear-state", "columns", quoted.join(", "))
            }
            Self::NoState { tool, column } => {
                let tool = locale.t(&format!("import-tool-{tool}"));
                locale.t_args("import-header-no-state", &[("tool", tool.into()), ("column", (*column).into())])
            }
            Self::NothingToIgnore(name) => locale.t1("import-header-nothing-to-ignore", "name", name),
        }
    }
}
