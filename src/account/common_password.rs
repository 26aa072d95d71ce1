//! Passwords that are guessed first: a common word or two with digits and signs, rows of a keyboard, a few characters
//! again and again. OWASP ASVS 5.0, 6.2.4 and 6.2.11.
//!
//! The lists of leaked passwords hold few of twelve characters or more, and nearly all of those are made in these ways;
//! so their words are listed here, and not the passwords.

/// A password with fewer different characters is a pattern.
const FEWEST_DIFFERENT: usize = 5;
/// A password with more words is a passphrase, however common they are.
const MOST_WORDS: usize = 2;
/// Neighbours of a row that make up a piece.
const SHORTEST_RUN: usize = 3;

/// Rows in which people run along, in both directions.
const ROWS: [&str; 6] = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];

/// Words of common passwords, by the lists of leaks.
const WORDS: &str = "password passwort passwords passw pass word motdepasse contrasena secret geheim admin administrator \
    administrateur root master user login logon signin letmein let me in open sesame sesam welcome willkommen bienvenue \
    hello hallo hello test testing tester demo guest default change changeme changeit temp temporary access enter system \
    server computer internet windows microsoft google apple samsung facebook instagram tidings newsletter news mail email \
    editor publisher iloveyou ilove love loveyou you liebe lovely sweet sweetheart honey angel baby babygirl princess \
    prinzessin prince queen king superman batman spiderman pokemon naruto starwars ninja dragon monkey tiger lion bear \
    eagle falcon shadow sunshine sunflower flower butterfly chocolate cookie cheese banana orange cherry pepper ginger \
    football fussball soccer baseball basketball hockey golf tennis liverpool chelsea arsenal barcelona manchester united \
    yankees ferrari mercedes porsche harley davidson mustang michael michelle jessica jennifer jordan daniel andrew \
    ashley anthony charlie thomas robert matthew joshua nicole hunter george maggie summer sommer winter spring autumn \
    herbst january february march april june july august september october november december monday friday sunday \
    freedom forever whatever trustno nothing lucky happy family friend friends hannah killer matrix merlin purple \
    silver golden diamond snoopy hardcore fuckyou fuck asshole qazwsx qweasd zaqwsx azerty abc qwe asd zxc company firma \
    blink metallica slipknot nirvana eminem rockyou rock star blessed jesus christ heaven jesuschrist trinity phoenix";

/// Whether a password is among those that are guessed first.
#[must_use]
pub fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let mut different: Vec<char> = lower.chars().collect();
    different.sort_unstable();
    different.dedup();
    different.len() < FEWEST_DIFFERENT || is_simple(&lower) || is_simple(&unmasked(&lower)) || is_zigzag(&lower)
}

/// What is left without digits and signs around it, the letters that others stand for put back.
fn unmasked(lower: &str) -> String {
    let letter = |c: char| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    lower.trim_matches(|c: char| !c.is_alphabetic()).chars().map(letter).collect()
}

/// Whether nothing is left without common words, runs, digits and signs, and the words are few.
fn is_simple(text: &str) -> bool {
    let mut words: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let piece = if first.is_alphabetic() {
            match piece(rest) {
                Some(piece) => piece,
                None => return false,
            }
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(piece);
        if first.is_alphabetic() && !words.contains(&word) {
            words.push(word);
        }
        rest = after;
    }
    words.len() <= MOST_WORDS
}

/// The length in bytes of the longest common word or run at the beginning.
fn piece(text: &str) -> Option<usize> {
    let word = WORDS.split_whitespace().filter(|word| text.starts_with(word)).map(str::len).max();
    word.max(run(text))
}

fn run(text: &str) -> Option<usize> {
    let longest = |row: &str| {
        let length = |from: usize| {
            let ahead = row.get(from..).unwrap_or_default();
            ahead.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count()
        };
        (0..row.len()).map(length).max().unwrap_or_default()
    };
    let backwards = |row: &str| row.chars().rev().collect::<String>();
    let runs = ROWS.iter().flat_map(|row| [longest(row), longest(&backwards(row))]);
    runs.max().filter(|length| *length >= SHORTEST_RUN)
}

/// Whether digits and letters alternate, each a run, as in `1q2w3e4r5t6y`.
fn is_zigzag(text: &str) -> bool {
    let every_other = |skip: usize| text.chars().skip(skip).step_by(2).collect::<String>();
    let is_run =
        |part: &str| part.chars().all(|c| c.is_ascii_digit()) || run(part).is_some_and(|length| length == part.len());
    is_run(&every_other(0)) && is_run(&every_other(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guessed_first_is_refused() {
        for (password, common) in [
            ("password1234", true),
            ("P@ssw0rd2024!", true),
            ("passwordpassword", true),
            ("Welcome12345!", true),
            ("Summer2026!!!", true),
            ("admin-admin-12", true),
            ("iloveyou1234", true),
            ("123456789012", true),
            ("qwertyuiop12", true),
            ("poiuytrewq!!", true),
            ("asdfghjkl123", true),
            ("abcdefghijkl", true),
            ("1q2w3e4r5t6y", true),
            ("aaaaaaaaaaaa", true),
            ("abababababab", true),
            ("letmein123456", true),
            ("correct horse battery", false),
            ("a boat that waits until one", false),
            ("the tide waits for nobody", false),
            ("sommer regen fenster tisch", false),
            ("welcome tiger flower golden", false),
            ("fHq7-2mwZ-x0pd", false),
            ("password and a rope", false),
            ("übermäßiges Glück", false),
        ] {
            assert_eq!(is_common(password), common, "{password}");
        }
    }
}
