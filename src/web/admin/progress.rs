//! The progress of a dispatch: its counters and a meter.

use super::frame::AdminFrame;
use crate::delivery::Counters;
use crate::locale::Locale;

/// The counters of a dispatch: `expected = sent + failed + skipped + cancelled + unknown + to go`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub counters: Counters,
    /// Those to go that wait for another attempt.
    pub waiting: i64,
}

/// A piece of a meter, in per cent of its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub class: &'static str,
    pub from: String,
    pub width: String,
}

impl Progress {
    /// Sent, failed, in doubt, and not mailed (skipped or cancelled), from left to right.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let Counters { sent, failed, unknown, skipped, cancelled, expected, .. } = self.counters;
        let counted =
            [("sent", sent), ("failed", failed), ("unknown", unknown), ("left", skipped.saturating_add(cancelled))];
        let (mut from, mut pieces) = (0, Vec::new());
        for (class, count) in counted {
            if count > 0 && expected > 0 {
                pieces.push(Piece { class, from: percent(from, expected), width: percent(count, expected) });
            }
            from = from.saturating_add(count);
        }
        pieces
    }

    /// The meter in words.
    #[must_use]
    pub fn summary(&self, frame: &AdminFrame) -> String {
        let (l, counters) = (&frame.locale, self.counters);
        l.t2("admin-progress", "sent", l.number(counters.sent), "expected", l.number(counters.expected))
    }

    /// Counters as shown: label and number.
    #[must_use]
    pub fn counters(&self, l: &Locale) -> Vec<(String, String)> {
        let counters = self.counters;
        let expected = if counters.expected_final { "admin-expected" } else { "admin-expected-growing" };
        let shown = [
            (expected, counters.expected),
            ("state-sent", counters.sent),
            ("state-failed", counters.failed),
            ("state-skipped", counters.skipped),
            ("state-cancelled", counters.cancelled),
            ("state-unknown", counters.unknown),
            ("admin-to-go", counters.to_go()),
        ];
        let waiting = (self.waiting > 0).then_some(("admin-waiting-again", self.waiting));
        shown.into_iter().chain(waiting).map(|(key, number)| (l.t(key), l.number(number))).collect()
    }
}

fn percent(count: i64, of: i64) -> String {
    let tenths = count.saturating_mul(1000).checked_div(of).unwrap_or(0);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(counters: Counters) -> Vec<(&'static str, String, String)> {
        let pieces = Progress { counters, waiting: 0 }.pieces();
        pieces.into_iter().map(|piece| (piece.class, piece.from, piece.width)).collect()
    }

    #[test]
    fn a_meter_ends_where_what_is_done_ends() {
        let counters = Counters { expected: 200, sent: 100, failed: 1, skipped: 9, ..Counters::default() };
        let piece = |class, from: &str, width: &str| (class, from.to_owned(), width.to_owned());
        let expected = [piece("sent", "0.0", "50.0"), piece("failed", "50.0", "0.5"), piece("left", "50.5", "4.5")];
        assert_eq!(pieces(counters), expected);
        assert!(pieces(Counters::default()).is_empty());
    }
}
