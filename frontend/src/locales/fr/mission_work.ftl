# A visit at work: the grid, one criterion, the team’s rating, scores and risks.

## The grid

visit-grid = Domaines par lieu, avec ce qui vous reste
visit-grid-help = Une case mène au premier de ses critères qui vous reste.
visit-domain = Domaine
visit-left = Il vous en reste { $left }, { $mine } sont cotés.
visit-nothing-left = Il ne vous reste rien à cette visite.
visit-cell-left = reste { $left }
visit-cell-done = terminé
visit-cell-carried = repris
visit-cell-untouched = au besoin
visit-cell-not-asked = non demandé
visit-cell-of = { $n } sur { $asked }
visit-cell-team = équipe : { $n }
visit-cell-label = { $domain }, { $place }

## One criterion

rate-position = { $domain } { $n } sur { $of } · { $place }
rate-left = Il vous reste : { $here } ici ({ $place }), { $all } en tout.
rate-to-grid = Vers la grille
rate-own = Votre cotation
rate-keys = Les touches 0 à 4 cotent, Entrée enregistre, les flèches à gauche et à droite mènent au critère précédent et suivant.
rate-why-not-observed = Pourquoi cela n’a pas pu être observé
rate-why-not-applicable = Pourquoi c’est sans objet
rate-evidence = Éléments à l’appui
rate-note = Ce qui a été vu
rate-photos = Photos
rate-previous = Précédent
rate-next = Suivant
rate-save-next = Enregistrer et continuer
rate-saving =
    { $n ->
        [one] Enregistrement…
       *[other] Enregistrement de { $n } cotations…
     }
rate-saved = Enregistré.
rate-saved-at = Enregistré le { $time }.
rate-open = Pas encore enregistré.
rate-open-elsewhere =
    { $n ->
        [one] Un choix n’est pas enregistré :
       *[other] { $n } choix ne sont pas enregistrés :
     }
rate-not-saved = Une cotation, ou une photo qui s’y rattache, n’a pas pu être enregistrée.
rate-not-saved-text = Votre choix est gardé sur cette page jusqu’à ce que vous la verrouilliez ou la fermiez. Revenez-y et enregistrez à nouveau :
rate-not-asked = Ceci n’est pas demandé ici : ce dont cela dépend est absent ou sans objet.
rate-others = Cotations des autres
rate-others-none = Personne d’autre ne l’a encore coté.
rate-team = Équipe
rate-carried = repris
rate-carried-from = de : { $visit }
rate-earlier = Cotations antérieures
rate-rests-on = À l’appui : { $evidence }
rate-dissent = diffère de celle de l’équipe

## The team’s rating

team-lead = Seul compte ce que l’équipe arrête. Ce que chacun a coté reste à côté.
team-empty = Rien n’est encore coté à cette visite.
team-undecided =
    { $n ->
        [one] Il reste { $n } critère à arrêter.
       *[other] Il reste { $n } critères à arrêter.
     }
team-all-decided = Tout ce qui a été coté est arrêté.
team-filter = Afficher
team-filter-all = tout
team-filter-undecided = ce qui reste à arrêter
team-filter-differ = là où les cotations diffèrent
team-none-of-filter = Rien de tel.
team-criterion = Critère
team-decision = Cotation de l’équipe
team-rating = Cotation de l’équipe
team-not-decided = non arrêtée
team-carried = { $rating }, repris
team-differ = les cotations diffèrent
team-conflict = deux décisions à la fois ; l’autre : { $rating }
team-decide = Arrêter
team-decide-again = Arrêter à nouveau
team-decided = La cotation de l’équipe est inscrite.
team-reason-help = Obligatoire si cela n’a pas pu être observé. Si les cotations diffèrent, dites pourquoi l’équipe arrête celle-ci.
team-dissent-stays = Qui cote autrement reste au registre, à côté de la cotation de l’équipe.
team-take-over =
    { $n ->
        [one] Reprendre { $n } cotation unanime
       *[other] Reprendre { $n } cotations unanimes
     }
team-take-over-title = Reprendre là où tous sont d’accord
team-take-over-text =
    { $n ->
        [one] { $n } critère est coté et non arrêté, et tous ceux qui l’ont coté sont d’accord. Leur cotation devient celle de l’équipe.
       *[other] { $n } critères sont cotés et non arrêtés, et tous ceux qui les ont cotés sont d’accord. Leur cotation devient celle de l’équipe.
     }
team-take-over-alone =
    { $n ->
        [one] { $n } d’entre eux n’a été coté que par une personne.
       *[other] { $n } d’entre eux n’ont été cotés que par une personne.
     }
team-take-over-reason =
    { $n ->
        [one] Pourquoi { $n } n’a pas pu être observé
       *[other] Pourquoi { $n } n’ont pas pu être observés
     }
team-taken-over = Les cotations de l’équipe sont inscrites.

## Scores and risks

scores-lead = D’après les cotations de l’équipe, y compris celles qui sont reprises.
scores-domains = Domaines
scores-nothing = L’équipe n’a encore rien arrêté. Ce que chacun a coté ne compte pas à soi seul.
scores-score = Note
scores-before = Visite précédente
scores-counted = Décompte
scores-places = Par lieu
scores-counts = { $sum } points pour { $rated } cotés ; { $unseen } non observés, { $na } sans objet
scores-carried =
    { $n ->
        [one] { $n } repris
       *[other] { $n } repris
     }
scores-help = Note : points des critères cotés, en pour cent du maximum. Couverture : cotés, sur cotés et non observés. Ce qui est sans objet ne compte dans aucune des deux. Ce qui n’a pas été examiné n’a pas de note.
scores-scenarios = Scénarios
scores-formula = Risque = menace × vulnérabilité × conséquence, chacune de 1 à 5. Vulnérabilité = 5 − cotation moyenne des domaines qui s’y opposent, arrondie, demis vers le haut, au moins 1. 1–19 faible, 20–44 moyen, 45–79 élevé, 80–125 critique.
scores-mapped = S’y opposent : { $domains }
scores-judge = Apprécier
scores-judge-again = Apprécier à nouveau
scores-judged = L’appréciation est inscrite.
scores-not-judged = Personne n’a encore apprécié la menace et la conséquence.
scores-not-rated = C’est apprécié, mais aucun de ses critères n’est coté : il n’y a pas de chiffre de risque.
scores-residual-before = Risque résiduel à la visite précédente : { $n }
scores-threat = Menace
scores-threat-help = Quelle chance que cela soit tenté ici.
scores-consequence = Conséquence
scores-consequence-help = À quel point ce serait grave.
mission-threat-1 = très improbable
mission-threat-2 = improbable
mission-threat-3 = possible
mission-threat-4 = probable
mission-threat-5 = attendue
mission-consequence-1 = légère
mission-consequence-2 = limitée
mission-consequence-3 = sérieuse
mission-consequence-4 = grave
mission-consequence-5 = extrême
risk-domain = Domaine
risk-sum = Points
risk-rated = Cotés
risk-mean = Moyenne
risk-together = Ensemble
risk-vulnerability = Vulnérabilité
risk-vulnerability-formula = 5 − { $mean } = { $value }, arrondi à { $rounded }
risk-residual = Risque résiduel
risk-inherent = Risque inhérent
risk-formula = { $threat } × { $vulnerability } × { $consequence } = { $risk }
risk-confidence = Confiance
