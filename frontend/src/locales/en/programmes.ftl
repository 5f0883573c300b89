# Programmes: the list, making one.
rail-programmes = Programmes
programmes-title = Programmes
programmes-new = New programme
programmes-empty = No programmes yet. Make one, then choose its first port; or wait until your organisation nominates you.
programmes-untitled = Programme you cannot read yet
programmes-column-programme = Programme
programmes-column-ports = Ports
programmes-column-overdue = Overdue
new-programme-title = New programme
new-programme-lead = For ports that are assessed together. It learns figures and actions that missions sign for it; never ratings, notes, photos or findings.
new-programme-readers-later = Others can read the programme once their organisation has nominated them and you have admitted them.
new-programme-submit = Make programme
programme-name = Title
programme-purpose = Purpose
programme-purpose-help = What the ports are assessed for, and for whom.

# Around every page of a programme.
programme-page-title = Programme
programme-not-a-member = You are not a member of this programme yet. Once your organisation has joined and nominated you, and a manager has admitted you, it opens here.
programme-access-ended-text = You can open nothing written from now on. Ask a manager of the programme if this is a mistake.
programme-fault-title = The record of the programme is wrong.
role-manager = manager
tabs-programme = Pages of this programme
tab-map = Map
tab-ports = Ports
tab-actions = Actions
tab-risks = Risks
tab-templates = Templates

# The overview.
programme-overview-title = Overview
programme-as-of = As of { $date }.
programme-as-of-lead = As of { $date }
programme-open-overdue =
    { $n ->
        [one] Open the overdue ({ $n })
       *[other] Open the overdue ({ $n })
     }
programme-no-ports = First mission: choose a port.
programme-no-ports-manager = A manager of the programme chooses it.
programme-nothing-reported = No figures yet. They come when somebody signs the figures of a visit in a mission and reports them here.
programme-what-counts = What this counts
programme-due = Due within { $days } days
programme-due-definition = Actions that are not done and whose due day lies within { $days } days from that day.
programme-due-next = Next: { $date }, { $owner }, { $port }.
programme-overdue = Overdue
programme-overdue-definition = Actions that are not done and past their due day. Those blocked count too: only being done stops the clock.
programme-overdue-longest = Longest: { $owner }, { $port }, { $since }.
programme-overdue-blocked =
    { $n ->
        [one] { $n } is blocked.
       *[other] { $n } are blocked.
     }
programme-worst-risk = Worst residual risk
programme-worst-definition = The highest residual risk of any port at its newest visit: threat × vulnerability × consequence, each from 1 to 5.
programme-worst-none = No risk was assessed yet.
programme-worst-where = { $port }: { $scenario }
programme-changes = Better and worse
programme-changes-figure = { $better } better, { $worse } worse
programme-changes-definition = Domains and scenarios that are better or worse than at the visit before, where both visits looked at them. A higher score is better; a lower risk is better.
programme-changes-none = Nothing is better or worse than at the visit before.
programme-changes-one = { $port }: { $before } became { $now }. { $what }
programme-changes-title = Better and worse than at the visit before
programme-change-what = What
programme-change-how = Against the visit before
programme-change-score = Score: { $title }
programme-change-risk = Residual risk: { $title }
programme-trend-better = better: { $before } became { $now }
programme-trend-worse = worse: { $before } became { $now }
programme-trend-same = as before: { $now }
programme-heat-title = Ports by domain
programme-heat-caption = Score and coverage by port and domain, as of { $date }
programme-next-actions = Overdue and next
programme-no-actions = No action is open.
programme-all-actions = All actions
programme-more-actions =
    { $n ->
        [one] and { $n } more
       *[other] and { $n } more
     }
programme-next-days = Visits and comments due
programme-next-visit = planned visit
programme-next-comment = comment of the host authority
programme-unplanned =
    { $n ->
        [one] { $n } port has no planned visit.
       *[other] { $n } ports have no planned visit.
     }
programme-about-title = About this programme
programme-about-figures = All figures come from what assessors and managers of missions have signed for this programme. For each visit the newest counts; what came before stays.

# Days and states.
programme-due-today = due today
programme-due-in =
    { $n ->
        [one] in { $n } day
       *[other] in { $n } days
     }
programme-overdue-by =
    { $n ->
        [one] { $n } day overdue
       *[other] { $n } days overdue
     }
programme-agreed-ago =
    { $n ->
        [one] agreed { $n } day ago
       *[other] agreed { $n } days ago
     }
programme-days-ago =
    { $n ->
        [one] { $n } day ago
       *[other] { $n } days ago
     }
programme-status-open = open
programme-status-in-progress = in progress
programme-status-blocked = blocked
programme-status-done = done, not verified
programme-status-verified = verified
programme-findings-none = none at this visit
programme-findings-of = { $severity }: { $n }

# Ports.
programme-map-lead = The figure of each port is its worst residual risk.
programme-follow = Follow a port
programme-follow-submit = Follow this port
programme-follow-known = The programme follows this port already. Followed anew it stands there twice.
programme-followed = The port is followed.
programme-visit-planned = Next visit
programme-visit-unplanned = not planned
programme-visit-overdue = { $date }, overdue
programme-visit-none = Nothing was reported yet.
programme-ports-lead = In the order of what is due next.
programme-port-overdue =
    { $n ->
        [one] { $n } action overdue
       *[other] { $n } actions overdue
     }
programme-port-open =
    { $n ->
        [0] no action open
        [one] { $n } action open
       *[other] { $n } actions open
     }
programme-port-visit = Newest visit
programme-port-signed = Figures signed
programme-port-domains = Looked at
programme-port-looked-at = { $n } of { $of } domains, coverage { $coverage }
programme-port-since = Since the visit before: { $visit }
programme-port-more = Scores, risks and history
programme-port-back = All ports
programme-port-facts = Where it stands
programme-port-unreported = Nothing was reported for this port yet. Register the mission that assesses it below; its figures come when somebody there signs them.
programme-plan-visit = Plan the next visit
programme-signed-by = by { $name }, { $time }
programme-signed-for = Signed by { $name } ({ $party })
programme-findings = Findings
programme-host = Host authority
programme-risks-title = Residual risks
programme-risk-line = { $title }: { $figure } { $band }
programme-domains-title = Scores by domain
programme-domains-definition = Score: the mean of the rated criteria in percent of the best rating. Coverage: rated, of rated and not observed. What does not apply and what nobody has decided yet count in neither. What was not looked at has no score.
programme-domain = Domain
programme-score = Score
programme-coverage = Coverage
programme-ratings = Ratings
programme-ratings-count = { $rated } rated, { $unseen } not observed, { $beside } not applicable
programme-not-looked-at = not looked at
programme-history-title = What was signed
programme-history-text = Newest first. For each visit the newest counts.
programme-history-figures = Scores and risks
programme-superseded = a newer one counts
programme-template-named = Template { $id }, version { $version }
programme-missions-title = Missions
programme-missions-text = What these missions sign counts for this port, when somebody named here signs it.
programme-missions-none = No mission reports for this port yet.
programme-mission = Mission
programme-mission-open = Open a mission
programme-mission-new = { $port }, no visit yet
programme-mission-visit = { $port }: { $kind }, { $day }
programme-mission-other = A mission that you are not a member of
programme-mission-signers = May sign: { $people }
programme-change-signers = Change who may sign
programme-register = Register a mission
programme-register-title = Who may sign for a mission
programme-register-text = The programme takes in what these people sign for the mission, and nobody else’s figures. You can register missions of which you are a member yourself.
programme-register-none = There is no mission left that you could register. Open one, or ask to be nominated for it.
programme-register-submit = Register
programme-registered = The mission is registered.
programme-signers = Whose signature counts
programme-signers-help = Managers and assessors of the mission. Their names and organisations are recorded in the programme.
programme-signers-none = Nobody of this mission could sign for it.

# Actions.
programme-actions-none = No actions yet. They come with the figures that missions report.
programme-actions-count = { $shown }: { $n } of { $all } actions
programme-actions-no-match = No action matches.
programme-more-rows = Show more
programme-show = Show
programme-show-open = Not done
programme-show-overdue = Overdue
programme-show-blocked = Blocked
programme-show-done = Done, not verified
programme-show-verified = Verified
programme-show-all = All
programme-action = Action
programme-owner = Owner
programme-due-day = Due
programme-original-due = first agreed for { $date }
programme-days = Days
programme-agreed = Agreed
programme-done-on = done on { $date }
programme-verified-on = verified on { $date }
programme-in-time = in time
programme-not-in-time = not in time
programme-on-time = { $share } in time: { $n } of { $of }
programme-on-time-none = Of no action can be told yet whether it was in time.
programme-on-time-definition = Actions done by the day first agreed, of those that are done or past that day. A due day that was moved later does not count.
programme-until-verified = From finding to verified: half within { $days ->
    [one] { $days } day
   *[other] { $days } days
}, the longest { $longest }; { $n ->
    [one] { $n } action
   *[other] { $n } actions
}
programme-until-verified-none = No action is verified yet, so there are no days from finding to verified.
programme-until-verified-definition = Days from the day on which a finding was raised to the day on which another of the team verified what was done about it. Half of the actions took the middle figure or less. Done and not verified does not count.
programme-accepted = { $share } of recommendations accepted: { $n } of { $of }
programme-accepted-none = Nothing is recommended yet.
programme-accepted-definition = Recommendations on which an action with an owner and a due day was agreed, of all that were made on findings that the missions may pass on.

# Risks.
programme-risks-none = No risk was reported yet.
programme-risk-formula = Threat × vulnerability × consequence
programme-risk-definition = Each is a step from 1 to 5. Threat and consequence are judged by the team; the vulnerability is 5 minus the mean rating of the criteria of the mapped domains, rounded, at least 1. The inherent risk takes a vulnerability of 5: as if nothing stood against it.
programme-matrix-title = Residual risks by port
programme-risk-unseen = not assessed
programme-behind-title = The figures behind each, the highest first
programme-behind-line = { $figure } { $band } · { $port }: { $scenario }
programme-risk-residual = Residual risk
programme-risk-threat = Threat
programme-risk-vulnerability = Vulnerability
programme-risk-consequence = Consequence
programme-risk-inherent = Inherent risk
programme-risk-confidence = Confidence
programme-risk-domains = Mapped domains
programme-risk-from-mean = 5 minus the mean rating { $mean } ({ $points } points of { $rated } ratings), rounded: { $level }
programme-risk-points =
    { $points } points of { $rated } { $n ->
        [one] rating
       *[other] ratings
     }
programme-confidence-low = low
programme-confidence-medium = medium
programme-confidence-high = high

# Templates.
templates-lead = What an assessment asks. Missions that are under way stay on the version they began with.
templates-import = Import
templates-none = The programme has no template yet.
templates-template = Template
templates-version = Version
templates-holds = Asks
templates-adopted = Adopted
templates-extent = domains: { $domains }, criteria: { $criteria }, scenarios: { $scenarios }
templates-derived = Copied from { $id }, version { $version }
templates-not-derived = Not copied from another template
templates-unfinished = Begun and not adopted: { $title } ({ $id }, version { $version }). It is kept until you leave this programme, lock the page or reload it; export it to keep it longer.
templates-resume = Go on
templates-discard = Discard
templates-discard-title = Discard what was changed?
templates-discard-text = What you have changed since you began is lost. Export it first if you may need it.
templates-copy = Copy and change
templates-copy-anyway = Discard it and copy this one
templates-copy-text = You have begun to change another template. It is lost if you copy this one now.
templates-export = Export
templates-back = All templates
templates-criteria =
    { $n ->
        [one] { $n } criterion
       *[other] { $n } criteria
     }
templates-only-if = Only if this is in place: { $title }
templates-scenarios = Scenarios
templates-scenarios-text = Each with the domains that stand against it.
templates-import-title = Import a template
templates-import-lead = A template as a file in JSON, as it is exported here.
templates-import-file = File
templates-import-chosen = Read from { $name }
templates-import-text = JSON
templates-import-help = From the file, or pasted here.
templates-import-next = Nothing is recorded yet. You then see what is wrong with it, if anything, and adopt it.
templates-import-read = Read
templates-import-replaces = You have begun to change a template. It is replaced by what you import.
field-template-not-json = This is not JSON; the first fault is at line:column { $value }.
field-template-too-large = This is too large: at most { $value } KiB.
field-template-duplicate-key = Something in it is named twice at the same place.
field-template-fraction = It contains a number with decimals; a template has whole numbers only.
field-template-field-missing = “{ $value }” is missing somewhere in it.
field-template-shape = It is JSON, but not that of a template. Export a template to see how one looks.
field-template-file = The file could not be read as text. Choose it again, or paste its text.
templates-draft-title = Change a template
templates-no-draft = No template is being changed. Choose one and copy it, or import one.
templates-draft-note = Nothing is recorded before you adopt it. Missions that are under way stay on the version they began with.
templates-managers-only = Only a manager of the programme can adopt a template. You can export it.
templates-head-title = Name and version
templates-id = Id
templates-id-help = Lower-case letters a to z, digits and hyphens; the same in every language.
templates-title-en = Title in English
templates-title-fr = Title in French
templates-title-es = Title in Spanish
templates-guidance-en = Guidance in English
templates-guidance-fr = Guidance in French
templates-guidance-es = Guidance in Spanish
templates-criteria-title = Criteria
templates-criteria-text = Domains and scenarios are changed in the exported file.
templates-add-criterion = Add a criterion
templates-criterion-new = New criterion
templates-criterion-change = Change a criterion
templates-condition = Asked only if this is in place
templates-condition-none = always asked
templates-take-over = Take over
templates-change = Change…
templates-change-named = Change: { $title }
templates-remove = Remove
templates-remove-named = Remove: { $title }
templates-taken-out = Removed: { $title }
templates-put-back = Put it back
templates-faulty = fault
templates-adopt = Adopt { $id }, version { $version }
templates-adopt-text = From then on missions can be opened with this version. It cannot be changed or taken back, only followed by a newer one. Missions that are under way stay on theirs.
templates-adopted-done = The template is adopted.
templates-faults-title = What is wrong with it
templates-faults-none = Nothing: it can be adopted.
templates-fault-go = Go there
field-template-id = “{ $value }” cannot be an id: use a to z, 0 to 9 and hyphens, at most 64.
field-template-id-taken = Another criterion has the id { $value }.
field-template-version = Versions are whole numbers from 1 on.
field-template-version-known = The programme has this version already. The next one is { $value }.
field-template-derived = It is copied from this version or a later one. Choose a higher number.
field-template-circle = It would depend on itself, by way of other criteria.
field-template-faults = It cannot be adopted before these are mended: { $value }.
fault-place = { $field }, { $language }
fault-field-title = title
fault-field-guidance = guidance
fault-language-en = English
fault-language-fr = French
fault-language-es = Spanish
fault-what-domains = Domains
fault-what-criteria = Criteria
fault-what-scenarios = Scenarios
fault-too-many = { $what }: { $found }, at most { $max }. Nothing else was looked at.
fault-id-malformed = { $id }: cannot be an id. Use a to z, 0 to 9 and hyphens, at most 64.
fault-id-doubled = { $id }: stands there twice as an id.
fault-version-zero = { $id }: versions are whole numbers from 1 on.
fault-derived-from-itself = { $id }: is said to be copied from itself, in this or a later version.
fault-translation-missing = { $id }: the text is missing ({ $place }).
fault-text-too-long = { $id }: the text is too long, at most { $max } characters ({ $place }).
fault-text-refused = { $id }: the text contains a character that no text may hold ({ $place }).
fault-no-criteria = { $id }: has no criterion.
fault-condition-unknown = { $id }: depends on { $other }, which is not there.
fault-condition-cycle = These depend on one another in a circle: { $members }
fault-no-domains = { $id }: the scenario has no domain.
fault-domain-unknown = { $id }: the scenario names the domain { $other }, which is not there.
fault-domain-twice = { $id }: the scenario names the domain { $other } twice.

# Fields.
fieldname-port-name = name of the port
fieldname-port-country = country of the port
fieldname-port-locode = UN/LOCODE of the port
fieldname-visit_planned = next visit
field-date = Give a day that exists, as year-month-day, for instance 2026-03-01.
field-past = This day is past. Give a day from today on, or none.

# Entries of the record.
entry-programme-opened = { $author } opened the programme “{ $title }”.
entry-template-adopted = { $author } adopted the template { $template }, version { $version }.
entry-port-followed = { $author } has the programme follow the port { $port }.
entry-mission-registered = { $author } registered who may sign for a mission in { $port }.
entry-aggregate-taken = { $author } took in figures of { $port }, signed by { $signer }.

# Why an entry was set aside, or could not be made.
rule-not-a-manager = only a manager can do this
rule-not-opened = nothing was opened yet
rule-template-refused = nothing can be assessed with this template
rule-template-known = the programme had this version of the template already
rule-unknown-port = it names a port that is not followed
rule-unknown-mission = it names a mission that does not report here
rule-not-a-reporter = the signer may not sign for this mission
rule-already-taken = it was taken in already
error-not-a-manager = Only a manager can do this.
error-not-opened = Nothing was opened here yet.
error-template-refused = Nothing can be assessed with this template: something in it is wrong.
error-template-known = The programme has this version of the template already. Give it the next number.
error-unknown-port = The programme follows no such port.
error-unknown-mission = This mission does not report to the programme, or you have no access to it.
error-not-a-reporter = The programme does not count the signature of this person for this mission.
error-already-taken = This was taken in already.
