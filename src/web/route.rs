//! How a route is made; which routes there are stands in [`super::routes`].

use actix_web::{FromRequest, Handler, Responder, Route, guard, web};

/// A route for GET and HEAD.
pub fn get<F, Args>(handler: F) -> Route
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler)
}
