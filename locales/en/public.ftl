# Forms of dates and numbers (strftime).
format-date = %B %-d, %Y
format-long-date = %A, %B %-d, %Y
format-date-time = %b %-d, %Y, %H:%M %Z
format-short = %b %-d, %H:%M
format-short-day = %b %-d
format-short-year = %b %-d, %Y
number-group = ,

# Frame
skip-to-content = Skip to the content
masthead-label = Front page of
nav-label = Sections
nav-archive = Newsletter archive
nav-search = Search
nav-subscribe = Subscribe to the newsletter
footer-label = About this site
footer-write-to = Write to
footer-preferences = Newsletter preferences
footer-contact = Contact
footer-privacy = Privacy
footer-imprint = Imprint
footer-feed = Feed of articles
footer-feed-digests = Feed of newsletters
back-to-front = Back to the front page
pager-label = Pages
pager-newer = ← Newer
pager-older = Older →

# Stories
trending = Trending
read-article = Read the article
front-title = What is trending
front-trending = Also trending
front-latest = Latest
front-topics = Topics
front-digests = From the archive
front-all-digests = All newsletters
front-empty = There are no articles yet. Come back soon.
article-write-to = For questions or comments write to
article-source = Source:
article-author = By { $author }
article-similar = Similar News
topic-empty = There are no articles on this topic yet.
search-title = Search
search-label = Search the articles
search-button = Search
search-found = { $count ->
    [0] Nothing was found for “{ $query }”.
    [one] One article on “{ $query }”
   *[other] { $count } articles on “{ $query }”
 }
search-found-capped = More than { $count } articles on “{ $query }”
search-nothing-hint = Try fewer or different words, or browse a topic below.
archive-title = Newsletter archive
archive-empty = No newsletter has been sent yet.
digest-articles = Articles in this newsletter

# Sign-up
box-choose = Choose what you would like to get. It is free, and you can unsubscribe with one click.
box-title = Stay informed with our newsletter
subscribe-title = Subscribe to the newsletter
subscribe-button = Subscribe
field-email = Email address
field-name = Your name
field-name-hint = Optional, for the greeting.
field-newsletter = Newsletter
field-language = Language
field-subject = Subject
field-message = Message
form-leave-empty = Leave this field empty
form-sending = One moment …
inbox-title = Check your inbox
inbox-text = If the address can receive mail, a message from us is on its way. Follow the link in it to go on.
inbox-spam = Nothing there after a few minutes? Look in the spam folder. You can ask again after a quarter of an hour; earlier than that, no second mail is sent.
confirm-title = One click to go
confirm-text = Confirm that you would like to receive { $newsletter } by email.
confirm-also = You also asked for these. Tick what you would like to get.
confirm-button = Confirm my subscription
confirmed-title = You are subscribed
confirmed-text = Welcome. The next issue of { $newsletter } will come to your inbox.
pow-title = One more click
pow-text = This keeps robots away from our forms. There is nothing else to do.
pow-again = We could not accept that yet. Wait a moment, then press the button once more.
pow-taken = We have already received this. Press the button only if you want to send it twice.
pow-button = Continue
pow-working = Checking, this takes a few seconds …
nothing-yet-title = There is no newsletter yet
nothing-yet-text = This site has just been set up. Come back soon.
link-expired-title = This link no longer works
link-expired-text = It may have been used before, or be too old. You can ask for a new one.

# Unsubscribing, preferences
unsubscribe-question = Stop getting { $newsletter }?
unsubscribe-text = You are still subscribed. Press the button to unsubscribe; nothing else changes.
unsubscribe-button = Yes, unsubscribe me
unsubscribe-broken-text = Your mail program may have cut it off. You are not unsubscribed yet. Use the link in another mail of ours, or let us mail you one.
preferences-request-link = Mail me a link to unsubscribe
unsubscribe-pause-instead = Pause it for a while, or change something else
unsubscribed-title = You are unsubscribed
unsubscribed-text = You will get no more issues of { $newsletter }. This takes effect at once.
no-mail-text = We keep nothing about this subscription, and you get no mail from it.
unsubscribed-again = Was it a mistake? Subscribe again in your preferences
preferences-link = Your newsletter preferences
preferences-title = Newsletter preferences
preferences-request-text = Enter the address that you subscribed with, and we will mail you a link to your preferences.
preferences-expired = That link to your preferences no longer works. Enter your address to get a new one.
preferences-request-button = Send me the link
preferences-sent-text = If the address is known to us, a link to your preferences is on its way.
preferences-of = For { $email }
preferences-newsletters = Your newsletters
preferences-pause-until = Pause until
preferences-pause = Pause
preferences-resume = Resume now
preferences-unsubscribe = Unsubscribe
preferences-subscribe = Subscribe
preferences-you = About you
preferences-save = Save
preferences-saved = Your changes are saved.
preferences-data = Your data
preferences-link-text = To see, change or erase what we keep about you, open a link that we mail to your address. It works for a day.
preferences-link-needed = This link is too old for that. Get a new one below.
preferences-download-text = Everything that we keep about you, in one file:
preferences-download = Download my data (JSON)
preferences-erase-text = Erasing removes your address, your name and your subscriptions from our records, at once and for good.
preferences-erase-sure = Yes, erase all my data. I know that this can’t be undone.
preferences-erase = Erase my data
erased-title = Your data is erased
erased-text = Your address, name and subscriptions are gone from our records. You will get no more mail from us.

# Contact
contact-title = Write to us
contact-text = A person reads what you send here and answers by email. Or write to
contact-about = Which newsletter is it about?
contact-email-hint = We answer to this address.
contact-button = Send the message
contact-thanks-title = Thank you
contact-thanks-text = Your message has reached us. We will answer by email.

# The publisher’s own texts
text-empty = Nothing has been written here yet.

# For other sites
embed-title = The sign-up form on your own site
embed-text = Paste this where readers of your site should find { $newsletter }.
embed-how-title = How it works
embed-how-form = The form works on its own, even without JavaScript: it leads to a page of ours that asks readers to check their inbox. Change its look and its text as you like; keep the names of the fields, and a sentence about consent.
embed-how-script = The script keeps readers on your page, and sends us the text of the element marked data-consent, so that the record of consent has the wording that they read. It needs a page served over https, and the address of your site in the list that the newsletter’s settings allow. Where it can’t work, the form still does.

# Errors
title-error = Error:
error-to-front = Go to the front page
error-400-title = That did not work
error-400-text = The request was incomplete or broken. Go back and try again.
error-403-title = Not allowed
error-403-text = You do not have access to this page.
error-404-title = There is nothing here
error-404-text = The page may have moved, or the address may be mistyped.
error-405-title = That did not work
error-405-text = This address can’t be used in that way.
error-408-title = That took too long
error-408-text = The connection was too slow. Go back and try again.
error-410-title = This page is gone
error-410-text = What was here has been taken down.
error-413-title = That was too much
error-413-text = What you sent is larger than we accept. Shorten it and try again.
error-415-title = That did not work
error-415-text = This address accepts only what its form sends. Go back and try again.
error-429-title = Too many attempts
error-429-text = Please wait a few minutes and try again.
error-500-title = Something broke on our side
error-500-text = We could not do that. Please try again in a few minutes.
error-503-title = Back in a moment
error-503-text = We are overloaded or in maintenance. Nothing was saved; please try again in a few minutes.

# Preferences: the state of a subscription
preferences-state-since = Subscribed since { $date }
preferences-state-paused = Paused until { $date }
preferences-state-pending = Asked for, not confirmed yet
preferences-state-none = Not subscribed

# What is wrong with a field: looked up by the error's name
error-form = Please look at the marked fields.
error-sure-missing = Tick the box to confirm.
error-query-long = Search for fewer words.
consent-wording = I would like to get { $newsletter } by email. I can leave at any time by a link in every mail.
