# Sentences of the case record: one per kind of entry.
entry-case-opened = { $author } opened the case.
entry-exhibit-logged = { $author } logged exhibit { $exhibit }: { $description }
entry-file-attached = { $author } attached the file “{ $name }” to exhibit { $exhibit }.
entry-corrected =
    { $author } corrected exhibit { $exhibit }, { $field }: “{ $old }” became “{ $new }”.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-corrected-terms =
    { $author } corrected the terms of the case, { $field }: “{ $old }” became “{ $new }”.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-handover-offered = { $author } offered { $exhibit } to { $to }.
entry-handover-accepted = { $author } accepted { $exhibit } and now holds it.
entry-handover-reserved =
    { $author } accepted { $exhibit } with a reservation.{ $why ->
        [none] {""}
       *[other] {" "}Reservation: { $why }
     }
entry-handover-refused =
    { $author } refused { $exhibit }; it is now in dispute.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-handover-withdrawn =
    { $author } withdrew the offer of { $exhibit }.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-dispute-settled =
    { $author } settled the dispute about { $exhibit }: { $outcome }.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-desk-opened = { $author } opened the desk “{ $name }”.
entry-desk-changed = { $author } changed the officers of the desk “{ $name }”.
entry-person-admitted =
    { $author } admitted { $person }{ $role ->
        [none] {""}
       *[other] {" "}as { $role }
     }.
entry-person-suspended =
    { $author } suspended { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-person-reinstated =
    { $author } reinstated { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-person-ended =
    { $author } ended the access of { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-role-changed =
    { $author } changed the role of { $person }{ $role ->
        [none] {""}
       *[other] {" "}to { $role }
     }.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-party-admitted = { $author } admitted { $party } as a party.
entry-party-joined = { $author } joined in the name of { $party }.
entry-party-verified = { $author } compared the safety number of { $party }: it is the same.
entry-person-named = { $author } recorded the name of { $person }.
entry-party-named = { $author } recorded the name of { $party }.
entry-refused = An entry by { $author } was set aside and changes nothing: { $rule }.
entry-unreadable = Unreadable, by { $author }.
entry-unknown = An entry by { $author } of a kind that this version does not know. It is kept.
entry-organisation-withdrew = { $party } withdrew { $person }.
entry-administrator-appointed = { $author } appointed { $person } as administrator.
entry-keys-changed = { $author } has new keys. The old ones sign nothing more.
entry-keys-renewed = { $author } renewed the access group.
entry-value-empty = (empty)

# Why an entry was set aside.
rule-duplicate-record = it stands in the record twice
rule-already-opened = this was already open
rule-invalid = a field does not hold what it must
rule-statement-malformed = the signed statement cannot be read
rule-refers-to-unreadable = it refers to an entry that you cannot open
rule-unknown-exhibit = it names an exhibit that is not there
rule-unknown-parent = it names a parent exhibit that is not there
rule-parent-cycle = an exhibit cannot come from itself
rule-unknown-offer = it names an offer that is not there
rule-unknown-desk = it names a desk that is not there
rule-unknown-target = it corrects an entry that is not there
rule-unknown-field = it corrects a field that cannot be corrected
rule-invalid-value = the new value does not fit the field
rule-exhibit-twice = it names one exhibit twice
rule-not-the-holder = the giver did not hold the exhibit
rule-already-offered = the exhibit was already offered
rule-in-dispute = the exhibit was in dispute
rule-self-offer = nobody can offer to themselves
rule-person-removed = the person has no access any more
rule-offer-hash-mismatch = it answers another wording of the offer
rule-not-in-offer = the exhibit is not part of the offer
rule-already-answered = it was already answered
rule-offer-withdrawn = the offer was already withdrawn
rule-not-the-addressee = it was offered to somebody else
rule-own-offer = nobody can answer their own offer
rule-not-the-giver = only the giver can do this
rule-not-in-dispute = the exhibit was not in dispute
rule-not-a-party-to-the-dispute = only giver and receiver can settle it
rule-not-the-receiver = only the receiver can say so
rule-other = a rule of the record was broken

# The timeline page.
timeline-title = Timeline
timeline-order = Order
timeline-order-happened = When it happened
timeline-order-recorded = Order of the record
timeline-count = { $shown } of { $total } entries shown
timeline-more = Show 100 more
timeline-all-seen = Mark all as seen
timeline-all-seen-done = Everything up to now is marked as seen.
timeline-entry-number = Entry { $seq }
timeline-late-reason = Reason: { $reason }
timeline-recorded-at = recorded
timeline-empty = No entries yet. What members record appears here, in order.
timeline-open-exhibit = Open exhibit
timeline-how-known-observed = observed
timeline-how-known-estimated = estimated
timeline-how-known-reported = reported
