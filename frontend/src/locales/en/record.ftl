record-title = Record
record-lead = Your own computer replays the case record from its first entry and believes no server.
record-check-again = Check again
record-checking = Checking every entry from the first …
record-good = The case record is whole.
record-good-text = Nothing in it was altered, left out or put in another order, as far as your own checks reach.
record-checked-title = What was checked
record-entries =
    { $shown } { $n ->
        [one] entry
       *[other] entries
     }, from the first to the newest.
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
        [one] entry was written for a group you do not belong to: it is in its place and signed; you cannot read it.
       *[other] entries were written for groups you do not belong to: they are in their place and signed; you cannot read them.
     }
record-took = It took { $time }.
record-as-of = As of { $at }.
record-proves = This shows that what you have is what was signed, in that order. It cannot show whether the server holds newer entries back.
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
record-wrong-do = Tell the administrators of the case and the operator, and compare the code below with a colleague’s.
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
