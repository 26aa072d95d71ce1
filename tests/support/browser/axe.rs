//! Runs axe-core on the open page: the violations of WCAG 2.2 AA that an automatic check can find.

use std::fmt;

use serde::Deserialize;
use serde_json::json;
use thirtyfour::WebDriver;

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Violation {
    /// axe's name for the rule, such as `color-contrast`.
    pub rule: String,
    pub help: String,
    /// The elements, as CSS selectors with axe's explanation.
    pub nodes: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    {}", self.rule, self.help, self.nodes.join("\n    "))
    }
}

/// Naming tags also enables rules that are off by default, such as WCAG 2.2's target size.
const TAGS: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const RUN: &str = r#"
    const [tags, done] = arguments;
    const violation = (result) => ({
        rule: result.id,
        help: result.help,
        nodes: result.nodes.map((node) => node.target.join(" ") + " -- " + node.failureSummary.replace(/\s+/g, " ")),
    });
    axe.run(document, { runOnly: tags, resultTypes: ["violations"] }).then(
        (result) => done({ violations: result.violations.map(violation) }),
        (error) => done({ error: String(error) }),
    );
"#;

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    Violations(Vec<Violation>),
    Error(String),
}

/// Runs axe-core from the file that `TIDINGS_AXE_JS` names. The page's content security policy does not apply to
/// scripts of WebDriver.
pub async fn axe(driver: &WebDriver) -> Vec<Violation> {
    let path = std::env::var("TIDINGS_AXE_JS").expect("TIDINGS_AXE_JS names axe.min.js; tests/run sets it");
    let source = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    driver.execute(source, vec![]).await.expect("load axe");
    let answer = driver.execute_async(RUN, vec![json!(TAGS)]).await.expect("run axe");
    match answer.convert().expect("axe's answer") {
        Outcome::Violations(violations) => violations,
        Outcome::Error(error) => panic!("axe: {error}"),
    }
}
