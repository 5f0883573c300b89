# What leaves the team of a mission: the report for the host authority, and figures for the programme.

## The report, as the team sees it

release-lead = Until you share it, nobody outside of the team reads anything.
release-shared = Shared with the host authority
release-nothing-shared = Nothing of this visit was shared yet.
release-preview = What would be shared now
release-preview-text = Word for word what the host authority would read: scores, risks and the findings that may be released, without ratings, notes and photos.
release-unchanged = It is what was shared last; nothing has changed since.
release-withheld =
    { $n ->
        [0] No finding stays with the team.
        [one] { $n } finding stays with the team.
       *[other] { $n } findings stay with the team.
     }
release-no-host = No host authority is admitted yet, so nothing can be shared.
release-by-manager = A manager of the mission shares it.
release-read = Read it
release-share = Share the report
release-contents =
    { $findings ->
        [0] The report has no findings
        [one] The report has { $findings } finding
       *[other] The report has { $findings } findings
     }; { $withheld } { $withheld ->
        [one] stays with the team.
       *[other] stay with the team.
     }
release-changed = The mission has changed since you opened this. Close it and read the report again before you share it.
release-no-way-back = What was shared cannot be taken back. A newer report can be shared later; both stay.
release-done = The report was shared.
field-day-past = This day is past. Give one until which there is time to comment.
release-silence = Record that nothing was said
release-silence-text = The day until which the host authority could comment has passed, and it has neither commented nor signed. That is recorded, for it to read too. It can still comment.

## A report

report-title = Report
report-title-of = Report: { $port }, { $visit }
report-as-shared = The report as it was shared
report-print-page = Page to print
report-print = Print
report-shared = Shared by
report-comment-due = Comments until
report-withheld = Not in it
report-withheld-n =
    { $n ->
        [one] { $n } finding that stays with the team
       *[other] { $n } findings that stay with the team
     }
report-signed-by = Signed for the host authority by
report-comment-of-host = Comment of the host authority
report-comment-late = after the day
report-template = What was asked
report-template-version = { $id }, version { $version }
report-no-scenarios = No scenario was judged.
report-reach = How far the team is
report-no-findings = No finding of this visit may be released. What was found at earlier visits stands in their reports.
report-due = due { $date }
report-first-due = first agreed for { $date }
report-done = reported done { $date }
report-verified = verified { $date }

## The host authority’s page

host-title = Report
host-lead = What the assessment team has shared with you. What you say stands beside it.
host-no-visits = No visit is planned yet.
host-managers = The mission is managed by { $names }.
host-nothing-shared = The team has shared no report yet. You will find it here, with the day until which you may comment.
host-earlier = Earlier reports of the same visits
host-comment = Your comment
host-comment-item = Comment on this
host-comment-whole = Comment on the report
host-comment-submit = Record the comment
host-comment-readers = The assessment team and your own people on this mission will be able to read it.
host-comment-stays = It cannot be taken back; you can add another one.
host-commented = Your comment is recorded.
host-sign = Sign the report
host-sign-title = Sign the report
host-sign-text = You sign in your own name, for the host authority, exactly the report as it stands on this page.
host-sign-undone = It cannot be undone. You can still comment.
host-signed = You have signed the report.

## Figures for the programme

reporting-title = For the programme
reporting-text = Figures and actions, signed in your name. No rating, note, photo or finding leaves the mission.
reporting-programme = Programme: { $title }
reporting-programme-closed = The mission reports to a programme that is not open to you.
reporting-no-programme = The mission reports to no programme.
reporting-seen = What the programme will see
reporting-findings = Findings: { $critical } critical, { $high } high, { $medium } medium, { $low } low
reporting-no-actions = No actions.
reporting-uncounted = Your signature does not count in the programme yet. Its manager registers who may sign for this mission.
reporting-sign = Sign
reporting-sign-and-report = Sign and report
reporting-sign-title = Sign the figures
reporting-sign-goes = They go to the programme at once.
reporting-sign-waits = They stay in the mission until somebody who manages the programme takes them there.
reporting-sign-undone = It cannot be undone. Sign again later, and the newest of a visit counts.
reporting-reported = The figures are signed, and the programme has them.
reporting-kept = The figures are signed. The programme does not have them yet:
reporting-signed = Signed so far
reporting-changed = Ratings, findings or actions have changed since. What was signed does not say so.
reporting-has = the programme has it
reporting-has-not = not with the programme yet
reporting-report = Take to the programme
