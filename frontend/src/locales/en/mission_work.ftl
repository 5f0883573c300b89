# A visit at work: the grid, one criterion, the team’s rating, scores and risks.

## The grid

visit-grid = Domains by place, with what is left to you
visit-grid-help = A field leads to the first criterion of it that is left to you.
visit-domain = Domain
visit-left = { $left } left to you, { $mine } rated.
visit-nothing-left = Nothing is left to you at this visit.
visit-cell-left = { $left } left
visit-cell-done = done
visit-cell-carried = carried over
visit-cell-untouched = as needed
visit-cell-not-asked = not asked
visit-cell-of = { $n } of { $asked }
visit-cell-team = team: { $n }
visit-cell-label = { $domain }, { $place }

## One criterion

rate-position = { $domain } { $n } of { $of } · { $place }
rate-left = Left to you: { $here } here ({ $place }), { $all } in all.
rate-to-grid = To the grid
rate-own = Your rating
rate-keys = Keys 0 to 4 rate, Enter saves, the arrows to the left and right go to the criterion before and after.
rate-why-not-observed = Why it could not be observed
rate-why-not-applicable = Why it does not apply
rate-evidence = What it rests on
rate-note = What was seen
rate-photos = Photos
rate-previous = Previous
rate-next = Next
rate-save-next = Save and next
rate-saving =
    { $n ->
        [one] Saving …
       *[other] Saving { $n } ratings …
     }
rate-saved = Saved.
rate-saved-at = Saved { $time }.
rate-open = Not saved yet.
rate-open-elsewhere =
    { $n ->
        [one] One criterion has something chosen that is not saved:
       *[other] { $n } criteria have something chosen that is not saved:
     }
rate-not-saved = A rating, or a photo of it, could not be saved.
rate-not-saved-text = What you chose is kept on this page until you lock it or close it. Go back and save it again:
rate-not-asked = This is not asked here: what it depends on is absent or does not apply.
rate-others = Rated by others
rate-others-none = Nobody else has rated this yet.
rate-team = Team
rate-carried = carried over
rate-carried-from = from: { $visit }
rate-earlier = Rated before
rate-rests-on = Rests on: { $evidence }
rate-dissent = differs from the team’s

## The team’s rating

team-lead = Only what the team decides counts. What each has rated stays beside it.
team-empty = Nothing is rated at this visit yet.
team-undecided =
    { $n ->
        [one] { $n } criterion is left to decide.
       *[other] { $n } criteria are left to decide.
     }
team-all-decided = All that was rated is decided.
team-filter = Show
team-filter-all = all
team-filter-undecided = left to decide
team-filter-differ = where ratings differ
team-none-of-filter = Nothing of this kind.
team-criterion = Criterion
team-decision = Team’s rating
team-rating = Team’s rating
team-not-decided = not decided
team-carried = { $rating }, carried over
team-differ = ratings differ
team-conflict = two decided at once; the other: { $rating }
team-decide = Decide
team-decide-again = Decide again
team-decided = The team’s rating is recorded.
team-reason-help = Needed when it could not be observed. Where ratings differ, say why the team decides so.
team-dissent-stays = Whoever rates otherwise stays on record beside the team’s rating.
team-take-over =
    { $n ->
        [one] Take over { $n } on which all agree
       *[other] Take over { $n } on which all agree
     }
team-take-over-title = Take over where all agree
team-take-over-text =
    { $n ->
        [one] { $n } criterion was rated and not decided, and all who rated it agree. Their rating becomes the team’s.
       *[other] { $n } criteria were rated and not decided, and all who rated them agree. Their rating becomes the team’s.
     }
team-take-over-alone =
    { $n ->
        [one] { $n } of them was rated by one person alone.
       *[other] { $n } of them were rated by one person alone.
     }
team-take-over-reason =
    { $n ->
        [one] Why { $n } could not be observed
       *[other] Why { $n } could not be observed
     }
team-taken-over = The team’s ratings are recorded.

## Scores and risks

scores-lead = From the team’s ratings, carried-over ones included.
scores-domains = Domains
scores-nothing = The team has decided nothing yet. What each has rated does not count by itself.
scores-score = Score
scores-before = Visit before
scores-counted = Counted
scores-places = By place
scores-counts = { $sum } points of { $rated } rated; { $unseen } not observed, { $na } not applicable
scores-carried =
    { $n ->
        [one] { $n } carried over
       *[other] { $n } carried over
     }
scores-help = Score: points of the rated criteria, in percent of the best. Coverage: rated, of rated and not observed. What does not apply counts in neither. What was not looked at has no score.
scores-scenarios = Scenarios
scores-formula = Risk = threat × vulnerability × consequence, each 1 to 5. Vulnerability = 5 − mean rating of the domains that stand against it, rounded, halves up, at least 1. 1–19 low, 20–44 medium, 45–79 high, 80–125 critical.
scores-mapped = Against it stand: { $domains }
scores-judge = Judge
scores-judge-again = Judge again
scores-judged = The judgement is recorded.
scores-not-judged = Nobody has judged threat and consequence yet.
scores-not-rated = It is judged, and none of its criteria is rated: there is no risk figure.
scores-residual-before = Residual risk at the visit before: { $n }
scores-threat = Threat
scores-threat-help = How likely it is to be tried here.
scores-consequence = Consequence
scores-consequence-help = How bad it would be.
mission-threat-1 = remote
mission-threat-2 = unlikely
mission-threat-3 = possible
mission-threat-4 = likely
mission-threat-5 = expected
mission-consequence-1 = slight
mission-consequence-2 = limited
mission-consequence-3 = serious
mission-consequence-4 = severe
mission-consequence-5 = extreme
risk-domain = Domain
risk-sum = Points
risk-rated = Rated
risk-mean = Mean
risk-together = Together
risk-vulnerability = Vulnerability
risk-vulnerability-formula = 5 − { $mean } = { $value }, rounded { $rounded }
risk-residual = Residual risk
risk-inherent = Inherent risk
risk-formula = { $threat } × { $vulnerability } × { $consequence } = { $risk }
risk-confidence = Confidence
