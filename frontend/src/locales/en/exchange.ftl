tab-exchange = Exchange
exchange-title = Exchange
exchange-ask = Ask for something
exchange-share = Share
exchange-send = Send for check
exchange-none = No party of this case has limited access. A third State that is admitted so sends here for check, and reads what is shared with it.
exchange-no-controller-own = You may not send anything yet: no controller of the data has been designated. { $who } can designate one; you will see it here.
exchange-no-controller = { $party } may not send anything yet: no controller of the data has been designated. { $who } can designate one among the terms of the case.
exchange-designate = Designate a controller
exchange-may-send = You may send for check, since { $since }. Controller: { $controller }.
exchange-party-may-send = { $party } may send for check, since { $since }. Controller: { $controller }.
exchange-sent-title = What we sent for check
exchange-received-title = Sent for check
exchange-nothing-sent = Nothing has been sent yet.
exchange-answers = Answers: { $subject }
exchange-arrived = { $n } of { $of } files have arrived.
exchange-item-text = The text that was sent with it
exchange-reason = Reason: { $reason }
exchange-decided-by = Decided by { $name }
exchange-meant-for = Meant for: { $people }
exchange-shared-with-us = Shared with us
exchange-shared-title = Shared and passed on
exchange-nothing-shared = Nothing has been shared yet.
exchange-shared-with = Shared with { $party }
exchange-passed-on-from = Passed on from { $party }
exchange-for-you = for you
exchange-redacted = redacted copy
exchange-downloaded = Downloaded by { $n } of { $of }
exchange-requests-title = Requests
exchange-asked-of = To { $party }
exchange-due = Answer hoped for by { $date }
exchange-read-by = Read by { $name }, { $time }
exchange-unread = Nobody has read it yet.
exchange-answered = Answered
exchange-mark-read = I have read it
exchange-ask-title = Ask a party for something
exchange-subject = Subject
exchange-request-text = What is asked, and why
exchange-request-due = Answer hoped for by
exchange-ask-submit = Send the request
exchange-asked = The request was sent.
exchange-addressees = For whom it is meant
exchange-addressees-help = These people are told of it, and whether each has downloaded it can be seen. Who else can read it stands below.
exchange-everyone-of = Everyone of { $party }
outcome-waiting = awaits check
outcome-passed-on = passed on
outcome-passed-redacted = passed on as a redacted copy
outcome-returned = returned
outcome-kept = kept at the desk
desk-title = Checking desk
desk-empty = Nothing awaits check.
desk-previous = Previous
desk-next = Next
desk-place = { $n } of { $of }
desk-outcome = What becomes of it
decide-passed-on = Pass on
decide-help-passed-on = as it was sent
decide-passed-redacted = Pass on a redacted copy
decide-help-passed-redacted = the original stays at the desk
decide-returned = Return
decide-help-returned = with a reason; nobody else learns of it
decide-kept = Keep for now
decide-help-kept = it stays at the desk and comes last
desk-copy = Redacted copy
desk-copy-help = Make the copy outside of Hawser and attach it here. It is linked to its original, which nobody but the desk and the sender can read.
desk-copy-chosen = The copy that is passed on
desk-limited-to-purpose = It is limited to what the purpose of the team requires
desk-meets-conditions = It meets the conditions under which it was sent
desk-reason = Reason
desk-reason-help = The sender reads it. Needed unless it is passed on as it is.
desk-decide = Record the decision
desk-decided = The decision was recorded.
submit-title = Send for check
submit-text = An administrator of the case checks it item by item. Until then nobody else of the team learns of it. You will see here what becomes of each item.
submit-what = What it is
submit-answers = Answers the request
submit-answers-none = no request
submit-files = Files
submit-files-help = At most { $max } at once.
submit-leave-out = Leave out
submit-leave-out-name = Leave out { $name }
submit-note = What you want to say with it
submit-note-help = Is checked as an item of its own.
submit-handling = How it was obtained, and what may be done with it
submit-submit = Send for check
submit-sent = It was sent for check.
share-title = Share with a party of limited access
share-exhibit = Exhibit
share-what = What is shared of it
share-description = The description as it was logged: { $description }
share-name = What it is, in a few words
share-reason = Why it is needed there
share-reason-help = Those it is shared with read it too.
share-necessity = I have checked that sharing it is necessary for the purpose of the team
share-necessity-help = Regulation (EU) 2023/969, Article 17
share-no-way-back = What was shared cannot be taken back.
share-submit = Share
share-shared = It was shared.
exhibit-onward = May be passed on
exhibit-onward-help = Hawser keeps to it when something is shared.
onward-open = to whom the agreement allows
onward-not-to-third-states = not to other third States
onward-not-passed-on = to nobody else
fieldname-handling-onward = passing on
people-party-access = Access
people-party-access-help = With limited access its people read what is shared with them, and what they send is checked first.
party-access-limited = limited: shared with them, sent for check
party-access-team = a member of the team like the others
limited-title = What you see here
limited-text = You see what was shared with your party and all that your party has sent. What you send is checked by an administrator of the case before others see it.
limited-exchange = To the exchange
open-points-awaiting = { $n ->
    [one] 1 item awaits check
   *[other] { $n } items await check
}

## Entries of the case record

entry-submission-sent = { $author } sent for check: { $title }
entry-submission-file = { $author } sent the file “{ $name }” with it.
entry-redacted-copy = { $author } attached a redacted copy: “{ $name }”
entry-submission-decided = { $author } decided on “{ $title }”: { $outcome }.
entry-passed-on = { $author } passed on “{ $title }”.
entry-shared = { $author } shared “{ $title }” with { $party }.
entry-downloaded = { $author } downloaded “{ $name }”.
entry-request-sent = { $author } asked { $party }: { $title }
entry-request-read = { $author } read the request “{ $title }”.

## What waits

waiting-check = { $what }: { $count ->
    [one] 1 item awaits your check.
   *[other] { $count } items await your check.
}
waiting-check-action = Check
waiting-controller = { $what } can send nothing: no controller is designated.
waiting-controller-action = Designate
waiting-request = A request to your party: { $what }
waiting-request-action = Read
waiting-shared = Shared with you: { $what }
waiting-shared-action = Look

## Why an entry was set aside

rule-belongs-elsewhere = it has no place here
rule-not-administrator = only an administrator can do this
rule-no-controller = no controller was designated
rule-not-of-the-party = its author is not of that party
rule-unknown-item = it names something that is not at the checking desk
rule-already-decided = it was decided on already
rule-not-announced = the file was not announced with what was sent
rule-onward-limit = it may not be passed on to these readers
rule-may-not-share = the role of its author does not let them share
rule-not-shareable = this cannot be shared
rule-unknown-share = it names something that was not shared
rule-unknown-request = it names a request that is not there

## Failures

error-belongs-elsewhere = This has no place here. Reload the page and try again.
error-no-controller = Nothing can be sent before a controller of the data is designated. An administrator of the case does that.
error-not-of-the-party = This is for the people of another party.
error-unknown-item = This is not at the checking desk, or you have no access to it.
error-already-decided = Somebody has decided on this in the meantime. Look at it again.
error-not-announced = More files came than were announced, or from somebody else than who sent it.
error-onward-limit = It may not be passed on to these readers: its handling block says so. Choose other addressees, or have the limit corrected by who set it.
error-may-not-share = Your role does not let you share.
error-not-shareable = This cannot be shared.
error-unknown-share = This was not shared, or you have no access to it.
error-unknown-request = There is no such request.
error-not-limited = This is for the people of a party of limited access.
error-status-forbids = People of a third State or a court cannot administer a case.
error-wrong-role = There is no such role here.
field-of-the-sender = Those who sent it have it already. Choose other addressees.
field-in-team = People of the team read it already. Choose people of a party of limited access.
field-too-many = Too many: at most { $value } at once. Send the rest separately.
