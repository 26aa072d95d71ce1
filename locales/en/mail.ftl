mail-greeting = Dear { $name },
mail-unsubscribe = Unsubscribe
mail-preferences = Change your preferences
mail-write-to = Questions or comments? Write to
mail-in-browser = View in browser
mail-more = { $count ->
    [one] And one more article on the web
   *[other] And { $count } more articles on the web
}
# The word for a reader without a name.
mail-name-fallback = reader
mail-button-instead = If the button does not work, open this address:
mail-why-subscribed = You get this because you subscribed to { $newsletter } at { $site }.
mail-why-asked = You get this because this address was entered in a form at { $site }.

mail-confirm-subject = Confirm your subscription to { $newsletter }
mail-confirm-title = One click to go
mail-confirm-text = You asked to receive { $newsletter } by email. Confirm that this is your address and that you want it.
mail-confirm-button = Confirm my subscription
mail-confirm-ignore = If it was not you, do nothing. You will not be subscribed, and we will delete the request.
mail-confirm-peek = One click, and { $newsletter } will come to your inbox.

mail-welcome-subject = Welcome to { $newsletter }
mail-welcome-title = Welcome
mail-welcome-text = You are subscribed to { $newsletter }. The next issue will come to this address.
mail-welcome-change = You can pause it, change your name or unsubscribe at any time.
mail-welcome-button = Look at my preferences
mail-welcome-peek = You are subscribed. Here is how to change your mind.

mail-link-subject = Your newsletter preferences at { $site }
mail-link-title = Your preferences
mail-link-text = Here is the link that you asked for. It opens your newsletters, your name and your data.
mail-link-button = Open my preferences
mail-link-ignore = If you did not ask for this, do nothing. Nobody but you can see this link, so don’t pass it on.
mail-link-peek = The link that you asked for.

mail-enquiry-subject = Enquiry: { $subject }
mail-enquiry-from = From:
mail-enquiry-about = Subject:
mail-enquiry-button = Answer in Tidings
mail-enquiry-why = Sent with the contact form at { $site }. A reply to this mail goes to the visitor.
mail-answer-subject = Re: { $subject }
mail-answer-why = You get this because you wrote to us with the contact form at { $site }.

# To users
mail-user-why = You get this mail because you have an account at { $site }.
mail-invitation-subject = Your account at { $site }
mail-invitation-title = You are invited
mail-invitation-text = You have been given an account at { $site }, where its newsletters are made. Choose a password, and you are in.
mail-invitation-button = Choose a password
mail-invitation-ignore = The link works once, within three days. It is for you alone, so don’t pass it on.
mail-forgotten-subject = Your sign-in link for { $site }
mail-forgotten-title = Sign in again
mail-forgotten-text = Here is the link that you asked for. It signs you in at { $site }, and you can choose a new password.
mail-forgotten-button = Sign in
mail-forgotten-ignore = The link works once, within half an hour. If you did not ask for it, do nothing: your password stays as it is.
