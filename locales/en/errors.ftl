# Why a document could not be fetched.
fetch-error-bad-url = This is not a web address: { $url }
fetch-error-too-long = A web address may have at most { $most } bytes.
fetch-error-scheme = Only http and https addresses can be fetched, not { $scheme }.
fetch-error-credentials = A web address must not contain a user name or password.
fetch-error-port = Only the ports 80 and 443 are fetched, not { $port }, unless feeds.allow_private is set in the configuration.
fetch-error-private = { $host } is in a private network, which is fetched from only if feeds.allow_private is set in the configuration.
fetch-error-unknown-host = The name { $host } is not known to the domain name system.
fetch-error-connect = No connection to { $host } could be made.
fetch-error-tls = No secure connection to { $host } could be made: { $detail }
fetch-error-timeout = No complete answer came within { $seconds } seconds.
fetch-error-too-many-redirects = The address redirects more than { $most } times.
fetch-error-bad-redirect = The server redirects to an invalid address.
fetch-error-gone = The server says that it is gone for good (status 410).
fetch-error-status = The server answered with status { $code }.
fetch-error-too-large = The answer is larger than { $most } bytes.
fetch-error-broken = The answer broke off or could not be decoded.

# Why a document is not accepted as a feed.
parse-error-not-a-feed = This is not a feed: neither RSS, Atom nor JSON Feed.
parse-error-web-page = This is a web page, not a feed. Look on it for a link named RSS or Feed.
parse-error-too-many-items = The feed has more than { $most } items.
parse-error-broken = The feed is broken: { $detail }
parse-error-unreadable = The feed could not be read.

# What is wrong with the relay’s URL in the configuration.
relay-error-not-a-url = the relay is not a URL: { $detail }
relay-error-scheme = the relay begins with "{ $scheme }:"; it must begin with smtp://, smtps:// or be capture:
relay-error-no-host = the relay names no host
relay-error-path = the relay has a path or a #; the port must be followed by ? or nothing
relay-error-unescaped = the relay's user or password has a character that must be percent-encoded: / as %2F, ? as %3F, # as %23
relay-error-half-credentials = the relay has a user without a password, or a password without a user
relay-error-escape = the relay's user or password has a % that is not followed by two hexadecimal digits, or is not UTF-8
relay-error-setting = the relay's setting "{ $name }" is unknown; the settings are tls, connections and messages_per_second
relay-error-tls = the relay's setting tls is "{ $value }"; it must be required or none
relay-error-tls-contradiction = the relay is smtps://, which is always encrypted, and says tls=none
relay-error-connections = the relay's setting connections is "{ $value }"; it must be a number from 1 to 512
relay-error-messages-per-second = the relay's setting messages_per_second is "{ $value }"; it must be a number from 1 to 65535
relay-error-capture = nothing may follow capture:
