# Why something cannot be done with a digest
digest-error-database = The database failed: { $reason }
digest-error-article = { $reason }
digest-error-missing = There is no such digest.
digest-error-newsletter = There is no such newsletter.
digest-error-closed = Its newsletter is closed: it sends nothing until it is opened again.
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
digest-error-changed = Somebody else changed this digest after you opened it; nothing of yours was saved. Below is what you wrote, and beside it what stands there now: save again to put yours in its place.
digest-error-no-subject = The digest has no subject yet.
digest-error-subject = The subject: { $reason }
digest-error-introduction = The introduction: { $reason }
digest-error-postal-address = The newsletter has no postal address; the law asks for one in every digest. Add it to the newsletter.
digest-error-empty = There is nothing to read in it: add an article, or write an introduction.
digest-error-repeats = { $count ->
    [one] Readers of this newsletter have this article already, or are about to get it: "{ $titles }". Drop it from the digest.
   *[other] Readers of this newsletter have these articles already, or are about to get them: "{ $titles }". Drop them from the digest.
}
digest-error-too-large = The mail's HTML has { $bytes } bytes; above 90000 Gmail cuts mails off. Drop some articles or shorten the introduction.
digest-error-altered = An article in it was changed or taken back after it was approved. Look at it again, and approve it once more.
digest-error-past = The time to send at has passed.
digest-error-late = Its time had passed by more than an hour when the server could send it.
digest-error-mail = The mail could not be composed: { $reason }.

# The questions before what cannot be undone
admin-sure-no = No, go back
admin-send-sure = Send "{ $subject }" to { $readers ->
    [one] 1 reader
   *[other] { $shown } readers
} of { $newsletter } now? What has gone out cannot be called back.
admin-discard-sure = Discard "{ $subject }"? It will not be sent, and cannot be brought back.
admin-cancel-sure = Send no more of "{ $subject }"? What went out to { $sent } stays out; { $rest ->
    [one] the 1 reader who is left gets none
   *[other] the { $shown } readers who are left get none
}, and it cannot be resumed.
admin-resend-sure = { $count ->
    [one] 1 reader in doubt may have got "{ $subject }" already. Send it again all the same?
   *[other] { $count } readers in doubt may have got "{ $subject }" already. Send it to them again all the same?
}
admin-unpublish-sure = Take "{ $title }" off all pages? Digests that were sent keep it; its link in them leads to a page that says it was taken back.
admin-feed-remove-sure = Remove the feed "{ $feed }"? Its articles stay, and nothing new comes from it.

# The editor
done-reopened = Saved. It is a draft again and will not go out: approve it once more when it is ready.
done-refilled = Filled again. It is a draft again and will not go out: approve it once more when it is ready.
done-tested-reopened = The test is on its way. What you changed is saved, so it is a draft again: approve it once more when it is ready.
error-article-changed = Somebody else changed this article after you opened it; nothing of yours was saved. Your text is in the form, what stands there now is below: save again to put yours in its place.
error-stale-form = You have signed in anew since this page was loaded, so nothing was saved. Your text is below: save it again.
admin-audience-without = { $readers ->
    [one] 1 more is left out: it pauses, or its address is suppressed
   *[other] { $shown } more are left out: they pause, or their address is suppressed
}
admin-digest-held = “{ $subject }” did not go out at its time: { $reason }
admin-digest-held-open = Look at it
admin-held = It did not go out at its time: { $reason } Send it now, or set another time.
admin-picks-empty = Nothing to read yet: no article of the last { $days } days is left that readers have not got already. Add one below, or write an introduction: then it is a letter.
admin-approve-again = Approve it again
admin-theirs = What stands there now
admin-used = sent { $when } in "{ $subject }"
admin-used-partly = sent to some readers { $when } in "{ $subject }"
admin-used-soon = already in "{ $subject }", which is approved

# On its way
admin-waiting-next = { $count ->
    [one] 1 waits for another try
   *[other] { $shown } wait for another try
}, the next { $at }
admin-waiting-again = Of these, waiting
admin-live-lost = The connection is lost: these numbers are old. It is tried again.
admin-live-over = You are signed out, so these numbers are old. Load the page again.
admin-all-deliveries = All deliveries

# Tests
mail-test-subject = [Test] { $subject }
mail-test-name = Reader
test-link-title = This was a test
test-link-text = The mail that this link stands in was a test and is nobody's subscription. In a reader's mail it leads to that reader's own page. Nothing was changed.
