# Port missions: the list, opening one, what stands around its pages, its overview.
rail-missions = Port missions
missions-title = Port missions
missions-new = Open a mission
missions-empty = No port missions yet. Open one for a port, or wait until your organisation nominates you.
missions-unnamed = Mission you cannot read yet
missions-column-port = Port
missions-column-standing = You are
missions-column-visit = Visit
missions-column-due = Due next
missions-column-unseen = New
missions-no-visit = no visit yet
missions-nothing-due = nothing due
missions-overdue =
    { $n ->
        [one] { $n } action overdue
       *[other] { $n } actions overdue
     }

new-mission-title = Open a mission
new-mission-lead = A joint assessment of one port. What the team records is read by the team alone; the host authority reads what you share with it.
new-mission-programme = Programme
new-mission-programme-help = The programme to which the mission reports figures and actions, signed. Nothing else crosses over.
new-mission-no-programme = none
new-mission-port = Port
new-mission-other-port = another port, which the programme follows from now on
new-mission-template = What is asked
new-mission-template-help = The mission stays on this version to its end.
new-mission-template-version = { $title }, version { $version }: { $criteria } { $criteria ->
    [one] criterion
   *[other] criteria
}
new-mission-host = Host authority
new-mission-no-host = named later
new-mission-host-help = It is not told anything yet. Admit it on the page People once its safety number has been compared.
new-mission-readers-later = Others can read the mission once their organisation has nominated them and you have admitted them.

# Around every page of a mission.
mission-page-title = Port mission
mission-access-ended-text = You can open nothing written from now on. Ask a manager of the mission if this is a mistake.
mission-fault-title = The record of the mission is wrong.
mission-not-a-member = You are not a member of this mission yet. Once your organisation has joined and nominated you, and a manager has admitted you, it opens here.
mission-access-help = The host authority has limited access: its people read the reports that are shared with it, comment and sign.
mission-access-limited = host authority: reports that are shared with it
mission-access-team = a member of the team like the others
mission-port-wide = port as a whole
tabs-mission = Pages of this mission
tab-visit = Visit
tab-team = Team’s rating
tab-scores = Scores and risks
tab-findings = Findings
tab-release = Report and host
tab-host = Report

# The overview.
mission-step-facility = Add the first facility
mission-step-visit = Open the first visit
mission-step-people = Nominate and admit another assessor
mission-step-compare = Compare the safety number with the other organisations
mission-step-host = Admit the host authority
mission-points-overdue =
    { $n ->
        [one] { $n } action is overdue
       *[other] { $n } actions are overdue
     }
mission-points-open =
    { $n ->
        [one] { $n } action is not done
       *[other] { $n } actions are not done
     }
mission-points-unverified =
    { $n ->
        [one] { $n } action is reported done and not verified
       *[other] { $n } actions are reported done and not verified
     }
mission-points-conflicts =
    { $n ->
        [one] { $n } change made by two at once
       *[other] { $n } changes made by two at once
     }
mission-about = What it is about
mission-to-programme = Open the programme
mission-no-host = No host authority is named.
mission-days = { $from } to { $to }
visits-title = Visits
visit-none = No visit yet.
visit-none-manager = A manager of the mission opens one.
visit-chooser = Visit shown
visit-open = Open a visit
visit-opened = The visit is open.
visit-kind = Kind
visit-kind-help = A follow-up looks again at some of it; the rest is carried over from the visit before. A self-assessment carries nothing over.
visit-starts = First day
visit-ends = Last day
visit-facilities = Facilities to be looked at
visit-facilities-help = Each is rated by itself. Without any, the port is rated as a whole.
visit-host-learns = The host authority learns kind and days of the visit, and nothing else of it.
visit-team = Team’s rating
visit-decided = { $decided } decided, { $left } left
visit-carried = { $n } carried over
visit-findings = Findings
visit-findings-n =
    { $n ->
        [0] none yet
        [one] { $n } finding
       *[other] { $n } findings
     }
visit-host = Host authority
visit-programme = Programme
visit-signed = figures were signed
visit-not-signed = nothing signed yet
visit-progress-of = { $name }: { $rated } of { $cells } rated
visit-rated-of = { $rated } of { $cells } rated
visit-rate-next = Rate next
facilities-title = Facilities
facilities-none = No facility yet. A visit can also rate the port as a whole.
facility-add = Add a facility
facility-added = The facility is added.
facility-new = Another facility
facility-name = Name
facility-name-help = For instance a terminal or a berth.
facility-visit = Visit that looks at it
facility-no-visit = none for now

# Words of assessments.
role-assessor = assessor
role-host = host authority
mission-visit-baseline = baseline
mission-visit-follow-up = follow-up
mission-visit-self-assessment = self-assessment
mission-rating-absent = absent
mission-rating-weak = weak
mission-rating-partial = partial
mission-rating-effective = effective
mission-rating-proven = proven
mission-rating-not-applicable = not applicable
mission-rating-not-observed = not observed
mission-evidence-document = document
mission-evidence-interview = interview
mission-evidence-observation = observation
mission-evidence-test = test
mission-evidence-data = data
mission-mark-proven-by-interview-alone = proven by interview alone
mission-mark-without-evidence = without evidence
mission-mark-explained-proven-by-interview-alone = Proven, and nothing but an interview says so. It counts, and everybody who reads it sees this mark.
mission-mark-explained-without-evidence = Nothing is ticked on which this rests. It counts, and everybody who reads it sees this mark.
mission-severity-low = low
mission-severity-medium = medium
mission-severity-high = high
mission-severity-critical = critical
mission-priority-low = at the next opportunity
mission-priority-medium = within the year
mission-priority-high = within weeks
mission-status-open = not begun
mission-status-in-progress = in progress
mission-status-blocked = blocked
mission-status-done = done
mission-band-low = low
mission-band-medium = medium
mission-band-high = high
mission-band-critical = critical
mission-confidence-low = low: little was seen, or sources contradict each other
mission-confidence-medium = medium: most of it was seen
mission-confidence-high = high: it was seen and tried
mission-score = { $score } · coverage { $coverage }
mission-score-none = – · coverage { $coverage }
mission-not-looked-at = – not looked at
mission-host-signed = signed
mission-host-signed-commented = commented and signed
mission-host-commented = commented
mission-host-silent = let the day pass
mission-host-asked = may comment until { $date }
mission-host-not-asked = nothing shared yet
fieldname-text = text
fieldname-severity = severity
fieldname-releasable = host authority may read it
fieldname-priority = priority
fieldname-cost = cost
fieldname-donor = possible donor

# Entries of the record.
entry-mission-opened = { $author } opened the mission to { $port }.
entry-corrected-named =
    { $author } corrected { $of ->
        [facility] the facility
        [visit] the visit
        [finding] the finding
        [recommendation] the recommendation
        [action] the action
        [file] the file
        [port] the port
        [terms] the terms of the programme
       *[other] the port that is assessed
    } “{ $of_name }”, { $field }: “{ $old }” became “{ $new }”.{ $why ->
        [none] {""}
       *[other] {" "}Reason: { $why }
     }
entry-facility-added = { $author } added the facility { $facility }.
entry-visit-opened = { $author } opened a visit: { $visit }, { $starts } to { $ends }.
entry-rated = { $author } rated { $criterion } ({ $facility }): { $rating }.
entry-team-rated = { $author } recorded the team’s rating. Criteria decided: { $count }.
entry-scenario-assessed = { $author } judged { $scenario }: threat { $threat }, consequence { $consequence }.
entry-finding-raised = { $author } raised a finding ({ $severity }; { $facility }): { $title }
entry-recommendation-made = { $author } recommended: { $text }
entry-action-agreed = { $author } recorded an agreed action: { $text }
entry-action-moved = { $author } moved the due day of an action to { $due }: { $text }
entry-action-status = { $author } reported an action as { $status }: { $text }
entry-action-verified = { $author } verified an action: { $text }
entry-report-shared = { $author } shared the report with the host authority, for comments until { $due }.
entry-host-commented = { $author } commented for the host authority: { $text }
entry-host-signed = { $author } signed the report for the host authority.
entry-silence-recorded = { $author } recorded that the host authority let the day pass.
entry-aggregate-signed = { $author } signed figures for the programme.
entry-mission-file = { $author } attached the file “{ $name }”.

# Why an entry was set aside.
rule-not-an-assessor = only an assessor or manager can do this
rule-not-the-host = only the host authority can do this
rule-unknown-visit = it names a visit that is not there
rule-unknown-facility = it names a facility that is not there
rule-unknown-criterion = it names a criterion that is not asked here
rule-unknown-scenario = it names a scenario that is not asked here
rule-unknown-finding = it names a finding that is not there
rule-unknown-recommendation = it names a recommendation that is not there
rule-unknown-action = it names an action that is not there
rule-not-done = the action was not reported done
rule-already-verified = the action was verified already
rule-own-action = nobody verifies what they own or reported themselves
rule-unknown-report = it names a report that is not there
rule-report-hash-mismatch = it signs another wording of the report
rule-already-signed = it was signed already
rule-comment-still-open = the host authority could still comment
rule-host-has-answered = the host authority has answered

# A rule that stands in the way of what was asked.
error-not-an-assessor = Only an assessor or manager of the mission can do this.
error-not-the-host = Only people of the host authority can do this.
error-unknown-visit = There is no such visit in this mission.
error-unknown-facility = There is no such facility in this mission.
error-unknown-criterion = The template of this mission has no such criterion.
error-unknown-scenario = The template of this mission has no such scenario.
error-unknown-finding = There is no such finding in this mission.
error-unknown-recommendation = There is no such recommendation on this finding.
error-unknown-action = There is no such action in this mission.
error-not-done = Only what is reported done can be verified.
error-already-verified = This action is verified already.
error-own-action = Nobody verifies what they own or reported done themselves. Ask another assessor.
error-figures-changed = The figures have changed since you saw them. Close this, look at them again, then sign.
error-unknown-report = There is no such report, or it was not shared with you.
error-report-hash-mismatch = This is not the report as it was shared. Reload the page and read it again.
error-already-signed = You have signed this report already.
error-comment-still-open = The host authority may still comment.
error-host-has-answered = The host authority has answered, or its silence is recorded already.
error-report-changed = The report has changed since it was shown. Read it again; nothing was shared.
error-no-host = No host authority is admitted yet. Admit it on the page People.
error-no-programme = The mission reports to no programme.
mission-reach = { $decided } of { $asked } ratings decided at this visit, { $carried } carried over, { $left } open
