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

# Access groups.
group-team = Équipe
group-checking-desk = Guichet de contrôle

# The people page.
people-title = Personnes
people-name = Nom
people-role = Rôle
people-since = Depuis
people-could-open = A pu ouvrir
people-could-open-of = a pu ouvrir { $n } sur { $of }
people-state = État
people-actions = Actions
people-founder = fondateur
people-admitted-by = admission par { $name }
people-name-verified = nom vérifié
people-name-unverified = nom non vérifié
people-holds =
    { $n ->
        [one] détient { $n } pièce
       *[other] détient { $n } pièces
     }
people-not-named = Les personnes de { $party } qui ne vous ont pas été nommées ne sont pas affichées.
people-nobody = { $party } n’a encore désigné personne.
people-nobody-admitted = Personne de { $party } n’est encore admis.
people-compare-first = Comparez le numéro de sécurité avec cette organisation avant tout partage.
people-compare-link = Comparer le numéro de sécurité
people-frozen = Quelqu’un est parti ou a de nouvelles clés, et les clés de ces groupes d’accès n’ont pas encore été renouvelées :
people-frozen-renew = Qui écrira le prochain les renouvellera ainsi. Vous pouvez aussi le faire maintenant.
people-frozen-wait = Rien ne peut y être écrit tant qu’un administrateur ou un détenteur ne les a pas renouvelées.
people-renew = Renouveler les clés
people-renewed = Les clés sont renouvelées.
people-vacant-title = Il ne reste aucun administrateur
people-vacant-text = Votre organisation est à l’origine de ce registre. Nommez une personne qui y participe. Vous ne pourrez pas revenir dessus : les administrateurs décident ensuite eux-mêmes. Ce que seuls d’anciens administrateurs pouvaient lire reste illisible.
people-vacant-wait = L’organisation à l’origine de ce registre peut nommer l’un de ses membres.
people-appoint-whom = Personne
people-appoint = Nommer
people-appointed = La nomination est inscrite.
people-appoint-title = Nommer un administrateur
people-appoint-text = { $name } admettra alors les personnes et décidera de ce qui est partagé. Vous ne pourrez pas revenir dessus.
people-vacant-nobody = Il ne reste personne qui puisse administrer ce registre. Ceux qui y participent peuvent encore le lire.

# Joining.
people-join-title = Votre organisation est invitée
people-join-text = L’adhésion est inscrite au nom de votre organisation. Vous pourrez ensuite désigner ses personnes.
people-join-administrator = Un administrateur de votre organisation peut adhérer.
people-join = Rejoindre
people-joined = Votre organisation prend part. Désignez maintenant ses personnes.

# Admitting a party.
people-admit-party = Admettre une partie
people-admit-party-text = L’organisation apprend alors que ceci existe. Elle ne peut rien lire avant l’admission de ses personnes, une à une. Une partie admise reste au registre.
people-admit-party-submit = Admettre la partie
people-party = Organisation
people-party-status = Elle relève d’un
people-no-contacts = Vous ne connaissez encore aucune autre organisation.
people-add-contact = Ajouter une organisation
people-party-admitted = Admise. L’organisation peut maintenant rejoindre et désigner ses personnes.

# Nominating.
people-nominate = Désigner des personnes
people-nominate-title = Désigner des personnes de votre organisation
people-nominate-text = Qui administre ou gère décide. Vous signez la désignation : elles obtiennent au plus ce rôle et cet historique.
people-nominate-submit = Signer et désigner
people-nominated = Désignation envoyée. Vous en verrez ici la suite.
people-history = Avec ce qui a été écrit auparavant
people-history-help = Sinon, elles n’ouvrent que ce qui s’écrit à partir de leur admission.

# Nominations.
people-nominations = Désignations
people-nominations-answered = Désignations antérieures
people-grant-history = { $role }, avec ce qui a été écrit auparavant
people-grant-from-now = { $role }, à partir de l’admission
people-waits-for-you = En attente de votre décision.
people-waits-for-administrator = En attente de qui admet les personnes.
people-waits-for-administrators = En attente de ceux qui admettent les personnes.
people-admit =
    { $n ->
        [0] Admettre
        [one] Admettre { $n } personne
       *[other] Admettre { $n } personnes
     }
people-choose-all = Tout choisir
people-admit-title = Admettre des personnes
people-admit-text = Elles peuvent lire ce que vous accordez dès votre confirmation. L’accès peut prendre fin, mais ce qui a été lu ne se reprend pas.
people-admitted = Admission inscrite.
people-decline = Refuser
people-decline-title = Refuser la désignation de { $name }
people-decline-text = L’auteur de la désignation lira votre motif. Il peut désigner de nouveau.
people-declined-because = Refusée car :
people-withdraw-nomination = Retirer
people-nomination-withdrawn = La désignation est retirée.

# Suspending, reinstating, ending, another role.
people-change-role = Changer de rôle
people-suspend = Suspendre
people-reinstate = Rétablir
people-end = Mettre fin à l’accès
people-withdraw = Retirer la personne…
people-withdraw-title = Retirer { $name } d’ici
people-withdraw-text = Votre organisation retire cette personne d’ici, et de rien d’autre. C’est irréversible : il faudrait désigner de nouveau cette personne.
standing-suspend-title = Suspendre l’accès de { $name }
standing-reinstate-title = Rétablir l’accès de { $name }
standing-end-title = Mettre fin à l’accès de { $name }
standing-role-title = Nouveau rôle de { $name }
standing-suspend-text = Cette personne n’ouvrira rien de ce qui s’écrit désormais, jusqu’à son rétablissement. Elle a pu conserver ce qu’elle pouvait ouvrir auparavant.
standing-reinstate-text = Cette personne pourra de nouveau ouvrir ce qui s’écrit pour ses groupes.
standing-end-text = Cette personne n’ouvrira rien de ce qui s’écrit désormais. Cela ne s’annule pas ; son organisation devrait la désigner de nouveau. Elle a pu conserver ce qu’elle pouvait ouvrir auparavant.
standing-role-text = Un rôle de moindre accès n’ouvre plus rien, désormais, des groupes qu’il quitte.
standing-left-open = À régler d’abord : remettre ce que la personne détient, répondre à ses propositions ou les retirer.
standing-despite = Cette personne ne le peut ou ne le veut pas : continuer. Le tout reste inscrit à son nom jusqu’à ce qu’un administrateur le propose à quelqu’un.
standing-open-offers =
    { $n ->
        [one] { $n } proposition de remise sans réponse
       *[other] { $n } propositions de remise sans réponse
     }
standing-done-out = C’est inscrit. Cette personne n’ouvrira rien de ce qui s’écrit désormais.

# Desks.
desks-title = Guichets
desks-text = Un dépôt ou un comptoir. Tout agent inscrit y répond, en son propre nom.
desks-none = Aucun guichet.
desk-open = Ouvrir un guichet
desk-change = Modifier les agents
desk-change-title = Agents de { $name }
desk-name = Nom
desk-name-help = Par exemple : dépôt des pièces, comptoir du laboratoire.
desk-officers = Agents
desk-none-closes = Sans aucun agent, le guichet est fermé.
group-shared = Partagé avec une organisation
group-special = Groupe d’accès particulier
