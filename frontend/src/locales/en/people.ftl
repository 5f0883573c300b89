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
