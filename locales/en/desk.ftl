# Subscribers
admin-erase = Erase this person
admin-erase-title = Erase { $email }
admin-erase-text = The address, the name and enquiries are deleted everywhere, at once and for good. States, counters and the lines of the ledger stay, without personal data.
admin-erase-sure = Yes, erase this person. I know that this can’t be undone.
admin-ask-again = Ask to confirm again
admin-unsubscribe-sure = End the subscription to { $newsletter }? Only the reader can come back.
ledger-requested = Asked to subscribe
ledger-confirmed = Confirmed
ledger-imported = Imported
ledger-withdrawn = Unsubscribed
ledger-paused = Paused
ledger-resumed = Resumed
ledger-suppression-lifted = Suppression lifted
ledger-erased = Erased
suppressed-hard-bounce = The mailbox does not exist
suppressed-complaint = The reader reported a mail as unwanted
suppressed-request = On request
done-confirmation-sent = The mail that asks to confirm is on its way.
done-unsubscribed = The subscription has ended.
done-erased = The person has been erased.
error-already-confirmed = This subscription is already confirmed; no mail was sent.
error-reader-left = This reader has unsubscribed. Only the reader can come back, by the sign-up form.
error-confirmation-limited = No mail was sent: this address has had as many such mails as allowed for now. Try again tomorrow.
error-address-suppressed = No mail was sent: this address is suppressed.
error-nobody-to-erase = This person has already been erased.

# Imports and the export
admin-imports = Import and export
admin-imports-text = Files of readers from other programs and from spreadsheets. Who unsubscribed there gets no mail here.
admin-imports-none = Nothing has been imported yet.
admin-import-new = Import readers
admin-import-text = A CSV file, such as an export of Mailchimp, Substack, Ghost, Buttondown, beehiiv, Kit, Keila or listmonk, or of a spreadsheet. Nobody is mailed.
admin-import-file = File
admin-import-file-hint = CSV with the names of the columns in its first line; up to 16 MB. Larger files: tidings subscribers import.
admin-import-no-name = File without a name
admin-import-as = These readers
admin-import-as-hint = A column of the file, such as “state” or “status”, can lower this for a reader, never raise it.
admin-import-as-confirmed = agreed to get this newsletter, and I can prove it
admin-import-as-pending = have yet to confirm
admin-import-as-unsubscribed = have unsubscribed
admin-import-as-bounced = have addresses that bounced
admin-import-from = Written by
admin-import-from-found = Find out by its columns
admin-import-ignored = Columns to ignore
admin-import-ignored-hint = One a line. Needed only for a column that looks as if it said who has unsubscribed, and says something else.
admin-import-run = Import
admin-import-check = Only check the file
admin-import-added = Added
admin-import-kept = Already there
admin-import-refused = Refused
admin-import-line = Line
admin-import-refused-rows = Refused rows
admin-import-none-refused = No row was refused.
admin-import-done = The file is imported
admin-import-trial = The file is checked, and nothing is changed
admin-import-read-as = Read as an export of { $tool }.
admin-import-counts = Confirmed: { $confirmed }. Pending: { $pending }. Unsubscribed: { $unsubscribed }. Already there: { $kept }. Ended, because they have unsubscribed elsewhere: { $ended }. Suppressed addresses: { $suppressed }. Refused: { $refused }.
admin-import-unused = Not used: { $columns }.
admin-import-running = Running, or broken off
admin-import-undoing = Being undone
admin-import-undone = Undone: { $removed } removed
admin-import-undo = Undo
admin-import-undo-sure = Remove those of the { $added } readers of this import who have done nothing since?
admin-export-all = Export all readers
done-import-undoing = The import is being undone. Readers who have done something since stay.
error-import-undone = The import was undone while it ran.

# Newsletters
admin-embed-form = Sign-up form for another site
admin-embed-form-text = Works without the script too: readers then finish on this site. With it they stay on the page, if its origin is in the list above. You may change the consent sentence: the ledger keeps what the reader was shown.

admin-newsletter-close-sure = Close "{ $newsletter }"? It takes no new readers and sends nothing until you reopen it. Its readers stay.
admin-newsletter-close = Close the newsletter
admin-newsletter-reopen = Open it again
admin-newsletter-closed = Closed since { $at }: it takes no new readers and sends nothing. Its readers stay and can still unsubscribe.
done-newsletter-closed = The newsletter is closed. It takes no new readers and sends nothing from now on; a digest on its way goes on.
done-newsletter-reopened = The newsletter is open again.

# Feeds
admin-feed-next = Next: { $when }
admin-feed-stopped = No longer fetched; “Fetch now” tries again.
admin-feed-fetch = Fetch now
admin-feed-remove = Remove this feed
admin-topics-line = Separated by commas.
admin-topics-line-known = Separated by commas. Existing topics: { $topics }.
done-feed-fetched = The feed was fetched and has new or changed articles.
done-feed-unchanged = The feed was fetched; there is nothing new.
done-feed-removed = The feed is removed; its articles stay.
error-feed-failed = The feed could not be fetched. It stays in the list, which says what went wrong, and is tried again.
error-feed-stopped = The server says that this feed is gone for good. It stays in the list and is fetched again only when you ask for it.
error-feed-gone = This feed no longer exists.

# Articles
admin-order = Order
admin-order-score = Highest score first
admin-order-newest = Newest first
admin-folded = Covered by another article
admin-title = Title
admin-summary = Summary
admin-summary-hint = Taken from the text if left empty.
admin-body = Text
admin-body-html = HTML, as it came from the feed.
admin-published-zone = In the time zone { $zone }.
admin-published-hint = In the time zone { $zone }. If left empty: now. At a time to come, it is published then.
admin-article-is-draft = A draft, which only editors can see.
admin-article-is-scheduled = A draft, which only editors can see. It is published on { $at }.
admin-article-draft = Save as a draft
admin-article-schedule = Schedule
admin-article-publish-now = Publish now
admin-article-unschedule = Back to draft
admin-source = Source
admin-source-hint = Who publishes it. If left empty: this site.
admin-article-url = Address at the publisher
admin-article-url-hint = Where its headline can lead. Optional.
admin-image = Address of a picture
admin-author = Author
admin-score-explained = Score now: { $fresh } for being fresh + { $views } for views + { $clicks } for clicks = { $total }. Counted so far: { $seen_count ->
    [one] 1 view
   *[other] { $seen } views
}, { $clicked_count ->
    [one] 1 click
   *[other] { $clicked } clicks
}.
admin-publish = Publish
admin-on-site = View it on the site
admin-unpublish = Unpublish
done-kept-back = It is a draft, and is not published until you say so.
done-article-scheduled = Scheduled. It is published at its date.
done-published = The article is published.
done-unpublished = The article is unpublished.
admin-story = The same story
admin-story-split = Split off
admin-story-merge = Merge into this story
admin-similar = Similar articles
done-story-split = Split off. It is on the pages by itself, and is not merged again.
done-story-merged = Merged. Readers of the other article get to this one.
error-story-same = Nothing was done: the articles are as you want them, or one is not published.

# Topics
admin-topics-none = There is no topic yet. Articles and feeds add them.
admin-topics-text = Every former name of a topic still leads to it, in URLs and in the categories of feeds.
admin-topic-name-hint = Its URL stays the same.
admin-topic-used = Used by { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $feeds ->
    [one] 1 feed
   *[other] { $feeds } feeds
} and { $newsletters ->
    [one] 1 newsletter
   *[other] { $newsletters } newsletters
}.
admin-topic-remove = Remove
admin-topic-merge = Merge into another topic
admin-topic-merge-title = Merge { $topic } into another topic
admin-topic-merge-text = The other topic takes over its articles, its feeds and the newsletters that offer it, and its URL redirects there. This can’t be undone.
admin-topic-merge-button = Merge
admin-topic-into = Topic to keep
admin-topic-choose = Choose a topic
done-topic-merged = The topics are merged.
done-topic-removed = The topic is removed.
error-topic-unchosen = Choose the topic to keep.
error-topic-used = This topic is in use. Merge it into another instead.

# Enquiries, suppressions
done-answered = The answer is on its way.
done-enquiry-closed = The enquiry is closed.
done-enquiry-reopened = The enquiry is open again.
error-enquiry-not-open = This enquiry is no longer open.
error-enquiry-open = This enquiry is already open.
invalid-required-answer = Write your answer here.
error-answer-erased = The visitor’s address has been erased; there is nobody to answer.
error-answer-too-many = This enquiry has too many answers already; write to the visitor from your own mailbox.
error-answer-mail = The mail could not be composed: { $reason }
admin-lift = Lift
admin-lift-sure = Send mails to { $address } again?
done-suppressed = No mail goes to this address from now on.
done-lifted = The suppression is lifted.
error-not-suppressed = This address is not suppressed.

# Settings, first run
admin-first-name = Name of the newsletter
invalid-required-site_name = Give the site a name.
done-first-run = The newsletter is created. Now check that mails arrive.
admin-trial = Does your mail arrive?
admin-trial-text = A test mail goes to { $email }, the same way as every digest.
admin-trial-mail = Test mail
admin-trial-wait = This page shows its progress; reload it to see more.
admin-trial-captured = Mails are kept in the outbox instead of being sent, because no relay is configured.
admin-trial-again = Send another test mail
admin-next = What comes next
admin-steps = First steps
admin-step-done = done
admin-step-feeds = Add your feeds
    .text = Articles come in from the feeds of your site and others, from the API, or from the editor here.
admin-step-readers = Bring your readers
    .text = From a file of Mailchimp, Substack, Ghost, listmonk and others, or any CSV file. Who has left stays out.
admin-step-form = Put the sign-up form on your site
    .text = A few lines of HTML to copy. Readers confirm by mail before they get anything.
admin-step-digest = Compose the first digest
    .text = It is filled with what is trending. Read it, send a test to yourself, approve it.
admin-next-newsletter = Review { $newsletter }
mail-trial-subject = Test of { $newsletter }
mail-trial-title = It works
mail-trial-text = This mail shows that the relay accepts mails from this newsletter’s sender. Check where it arrived: in the inbox or in the spam folder.
mail-trial-why = You asked for a test on { $site }.

# Why an article is not stored.
article-error-missing = There is no such article.
article-error-changed = Somebody else changed this article meanwhile.
article-error-taken = There is already an article of "{ $source }" with the guid "{ $guid }".
invalid-too-many-topics = Give at most { $most } topics.

## Why a delivery is in its state
delivery-reason-no-such-mailbox = no such mailbox
delivery-reason-refused = refused
delivery-reason-too-old = too old
delivery-reason-deferred = deferred
delivery-reason-in-doubt = in doubt
delivery-reason-in-doubt-again = in doubt, to be sent again
delivery-reason-withdrawn = withdrawn
delivery-reason-suppressed = suppressed
delivery-reason-unsubscribed = unsubscribed
delivery-reason-erased = erased
delivery-reason-never-confirmed = never confirmed
delivery-reason-cancelled = cancelled
delivery-reason-sent-again = sent again by an editor

## Why a dispatch is paused
pause-reason-editor = paused by an editor
pause-reason-refused = the relay refuses this digest ({ $stage }): { $reply }
pause-reason-refused-in-a-row = the relay refused many recipients in a row; the last reply was: { $reply }
pause-reason-misconfigured = the relay is misconfigured: { $fault }
pause-reason-too-large = the mail has { $bytes } bytes, more than the relay accepts
pause-reason-unknown-relay = its relay "{ $relay }" is not configured
pause-reason-restored = the database was restored from a back-up, so readers may have got this digest since then; resume it only if they have not, otherwise cancel it
