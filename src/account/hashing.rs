//! Passwords are hashed a few at a time, in memory that is made once and used again: a hash takes 19 MiB and all of a
//! core, and what an allocator gets back from many threads it does not return to the system.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::password::Memory;

/// The most hashes at a time. Each takes some 30 milliseconds of a core; half of the cores are left to pages.
const AT_A_TIME: usize = 2;

/// The turns and the memory of all hashes of a server.
#[derive(Clone, Debug)]
pub struct Hashing {
    turns: Arc<Semaphore>,
    /// Made when they are first needed, never more than there are turns.
    memories: Arc<Mutex<Vec<Memory>>>,
}

/// The work broke off.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed")]
pub struct HashingError;

impl Default for Hashing {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { turns: Arc::new(Semaphore::new((cores / 2).clamp(1, AT_A_TIME))), memories: Arc::default() }
    }
}

impl Hashing {
    /// Runs work that hashes, on a thread of its own, when its turn comes. Work whose caller has gone keeps its turn until
    /// it ends.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        let turn = self.turns.clone().acquire_owned().await.map_err(|_| HashingError)?;
        let memories = self.memories.clone();
        let working = spawn_blocking(move || {
            let kept = || memories.lock().unwrap_or_else(PoisonError::into_inner);
            let free = kept().pop();
            let mut memory = free.unwrap_or_default();
            let done = work(&mut memory);
            kept().push(memory);
            drop(turn);
            done
        });
        working.await.map_err(|_| HashingError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn many_hashes_share_a_few_memories() {
        let hashing = Hashing::default();
        let mut tasks = tokio::task::JoinSet::new();
        for number in 0..20 {
            let hashing = hashing.clone();
            tasks.spawn(async move { hashing.run(move |_| number).await.unwrap() });
        }
        assert_eq!(tasks.join_all().await.into_iter().sum::<i32>(), 190);
        assert!((1..=AT_A_TIME).contains(&hashing.memories.lock().unwrap().len()));
    }

    #[tokio::test]
    async fn work_that_panics_gives_its_turn_back() {
        let hashing = Hashing::default();
        for _ in 0..3 * AT_A_TIME {
            assert!(hashing.run(|_| panic!("broken")).await.is_err());
        }
        assert!(hashing.run(|_| 7).await.is_ok());
    }
}
