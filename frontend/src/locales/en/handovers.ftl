handovers-title = Hand-overs
handovers-none =
    { $n ->
        [0] You hold no exhibit. None is moving.
        [one] You hold { $n } exhibit. None is moving.
       *[other] You hold { $n } exhibits. None is moving.
     }
handovers-to-me = To me
handovers-from-me = From me
handovers-in-transit = In transit
handovers-disputed = In dispute
handovers-done = Done
handover-from-to = { $from } to { $to }
handover-desk = (desk)
handover-to-desk = Desk: { $name }
handover-answered-by = Answered by { $name }
handover-seal-out = Seal on leaving
handover-seal-in = Seal on arrival
handover-seal-out-was = It left with seal { $seal }.
handover-seal-out-none = No seal was named on leaving.
handover-condition = Condition

# Offering.
handover-offer = Offer
handover-offer-title = Offer exhibits
handover-exhibits = Exhibits
handover-to = To
handover-purpose-help = For instance: laboratory analysis, storage, transport.
handover-at = Handed over at
handover-undone = You sign this offer. It cannot be undone; until it is answered you can withdraw it, and both stay in the record. You remain the holder until it is accepted.
handover-offer-submit = Sign and offer
handover-offered = Offered. You remain the holder until it is accepted.

# Answering.
handover-answer = Answer
handover-answer-for = Answer for { $exhibit }
handover-answer-title = Answer: { $exhibit }
handover-your-answer = Your answer
handover-accept = Accept as offered
handover-accept-reservation = Accept with a reservation
handover-refuse = Refuse
handover-reservation = Reservation
handover-refusal-reason = Reason of the refusal
handover-photo = Photo of what you received
handover-photo-sending = The photo is being encrypted and sent; then your answer is signed.
handover-received-at = Received or refused at
handover-accept-means = You sign this answer. From then on you are the holder. It cannot be undone.
handover-refuse-means = You sign this answer. The giver stays the holder and the exhibit is in dispute until that is settled. It cannot be undone.
handover-answer-submit = Sign answer
handover-accepted = Accepted. You are the holder now.
handover-refused = Refused. It is in dispute until it is settled.

# Withdrawing and settling.
handover-withdraw = Withdraw offer
handover-withdraw-title = Withdraw the offer of { $exhibit }
handover-withdraw-text = { $to } can no longer answer it. Offer and withdrawal stay in the record.
handover-settle = Settle
handover-settle-title = Settle: { $exhibit }
handover-settle-outcome = Who has it
handover-settle-giver = { $name } has it and stays the holder.
handover-settle-receiver = { $name } has it and is the holder.
handover-settled-by = Settled by { $name }
handover-settle-undone = Dispute and settlement stay in the record.
reason = Reason
reason-cancel = Cancel
done-recorded = It is recorded.
