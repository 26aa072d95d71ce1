//! The effects that the open transaction has noted, kept with its connection. Diesel tells of each begin, savepoint,
//! commit and rollback, so what is rolled back takes its effects with it. Handing them on is the pool's.

use diesel::connection::{Connection, Instrumentation, InstrumentationEvent};

use super::Conn;
use crate::effect::Effect;

#[derive(Default)]
struct Effects {
    noted: Vec<Effect>,
    /// How many were noted when each open transaction or savepoint began, the outermost first.
    begun: Vec<usize>,
}

impl Instrumentation for Effects {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::BeginTransaction { depth, .. } => {
                if depth.get() == 1 {
                    self.noted.clear();
                    self.begun.clear();
                }
                self.begun.push(self.noted.len());
            }
            InstrumentationEvent::CommitTransaction { .. } => {
                self.begun.pop();
            }
            InstrumentationEvent::RollbackTransaction { .. } => self.noted.truncate(self.begun.pop().unwrap_or(0)),
            _ => {}
        }
    }
}

impl Conn {
    /// Makes the connection keep effects. Without this they are dropped.
    pub(super) fn keep_effects(&mut self) {
        self.set_instrumentation(Effects::default());
    }

    /// Notes what is to be done once the open transaction is committed, if it is. In a process without listeners, such
    /// as a command's, nobody does it.
    pub fn after_commit(&mut self, effect: Effect) {
        if let Some(effects) = self.instrumentation().downcast_mut::<Effects>()
            && effects.noted.last() != Some(&effect)
        {
            effects.noted.push(effect);
        }
    }

    /// What the transaction that has just been committed had noted.
    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        let effects = self.instrumentation().downcast_mut::<Effects>();
        effects.map(|effects| std::mem::take(&mut effects.noted)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Error;

    fn note(conn: &mut Conn, dispatch: i64, good: bool) -> Result<(), Error> {
        conn.savepoint(|conn| {
            conn.after_commit(Effect::Held(dispatch));
            if good { Ok(()) } else { Err(Error::Busy) }
        })
    }

    #[test]
    fn a_rollback_takes_its_effects_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut conn = crate::db::sqlite::DatabaseFile::make(&folder.path().join("db")).unwrap().open(1024).unwrap();
        conn.keep_effects();
        let done: Result<(), Error> = conn.write_transaction(|conn| {
            conn.after_commit(Effect::Queued);
            conn.after_commit(Effect::Queued);
            note(conn, 1, true)?;
            let _ = note(conn, 2, false);
            conn.savepoint(|conn| {
                note(conn, 3, true)?;
                Err(Error::Busy)
            })
            .or_else(|_| note(conn, 4, true))
        });
        done.unwrap();
        assert_eq!(conn.take_effects(), [Effect::Queued, Effect::Held(1), Effect::Held(4)]);
        let failed: Result<(), Error> = conn.write_transaction(|conn| {
            note(conn, 5, true)?;
            Err(Error::Busy)
        });
        assert!(failed.is_err() && conn.take_effects().is_empty());
    }
}
