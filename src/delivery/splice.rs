//! The values that differ from recipient to recipient. Only this file defines their names, and their order in the row of a
//! delivery and in a frozen message.

use crate::mail::Slots;
use crate::word::word_enum;

word_enum! {
    /// A value that is spliced into a message for each recipient.
    pub enum Splice {
        /// Such as `Dear Ann,`; empty if no name is known.
        Greeting = "greeting",
        /// The token of the unsubscribe link.
        Unsubscribe = "unsubscribe",
        /// The token of the link to the preferences.
        Preferences = "preferences",
        /// The token by which clicks on headlines are counted.
        Click = "click",
        /// The token of the link that confirms a subscription.
        Confirm = "confirm",
    }
}

impl Splice {
    /// The slots of a message. It has all of them, used or not.
    #[must_use]
    pub fn slots(nonce: u64) -> Slots {
        Self::slots_and(nonce, 0)
    }

    /// The slots of a message with further ones, whose values come after those that all messages have.
    #[must_use]
    pub fn slots_and(nonce: u64, further: usize) -> Slots {
        let further: Vec<String> = (0..further).map(further_name).collect();
        let all = Self::ALL.iter().map(|splice| splice.as_str());
        let names: Vec<&str> = all.chain(further.iter().map(String::as_str)).collect();
        Slots::new(nonce, &names)
    }

    /// The mark of a further slot, by its number from 0.
    #[must_use]
    pub fn further_mark(slots: &Slots, number: usize) -> String {
        slots.mark(&further_name(number))
    }

    /// The mark that a template prints in the place of the value.
    #[must_use]
    pub fn mark(self, slots: &Slots) -> String {
        slots.mark(self.as_str())
    }
}

fn further_name(number: usize) -> String {
    format!("further-{number}")
}

/// The values of one recipient. Values that the message does not use may stay empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpliceValues {
    pub greeting: String,
    pub unsubscribe: String,
    pub preferences: String,
    pub click: String,
    pub confirm: String,
}

impl SpliceValues {
    const fn of(&mut self, splice: Splice) -> &mut String {
        match splice {
            Splice::Greeting => &mut self.greeting,
            Splice::Unsubscribe => &mut self.unsubscribe,
            Splice::Preferences => &mut self.preferences,
            Splice::Click => &mut self.click,
            Splice::Confirm => &mut self.confirm,
        }
    }

    /// The values in the order of [`Splice::slots`].
    #[must_use]
    pub fn into_fields(mut self) -> Vec<String> {
        Splice::ALL.iter().map(|splice| std::mem::take(self.of(*splice))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_in_the_order_of_the_slots() {
        let text = String::from;
        let values = SpliceValues {
            greeting: text("greeting"),
            unsubscribe: text("unsubscribe"),
            preferences: text("preferences"),
            click: text("click"),
            confirm: text("confirm"),
        };
        assert_eq!(values.into_fields(), Splice::slots(1).names());
    }
}
