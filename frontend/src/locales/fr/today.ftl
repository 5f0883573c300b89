today-title = Aujourd’hui
today-checked = Vérifié à { $at }.
today-nothing-waits = Rien ne vous attend. Vérifié à { $at }.

# Parts of the sentence that stands on top of the page.
today-part-disputed =
    { $n ->
        [one] { $n } pièce contestée
       *[other] { $n } pièces contestées
     }
today-part-offers-hours =
    { $n ->
        [one] { $n } proposition de remise sans réponse
       *[other] { $n } propositions de remise sans réponse, la plus ancienne
     } depuis { $hours } h
today-part-overdue =
    { $n ->
        [one] { $n } action en retard
       *[other] { $n } actions en retard
    }
today-part-new-since =
    { $n ->
        [one] { $n } nouveauté
       *[other] { $n } nouveautés
     } depuis { $at }
today-part-new =
    { $n ->
        [one] { $n } nouveauté
       *[other] { $n } nouveautés
     }
today-part-term =
    { $n ->
        [one] terme dans { $n } jour
       *[other] terme dans { $n } jours
     }
today-part-term-today = terme aujourd’hui
today-part-term-over =
    { $n ->
        [one] terme échu depuis { $n } jour
       *[other] terme échu depuis { $n } jours
     }
today-waiting-title = En attente de votre part
today-waiting-organisation = Votre organisation
today-waiting-since = depuis { $hours } h
today-waiting-since-days =
    { $days ->
        [one] depuis { $days } jour
       *[other] depuis { $days } jours
     }
today-fresh-title = Nouveau depuis votre départ
today-fresh-none = Rien de nouveau.
today-fresh-more =
    { $n ->
        [one] et { $n } autre
       *[other] et { $n } autres
     }

# What waits, and the action.
waiting-answer-offer = { $from } vous propose la remise de { $exhibit }.
waiting-answer-offer-action = Répondre
waiting-dispute = { $exhibit } : remise contestée.
waiting-dispute-action = Régler
waiting-nomination =
    { $n ->
        [one] { $n } désignation attend votre décision.
       *[other] { $n } désignations attendent votre décision.
     }
waiting-nomination-action = Décider
waiting-certify =
    { $n ->
        [one] { $n } personne a répondu à votre invitation.
       *[other] { $n } personnes ont répondu à vos invitations.
     }
waiting-certify-action = Vérifier et certifier
waiting-join-case = Votre organisation est invitée à un dossier.
waiting-join-case-action = Rejoindre
waiting-compare = Comparez le numéro de sécurité de { $party }.
waiting-compare-action = Comparer
waiting-confirm-kit = Votre kit de récupération n’est pas encore confirmé.
waiting-confirm-kit-action = Confirmer
waiting-term-ends =
    { $n ->
        [one] Le terme est dans { $n } jour.
       *[other] Le terme est dans { $n } jours.
     }
waiting-term-ends-action = Ouvrir le dossier
waiting-other = Quelque chose vous attend ici.
waiting-other-action = Ouvrir
waiting-offer-unanswered = { $to } n’a pas répondu à votre proposition de remise de { $exhibit }.
waiting-offer-unanswered-action = Voir

waiting-join-mission = Votre organisation est invitée à participer à l’évaluation de { $port }.
waiting-join-mission-action = Participer
waiting-join-programme = Votre organisation est invitée à participer à ce programme.
waiting-join-programme-action = Participer
waiting-programme-overdue =
    { $n ->
        [one] { $n } action est en retard.
       *[other] { $n } actions sont en retard.
    }
waiting-programme-overdue-action = Voir
waiting-programme-visit = { $port } : la visite prévue le { $due } n’est pas déclarée.
waiting-programme-visit-action = Voir
waiting-mission-rate =
    { $n ->
        [one] Il vous reste 1 critère à noter.
       *[other] Il vous reste { $n } critères à noter.
    }
waiting-mission-rate-action = Coter
waiting-mission-action = À faire par vous d’ici au { $due } : { $text }
waiting-mission-action-action = Voir
waiting-mission-verify = Déclarée faite, à vérifier : { $text }
waiting-mission-verify-action = Vérifier
waiting-mission-comment = Vous pouvez commenter le rapport jusqu’au { $due }.
waiting-mission-comment-action = Commenter
waiting-mission-silence = L’autorité d’accueil pouvait commenter jusqu’au { $due } et n’a rien dit.
waiting-mission-silence-action = Consigner
