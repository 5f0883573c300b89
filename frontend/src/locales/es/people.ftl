# Roles and legal positions.
role-administrator = administrador
role-leader = jefe de equipo
role-member = miembro
role-participant = participante
role-support = apoyo
party-status-bound-member-state = Estado miembro vinculado por el Reglamento
party-status-member-state-not-bound = Estado miembro no vinculado por el Reglamento
party-status-union-body = Órgano de la Unión
party-status-third-state = Tercer Estado
party-status-international-court = Tribunal internacional
