# One's own organisation and those it knows.

organisation-title = Organisation
organisation-people = People
organisation-people-text = { $count ->
    [one] { $count } person belongs to your organisation.
   *[other] { $count } people belong to your organisation.
}
person-name = Name
person-function = Function
person-standing = Standing

invitations-title = Invitations
invitations-empty = Nobody is invited at the moment. Invite a colleague with a link that works once.
invite = Invite a colleague
invite-title = Invite a colleague
invite-text = The link proves that whoever answers is the person you gave it to. Hand it over in person or through a channel that you trust, not through this server's operator.
invite-for = For whom
invite-for-help = For your own list. Nobody else sees it.
invite-hours = Valid for
invite-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
invite-submit = Make the link
invite-link = Invitation link
invite-link-text = The link is shown once. Whoever has it can answer in your colleague's place, until you confirm who answered.
invite-link-qr = QR code of the invitation link
invitation-for = For
invitation-stage = State
invitation-until = Valid until
invitation-answered = Answered as { $name }
invitation-forged = The answer does not come from the holder of the link. Withdraw it and invite again.
invitation-certified = Confirmed. Your colleague can now be nominated for cases.
invitation-withdrawn = Invitation withdrawn.
certify = Confirm
certify-title = Confirm this colleague?
certify-confirm = Confirm as a colleague
certify-text = “{ $name }” answered the invitation that you made for “{ $meant }”. The answer was made with your link.
certify-effect = You sign for this name and these keys in the name of your organisation. Other organisations will see it and rely on it; it can be revoked, not erased.
withdraw = Withdraw
withdraw-title = Withdraw the invitation?
withdraw-confirm = Withdraw invitation
withdraw-text = The link for “{ $meant }” no longer works.

contacts-title = Other organisations
contacts-text = Nothing is shared with an organisation before its safety number has been compared.
contacts-empty = You know no other organisation yet. Exchange cards: give them yours and add theirs.
add-contact = Add an organisation
add-contact-title = Add an organisation
add-contact-text = Paste the card that the other organisation gave you. Then compare the safety number with them.
add-contact-card = Card
add-contact-submit = Add
contact-added = Added. Now compare the safety number.
contact-name = Name
contact-country = Country
contact-number = Safety number
own-card-title = Card of your organisation
own-card-text = Give this to the other organisation. It holds nothing secret; comparing the safety number afterwards shows that nobody changed it on the way.
own-card-link = Card link
own-card-qr = QR code of the card

compare = Compare
compare-look = Show
compare-title = Compare the safety number
compare-text = Telephone { $name } on a number that you already had, or meet. Read six groups aloud and let them read the other six. Both see the same twelve groups, or somebody stands in between.
compare-qr = QR code of the safety number
compare-type = Type what you hear
compare-digits = Digits read out by the other side
compare-digits-help = All sixty. Spaces do not matter.
compare-effect = Your confirmation is signed and shown to all members of the cases you share.
compare-same = All twelve groups are the same
compare-different = They differ
compare-differs-text = Do not go on and share nothing with this organisation. Compare again over another line. If the groups still differ, tell your security officer: the card may have been exchanged on its way.
compare-done = Safety number confirmed.

# Administrators, and withdrawing a person.
person-make-administrator = Make administrator
person-make-administrator-title = One more administrator
person-make-administrator-text = { $name } can then invite and certify people, nominate them, and withdraw them, you included, in the name of your organisation.
person-end-administrator = End administration
person-end-administrator-title = End the administration of { $name }
person-end-administrator-text = { $name } stays in your organisation, and can no longer act in its name. What they certified and nominated stays valid.
person-withdraw = Withdraw…
person-withdraw-look = Check
withdrawal-title = Withdraw { $name }
withdrawal-text = { $name } loses access to everything listed here, one after the other, and then belongs to your organisation no more. It cannot be undone: to come back, they have to be invited anew under another account.
withdrawal-text-again = { $name } belongs to your organisation no more. What is listed here they can still open.
withdrawal-effect = They open nothing that is written from then on, and what they could open before they may have kept. They can still sign in, and see that their access has ended. Exhibits that they hold stay recorded as theirs until an administrator offers them to somebody. Where nobody else administers, the founding organisation has to appoint somebody, and what only they could read nobody can read any more.
withdrawal-case = Case: { $title }
withdrawal-mission = Port mission: { $title }
withdrawal-programme = Programme: { $title }
withdrawal-case-unnamed = A case whose name you were never told
withdrawal-mission-unnamed = A port mission whose name you were never told
withdrawal-programme-unnamed = A programme whose name you were never told
withdrawal-organisation = Your organisation
withdrawal-go = { $n ->
    [0] Withdraw
    [one] Withdraw from { $n } record and the organisation
   *[other] Withdraw from { $n } records and the organisation
}
withdrawal-rest = Try the rest again
withdrawal-left = Some could not be done; beside each stands why. Try again, or ask whoever administers them to end the access.
withdrawal-over = All done. They open nothing any more that is written from now on.

# New keys of people.
key-requests-title = New keys wait to be certified
key-request = { $name } has drawn new keys.
key-request-compare = Compare
key-request-title = Compare the number
key-request-text = Call { $name } on a number you know, or meet them, and have them read out the number on their account page. It must be this one:
key-request-same = It is the same: certify
key-request-differs = If it differs, do not certify. Have them press “Ask again” and compare once more. If it still differs, somebody else has their old keys: tell your security officer. Certifying takes back their open nominations; make them anew.
key-request-done = Certified. They must now be signed in: their browser takes the new keys to each record, and from then on the old ones sign nothing there.
withdrawal-busy = Closing this stops after the present step. The rest can be done later from the list of people.
withdrawal-nothing-left = { $name } belongs to your organisation no more, and is in none of its records.
withdrawal-founder = { $name } founded your organisation here and keeps its root key, which cannot be taken back. Nobody else can make or unmake administrators. Tell the organisations that you work with.
