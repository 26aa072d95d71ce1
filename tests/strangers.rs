//! What a stranger can cost a server: memory, connections, disk.

mod connections;
mod memory;

use reqwest::Method;
use reqwest::header::USER_AGENT;

use crate::support::app::TestApp;

/// A program that changed its user agent counted as a person with each request, and added a row.
#[tokio::test]
async fn views_with_changing_user_agents_are_a_few_people() {
    let app = TestApp::start().await;
    let path = format!("/articles/{}", app.article("Boats come in", &[], 0).await);
    for number in 0..60 {
        let agent = format!("Mozilla/5.0 (X11; Linux x86_64; rv:{number}.0) Gecko/20100101 Firefox/{number}.0");
        assert_eq!(app.send(app.request(Method::GET, &path).header(USER_AGENT, agent)).await.status, 200);
    }
    assert_eq!(app.flush_signals().await, 4);
}
