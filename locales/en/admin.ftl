# Frame
admin-nav = Administration
admin-nav-dashboard = Dashboard
admin-nav-digests = Digests
admin-nav-articles = Articles
admin-nav-topics = Topics
admin-nav-feeds = Feeds
admin-nav-subscribers = Subscribers
admin-nav-newsletters = Newsletters
admin-nav-enquiries = Enquiries
admin-nav-deliveries = Deliveries
admin-nav-suppressions = Suppressions
admin-nav-outbox = Outbox
admin-nav-settings = Settings
admin-nav-account = Account
admin-nav-audit = Audit log
admin-open = open:
admin-view-site = View the site
admin-sign-out = Sign out
admin-find = Find
admin-error-403 = Your role does not allow this, or the page was out of date. Go back, reload it and try again.
admin-menu = Menu
admin-nothing = Nothing here yet.

# Results of actions
done-saved = Saved.
done-composed = This draft holds what is trending. Change it as you like, then approve it.
done-filled = Filled again. Pinned articles kept their places.
done-tested = The test is on its way.
done-approved = Approved. Send it now or schedule it.
done-taken-back = It is a draft again.
done-scheduled = Scheduled. "Back to draft" takes it off the schedule.
done-sending = Sending has started.
done-paused = Paused. No more mails go out until you resume.
done-resumed = Sending continues.
done-cancelled = Cancelled.
done-resent = The failed deliveries are queued again.
done-resent-none = There was nobody to send it to again.

# Headings of tables
admin-state = State
admin-since = Since
admin-when = When
admin-when-in = When ({ $zone })
admin-what = What
admin-who = Who
admin-from = From
admin-reason = Reason
admin-reasons = What did not arrive
admin-reasons-none = Nothing has failed.
admin-count = Number
admin-do = Actions
admin-recipient = Recipient
admin-attempts = Attempts
admin-digest = Digest
admin-topic = Topic

# States
state-draft = Draft
state-approved = Approved
state-scheduled = Scheduled
state-sending = Sending
state-paused = Paused
state-sent = Sent
state-cancelled = Cancelled
state-queued = Queued
state-leased = Being sent
state-deferred = Will be retried
state-failed = Failed
state-unknown = In doubt
state-skipped = Skipped
state-pending = Pending
state-confirmed = Confirmed
state-unsubscribed = Unsubscribed
state-suppressed = Suppressed
state-open = Open
state-answered = Answered
state-closed = Closed
state-ok = Working
state-broken = Failing
state-gone = Gone
state-new = Not fetched yet
state-published = Published
state-unpublished = Unpublished
state-all = All

# Sign-in
admin-sign-in = Sign in
admin-password = Password
admin-password-now = Current password
admin-password-new = New password
admin-password-again = Repeat the new password
admin-password-hint = At least 12 characters. A sentence is easier to remember than a word.
admin-password-change = Change the password
admin-password-forgotten = Forgotten? Sign out, and have a link mailed to you: it lets you choose a new one.
admin-welcome = Welcome
admin-one-time-text = This link works once and signs you in as { $address }. If you have forgotten your password, choose a new one here; otherwise leave the fields empty.
admin-first-password-text = Choose a password. From now on you sign in with it and your address, { $address }.
admin-first-password-button = Set the password and sign in
admin-account-address = You sign in as { $address }.
admin-session = Browser
admin-session-this = This one
admin-sessions = Where you are signed in
admin-sessions-end-others = Sign out everywhere else
admin-last-seen = Last seen

# First run
admin-first-run = Set up your first newsletter
admin-first-run-text = Readers will see these in every mail. All of it can be changed later.
admin-first-run-button = Create the newsletter
admin-first-run-test = Send me a test mail

# Dashboard
admin-running = Being sent
admin-running-none = Nothing is being sent.
admin-all-digests = All digests
admin-sent-by-digest = Mails of the last digests
admin-sent-none = No digest has been sent yet.
admin-stat-confirmed = Confirmed readers
admin-stat-pending = Waiting to confirm
admin-stat-sent = Mails sent
admin-stat-sent-note = { $digests ->
    [one] in the last digest, { $failed } failed
   *[other] in the last { $digests } digests, { $failed } failed
}
admin-relay = Relay
relay-captured = Outbox
relay-captured-note = Mails are kept here instead of being sent.
relay-unused = Not used yet
relay-waiting = Waiting
relay-stopped = Stopped
admin-relay-why = The relay does not accept mails at the moment: { $reason }
mail-error-no-at = the address has no @
mail-error-local-part = the part before the @ is empty, too long or has a character that is not allowed
mail-error-domain = the part after the @ is not a domain name in ASCII form
mail-error-unknown-mark = the { $place } has a place for a reader’s value that this mail does not know
mail-error-mark-in-header = the { $place } must be the same for every reader
mail-error-unsubscribe-url = the unsubscribe address is not a URL of at most 500 printable ASCII characters with a reader’s value in it
mail-error-list-id = the list identifier is not a domain name, or is too long
mail-error-feedback-id = the feedback identifier has characters other than letters, digits and . : - _
mail-error-address = the address in { $place } has letters before the @ that not every server accepts
mail-error-empty-text = the mail has no text part
mail-error-too-large = the mail is too large
mail-error-version = the stored message has the layout { $version }, which this version cannot read
mail-error-damaged = the stored message is damaged
mail-error-fields = the number of the reader’s values does not fit the mail
mail-error-header-value = a value of the reader cannot stand in a header
mail-error-message-id = the Message-ID is not of the form unique@domain
mail-error-date = the date is outside the years that a mail can show
mail-error-template = the template of the HTML failed
mail-error-styles = the styles of the HTML could not be inlined
mail-place-from = From field
mail-place-reply-to = Reply-To field
mail-place-subject = subject
mail-place-list-name = list name
mail-place-list-id = list identifier
mail-place-feedback-id = feedback identifier
mail-place-unsubscribe-url = unsubscribe address
mail-place-text = text
mail-place-html = HTML
fault-at-connect = connecting
fault-at-greeting = waiting for the greeting
fault-at-hello = saying EHLO
fault-at-tls = starting TLS
fault-at-auth = signing in
fault-at-mail-from = naming the sender
fault-at-rcpt-to = naming the recipient
fault-at-data = asking to send the mail
fault-at-dot = sending the mail
fault-refused = the server refused
fault-closed = the server closed the connection
fault-timed-out = the server did not answer in time
fault-garbled = the server’s answer was not understood
fault-no-tls = the server does not offer STARTTLS
fault-handshake = the TLS handshake failed
fault-no-mechanism = the server offers no way to sign in that we know
fault-bad-hello = our own name for EHLO is not a host name
fault-unsupported-address = the address is not ASCII and the server does not offer SMTPUTF8
fault-unsendable = the mail has a line that does not end in CRLF
fault-unusable = the connection is out of step
attempt-note-captured = 250 kept in the outbox
attempt-note-reply-lost = accepted; the process ended before the reply’s text was kept
attempt-note-reply-unread = the process ended before the relay’s reply was read
attempt-note-panicked = the program failed at this mail
attempt-note-unreadable-message = the frozen message cannot be read
attempt-note-unreadable-fields = the reader’s values cannot be read
attempt-note-too-large-for-relay = the mail has { $value } bytes, more than the relay takes
attempt-note-journal-unwritable = the delivery journal cannot be written; see the log
remedy-connect = Check the relay’s host and port, and that the firewall allows the connection.
remedy-greeting = The server refuses this machine: check that it is the right server and accepts mail from here.
remedy-tls = Check that the server offers TLS with a certificate for this host name.
remedy-auth = Check user and password; special characters in them must be percent-encoded.
remedy-other = Ask the operator of the relay.
admin-before-sending = Being prepared
admin-before-sending-none = No digest is being prepared.
admin-feeds-failing = { $feeds ->
    [one] A feed can’t be fetched.
   *[other] { $feeds } feeds can’t be fetched.
}
admin-enquiries-open = { $enquiries ->
    [one] An enquiry waits for an answer.
   *[other] { $enquiries } enquiries wait for an answer.
}
admin-and-more = { $count ->
    [one] and one more with the same answer
   *[other] and { $count } more with the same answer
}
admin-no-newsletter = There is no newsletter yet.
admin-no-postal = { $newsletter } has no postal address, so nothing can be sent.
admin-add-it = Add it
admin-failures = Recent failures
admin-failures-none = Nothing has failed lately.
admin-progress = { $sent } of { $expected } sent

# Subscribers
admin-subscribers-search = Address or name
admin-subscribers-none = No subscriber matches.
admin-subscribers-first = There is no reader yet.
admin-subscriptions = Subscriptions
admin-subscriber-add = Add a subscriber
admin-subscriber-add-button = Add and ask to confirm
admin-consents = Consent ledger
admin-paused-until = until { $at }
admin-suppressed = No mail is sent to this address: { $reason }

# Newsletters
admin-newsletters-none = There is no newsletter yet.
admin-newsletter-new = New newsletter
admin-newsletter-name = Name
admin-last-sent = Last sent
newsletter-name = Name
newsletter-slug = Short name in URLs
    .hint = Lower-case letters, digits and hyphens. Made from the name if left empty.
newsletter-description = Description
    .hint = What readers get, in one sentence. Shown in the sign-up box.
newsletter-sender-name = Sender’s name
    .hint = The name in the From line of every mail. The newsletter’s own name if left empty.
newsletter-sender = Sender’s address
    .hint = The address in the From line of every mail, such as news@example.org.
newsletter-contact = Contact address
    .hint = Replies and enquiries go here. Shown on pages and in mails.
newsletter-return-path = Return path
    .hint = The envelope sender, to which bounces go. If left empty: the sender’s address.
newsletter-postal-address = Postal address
    .hint = Required by law in every mail. Nothing is sent without it.
newsletter-language = Language
    .hint = Its mails and its sign-up form are in this language.
newsletter-time-zone = Time zone
    .hint = The days of its digests begin in this zone.
newsletter-consent-wording = Wording of the consent
    .hint = Shown below the form. The ledger keeps the wording that each reader agreed to. If left empty: “{ consent-wording }”
newsletter-embed-origins = Sites that may embed the form
    .hint = One origin a line, such as https://www.example.org.
newsletter-article-count = Articles in a digest
newsletter-window-days = Days that a digest looks back
newsletter-headline-link = Headlines lead to
    .canonical = the source’s own page
    .ours = the article’s page on this site
newsletter-track-clicks = Count clicks in mails
    .hint = Links then lead through this site. Off by default.
newsletter-schedule = Days and times
    .hint = When a digest is made and sent by itself, such as “mon-fri 07:00, sun 09:30”, in the newsletter’s time zone. If left empty: by hand only.
newsletter-approval = A digest of the schedule
    .editor = waits for an editor’s approval, and is not sent without it
    .automatic = is sent unless an editor takes it back
newsletter-least-articles = New articles that it needs
    .hint = With fewer it is skipped.
newsletter-lead-minutes = Minutes before its time at which it is made
    .hint = Time for editors to see it, change it, or take it back.
newsletter-greeting = Begin with a greeting
    .hint = Such as “Dear Ann,” where a name is known. { "{{ greeting }}" } in an introduction puts it there instead.
newsletter-number-articles = Number the articles
newsletter-most-per-topic = Most articles of a topic in a digest (0: no limit)
newsletter-most-per-source = Most articles of a source in a digest (0: no limit)
newsletter-topics = Topics
    .hint = None chosen: all topics.

# Feeds
admin-feed = Feed
admin-feed-url = Address of the feed
admin-feed-url-hint = RSS, Atom or JSON Feed, or a page that names one.
admin-feed-add = Add a feed
admin-feed-fetched = Last fetched
admin-feeds-none = There is no feed yet. Enter the address of a site or of its feed above; its articles come in by themselves from then on.

# Articles
admin-article = Article
admin-article-new = New article
admin-article-save = Save the article
admin-articles-none = No article matches.
admin-articles-first = There is no article yet.
admin-score-rule = The score is the sum of its three parts: a new article starts at { $fresh }, a view adds { $view }, a click { $click }, and the whole score halves every { $hours } hours. Views and clicks count once per person and hour.
admin-published = Published
admin-score-fresh = Freshness
admin-score-views = Views
admin-score-clicks = Clicks
admin-score-total = Score
admin-counted-views = { $count ->
    [one] 1 view
   *[other] { $shown } views
}
admin-counted-clicks = { $count ->
    [one] 1 click
   *[other] { $shown } clicks
}
admin-markdown = Markdown: # heading, *emphasis*, [words](https://address).
admin-introduction-hint = { admin-markdown } For each reader: { "{{ name | friend }}" } (their name, or the word after the bar) and { "{{ greeting }}" }.

# Digests
admin-digests-none = No digest has been composed yet. A draft is filled with what is trending; you read it, change it, and approve it.
admin-digest-new = New digest
admin-digest-compose = Compose a draft
admin-no-subject = (no subject yet)
admin-subject-later = Can be added later.
admin-audience = { $readers ->
    [one] 1 reader would get it now
   *[other] { $shown } readers would get it now
}
admin-goes-out = will be sent { $at }
admin-approved-hint = Approved. Any change makes it a draft again.
admin-approve = Approve
admin-take-back = Back to draft
admin-send = Send now
admin-discard = Discard
admin-pause = Pause
admin-resume = Resume
admin-cancel = Cancel the rest
admin-resend = Send again to the failed ({ $count })
admin-resend-unknown = … and to those in doubt ({ $count })
admin-paused-why = Paused: { $reason }
admin-pace = { $speed } a minute, { $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
} to go
admin-finished = ended { $at }
admin-chart-sent = { $sent } mails sent
admin-waiting = Waiting
admin-on-the-web = On the site
admin-not-published = Not published, so it is left out
admin-words = Subject and introduction
admin-introduction = Introduction
admin-picks-none = No articles: this digest is a letter.
admin-dropped = Dropped ({ $count })
admin-add-back = Add back
admin-fill = Fill again
admin-fill-hint = Takes what is trending now. Pinned articles stay; dropped ones stay out.
admin-find-article = Words of an article
error-time-unreadable = Enter a day and a time.
error-time-skipped = This time does not exist on that day: the clocks skip it.
admin-pick-add = Another article
admin-pick-add-button = Add
admin-pinned = Pinned
admin-pin = Pin
admin-unpin = Unpin
admin-drop = Drop
admin-top = Top
admin-up = Up
admin-down = Down
admin-drag = Drag to another place
admin-preview = Preview
preview-wide = Desktop
preview-wide-dark = Desktop, dark
preview-phone = Phone
preview-phone-dark = Phone, dark
preview-text = Text
preview-source = Source
preview-headers = Headers
admin-test = Test
admin-test-to = Send a test to
admin-test-button = Send the test
admin-schedule = Send later
admin-schedule-at = Day and time ({ $zone })
admin-schedule-button = Schedule
admin-expected = Expected
admin-expected-growing = Expected so far
admin-to-go = To go
admin-sent-over-time = Sent over time

# Mail
admin-deliveries-none = No delivery matches.
admin-recipient-whole = Recipient’s full address
error-recipient-part = Enter the full address. To search for a part of one, use the list of subscribers.
admin-mail = Mail
admin-mail-of = Kind
mail-of-digest = Digest
mail-of-test = Test
mail-of-confirmation = Confirmation
mail-of-notice = Notice to a reader
mail-of-enquiry = Enquiry
admin-erased = (erased)
admin-next-try = next attempt { $at }
admin-stage = Stage
stage-compose = Composing the mail
stage-connect = Connecting
stage-size = Checking the size of the mail
stage-greeting = Greeting
stage-hello = EHLO
stage-tls = Starting TLS
stage-auth = Signing in to the relay
stage-mail-from = Naming the sender
stage-rcpt-to = Naming the recipient
stage-data = Asking to send the mail
stage-dot = Sending the mail
admin-reply = The relay’s answer
admin-reply-to = Reply to
admin-outbox-none = No mail has been captured yet.
admin-outbox-text = The capture relay keeps mails here instead of sending them.
admin-mail-links = Links in this mail
admin-suppressions-none = No address is suppressed.
admin-suppressions-search = Address
admin-suppressions-text = No newsletter goes to these addresses. A new sign-up by the owner lifts the suppression.
admin-suppression-add = Suppress an address
admin-enquiries-none = No enquiries.
admin-enquiry-answer = Your answer
admin-enquiry-send = Send the answer
admin-enquiry-mailed = Mailed to
admin-enquiry-undelivered = A mail was not delivered
admin-enquiry-close = Close without an answer
admin-enquiry-reopen = Open again

# Settings
settings-site-name = Name of the site
settings-tagline = Tagline
settings-time-zone = Time zone
    .hint = Pages show days and times in this zone.
settings-privacy = { footer-privacy }
    .hint = { admin-markdown }
settings-imprint = { footer-imprint }
    .hint = { admin-markdown }
