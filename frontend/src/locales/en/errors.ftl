# What went wrong, what it means, what to do. Found by the code that the agent gives.

error-unknown = Something went wrong that this page has no words for ({ $code }). Nothing was changed. Try again; if it stays, give the code to your operator.

## The page and the agent

error-offline = The server cannot be reached. Nothing was sent; what you typed is still here.
error-agent-crashed = The part of this page that holds your keys has stopped. Start it again and check whether your last entry was recorded.
error-local-storage = This browser does not let the page store anything, or its disk is full. Allow storage for this site or free some space, then try again.
error-other-tab = Hawser is already open in another tab of this browser. Use that tab, or close it and try again.
error-update-needed = This was written by a newer version of Hawser. Reload the page to update.
error-form = Some fields need your attention.
error-record-fault = The case record is not as its members wrote it. The last good part can still be read; nothing further is accepted. The Record page says which entry is wrong.
error-access-ended = Your access to this case has ended. What was written from then on cannot be opened.
error-weak-passphrase = This passphrase could be guessed. Take a longer one, or the six words made for you.
error-kit-wrong = This recovery kit does not belong to this sign-in name, or a newer kit has replaced it.
error-kit-mistyped = This is not what stands on the recovery kit. Compare it group by group; the last two groups catch typing errors.
error-invitation-forged = The answer to this invitation does not come from the person who received the link. Withdraw it and invite again over a channel you trust.
error-safety-number-differs = The digits are not the same. Do not go on: somebody may stand between the two organisations. Compare again by telephone, and tell your security officer if they still differ.
error-name-taken = This sign-in name is already in use. Choose another one.
error-file-altered = The file that came back is not the one that was attached. It is not shown. Tell your administrator.
error-file-changed = This is not the file whose upload began, or it has changed since. Choose that file, or cancel and attach this one as a new file.

## The server

error-bad-request = The server did not understand this request. Reload the page and try again.
error-bad-identifier = This link or number does not have the expected form.
error-not-signed-in = You are no longer signed in. Sign in again; what you typed is still here.
error-sign-in-refused = Sign-in name and passphrase do not match.
error-forbidden = You are not allowed to do this.
error-suspended = Your access to this case is suspended.
error-cross-site = The request came from another site and was refused.
error-other-account = Another account has signed in in this browser. Sign in again with your own.
error-not-found = This does not exist, or you have no access to it.
error-method-not-allowed = The server does not offer this. Reload the page to update.
error-head-moved = Others were writing at the same moment. Please try again.
error-command-repeated = This has already been recorded.
error-already-exists = This already exists with another content.
error-wrong-state = This has been dealt with in the meantime. Look at it again.
error-invitation-gone = This invitation has been used or withdrawn, or it has expired. Ask for a new one.
error-version-moved = This was changed elsewhere in the meantime, perhaps in another browser. Try again.
error-too-large = This is larger than the server accepts.
error-media-type = The server expected another kind of content.
error-bad-range = The server does not have this part of the file.
error-event-refused = The server refused the entry, because it breaks a rule of the case. Nothing was recorded.
error-hash-mismatch = Something was damaged on the way. Nothing was recorded; please try again.
error-if-match-missing = The server could not tell which version was meant. Reload the page and try again.
error-too-many = Too many attempts. Wait a few minutes, then try again.
error-internal = The server failed. Nothing was recorded. If it stays, give the technical detail to your operator.
error-storage-unavailable = The server's storage is full or cannot be reached. Nothing was recorded. Tell your operator.
error-unavailable = The server is starting or stopping. Try again in a minute.

## The case record

error-bad-layout = An entry of the case record does not have its form.
error-public-part-changed = The public part of an entry was changed after it was signed.
error-encrypted-part-changed = The encrypted part of an entry was changed after it was signed.
error-bad-signature = The signature of an entry is not valid.
error-wrong-author-key = An entry is signed with a key that is not its author's.
error-wrong-sequence = An entry is missing, or stands there twice.
error-wrong-previous = An entry does not follow the one before it.
error-command-doubled = The same command stands in the record twice.
error-wrong-past = An entry was written upon another past than this one.
error-wrong-act-count = An entry was written after other changes of membership than are shown here: one of them is kept back.
error-bad-header = The head of an entry contradicts itself.
error-bad-membership = An entry about members or organisations is not valid.
error-cut-below-pin = The server has left out entries that you have already seen, here or in another browser.
error-other-past = The entries up to here are not those that you have seen before.
error-entries-missing = The server says that there are more entries than it hands out.
error-no-log = The server names no key by which it confirms what it holds.
error-other-log-key = The server names another key for its confirmations than the one your organisation was founded with.
error-checkpoint-unreadable = The server’s confirmation of what it holds cannot be read.
error-checkpoint-other-origin = The server’s confirmation is one of another record.
error-checkpoint-unsigned = The server’s confirmation is not signed with its key.
error-checkpoint-signature = The server’s confirmation carries a signature that does not fit.
error-checkpoint-other-tree = The server has confirmed other entries than those it hands out.
error-access-key-missing = The server does not hand out a key that the record names for you.
error-log-forked = The server has signed two different pasts of this record. That cannot be a mistake of yours, and it can be proven.
error-pinbook-damaged = What your browsers have seen is kept on the server, encrypted, and was altered there. Nothing is shown until that is explained: tell your operator.

## Who may do what

error-genesis-once = A case record can begin only once.
error-unknown-author = The author is not a member of this case.
error-not-active = The person is suspended or has left.
error-not-administrator = Only an administrator may do this.
error-not-root = Only the organisation itself may do this.
error-wrong-space-kind = This does not belong here.
error-wrong-space = This was made for another case.
error-unknown-organisation = The organisation is not a party to this case.
error-organisation-known = The organisation is a party already.
error-not-joined = The organisation has not joined the case yet.
error-not-verified = The safety number has not been compared with this organisation yet. Compare it on the Organisation page; until then nothing is shared.
error-root-differs = The key of this organisation is not the one you know. Nothing is shared. Compare the safety number again by telephone.
error-wrong-organisation = The person speaks for another organisation.
error-unknown-member = The person is not a member of this case.
error-member-known = The person is a member already.
error-request-used = This nomination has already been used.
error-certificate-differs = The person's keys have changed since the nomination. Ask for a new nomination.
error-policy-differs = The rules of the case have changed since the nomination. Ask for a new nomination.
error-beyond-consent = This would give more access than the nominating organisation agreed to.
error-last-administrator = The last administrator cannot go. Make somebody else administrator first.
error-administrators-left = This has administrators, who decide themselves. Nobody can be appointed.
error-not-founding-organisation = Only the organisation that founded this can appoint an administrator.
error-not-root-holder = Only the person who founded your organisation here keeps its root key, which makes and unmakes administrators. Ask them.
error-key-number-differs = The number is not that of the keys that were asked for. Compare again before you certify anything.
error-nobody-to-certify = Your organisation has no other administrator who could certify your keys. Ask whoever founded it to make one.
error-key-replaced = This was signed with keys that their owner has replaced. If they are yours, sign in again here.
error-keys-not-newer = These keys are not newer than those that are known. Nothing was changed.
error-keys-do-not-fit = The keys that you were handed for this access group do not fit. The record names who wrote them. Ask an administrator to renew the keys.
error-oneself = You cannot do this to yourself. Ask another administrator.
error-unknown-group = This access group does not exist.
error-group-known = This access group already exists.
error-not-in-group = The person has no access to this group.
error-group-frozen = Nothing can be written in this access group until an administrator renews its keys.
error-wrong-epoch = The keys were renewed in the meantime. Please try again.
error-wrong-members = The members changed in the meantime. Please try again.
error-wrong-recipient = A key is not the one in the person's certificate. Nothing was shared.
error-suite-too-low = The encryption asked for is weaker than this case allows.
error-wrong-group-sequence = An entry of this access group is missing, or stands there twice.
error-nothing-changes = It is so already; nothing was changed.

## Keys, cards, invitations

error-locked = Your keys are locked. Unlock with your passphrase; what you typed is still here.
error-browser-unsupported = This browser lacks something that Hawser needs. Use a current Chromium, Edge, Firefox or Safari.
error-unknown-command = This page and its agent are of different versions. Reload the page to update.
error-server-answer = The server answered something that is no valid answer. Nothing was recorded. If it stays, give the technical detail to your operator.
error-too-busy = So many people are writing in this case that your entry found no place. Please try again.
error-not-certified = Your organisation has not confirmed you yet, or not this person. Its administrator does so on the Organisation page.
error-no-organisation = You do not belong to an organisation yet. Its administrator confirms your answer to the invitation; until then there is nothing to show here.
error-does-not-open = This cannot be opened with your keys. It was written before you had access, or for others.
error-bad-recipient = A key to which this should be encrypted is not valid. Nothing was shared.
error-bad-record = An entry of the case does not have the form that it must have. It is not used.
error-keyring-older = The server gave out an older state of your keys than this browser has seen. Nothing was opened. Tell your operator, and do not type your passphrase elsewhere until it is explained.
error-keyring-parameters = The server named a protection of your keys that is weaker or stronger than allowed. Nothing was opened. Tell your operator.
error-keyring-other-account = The server gave out the keys of another account. Nothing was opened. Tell your operator.
error-keyring-does-not-open = Your passphrase was right, but your keys do not open with it. Use your recovery kit.
error-keyring-damaged = Your stored keys are damaged. Use your recovery kit; if that fails too, tell your operator.
error-card-forged = This card was changed on its way. Ask the other organisation for it again, through another channel.
error-card-own = This is the card of your own organisation. Add the card that the other one gave you.
error-card-unreadable = This is not a complete card. Copy it again from its first to its last character.
error-invitation-other-inviter = This invitation was made by another administrator. Only who made it can confirm the answer.
error-invitation-unreadable = This is not a complete invitation link. Open or copy it again, with all that follows the # sign.
error-letter-forged = A message in the name of an organisation does not come from it. It is not used. Tell your security officer.
error-letter-unreadable = A message from another organisation cannot be read. Ask them to send it again.
error-name-forged = The name given for a person is not the one their organisation signed. Nothing was recorded.
error-wrong-access-key = The keys handed to you for an access group are not the ones that were announced. They are not used.
