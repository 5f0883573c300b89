# Roles and legal positions.
role-administrator = administrator
role-leader = leader
role-member = member
role-participant = participant
role-support = support
party-status-bound-member-state = Member State, bound by the Regulation
party-status-member-state-not-bound = Member State, not bound by the Regulation
party-status-union-body = Union body
party-status-third-state = Third State
party-status-international-court = International court

# Access groups.
group-team = Team
group-checking-desk = Checking desk

# The people page.
people-title = People
people-name = Name
people-role = Role
people-since = Since
people-could-open = Could open
people-could-open-of = could open { $n } of { $of }
people-state = State
people-actions = Actions
people-founder = founder
people-admitted-by = admitted by { $name }
people-name-verified = name verified
people-name-unverified = name not verified
people-holds =
    { $n ->
        [one] holds { $n } exhibit
       *[other] holds { $n } exhibits
     }
people-not-named = People of { $party } who are not named to you are not shown.
people-nobody = { $party } has nominated nobody yet.
people-nobody-admitted = Nobody of { $party } is admitted yet.
people-compare-first = Compare the safety number with this organisation before anything is shared with it.
people-compare-link = Compare safety number
people-frozen = Somebody left or has new keys, and the keys of these access groups were not renewed yet:
people-frozen-renew = Whoever writes next renews them by that. You can also do it now.
people-frozen-wait = Nothing can be written in them until an administrator, or somebody who holds them, renews them.
people-renew = Renew the keys
people-renewed = The keys are renewed.
people-vacant-title = No administrator is left
people-vacant-text = Your organisation founded this. Appoint somebody who takes part. You cannot take it back: administrators then decide themselves. What only former administrators could read stays unreadable.
people-vacant-wait = The organisation that founded this can appoint one of its members.
people-appoint-whom = Person
people-appoint = Appoint
people-appointed = Appointed. They renew the keys that wait.
people-appoint-title = Appoint an administrator
people-appoint-text = { $name } then admits people and decides what is shared. You cannot take it back.
people-vacant-nobody = Nobody is left who could administer this. What is in it can still be read by those who take part.

# Joining.
people-join-title = Your organisation is invited
people-join-text = Joining is recorded in the name of your organisation. Then you can nominate its people.
people-join-administrator = An administrator of your organisation can join.
people-join = Join
people-joined = Your organisation has joined. Nominate its people now.

# Admitting a party.
people-admit-party = Admit party
people-admit-party-text = The organisation then learns that this exists. It can read nothing until its people are admitted, one by one. A party admitted stays in the record.
people-admit-party-submit = Admit party
people-party = Organisation
people-party-status = It is from
people-no-contacts = You know no other organisation yet.
people-add-contact = Add an organisation
people-party-admitted = Admitted. The organisation can now join and nominate its people.

# Nominating.
people-nominate = Nominate people
people-nominate-title = Nominate people of your organisation
people-nominate-text = Who administers or manages this decides. You sign the nomination: they get at most this role and this history.
people-nominate-submit = Sign and nominate
people-nominated = Nominated. You see here what becomes of it.
people-history = With what was written before
people-history-help = Otherwise they can open only what is written from their admission on.

# Nominations.
people-nominations = Nominations
people-nominations-answered = Earlier nominations
people-grant-history = { $role }, with what was written before
people-grant-from-now = { $role }, from admission on
people-waits-for-you = Waits for your decision.
people-waits-for-administrator = Waits for whoever admits people here.
people-waits-for-administrators = Waits for those who admit people here.
people-admit =
    { $n ->
        [0] Admit
        [one] Admit { $n } person
       *[other] Admit { $n } people
     }
people-choose-all = Choose all
people-admit-title = Admit people
people-admit-text = They can read what you grant from the moment you confirm. It can be ended later, but what they have read cannot be taken back.
people-admitted = Admitted.
people-decline = Decline
people-decline-title = Decline the nomination of { $name }
people-decline-text = Whoever nominated reads your reason. They can nominate again.
people-declined-because = Declined because:
people-withdraw-nomination = Withdraw
people-nomination-withdrawn = The nomination is withdrawn.

# Suspending, reinstating, ending, another role.
people-change-role = Change role
people-suspend = Suspend
people-reinstate = Reinstate
people-end = End access
people-withdraw = Withdraw person…
people-withdraw-title = Withdraw { $name } from here
people-withdraw-text = Your organisation takes this person back from here, and from nothing else. It cannot be undone: you would have to nominate them again.
standing-suspend-title = Suspend { $name }
standing-reinstate-title = Reinstate { $name }
standing-end-title = End the access of { $name }
standing-role-title = Another role for { $name }
standing-suspend-text = They will open nothing written from now on, until they are reinstated. What they could open before they may have kept.
standing-reinstate-text = They can again open what is written for their groups.
standing-end-text = They will open nothing written from now on. It cannot be undone; their organisation would have to nominate them again. What they could open before they may have kept.
standing-role-text = A role with less access opens nothing more for the groups it leaves, from now on.
standing-left-open = This must be dealt with first: hand over what the person holds, answer or withdraw their offers.
standing-despite = They cannot or will not: go on. It stays recorded as theirs until an administrator offers it to somebody.
standing-open-offers =
    { $n ->
        [one] { $n } offer without an answer
       *[other] { $n } offers without an answer
     }
standing-done-out = It is recorded. They will open nothing written from now on.

# Desks.
desks-title = Desks
desks-text = A store or a counter. Any listed officer answers for it, in their own name.
desks-none = No desk yet.
desk-open = Open desk
desk-change = Change officers
desk-change-title = Officers of { $name }
desk-name = Name
desk-name-help = For instance: exhibits store, laboratory counter.
desk-officers = Officers
desk-none-closes = Without any officer the desk is closed.
group-shared = Shared with one organisation
group-special = Special access group
