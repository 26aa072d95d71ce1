//! The trending score of an article, in parts that add up.
//!
//! # The rule
//! Publication, views and clicks each have a weight ([`Weights`]), which halves every half-life. With the default
//! half-life of a day, a click (3) counts 1.5 after one day and 0.75 after two. An article's score is the sum of all of
//! these.
//!
//! # Why nothing is recomputed
//! All counts decay at the same rate, so time alone never changes the order of two articles. Instead of lowering old
//! counts, new ones are raised: a count of weight `w` at time `t` is stored as `w * 2^((t - landmark) / half-life)`,
//! and dividing by `2^((now - landmark) / half-life)` gives its present value (forward decay: Cormode, Shkapenyuk,
//! Srivastava, Xu, "Forward Decay: A Practical Time Decay Model for Streaming Systems", ICDE 2009). The stored number
//! is the base-2 logarithm of each sum, which grows by one per half-life and so never overflows.
//!
//! # In a digest
//! A digest chooses among several days, where a half-life of a day would leave only today's articles. There publication,
//! views and clicks count by the same weights, and the article fades with its age, in a line from the whole to the half
//! at the edge of the edition's window: `(fresh + views + clicks) * (1 - age / (2 * window))`. These are whole numbers
//! once they are multiplied by twice the window, so both databases sort by them alike.
//!
//! After a change of a weight or of the half-life, every [`Heat`] must be computed again from its signals.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::word::coded_enum;

/// 2025-01-01T00:00:00Z in seconds of the Unix epoch. Any time would do, but it must never change.
const LANDMARK: i64 = 1_735_689_600;

/// The logarithm of zero: finite, so that every database can store and sort it.
const NOTHING: f64 = -1e9;

/// Most decimals of a shown score: enough for an article of nearly a month without readers.
const MOST_DECIMALS: u8 = 9;

/// The weights of a view, a click and the publication.
pub const VIEW: i32 = 1;
pub const CLICK: i32 = 3;
pub const FRESH: i32 = 10;

/// The weights of the parts, and the half-life.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    pub half_life_hours: f64,
    pub view: f64,
    pub click: f64,
    /// Of the publication.
    pub fresh: f64,
}

impl Default for Weights {
    fn default() -> Self {
        let [view, click, fresh] = [VIEW, CLICK, FRESH].map(f64::from);
        Self { half_life_hours: 24.0, view, click, fresh }
    }
}

coded_enum! {
    /// A signal of a person about an article.
    pub enum SignalKind {
        View = (0, "view"),
        Click = (1, "click"),
    }
}

/// The stored form of a score: the base-2 logarithm of each forward-decayed sum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heat {
    pub fresh: f64,
    pub views: f64,
    pub clicks: f64,
}

/// A score at a given time, in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Score {
    pub fresh: f64,
    pub views: f64,
    pub clicks: f64,
    /// `fresh + views + clicks`.
    pub total: f64,
}

impl Heat {
    /// An article without signals.
    #[must_use]
    pub fn new(weights: &Weights, published_at: DateTime<Utc>) -> Self {
        Self { fresh: grown(weights, weights.fresh, published_at), views: NOTHING, clicks: NOTHING }
    }

    /// With one more signal.
    #[must_use]
    pub fn add(self, weights: &Weights, kind: SignalKind, at: DateTime<Utc>) -> Self {
        self.add_many(weights, kind, 1, at)
    }

    /// With `count` more signals of the same time.
    #[must_use]
    pub fn add_many(self, weights: &Weights, kind: SignalKind, count: u32, at: DateTime<Utc>) -> Self {
        let count = f64::from(count);
        match kind {
            SignalKind::View => Self { views: log_add(self.views, grown(weights, weights.view * count, at)), ..self },
            SignalKind::Click => {
                Self { clicks: log_add(self.clicks, grown(weights, weights.click * count, at)), ..self }
            }
        }
    }

    /// The heat from all signals of an article, after a change of weights and for tests.
    #[must_use]
    pub fn from_signals(
        weights: &Weights,
        published_at: DateTime<Utc>,
        signals: impl IntoIterator<Item = (SignalKind, DateTime<Utc>)>,
    ) -> Self {
        signals.into_iter().fold(Self::new(weights, published_at), |heat, (kind, at)| heat.add(weights, kind, at))
    }

    /// The sort key of articles: the base-2 logarithm of the sum of the parts. It gives the same order as
    /// [`Score::total`] at any time.
    #[must_use]
    pub fn rank(&self) -> f64 {
        log_add(log_add(self.fresh, self.views), self.clicks)
    }

    /// The parts at `now`, and their sum.
    #[must_use]
    pub fn score_at(&self, weights: &Weights, now: DateTime<Utc>) -> Score {
        let elapsed = half_lives(weights, now);
        // Keeps the number finite. Only a clock that is years wrong would lead beyond 2^1000.
        let worth = |log: f64| (log - elapsed).min(1000.0).exp2();
        Score::of(worth(self.fresh), worth(self.views), worth(self.clicks))
    }
}

impl Score {
    fn of(fresh: f64, views: f64, clicks: f64) -> Self {
        Self { fresh, views, clicks, total: fresh + views + clicks }
    }

    /// The score rounded for a page, with the number of decimals. The parts add up to the total, and totals decrease
    /// down a list: the total is rounded, and the parts are rounded down, but for those that would lose most.
    #[must_use]
    pub fn rounded(&self) -> (Self, u8) {
        let decimals = decimals(self.total);
        let unit = 10_f64.powi(i32::from(decimals));
        let total = (self.total * unit).round();
        let mut parts =
            [self.fresh, self.views, self.clicks].map(|part| ((part * unit).floor(), (part * unit).fract()));
        let mut missing = total - parts.iter().map(|(whole, _)| whole).sum::<f64>();
        let mut by_loss = parts.each_mut();
        by_loss.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (whole, _) in by_loss {
            let more = missing.clamp(0.0, 1.0);
            *whole += more;
            missing -= more;
        }
        let [fresh, views, clicks] = parts.map(|(whole, _)| whole / unit);
        (Self { fresh, views, clicks, total: total / unit }, decimals)
    }
}

/// Two decimals; for a small number as many as show three digits, but two for a number near zero.
fn decimals(number: f64) -> u8 {
    (2..=MOST_DECIMALS).find(|decimals| number * 10_f64.powi(i32::from(*decimals)) >= 100.0).unwrap_or(2)
}

/// The logarithm of a forward-decayed weight.
fn grown(weights: &Weights, weight: f64, at: DateTime<Utc>) -> f64 {
    if weight <= 0.0 { NOTHING } else { weight.log2() + half_lives(weights, at) }
}

/// Half-lives since the landmark; negative before it.
fn half_lives(weights: &Weights, at: DateTime<Utc>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of centuries fit into 52 bits")]
    let hours = (at.timestamp_millis() - LANDMARK * 1000) as f64 / 3_600_000.0;
    // A minute is the shortest half-life, since zero would divide by zero.
    hours / weights.half_life_hours.max(1.0 / 60.0)
}

/// `log2(2^a + 2^b)` without overflow.
fn log_add(a: f64, b: f64) -> f64 {
    let (high, low) = if a >= b { (a, b) } else { (b, a) };
    if low <= NOTHING { high } else { high + (low - high).exp2().ln_1p() / std::f64::consts::LN_2 }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    const WEIGHTS: Weights = Weights { half_life_hours: 24.0, view: 1.0, click: 3.0, fresh: 10.0 };

    fn hour(hour: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_760_000_000 + hour * 3600, 0).unwrap()
    }

    /// Pseudo-random signals, the same for each seed.
    fn signals(seed: i64, count: i64) -> Vec<(SignalKind, DateTime<Utc>)> {
        (0..count)
            .map(|n| {
                let x = (n * 7919 + seed * 104_729) % 997;
                (if x % 3 == 0 { SignalKind::Click } else { SignalKind::View }, hour(x % 200))
            })
            .collect()
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
    }

    #[test]
    fn a_count_halves_every_half_life() {
        let heat = Heat::new(&WEIGHTS, hour(0)).add(&WEIGHTS, SignalKind::Click, hour(24));
        for (now, fresh, clicks) in [(24, 5.0, 3.0), (48, 2.5, 1.5), (72, 1.25, 0.75)] {
            let score = heat.score_at(&WEIGHTS, hour(now));
            assert!(close(score.fresh, fresh) && close(score.clicks, clicks), "{now}: {score:?}");
            assert!(score.views < f64::EPSILON);
        }
    }

    #[test]
    fn the_score_is_that_of_the_list_of_signals() {
        for seed in 0..20 {
            let signals = signals(seed, 300);
            let heat = Heat::from_signals(&WEIGHTS, hour(seed), signals.clone());
            let now = hour(240);
            let worth = |weight: f64, at: DateTime<Utc>| {
                weight * 0.5_f64.powf((now - at).as_seconds_f64() / 3600.0 / WEIGHTS.half_life_hours)
            };
            let sum = |wanted: SignalKind, weight: f64| -> f64 {
                signals.iter().filter(|(kind, _)| *kind == wanted).map(|(_, at)| worth(weight, *at)).sum()
            };
            let score = heat.score_at(&WEIGHTS, now);
            assert!(close(score.fresh, worth(WEIGHTS.fresh, hour(seed))));
            assert!(close(score.views, sum(SignalKind::View, WEIGHTS.view)));
            assert!(close(score.clicks, sum(SignalKind::Click, WEIGHTS.click)));
        }
    }

    #[test]
    fn the_parts_add_up_to_what_is_sorted_by() {
        for seed in 0..20 {
            let heat = Heat::from_signals(&WEIGHTS, hour(seed), signals(seed, 50));
            let score = heat.score_at(&WEIGHTS, hour(300));
            assert!(close(score.total, score.fresh + score.views + score.clicks));
            assert!(close(heat.rank() - half_lives(&WEIGHTS, hour(300)), score.total.log2()));
        }
    }

    /// An article whose parts had each been rounded down was listed above one with a larger number, and articles of a
    /// fortnight all showed 0.00.
    #[test]
    fn the_shown_scores_add_up_and_decrease_down_the_list() {
        let scores = (0..400).flat_map(|n| {
            let x = 2_f64.powf(-f64::from(n) / 20.0);
            [Score::of(0.44 * x, 0.44 * x, 0.44 * x), Score::of(1.31 * x, 0.0, 0.0), Score::of(1e-13 * x, 0.0, 0.0)]
        });
        let mut scores: Vec<Score> = scores.collect();
        scores.sort_by(|a, b| b.total.total_cmp(&a.total));
        let mut last = f64::INFINITY;
        for score in scores {
            let (shown, decimals) = score.rounded();
            let written =
                [shown.fresh, shown.views, shown.clicks, shown.total].map(|n| format!("{n:.*}", usize::from(decimals)));
            let [fresh, views, clicks, total] = written.map(|text| text.parse::<f64>().unwrap());
            assert!((fresh + views + clicks - total).abs() < 1e-12, "{score:?} {shown:?}");
            assert!(total <= last && (total - score.total).abs() <= 0.005 * score.total + 1e-7, "{score:?} {shown:?}");
            last = total;
        }
    }

    #[test]
    fn the_order_never_changes_with_time() {
        let heats: Vec<Heat> =
            (0..30).map(|seed| Heat::from_signals(&WEIGHTS, hour(seed * 5), signals(seed, seed * 2))).collect();
        let order = |key: &dyn Fn(&Heat) -> f64| {
            let mut order: Vec<usize> = (0..heats.len()).collect();
            order.sort_by(|a, b| key(&heats[*b]).total_cmp(&key(&heats[*a])));
            order
        };
        let by_rank = order(&Heat::rank);
        for now in [200, 250, 1_000, 10_000] {
            assert_eq!(order(&|heat| heat.score_at(&WEIGHTS, hour(now)).total), by_rank, "at hour {now}");
        }
    }

    #[test]
    fn the_order_in_which_signals_come_makes_no_difference() {
        let mut signals = signals(7, 200);
        let forward = Heat::from_signals(&WEIGHTS, hour(0), signals.clone());
        signals.reverse();
        let backward = Heat::from_signals(&WEIGHTS, hour(0), signals);
        assert!(close(forward.views, backward.views) && close(forward.clicks, backward.clicks));
        let many = Heat::new(&WEIGHTS, hour(0)).add_many(&WEIGHTS, SignalKind::View, 40, hour(3));
        let one_by_one = Heat::from_signals(&WEIGHTS, hour(0), vec![(SignalKind::View, hour(3)); 40]);
        assert!(close(many.views, one_by_one.views));
    }

    #[test]
    fn far_times_and_odd_weights_stay_finite() {
        let century = TimeDelta::days(36_500);
        for published in [hour(0) - century, hour(0), hour(0) + century] {
            for half_life_hours in [0.0, 0.5, 24.0, 100_000.0] {
                let weights = Weights { half_life_hours, fresh: 0.0, ..WEIGHTS };
                let heat = Heat::new(&weights, published).add(&weights, SignalKind::View, published);
                assert!(heat.rank().is_finite(), "{heat:?}");
                assert!(heat.score_at(&weights, hour(0)).total.is_finite());
            }
        }
        let nothing = Weights { fresh: 0.0, ..WEIGHTS };
        assert!(Heat::new(&nothing, hour(0)).score_at(&nothing, hour(0)).total < f64::EPSILON);
        assert!(Heat::new(&nothing, hour(0)).add_many(&WEIGHTS, SignalKind::View, 0, hour(0)).rank() <= NOTHING);
    }
}
