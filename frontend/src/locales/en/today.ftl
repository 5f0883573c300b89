today-title = Today
today-checked = Checked { $at }.
today-nothing-waits = Nothing waits for you. Checked { $at }.

# Parts of the sentence that stands on top of the page.
today-part-disputed =
    { $n ->
        [one] { $n } exhibit in dispute
       *[other] { $n } exhibits in dispute
     }
today-part-offers-hours =
    { $n ->
        [one] { $n } offer unanswered
       *[other] { $n } offers unanswered, the oldest
     } for { $hours } h
today-part-overdue =
    { $n ->
        [one] { $n } action overdue
       *[other] { $n } actions overdue
    }
today-part-new-since = { $n } new since { $at }
today-part-new =
    { $n ->
        [one] { $n } new
       *[other] { $n } new
     }
today-part-term =
    { $n ->
        [one] term ends in { $n } day
       *[other] term ends in { $n } days
     }
today-part-term-today = term ends today
today-part-term-over =
    { $n ->
        [one] term ended { $n } day ago
       *[other] term ended { $n } days ago
     }
today-waiting-title = Waits for you
today-waiting-organisation = Your organisation
today-waiting-since = since { $hours } h
today-waiting-since-days =
    { $days ->
        [one] since { $days } day
       *[other] since { $days } days
     }
today-fresh-title = New since you left
today-fresh-none = Nothing new.
today-fresh-more =
    { $n ->
        [one] and { $n } more
       *[other] and { $n } more
     }

# What waits, and the action.
waiting-answer-offer = { $from } offers { $exhibit } to you.
waiting-answer-offer-action = Answer
waiting-dispute = { $exhibit } is in dispute.
waiting-dispute-action = Settle
waiting-nomination =
    { $n ->
        [one] { $n } nomination waits for your decision.
       *[other] { $n } nominations wait for your decision.
     }
waiting-nomination-action = Decide
waiting-certify =
    { $n ->
        [one] { $n } person has answered your invitation.
       *[other] { $n } people have answered your invitations.
     }
waiting-certify-action = Check and certify
waiting-join-case = Your organisation is invited to a case.
waiting-join-case-action = Join
waiting-compare = Compare the safety number of { $party }.
waiting-compare-action = Compare
waiting-confirm-kit = Your recovery kit is not confirmed yet.
waiting-confirm-kit-action = Confirm
waiting-term-ends =
    { $n ->
        [one] The term ends in { $n } day.
       *[other] The term ends in { $n } days.
     }
waiting-term-ends-action = Open case
waiting-other = Something waits for you here.
waiting-other-action = Open
waiting-offer-unanswered = { $to } has not answered your offer of { $exhibit }.
waiting-offer-unanswered-action = Look

waiting-join-mission = Your organisation is asked to take part in the assessment of { $port }.
waiting-join-mission-action = Join
waiting-join-programme = Your organisation is asked to take part in this programme.
waiting-join-programme-action = Join
waiting-programme-overdue =
    { $n ->
        [one] { $n } action is overdue.
       *[other] { $n } actions are overdue.
    }
waiting-programme-overdue-action = Look
waiting-programme-visit = { $port }: the visit planned for { $due } is not reported.
waiting-programme-visit-action = Look
waiting-mission-rate =
    { $n ->
        [one] 1 criterion is left for you to rate.
       *[other] { $n } criteria are left for you to rate.
    }
waiting-mission-rate-action = Rate
waiting-mission-action = Yours to do by { $due }: { $text }
waiting-mission-action-action = Look
waiting-mission-verify = Reported done, to be verified: { $text }
waiting-mission-verify-action = Verify
waiting-mission-comment = You may comment on the report until { $due }.
waiting-mission-comment-action = Comment
waiting-mission-silence = The host authority could comment until { $due } and said nothing.
waiting-mission-silence-action = Record
