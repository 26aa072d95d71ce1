# Why an action on a digest is refused
digest-error-database = The database failed: { $reason }
digest-error-article = { $reason }
digest-error-missing = There is no such digest.
digest-error-newsletter = There is no such newsletter.
digest-error-closed = The newsletter is closed: it sends nothing until it is reopened.
digest-error-state = The digest is { $state ->
    [draft] a draft
    [approved] approved
    [scheduled] scheduled
    [sending] being sent
    [paused] paused
    [sent] sent
   *[cancelled] cancelled
}; this can be done only with one that is { $needs ->
    [open] not yet on its way
    [draft] a draft
    [approved] approved
    [under-way] on its way
    [sending] being sent
    [paused] paused
    [unsent] not yet sent
   *[uncancelled] being sent or sent
}.
digest-error-changed = Somebody else changed this digest after you opened it, so nothing was saved. Below is your text, and beside it the saved one: save again to replace it with yours.
digest-error-no-subject = The digest has no subject yet.
digest-error-subject = The subject: { $reason }
digest-error-introduction = The introduction: { $reason }
digest-error-postal-address = The newsletter has no postal address, which the law requires in every digest. Add it to the newsletter.
digest-error-not-approved = It was not approved by its time.
digest-error-empty = It is empty: add an article, or write an introduction.
digest-error-repeats = { $count ->
    [one] Readers of this newsletter have this article already, or are about to get it: "{ $titles }". Drop it from the digest.
   *[other] Readers of this newsletter have these articles already, or are about to get them: "{ $titles }". Drop them from the digest.
}
digest-error-too-large = The mail's HTML has { $bytes } bytes; above 90000 Gmail cuts mails off. Drop some articles or shorten the introduction.
digest-error-altered = An article in it was changed or unpublished after the approval. Review it and approve it again.
digest-error-past = The time to send at has passed.
digest-error-late = The server could send it only more than an hour after its time.
digest-error-restored = The database was restored from a back-up, so readers may have got this digest since then.
test-mail-suppressed = This address must not be mailed: mail to it bounced, or its owner objected.
test-mail-too-many = You have sent 20 test mails in the last hour. Please wait.
test-mail-stranger = An address of neither a user nor a confirmed reader gets one test in 15 minutes, and three a day.
digest-error-mail = The mail could not be composed: { $reason }.

# Questions before actions that cannot be undone
admin-sure-no = No, go back
admin-send-sure = Send "{ $subject }" to { $readers ->
    [one] 1 reader
   *[other] { $shown } readers
} of { $newsletter } now? What has gone out cannot be called back.
admin-discard-sure = Discard "{ $subject }"? It will not be sent, and cannot be brought back.
admin-cancel-sure = Send no more of "{ $subject }"? It has been sent to { $sent } already; { $rest ->
    [one] the 1 remaining reader does not get it
   *[other] the { $shown } remaining readers do not get it
}, and it cannot be resumed.
admin-resend-sure = { $count ->
    [one] 1 reader in doubt may have got "{ $subject }" already. Send it again all the same?
   *[other] { $count } readers in doubt may have got "{ $subject }" already. Send it to them again all the same?
}
admin-unpublish-sure = Unpublish "{ $title }"? Sent digests keep it, but their links to it lead to a page that says it was taken down.
admin-feed-remove-sure = Remove the feed "{ $feed }"? Its articles stay, and no new ones are fetched.

# The editor
done-reopened = Saved. It is a draft again and will not be sent: approve it again when it is ready.
done-refilled = Filled again. It is a draft again and will not be sent: approve it again when it is ready.
done-tested-reopened = The test is on its way. Your changes are saved, so it is a draft again: approve it again when it is ready.
error-article-changed = Somebody else changed this article after you opened it, so nothing was saved. Your text is in the form, the saved one below: save again to replace it with yours.
error-stale-form = You have signed in again since this page was loaded, so nothing was saved. Your text is below: save it again.
admin-audience-without = { $readers ->
    [one] 1 more is left out: it pauses, or its address is suppressed
   *[other] { $shown } more are left out: they pause, or their address is suppressed
}
admin-digest-held = “{ $subject }” was not sent at its time: { $reason }
admin-digest-paused = “{ $subject }” is paused: { $reason }.
admin-digest-held-open = Open it
admin-held = It was not sent at its time: { $reason } Send it now, or set another time.
admin-picks-empty = Nothing to read yet: readers already have every article of the last { $days } days. Add one below, or write an introduction to send a letter.
admin-approve-again = Approve it again
admin-theirs = The saved text
admin-used = sent { $when } in "{ $subject }"
admin-used-partly = sent to some readers { $when } in "{ $subject }"
admin-used-soon = already in "{ $subject }", which is approved

# Progress
admin-waiting-next = { $count ->
    [one] 1 waits for another try
   *[other] { $shown } wait for another try
}, the next { $at }
admin-waiting-again = Of these, waiting
admin-live-lost = The connection is lost, so these numbers are out of date. Trying again.
admin-live-over = You are signed out, so these numbers are out of date. Reload the page.
admin-all-deliveries = All deliveries

# Tests
mail-test-subject = [Test] { $subject }
mail-test-name = Reader
test-link-title = This was a test
test-link-text = The mail with this link was a test and belongs to no subscription. In a reader’s mail the link leads to that reader’s own page. Nothing was changed.

# Runs of editions with a schedule
admin-nav-runs = Next runs
admin-runs-text = When a digest is made by itself, what it would have in it now, and who would get it. Days and times are set at the newsletter.
admin-runs-none = No newsletter has days and times yet. Set them at a newsletter, and its digests make themselves.
admin-run-way = Approval
admin-run-automatic = automatic
admin-run-approval = by an editor
admin-run-content = What it would have
admin-run-more = and { $count } more
admin-run-readers = Readers
admin-run-made = See its digest
admin-run-later = What is trending then.
admin-run-nothing = Nothing new yet.
