//! Tells requests of readers from those of programs.

/// Whether a request comes from a reader: a GET (mail scanners and monitors send HEAD), not a prefetch (`Sec-Purpose`
/// or `Purpose: prefetch`; pass either header), and not from a program by its user agent.
#[must_use]
pub fn is_reader(method: &str, purpose: Option<&str>, user_agent: &str) -> bool {
    let ahead = purpose.is_some_and(|purpose| {
        let purpose = purpose.to_ascii_lowercase();
        ["prefetch", "prerender", "preview"].iter().any(|word| purpose.contains(word))
    });
    method == "GET" && !ahead && !is_bot(user_agent)
}

/// Parts of user agents of programs, which no browser has.
const BOTS: [&str; 38] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "archiver",
    "scrap",
    "scan",
    "monitor",
    "uptime",
    "pingdom",
    "preview",
    "fetch",
    "feed",
    "rss",
    "reader",
    "http",
    "curl",
    "wget",
    "python",
    "perl",
    "ruby",
    "java/",
    "okhttp",
    "axios",
    "node-",
    "go-",
    "libwww",
    "headless",
    "phantom",
    "lighthouse",
    "whatsapp",
    "telegram",
    "facebookexternal",
    "skypeuri",
    "mediapartners",
    "proofpoint",
    "barracuda",
    "mimecast",
];

/// Whether a user agent is that of a program, or empty.
#[must_use]
pub fn is_bot(user_agent: &str) -> bool {
    // A brand of phones.
    let agent = user_agent.to_ascii_lowercase().replace("cubot", "");
    agent.trim().is_empty() || BOTS.iter().any(|bot| agent.contains(bot))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    #[test]
    fn programs_are_distinguished_from_readers() {
        for agent in [
            "",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0)",
            "facebookexternalhit/1.1",
            "curl/8.5.0",
            "python-requests/2.32",
            "Go-http-client/2.0",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36",
            "WhatsApp/2.23",
            "Feedly/1.0",
        ] {
            assert!(is_bot(agent), "{agent}");
        }
        for agent in [
            FIREFOX,
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 \
             Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 10; CUBOT_X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
            "Lynx/2.9.0 libssl/3.0",
        ] {
            assert!(!is_bot(agent), "{agent}");
        }
    }

    #[test]
    fn only_a_get_by_a_reader_counts() {
        for (method, purpose, counts) in [
            ("GET", None, true),
            ("GET", Some(""), true),
            ("HEAD", None, false),
            ("POST", None, false),
            ("GET", Some("prefetch"), false),
            ("GET", Some("Prefetch;prerender"), false),
            ("GET", Some("preview"), false),
        ] {
            assert_eq!(is_reader(method, purpose, FIREFOX), counts, "{method} {purpose:?}");
        }
        assert!(!is_reader("GET", None, "curl/8"));
    }
}
