//! A resource shared by parallel tests: created for the first, dropped after the last.
//!
//! A plain `static` is never dropped, so a server in it would outlive the tests.

use std::sync::{Arc, Mutex, PoisonError, Weak};

pub struct Shared<T>(Mutex<Weak<T>>);

impl<T> Shared<T> {
    pub const fn new() -> Self {
        Self(Mutex::new(Weak::new()))
    }

    /// The resource in use, or a new one. If `make` panics, only the calling test fails.
    pub fn get(&self, make: impl FnOnce() -> T) -> Arc<T> {
        let mut current = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = current.upgrade() {
            return value;
        }
        let value = Arc::new(make());
        *current = Arc::downgrade(&value);
        value
    }
}

#[test]
fn a_shared_resource_is_created_once_and_again_after_its_last_user() {
    static SHARED: Shared<u8> = Shared::new();
    let first = SHARED.get(|| 1);
    let second = SHARED.get(|| 2);
    assert_eq!((*first, *second), (1, 1));
    drop((first, second));
    assert_eq!(*SHARED.get(|| 3), 3);
}
