# Signing in, joining, recovery kit, one's own account.

sign-in-title = Sign in
sign-in-lead = Case files are opened on this computer only, with keys that your passphrase unlocks.
sign-in-name = Sign-in name
passphrase = Passphrase
sign-in-submit = Sign in
sign-in-recover = Passphrase lost? Use your recovery kit
sign-in-invited = New here? Open the invitation link that your organisation gave you.
left-idle = Locked, because nobody used the page for fifteen minutes. Nothing was lost.
left-session-ended = Your session has ended. It may have been ended from another browser.

unlock-title = Unlock
unlock-lead = Your keys are not kept in this browser. Your passphrase brings them back.
unlock-as = Signed in as { $name }
unlock-submit = Unlock
unlock-other = Sign in as somebody else

## Passphrase

passphrase-legend = Your passphrase
passphrase-help = It unlocks your keys. The server never learns it and nobody can reset it.
passphrase-words = Six words made for you (recommended)
passphrase-own = A passphrase of my own
passphrase-again = Other words
passphrase-noted = I have noted these words or know them by heart
passphrase-noted-help = Keep the note where you keep your service card, never beside this computer.
passphrase-own-label = Own passphrase
passphrase-strength = Strength
passphrase-good = Strong enough.
passphrase-refused = Too easy to guess.
passphrase-refused-too-short = Too short to withstand guessing. Add words.
passphrase-refused-common = One of the first that an attacker would try.
passphrase-refused-pattern = Follows a pattern of the keyboard or of common substitutions.
passphrase-refused-repeated = Repeats itself.
passphrase-refused-sequence = Contains a sequence such as abc or 1234.
passphrase-refused-date = Rests on a date.
passphrase-refused-name = Contains your name, your sign-in name or your organisation.

## Joining

join-title = Join Hawser
join-no-link = There is no invitation in this address. Open the whole link that you were given, including all that follows the # sign.
join-signed-in = You are signed in. Sign out before you follow an invitation.
join-stay = Stay signed in
join-stage-answered = This invitation has already been answered. If that was not you, tell whoever invited you.
join-stage-done = This invitation has been used.
join-stage-withdrawn = This invitation was withdrawn. Ask for a new one.
join-stage-expired = This invitation has expired. Ask for a new one.
join-new-organisation = You are setting up a new organisation as its first administrator.
join-colleague = A colleague invites you to their organisation. Its short number is { $organisation }.
join-until = Valid until { $when }
join-section-organisation = Organisation
join-organisation-name = Name of the organisation
join-organisation-name-help = As it signs, such as Prosecution Service of Kestria.
join-country = Country code
join-country-help = Two letters. Exercises: QM to QZ.
join-section-you = You
join-own-name = Your name
join-own-name-help = As your colleagues and the court know you. Every entry you write carries it.
join-function = Your function
join-function-help = Such as prosecutor, customs investigator, exhibits officer.
join-section-sign-in = Signing in
join-sign-in-name-help = Such as QN-P1. The server sees it, so it need not be your name.
join-submit = Create my keys
join-next = Next you receive your recovery kit. Have a printer or pen and paper ready.

sees-title = What the server can see
sees-never-title = Never
sees-never-content = What you write, attach or search for
sees-never-names = Your name, titles, file names, reasons
sees-never-passphrase = Your passphrase and your keys
sees-yes-title = Yes
sees-yes-membership = Which accounts belong to which case
sees-yes-when = When somebody works, and how much is sent
sees-yes-sign-in-name = Your sign-in name and browser
sees-lost = Lose both passphrase and recovery kit, and nobody can bring your keys back.

## Recovery

recover-title = Use the recovery kit
recover-lead = The kit replaces your lost passphrase once. You choose a new passphrase and receive a new kit.
recover-kit = Recovery kit
recover-kit-help = All groups in order. Spaces, dashes and small letters do not matter.
recover-submit = Set the new passphrase
recover-sessions = All other sessions of yours end.

kit-title = Your recovery kit
kit-lead = The only way back if you lose your passphrase. Once you have gone on from here it is not shown again.
kit-for = For
kit-at = At
kit-made = Made
kit-qr = QR code of the recovery kit
kit-checksum = The last two groups catch typing errors.
kit-rule-keep = Keep this sheet in the safe, away from your computer.
kit-rule-secret = Whoever has it can open all that you can open.
kit-rule-once = Using it makes a new kit; this one then no longer works.
kit-print = Print
kit-continue = I have it, continue
kit-later = Later
kit-later-title = Leave without confirming?
kit-later-text = The kit is not shown again. If you have not printed it or written it down completely and you lose your passphrase, everything that only you can open is lost.
kit-later-confirm = Leave without confirming
kit-confirm-title = Type part of it back
kit-confirm-text = From your paper, not from memory: this shows that the sheet can be read.
kit-confirm-group = Group { $number }
kit-confirm-submit = Confirm
kit-back = Show the kit again
kit-gone = The recovery kit is shown only once, right after it was made. If you have it on paper, it works whether you confirmed it or not. If you do not, write down your passphrase with care and ask an administrator of your organisation what to do. New keys, under My account, come with a new kit.
kit-gone-on = Go on to Today
kit-confirmed = Recovery kit confirmed.

## Account

account-title = My account
account-lead = Who you are here, and where you are signed in.
account-who = You
account-name = Name
account-function = Function
account-organisation = Organisation
account-confirmed = Confirmed by the organisation
account-confirmed-yes = Yes
account-confirmed-no = Not yet
account-kit = Recovery kit
account-kit-yes = Confirmed
account-kit-no = Not confirmed
account-name-fixed = Name and function stand in your certificate, which your organisation signed. To change them, ask its administrator for a new invitation.
sessions-title = Sessions
sessions-text = Browsers in which you are signed in. End those you do not know, then change your passphrase. If a computer is lost or stolen, draw new keys below.
sessions-where = Browser
sessions-unnamed = Browser that gave no name
sessions-since = Signed in
sessions-seen = Last seen
sessions-revoke = End session
sessions-revoke-title = End this session?
sessions-revoke-text = { $label } is signed out at once. What is typed there and not yet sent is lost.
sessions-revoked = Session ended.
change-title = Passphrase
change-text = A new passphrase draws a new key for your keys and ends all your other sessions. Your recovery kit stays valid.
change-open = Change passphrase
change-present = Present passphrase
change-submit = Change passphrase
change-done = Passphrase changed. Other sessions have ended.

# One's own keys.
keys-title = Keys
keys-text = Your keys sign what you write and open what you may read. They stay in your browser, and encrypted with your passphrase on the server.
keys-waiting = Your new keys wait to be certified.
keys-waiting-text = Until then the present ones stay in use. Call an administrator of your organisation, on a number you know, and read out:
keys-ask = Ask again
keys-asked = Your administrators are asked.
keys-behind =
    { $n ->
        [one] { $n } record still knows your old keys. It gets the new ones at the latest when you next write there.
       *[other] { $n } records still know your old keys. They get the new ones at the latest when you next write there.
     }
keys-draw-open = New keys…
keys-draw = Draw new keys
keys-draw-text = Do this if a computer, a browser or a passphrase of yours may be in other hands.
keys-draw-sessions = You are signed out everywhere else. You choose a new passphrase and get a new recovery kit, shown once; the old kit stops working. Have a printer or paper ready.
keys-draw-certify = An administrator of your organisation compares a number with you and certifies the new keys. Stay signed in then: your browser takes them to each record, where the old ones sign nothing more and the access groups are renewed.
keys-draw-past = Whoever has the old keys may already have opened what they could open.
keys-draw-root = The root key of your organisation, which you keep, is not changed by this. If it may be in other hands, tell the organisations that you work with.
keys-draw-administrator = You administer your organisation. That ends with new keys if another administrator certifies them who does not keep its root; then whoever founded it here makes you administrator again.
