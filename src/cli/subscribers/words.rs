//! Why a file or a row was not imported, in words.

use crate::locale::{Arg, Locale};
use crate::subscriber::import::{HeaderError, RefusalKind};

pub fn refusal(locale: &Locale, kind: &RefusalKind) -> String {
    let key = match kind {
        RefusalKind::Encoding => "import-encoding",
        RefusalKind::UnclosedQuote => "import-unclosed-quote",
        RefusalKind::CarriageReturn => "import-carriage-return",
        RefusalKind::TooLong => "import-too-long",
        RefusalKind::Field(error) => return format!("{}: {}", error.field, error.words(locale)),
        RefusalKind::OtherNewsletter(slug) => return locale.t1("import-other-newsletter", "slug", slug),
    };
    locale.t(key)
}

pub fn header(locale: &Locale, error: &HeaderError) -> String {
    match error {
        HeaderError::Unreadable(kind) => locale.t1("import-header-unreadable", "reason", refusal(locale, kind)),
        HeaderError::Separator(c) => locale.t1("import-header-separator", "separator", Arg::Text(format!("{c:?}"))),
        HeaderError::Synonym(name) => locale.t1("import-header-synonym", "name", name),
        HeaderError::NoHeader => locale.t("import-header-missing"),
        HeaderError::NoEmail => locale.t("import-header-no-email"),
    }
}
