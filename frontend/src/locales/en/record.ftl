record-title = Record
record-lead = Your own computer replays the record from its first entry and believes no server.
record-check-again = Check again
record-checking = Checking every entry from the first …
record-good = The record is whole.
record-good-text = Nothing in it was altered, left out or put in another order, as far as your own checks reach.
record-checked-title = What was checked
record-entries =
    { $shown } { $n ->
        [one] entry
       *[other] entries
     }, from the first to the newest.
record-entries-good =
    { $shown } { $n ->
        [one] entry
       *[other] entries
     }, from the first to the last good one.
record-signatures =
    { $shown } { $n ->
        [one] signature
       *[other] signatures
     }, { $keys ->
        [one] by the key of { $keys } person.
       *[other] by the keys of { $keys } people.
     }
record-order = Each entry follows the one before it, and its author was allowed to write it.
record-opened =
    { $shown } { $n ->
        [one] entry was
       *[other] entries were
     } opened and read.
record-withheld =
    { $shown } { $n ->
        [one] entry was written for a group you do not belong to: it is in its place; you cannot read or check it.
       *[other] entries were written for groups you do not belong to: they are in their place; you cannot read or check them.
     }
record-took = It took { $time }.
record-as-of = As of { $at }.
record-proves = This shows that what you have is what was signed, in that order. The server has confirmed the same with its own key. It cannot show whether the server holds newer entries back.
record-wrong = Entry { $seq } is wrong.
record-found-at = Found at
record-last-good =
    { $n ->
        [one] Only
       *[other] The
     } { $shown } { $n ->
        [one] entry before it is good and stays readable.
       *[other] entries before it are good and stay readable.
     } Nothing more is accepted.
record-wrong-do = Tell those who administer or manage it and the operator, and compare the code below with a colleague’s.
record-proof = Both of the server’s signatures, and what shows that they contradict each other, stand in a file that anyone can check without the server. It holds no content.
record-proof-save = Save the proof
record-signers = By whose keys
record-signer = Person
record-signer-party = Party
record-signer-entries = Entries
record-unreadable = Entries that cannot be read
record-unreadable-text = They are signed and in their place; their content does not open.
record-unreadable-line = Entry { $seq }: unreadable, by { $author }
record-technical = Technical detail
record-code = Code for comparing prints
record-root = Root of the tree
record-head = Newest entry

# A rule that stands in the way of what was asked.
error-duplicate-record = This cannot be recorded: it stands in the record twice.
error-already-opened = This cannot be recorded: this was already open.
error-invalid = This cannot be recorded: a field does not hold what it must.
error-statement-malformed = This cannot be recorded: the signed statement cannot be read.
error-refers-to-unreadable = This cannot be recorded: it refers to an entry that you cannot open.
error-unknown-exhibit = This cannot be recorded: it names an exhibit that is not there.
error-unknown-parent = This cannot be recorded: it names a parent exhibit that is not there.
error-parent-cycle = This cannot be recorded: an exhibit cannot come from itself.
error-unknown-offer = This cannot be recorded: it names an offer that is not there.
error-unknown-desk = This cannot be recorded: it names a desk that is not there.
error-unknown-target = This cannot be recorded: it corrects an entry that is not there.
error-unknown-field = This cannot be recorded: it corrects a field that cannot be corrected.
error-invalid-value = This cannot be recorded: the new value does not fit the field.
error-exhibit-twice = This cannot be recorded: it names one exhibit twice.
error-not-the-holder = This cannot be recorded: the giver did not hold the exhibit.
error-already-offered = This cannot be recorded: the exhibit was already offered.
error-in-dispute = This cannot be recorded: the exhibit was in dispute.
error-self-offer = This cannot be recorded: nobody can offer to themselves.
error-person-removed = This cannot be recorded: the person has no access any more.
error-offer-hash-mismatch = This cannot be recorded: it answers another wording of the offer.
error-not-in-offer = This cannot be recorded: the exhibit is not part of the offer.
error-already-answered = This cannot be recorded: it was already answered.
error-offer-withdrawn = This cannot be recorded: the offer was already withdrawn.
error-not-the-addressee = This cannot be recorded: it was offered to somebody else.
error-own-offer = This cannot be recorded: nobody can answer their own offer.
error-not-the-giver = This cannot be recorded: only the giver can do this.
error-not-in-dispute = This cannot be recorded: the exhibit was not in dispute.
error-not-a-party-to-the-dispute = This cannot be recorded: only giver and receiver can settle it.
error-not-the-receiver = This cannot be recorded: only the receiver can say so.
error-matters-open = This person still holds exhibits or has open offers. Deal with them first.
error-not-a-member = You are not a member here yet.
error-file-unreadable = The file can no longer be read. Choose it again.
error-encryption-failed = The browser could not encrypt or decrypt this file.
error-cancelled = It was cancelled.
