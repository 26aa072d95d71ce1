//! Tells requests of readers from those of programs.

/// Headers with which a browser or a proxy says that it loads a page that nobody has asked for yet.
const PURPOSES: [&str; 4] = ["sec-purpose", "purpose", "x-purpose", "x-moz"];

/// Whether a request comes from a reader, by its method and its headers, whose names are in lower case: a GET (mail
/// scanners and monitors send HEAD) of a page (not of a picture), not ahead of a reader, and not from a program by its
/// user agent.
#[must_use]
pub fn is_reader<'a>(method: &str, header: impl Fn(&'static str) -> Option<&'a str>) -> bool {
    let is_ahead = |value: &str| {
        let value = value.to_ascii_lowercase();
        ["prefetch", "prerender", "preview"].iter().any(|word| value.contains(word))
    };
    let ahead = PURPOSES.iter().any(|name| header(name).is_some_and(is_ahead));
    let is_page = header("sec-fetch-dest").is_none_or(|destination| destination == "document");
    method == "GET" && !ahead && is_page && !is_bot(header("user-agent").unwrap_or_default())
}

/// Parts of user agents of programs, which no browser has.
const BOTS: [&str; 48] = [
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
    "agent",
    "inspection",
    "survey",
    "linkcheck",
    "synthetics",
    "playwright",
    "selenium",
    "verification",
    "zgrab",
    "ptst/",
];

/// How the user agent of every browser begins (HTML Standard, `navigator.appCodeName`; old versions of Opera).
const BROWSERS: [&str; 2] = ["Mozilla/", "Opera/"];

/// Whether a user agent is that of a program, or empty.
#[must_use]
pub fn is_bot(user_agent: &str) -> bool {
    // A brand of phones.
    let agent = user_agent.to_ascii_lowercase().replace("cubot", "");
    let is_browser = BROWSERS.iter().any(|start| user_agent.starts_with(start));
    !is_browser || BOTS.iter().any(|bot| agent.contains(bot))
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
            "Lynx/2.9.0 libssl/3.0",
            "Outlook-Android/2.0",
            "SafeLinks",
            "Mozilla/5.0 (compatible; Google-InspectionTool/1.0)",
            " Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
        ] {
            assert!(is_bot(agent), "{agent}");
        }
        for agent in [
            FIREFOX,
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 \
             Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 10; CUBOT_X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
            "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1) Presto/2.12 Version/12.16",
        ] {
            assert!(!is_bot(agent), "{agent}");
        }
    }

    #[test]
    fn only_a_get_by_a_reader_counts() {
        for (method, name, value, counts) in [
            ("GET", "", "", true),
            ("GET", "purpose", "", true),
            ("HEAD", "", "", false),
            ("POST", "", "", false),
            ("GET", "purpose", "prefetch", false),
            ("GET", "purpose", "preview", false),
            ("GET", "sec-purpose", "Prefetch;prerender", false),
            ("GET", "x-purpose", "preview", false),
            ("GET", "x-moz", "prefetch", false),
            ("GET", "sec-fetch-dest", "document", true),
            ("GET", "sec-fetch-dest", "image", false),
            ("GET", "sec-fetch-dest", "empty", false),
            ("GET", "user-agent", "curl/8", false),
        ] {
            let header = |asked: &str| match asked {
                _ if asked == name => Some(value),
                "user-agent" => Some(FIREFOX),
                _ => None,
            };
            assert_eq!(is_reader(method, header), counts, "{method} {name}: {value}");
        }
        assert!(!is_reader("GET", |_| None), "without a user agent");
    }
}
