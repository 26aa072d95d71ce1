# Messages of the sign-in and of the account page.
sign-in-wrong = This address and this password do not match.
sign-in-too-many = Too many attempts. Wait a quarter of an hour, or ask an administrator for a sign-in link.
sign-in-forgotten = Forgotten your password?
sign-in-forgotten-text = Enter your address. If it has an account here, a mail with a link comes: it signs you in, and you can choose a new password.
sign-in-forgotten-button = Mail me a link
sign-in-link-sent = Look into your mailbox
sign-in-link-sent-text = If there is an account with that address, the mail is on its way. The link in it works once, within half an hour. No mail? Look among the spam, or ask an administrator for a link.
sign-in-link-gone = This link has been used or has expired. Sign in with your password, or ask for a new link.
password-wrong = This is not your password.
password-too-short = A password has at least 12 characters.
password-too-common = This password is among the first that are guessed. Choose one of several words that do not belong together.
password-too-long = This password is too long.
password-differs = The two passwords are not the same.
password-not-kept = The password could not be saved. Try again.
password-overtaken = Your password was changed in the meantime. Sign in again.
done-password-changed = Your password is changed. Your other sessions have ended.
session-end = Sign out
browser-on = { $make } on { $system }
browser-unknown = An unknown browser

# A form whose session has ended
kept-signed-out = You were signed out, so nothing was sent. Your text is kept: sign in, and then send it.
kept-title = Your text is kept
kept-text = Nothing was sent yet: the page belonged to an earlier session. Send it now, or leave this page to discard it.
kept-send = Send it now
kept-words = Your text
