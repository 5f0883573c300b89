# Words of the parts that pages are made of.

loading = Loading …
try-again = Try again
technical-detail = Technical detail
failure-code = Code
optional = optional
close = Close
cancel = Cancel
done = Done
actions = Actions
copy = Copy
copied = Copied

## Fields

field-missing = Please fill this in.
field-too-long = Too long: at most { $max } characters.
field-too-long-plain = Too long.
field-invalid = This cannot be right. Please check it.
field-control-character = Contains a character that cannot be printed. Please type it again instead of pasting.
field-bidi-control = Contains an invisible character that reverses the direction of text. Please type it again instead of pasting.
field-file-empty = This file is empty: 0 bytes. Check whether copying it went wrong, then choose it again.
field-file-name-reversed = The name of this file contains an invisible character that reverses the direction of text. Rename the file, then choose it again.
field-file-name-long = The name of this file is too long: at most { $value } characters.
field-file-name = The name of this file contains a character that a name cannot have, such as / or \. Rename the file, then choose it again.
field-time = Give the day as 2026-11-22 and the time as 14:03.
field-ahead = This lies in the future. Give the moment at which it happened.
field-show = Show
field-hide = Hide
field-not-noted = Please note the words first, then tick the box.
field-country = Two letters, such as FR or ES.

date-time-day = Day
date-time-day-form = YYYY-MM-DD
date-time-clock = Time (24 h)
date-time-offset = Offset
date-time-now = Now
date-time-echo = { $own } (in UTC: { $utc })

## Times

when-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
when-more = UTC: { $utc }. Where you are: { $own }.

## Who reads it

readers-title = Who will be able to read this
readers-party = { $party }: { $people } { $people ->
    [one] person
   *[other] people
}
exercise-mark = Exercise. Nothing here is real.

## States

badge-held = Held
badge-offered = Offered
badge-disputed = In dispute
badge-open = Open
badge-accepted = Accepted
badge-reserved = Accepted with reservation
badge-refused = Refused
badge-settled = Settled
badge-withdrawn = Withdrawn
badge-active = Active
badge-inactive = No longer a member
badge-suspended = Suspended
badge-ended = Ended
badge-invited = Invited
badge-joined = Joined
badge-not-joined = Not joined yet
badge-verified = Compared
badge-unverified = Not compared yet
badge-late = Late entry
badge-unseen = New
badge-conflict = Changed twice
badge-by-hash = By hash
badge-admitted = Admitted
badge-declined = Declined
badge-answered = Answered
badge-done = Done
badge-expired = Expired
badge-forged = Somebody else answered
badge-waiting = Waiting
badge-running = On its way
badge-needs-file = Choose the file again
badge-cancelled = Cancelled
badge-failed = Failed
badge-fault = Record fault
badge-current = This one
badge-me = You
badge-administrator = Administrator
badge-leader = Party leader
badge-member = Member
badge-participant = Participant
badge-support = Support

## Pages of a case

tabs-case = Pages of this case
tab-overview = Overview
tab-evidence = Evidence
tab-hand-overs = Hand-overs
tab-timeline = Timeline
tab-people = People
tab-record = Record
print-note = Printed by { $name }, { $time }. The record up to entry { $entries }, code { $code }.

## A dialog that is left with something typed in it
dialog-unsent = What you entered is not sent.
dialog-write-on = Write on
dialog-discard = Discard it
