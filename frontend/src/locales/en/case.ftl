# The list of cases, and making one.
cases-title = Cases
cases-new = New case
cases-empty = No cases yet. Make one from its agreement, or wait until your organisation nominates you.
cases-untitled = Case you cannot read yet
cases-column-case = Case
cases-column-standing = You are
cases-column-term = Term
cases-column-waiting = Waits for you
cases-column-unseen = New
standing-invited = invited
standing-suspended = suspended
standing-ended = ended
term-today = last day
term-days-left =
    { $n ->
        [one] { $n } day left
       *[other] { $n } days left
     }
term-days-over =
    { $n ->
        [one] over since { $n } day
       *[other] over since { $n } days
     }
new-case-title = New case
new-case-lead = From the agreement. Everything can be corrected later; nothing is ever overwritten.
case-title = Title
case-reference = Reference
case-reference-help = Of the agreement, for instance JIT/2026/014.
case-purpose = Purpose
case-starts = First day
case-ends = Last day
case-date-help = Year-month-day, for instance 2026-03-01.
case-controller = Controller
case-controller-help = Who answers for the personal data. A third State can send nothing before one is designated.
case-own-status = Your organisation is from
case-own-status-help = Its legal position sets what it can see and do.
new-case-readers-later = Others can read the case once their organisation has nominated them and you have admitted them.
new-case-submit = Make case
choose = Choose …
answer-yes = yes
answer-no = no

# Around every page of a case.
case-breadcrumb = Where you are
case-access-ended = Your access has ended.
case-access-suspended = Your access is suspended.
case-access-ended-text = You can open nothing written from now on. Ask an administrator of the case if this is a mistake.
case-fault-title = The case record is wrong.
case-fault-text = The last good part stays readable. Nothing more can be written.
case-fault-link = See which entry
case-shut = Nothing can be written in this case now.

# The overview.
overview-title = Overview
setup-title = Left to set up
setup-step-party = Admit the other party
setup-step-compare = Compare the safety number with them
setup-step-people = Nominate and admit people
setup-step-exhibit = Log the first exhibit
open-points-title = Open points
open-points-disputed =
    { $n ->
        [one] { $n } exhibit in dispute
       *[other] { $n } exhibits in dispute
     }
open-points-unanswered =
    { $n ->
        [one] { $n } offer without an answer
       *[other] { $n } offers without an answer
     }
open-points-without-photo =
    { $n ->
        [one] { $n } exhibit without photo
       *[other] { $n } exhibits without photo
     }
open-points-none = None.
open-points-exhibits =
    { $n ->
        [one] { $n } exhibit in all
       *[other] { $n } exhibits in all
     }
terms-title = Terms
parties-title = Parties
parties-people = People
party-members =
    { $n ->
        [one] { $n } member
       *[other] { $n } members
     }
party-leader = Leader: { $name }
party-no-leader = No leader yet
recent-title = Last entries
recent-all = Whole timeline

# Corrections.
correct = Correct…
correct-field = Correct: { $field }
correct-title = Correct: { $field }
correct-old = Now
correct-new = As it should be
correct-why = Why
correct-why-help = Read by all who can read the record, also in print.
correct-undone = The old value stays in the record beside the new one. This cannot be undone, only corrected again.
correct-submit = Record correction
correct-done = The correction is recorded.
field-unchanged = This is the value that stands there already.
correct-more = State (code) or reference
case-not-a-member = You are not a member of this case yet. Once your organisation has joined and nominated you, and an administrator has admitted you, it opens here.
case-page-title = Case
