# What leaves the team of a mission: the report for the host authority, and figures for the programme.

## The report, as the team sees it

release-lead = Tant que vous ne le partagez pas, personne en dehors de l’équipe ne lit quoi que ce soit.
release-shared = Partagé avec l’autorité d’accueil
release-nothing-shared = Rien de cette visite n’a encore été partagé.
release-preview = Ce qui serait partagé maintenant
release-preview-text = Mot pour mot ce que lirait l’autorité d’accueil : notes, risques et constats communicables, sans cotations, remarques ni photos.
release-unchanged = C’est ce qui a été partagé en dernier ; rien n’a changé depuis.
release-withheld =
    { $n ->
        [0] Aucun constat ne reste dans l’équipe.
        [one] { $n } constat reste dans l’équipe.
       *[other] { $n } constats restent dans l’équipe.
     }
release-no-host = Aucune autorité d’accueil n’est encore admise : rien ne peut être partagé.
release-by-manager = C’est un gestionnaire de la mission qui le partage.
release-read = Le lire
release-share = Partager le rapport
release-contents =
    { $findings ->
        [0] Le rapport n’a aucun constat
        [one] Le rapport a { $findings } constat
       *[other] Le rapport a { $findings } constats
     } ; { $withheld } { $withheld ->
        [one] reste dans l’équipe.
       *[other] restent dans l’équipe.
     }
release-changed = La mission a changé depuis que vous avez ouvert ceci. Fermez et relisez le rapport avant de le partager.
release-no-way-back = Ce qui a été partagé ne se reprend pas. Un rapport plus récent peut être partagé ensuite ; les deux restent.
release-done = Le rapport est partagé.
field-day-past = Ce jour est passé. Indiquez-en un qui laisse le temps de commenter.
release-silence = Inscrire que rien n’a été dit
release-silence-text = Le jour jusqu’auquel l’autorité d’accueil pouvait commenter est passé, sans commentaire ni signature. Cela est inscrit, et elle le lit aussi. Elle peut encore commenter.

## A report

report-title = Rapport
report-title-of = Rapport : { $port }, { $visit }
report-as-shared = Le rapport tel qu’il a été partagé
report-print-page = Page à imprimer
report-print = Imprimer
report-shared = Partagé par
report-comment-due = Commentaires jusqu’au
report-withheld = N’y figure pas
report-withheld-n =
    { $n ->
        [one] { $n } constat qui reste dans l’équipe
       *[other] { $n } constats qui restent dans l’équipe
     }
report-signed-by = Signé pour l’autorité d’accueil par
report-comment-of-host = Commentaire de l’autorité d’accueil
report-comment-late = après le délai
report-template = Ce qui était demandé
report-template-version = { $id }, version { $version }
report-no-scenarios = Aucun scénario n’a été apprécié.
report-reach = Avancement de l’équipe
report-no-findings = Aucun constat de cette visite n’est communicable. Ceux des visites précédentes figurent dans leurs rapports.
report-due = échéance : { $date }
report-first-due = d’abord convenue pour le { $date }
report-done = déclarée exécutée le { $date }
report-verified = vérifiée le { $date }

## The host authority’s page

host-title = Rapport
host-lead = Ce que l’équipe d’évaluation a partagé avec vous. Ce que vous dites figure à côté.
host-no-visits = Aucune visite n’est encore prévue.
host-managers = La mission est dirigée par { $names }.
host-nothing-shared = L’équipe n’a encore partagé aucun rapport. Vous le trouverez ici, avec le jour jusqu’auquel vous pourrez commenter.
host-earlier = Rapports antérieurs des mêmes visites
host-comment = Votre commentaire
host-comment-item = Commenter ceci
host-comment-whole = Commenter le rapport
host-comment-submit = Inscrire le commentaire
host-comment-readers = L’équipe d’évaluation et les personnes de votre organisation dans cette mission pourront le lire.
host-comment-stays = Il ne se reprend pas ; vous pouvez en ajouter un autre.
host-commented = Votre commentaire est inscrit.
host-sign = Signer le rapport
host-sign-title = Signer le rapport
host-sign-text = Vous signez en votre nom, pour l’autorité d’accueil, exactement le rapport tel qu’il figure sur cette page.
host-sign-undone = Ceci ne s’annule pas. Vous pourrez encore commenter.
host-signed = Vous avez signé le rapport.

## Figures for the programme

reporting-title = Pour le programme
reporting-text = Des chiffres et des actions, signés de votre nom. Ni cotation, ni remarque, ni photo, ni constat ne quitte la mission.
reporting-programme = Programme : { $title }
reporting-programme-closed = La mission rend compte à un programme qui ne vous est pas ouvert.
reporting-no-programme = La mission ne rend compte à aucun programme.
reporting-seen = Ce que le programme verra
reporting-findings = Constats : { $critical } critiques, { $high } élevés, { $medium } moyens, { $low } faibles
reporting-no-actions = Aucune action.
reporting-uncounted = Votre signature ne compte pas encore dans le programme. Son gestionnaire y inscrit qui peut signer pour cette mission.
reporting-sign = Signer
reporting-sign-and-report = Signer et transmettre
reporting-sign-title = Signer les chiffres
reporting-sign-goes = Ils vont aussitôt au programme.
reporting-sign-waits = Ils restent dans la mission jusqu’à ce qu’un gestionnaire du programme les y porte.
reporting-sign-undone = Ceci ne s’annule pas. Signez à nouveau plus tard : la signature la plus récente d’une visite compte.
reporting-reported = Les chiffres sont signés, et le programme les a.
reporting-kept = Les chiffres sont signés. Le programme ne les a pas encore :
reporting-signed = Signé jusqu’ici
reporting-changed = Des cotations, constats ou actions ont changé depuis. Ce qui a été signé ne le dit pas.
reporting-has = le programme l’a
reporting-has-not = pas encore au programme
reporting-report = Porter au programme
