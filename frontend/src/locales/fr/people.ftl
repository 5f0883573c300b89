# Roles and legal positions.
role-administrator = administrateur
role-leader = chef d’équipe
role-member = membre
role-participant = participant
role-support = appui
party-status-bound-member-state = État membre lié par le règlement
party-status-member-state-not-bound = État membre non lié par le règlement
party-status-union-body = Organe de l’Union
party-status-third-state = État tiers
party-status-international-court = Juridiction internationale
