//! Charts drawn on the server: geometry of bars and lines, coloured by the style sheet.
use std::fmt::Write as _;

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
    /// Labels of the first and the last point.
    pub first: String,
    pub last: String,
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

impl Drawing {
    /// One bar a point: label and value, in order.
    #[must_use]
    pub fn bars(summary: String, points: &[(String, i64)]) -> Self {
        let (top, mut drawing) = empty(summary, points);
        let step = WIDTH / steps(points.len());
        for (at, (label, value)) in points.iter().enumerate() {
            let y = height_of(*value, top);
            let width = (step * 0.76).min(WIDEST);
            drawing.bars.push(Bar {
                x: round(step * steps(at) + (step - width) / 2.0),
                y,
                width: round(width),
                height: round(GROUND - y),
                label: format!("{label}: {value}"),
            });
        }
        drawing
    }

    /// A line through the points, in equal steps.
    #[must_use]
    pub fn line(summary: String, points: &[(String, i64)]) -> Self {
        let (top, mut drawing) = empty(summary, points);
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

fn empty(summary: String, points: &[(String, i64)]) -> (i64, Drawing) {
    let top = ceiling(points.iter().map(|(_, value)| *value).max().unwrap_or(0));
    let tick = |value: i64| Tick { at: height_of(value, top), label: value.to_string() };
    let drawing = Drawing {
        width: WIDTH,
        height: HEIGHT,
        summary,
        ticks: vec![tick(0), tick(top / 2), tick(top)],
        first: points.first().map(|(label, _)| label.clone()).unwrap_or_default(),
        last: points.last().map(|(label, _)| label.clone()).unwrap_or_default(),
        ..Drawing::default()
    };
    (top, drawing)
}

/// The next of 2, 4, 10, 20, 40, 100 and so on: an even number, so that its half is whole.
fn ceiling(value: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for step in [2, 4, 10] {
            if value <= power.saturating_mul(step) {
                return power.saturating_mul(step);
            }
        }
        power = power.saturating_mul(10);
    }
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
        for (value, top) in [(0, 2), (2, 2), (3, 4), (5, 10), (41, 100), (10_000, 10_000), (i64::MAX, i64::MAX)] {
            assert_eq!(ceiling(value), top, "{value}");
        }
    }

    #[test]
    fn a_bar_stands_on_the_ground_and_within_the_drawing() {
        let drawing = Drawing::bars("x".into(), &points(&[0, 5, 10]));
        assert_eq!(drawing.bars.len(), 3);
        for bar in &drawing.bars {
            assert!((bar.y + bar.height - GROUND).abs() < 0.2, "{bar:?}");
            assert!(bar.x >= 0.0 && bar.x + bar.width <= WIDTH && bar.y >= TOP, "{bar:?}");
        }
    }

    #[test]
    fn no_points_make_an_empty_drawing() {
        assert!(Drawing::bars(String::new(), &[]).bars.is_empty());
        assert_eq!(Drawing::line(String::new(), &[]).line, "");
        assert_eq!(Drawing::line(String::new(), &points(&[7])).line, "0,48.4");
    }
}
