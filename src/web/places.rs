//! A number of places for each client, such as for its connections: taken, and given back when they are dropped.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::client::household;

/// The places of all clients.
#[derive(Clone, Debug)]
pub struct Places {
    /// The places of one client.
    most: usize,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A taken place.
#[derive(Debug)]
pub struct Place {
    places: Places,
    client: IpAddr,
}

impl Places {
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, taken: Arc::default() }
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place; `None` if the client has no more.
    #[must_use]
    pub fn take(&self, client: IpAddr) -> Option<Place> {
        let client = household(client);
        let mut taken = self.taken();
        let count = taken.entry(client).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place { places: self.clone(), client })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.taken();
        if let Some(count) = taken.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_has_so_many_places_at_a_time() {
        let places = Places::new(2);
        let take = |client: &str| places.take(client.parse().unwrap());
        let (first, second) = (take("192.0.2.1"), take("192.0.2.1"));
        assert!(first.is_some() && second.is_some() && take("::ffff:192.0.2.1").is_none());
        assert!(take("192.0.2.2").is_some(), "another client");
        drop(first);
        let again = take("192.0.2.1");
        assert!(again.is_some() && take("192.0.2.1").is_none());
        let (one, neighbour) = (take("2001:db8::1"), take("2001:db8::ffff"));
        assert!(one.is_some() && neighbour.is_some() && take("2001:db8::2").is_none(), "one household");
        drop((second, again, one, neighbour));
        assert!(places.taken().is_empty(), "no memory is kept");
    }
}
