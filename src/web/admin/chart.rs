//! Charts drawn on the server: geometry of bars and lines, coloured by the style sheet.
use std::fmt::Write as _;

use crate::locale::Locale;

/// A drawing in its own units; the page scales it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// What it shows, in words, for those who cannot see it.
    pub summary: String,
    pub ticks: Vec<Tick>,
    pub bars: Vec<Bar>,
    /// `x,y x,y ..` of a line; empty for bars.
    pub line: String,
    /// The same, closed along the ground.
    pub area: String,
    /// Labels below: of each bar where they are few, else of the first and the last point.
    pub labels: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tick {
    pub at: f64,
    pub label: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub label: String,
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 160.0;
const TOP: f64 = 1.0;
const GROUND: f64 = 159.0;
/// A bar is no wider, however few there are.
const WIDEST: f64 = 56.0;
/// So many bars have a label each.
const LABELLED: usize = 5;

impl Drawing {
    /// One bar a point: label and value, in order.
    #[must_use]
    pub fn bars(l: &Locale, summary: String, points: &[(String, i64)]) -> Self {
        let (top, mut drawing) = empty(l, summary, points);
        if points.len() <= LABELLED {
            drawing.labels = points.iter().map(|(label, _)| label.clone()).collect();
        }
        let step = WIDTH / steps(points.len());
        for (at, (label, value)) in points.iter().enumerate() {
            let y = height_of(*value, top);
            let width = (step * 0.76).min(WIDEST);
            drawing.bars.push(Bar {
                x: round(step * steps(at) + (step - width) / 2.0),
                y,
                width: round(width),
                height: round(GROUND - y),
                label: format!("{label}: {}", l.number(*value)),
            });
        }
        drawing
    }

    /// A line through the points, in equal steps.
    #[must_use]
    pub fn line(l: &Locale, summary: String, points: &[(String, i64)]) -> Self {
        let (top, mut drawing) = empty(l, summary, points);
        let step = WIDTH / steps(points.len().saturating_sub(1).max(1));
        for (at, (_, value)) in points.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(drawing.line, "{},{} ", round(step * steps(at)), height_of(*value, top));
        }
        drawing.line = drawing.line.trim_end().to_owned();
        if !drawing.line.is_empty() {
            let end = round(step * steps(points.len().saturating_sub(1)));
            drawing.area = format!("0,{GROUND} {} {end},{GROUND}", drawing.line);
        }
        drawing
    }
}

fn empty(l: &Locale, summary: String, points: &[(String, i64)]) -> (i64, Drawing) {
    let top = ceiling(points.iter().map(|(_, value)| *value).max().unwrap_or(0));
    let tick = |value: i64| Tick { at: height_of(value, top), label: l.number(value) };
    let mut labels: Vec<String> =
        points.first().into_iter().chain(points.last()).map(|(label, _)| label.clone()).collect();
    labels.dedup();
    let ticks = vec![tick(0), tick(top / 2), tick(top)];
    (top, Drawing { width: WIDTH, height: HEIGHT, summary, ticks, labels, ..Drawing::default() })
}

/// The next number of two digits and zeros that is even, so that its half is short.
fn ceiling(value: i64) -> i64 {
    let value = value.max(1);
    let unit = 2 * 10_i64.pow(value.ilog10().saturating_sub(1));
    value.div_euclid(unit).saturating_add(i64::from(value % unit != 0)).saturating_mul(unit)
}

#[expect(clippy::cast_precision_loss, reason = "a drawing needs no more than 52 bits")]
fn height_of(value: i64, top: i64) -> f64 {
    round(GROUND - (GROUND - TOP) * (value.max(0) as f64 / top.max(1) as f64))
}

#[expect(clippy::cast_precision_loss, reason = "points of a chart are few")]
fn steps(n: usize) -> f64 {
    n as f64
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[i64]) -> Vec<(String, i64)> {
        values.iter().enumerate().map(|(at, value)| (format!("day {at}"), *value)).collect()
    }

    #[test]
    fn the_scale_ends_at_or_above_the_highest_point() {
        for (value, top) in [
            (0, 2),
            (2, 2),
            (3, 4),
            (41, 42),
            (300, 300),
            (401, 420),
            (10_000, 10_000),
            (12_345, 14_000),
            (i64::MAX, i64::MAX),
        ] {
            assert_eq!(ceiling(value), top, "{value}");
        }
    }

    #[test]
    fn a_bar_stands_on_the_ground_and_within_the_drawing() {
        let drawing = Drawing::bars(&Locale::default(), "x".into(), &points(&[0, 5, 10]));
        assert_eq!(drawing.bars.len(), 3);
        for bar in &drawing.bars {
            assert!((bar.y + bar.height - GROUND).abs() < 0.2, "{bar:?}");
            assert!(bar.x >= 0.0 && bar.x + bar.width <= WIDTH && bar.y >= TOP, "{bar:?}");
        }
    }

    #[test]
    fn no_points_make_an_empty_drawing() {
        let l = Locale::default();
        assert!(Drawing::bars(&l, String::new(), &[]).bars.is_empty());
        assert_eq!(Drawing::line(&l, String::new(), &[]).line, "");
        assert_eq!(Drawing::line(&l, String::new(), &points(&[7])).line, "0,20.8");
    }

    #[test]
    fn numbers_are_grouped_and_few_bars_have_a_label_each() {
        let drawing = Drawing::bars(&Locale::default(), String::new(), &points(&[8_000, 12_345, 9_000]));
        assert_eq!(drawing.ticks.iter().map(|tick| tick.label.as_str()).collect::<Vec<_>>(), ["0", "7,000", "14,000"]);
        assert_eq!(drawing.bars.get(1).map(|bar| bar.label.as_str()), Some("day 1: 12,345"));
        assert_eq!(drawing.labels, ["day 0", "day 1", "day 2"]);
        let labels = |count: usize| Drawing::line(&Locale::default(), String::new(), &points(&vec![1; count])).labels;
        assert_eq!(labels(9), ["day 0", "day 8"]);
        assert_eq!(labels(1), ["day 0"]);
    }
}
