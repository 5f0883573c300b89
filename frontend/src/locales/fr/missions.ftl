# Port missions: the list, opening one, what stands around its pages, its overview.
rail-missions = Missions portuaires
missions-title = Missions portuaires
missions-new = Ouvrir une mission
missions-empty = Aucune mission portuaire. Ouvrez-en une pour un port, ou attendez que votre organisation vous désigne.
missions-unnamed = Mission que vous ne pouvez pas encore lire
missions-column-port = Port
missions-column-standing = Vous êtes
missions-column-visit = Visite
missions-column-due = Prochaine échéance
missions-column-unseen = Nouveau
missions-no-visit = aucune visite
missions-nothing-due = aucune échéance
missions-overdue =
    { $n ->
        [one] { $n } action en retard
       *[other] { $n } actions en retard
     }

new-mission-title = Ouvrir une mission
new-mission-lead = L’évaluation conjointe d’un port. Ce que l’équipe inscrit n’est lu que par l’équipe ; l’autorité d’accueil lit ce que vous partagez avec elle.
new-mission-programme = Programme
new-mission-programme-help = Le programme auquel la mission transmet, signés, des chiffres et des actions. Rien d’autre n’y passe.
new-mission-no-programme = aucun
new-mission-port = Port
new-mission-other-port = un autre port, que le programme suit désormais
new-mission-template = Ce qui est demandé
new-mission-template-help = La mission garde cette version jusqu’à la fin.
new-mission-template-version = { $title }, version { $version } : { $criteria } { $criteria ->
    [one] critère
   *[other] critères
}
new-mission-host = Autorité d’accueil
new-mission-no-host = désignée plus tard
new-mission-host-help = Elle n’apprend encore rien. Admettez-la sur la page Personnes, une fois son numéro de sécurité comparé.
new-mission-readers-later = D’autres pourront lire la mission quand leur organisation les aura désignés et que vous les aurez admis.

# Around every page of a mission.
mission-page-title = Mission portuaire
mission-access-ended-text = Vous n’ouvrirez rien de ce qui s’écrit désormais. En cas d’erreur, adressez-vous à un gestionnaire de la mission.
mission-fault-title = Le registre de la mission est altéré.
mission-not-a-member = Vous n’êtes pas encore membre de cette mission. Quand votre organisation l’aura rejointe et vous aura désigné, et qu’un gestionnaire vous aura admis, elle s’ouvrira ici.
mission-access-help = L’autorité d’accueil a un accès limité : ses personnes lisent les rapports partagés avec elle, les commentent et les signent.
mission-access-limited = autorité d’accueil : les rapports partagés avec elle
mission-access-team = membre de l’équipe comme les autres
mission-port-wide = ensemble du port
tabs-mission = Pages de cette mission
tab-visit = Visite
tab-team = Cotation de l’équipe
tab-scores = Notes et risques
tab-findings = Constats
tab-release = Rapport et autorité d’accueil
tab-host = Rapport

# The overview.
mission-step-facility = Ajouter la première installation
mission-step-visit = Ouvrir la première visite
mission-step-people = Désigner et admettre un autre évaluateur
mission-step-compare = Comparer le numéro de sécurité avec les autres organisations
mission-step-host = Admettre l’autorité d’accueil
mission-points-overdue =
    { $n ->
        [one] { $n } action est en retard
       *[other] { $n } actions sont en retard
     }
mission-points-open =
    { $n ->
        [one] { $n } action n’est pas exécutée
       *[other] { $n } actions ne sont pas exécutées
     }
mission-points-unverified =
    { $n ->
        [one] { $n } action est déclarée exécutée et n’est pas vérifiée
       *[other] { $n } actions sont déclarées exécutées et ne sont pas vérifiées
     }
mission-points-conflicts =
    { $n ->
        [one] { $n } modification faite par deux personnes à la fois
       *[other] { $n } modifications faites par deux personnes à la fois
     }
mission-about = Objet de la mission
mission-to-programme = Ouvrir le programme
mission-no-host = Aucune autorité d’accueil n’est désignée.
mission-days = du { $from } au { $to }
visits-title = Visites
visit-none = Aucune visite.
visit-none-manager = Un gestionnaire de la mission en ouvre une.
visit-chooser = Visite affichée
visit-open = Ouvrir une visite
visit-opened = La visite est ouverte.
visit-kind = Type
visit-kind-help = Une visite de suivi en revoit une partie ; le reste est repris de la visite précédente. Une auto-évaluation ne reprend rien.
visit-starts = Premier jour
visit-ends = Dernier jour
visit-facilities = Installations à examiner
visit-facilities-help = Chacune est cotée à part. S’il n’y en a pas, le port est coté dans son ensemble.
visit-host-learns = L’autorité d’accueil apprend le type et les jours de la visite, et rien d’autre.
visit-team = Cotation de l’équipe
visit-decided = arrêtés : { $decided }, restants : { $left }
visit-carried = repris : { $n }
visit-findings = Constats
visit-findings-n =
    { $n ->
        [0] aucun
        [one] { $n } constat
       *[other] { $n } constats
     }
visit-host = Autorité d’accueil
visit-programme = Programme
visit-signed = chiffres signés
visit-not-signed = rien n’est encore signé
visit-progress-of = { $name } : { $rated } cotés sur { $cells }
visit-rated-of = { $rated } cotés sur { $cells }
visit-rate-next = Coter le suivant
facilities-title = Installations
facilities-none = Aucune installation. Une visite peut aussi coter le port dans son ensemble.
facility-add = Ajouter une installation
facility-added = L’installation est ajoutée.
facility-new = Autre installation
facility-name = Nom
facility-name-help = Par exemple un terminal ou un poste à quai.
facility-visit = Visite qui l’examine
facility-no-visit = aucune pour l’instant

# Words of assessments.
role-assessor = évaluateur
role-host = autorité d’accueil
mission-visit-baseline = visite initiale
mission-visit-follow-up = visite de suivi
mission-visit-self-assessment = auto-évaluation
mission-rating-absent = absent
mission-rating-weak = faible
mission-rating-partial = partiel
mission-rating-effective = efficace
mission-rating-proven = éprouvé
mission-rating-not-applicable = sans objet
mission-rating-not-observed = non observé
mission-evidence-document = document
mission-evidence-interview = entretien
mission-evidence-observation = observation
mission-evidence-test = essai
mission-evidence-data = données
mission-mark-proven-by-interview-alone = éprouvé par un seul entretien
mission-mark-without-evidence = sans élément à l’appui
mission-mark-explained-proven-by-interview-alone = Éprouvé, et seul un entretien le dit. Cela compte, et quiconque le lit voit cette marque.
mission-mark-explained-without-evidence = Rien n’est coché à l’appui. Cela compte, et quiconque le lit voit cette marque.
mission-severity-low = faible
mission-severity-medium = moyenne
mission-severity-high = élevée
mission-severity-critical = critique
mission-priority-low = à la prochaine occasion
mission-priority-medium = dans l’année
mission-priority-high = dans les semaines qui viennent
mission-status-open = non commencée
mission-status-in-progress = en cours
mission-status-blocked = bloquée
mission-status-done = exécutée
mission-band-low = faible
mission-band-medium = moyen
mission-band-high = élevé
mission-band-critical = critique
mission-confidence-low = faible : peu a été vu, ou les sources se contredisent
mission-confidence-medium = moyenne : l’essentiel a été vu
mission-confidence-high = élevée : cela a été vu et essayé
mission-score = { $score } · couverture { $coverage }
mission-score-none = – · couverture { $coverage }
mission-not-looked-at = – non examiné
mission-host-signed = a signé
mission-host-signed-commented = a commenté et signé
mission-host-commented = a commenté
mission-host-silent = a laissé passer le délai
mission-host-asked = peut commenter jusqu’au { $date }
mission-host-not-asked = rien n’est encore partagé
fieldname-text = texte
fieldname-severity = gravité
fieldname-releasable = lisible par l’autorité d’accueil
fieldname-priority = priorité
fieldname-cost = coût
fieldname-donor = donateur possible

# Entries of the record.
entry-mission-opened = { $author } a ouvert la mission au port de { $port }.
entry-corrected-named =
    { $author } a rectifié { $of ->
        [facility] l’installation
        [visit] la visite
        [finding] le constat
        [recommendation] la recommandation
        [action] l’action
        [file] le fichier
        [port] le port
        [terms] les termes du programme
       *[other] le port évalué
    } « { $of_name } », { $field } : « { $old } » est devenu « { $new } ».{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-facility-added = { $author } a ajouté l’installation { $facility }.
entry-visit-opened = { $author } a ouvert une visite : { $visit }, du { $starts } au { $ends }.
entry-rated = { $author } a coté { $criterion } ({ $facility }) : { $rating }.
entry-team-rated = { $author } a inscrit la cotation de l’équipe. Critères arrêtés : { $count }.
entry-scenario-assessed = { $author } a apprécié { $scenario } : menace { $threat }, conséquence { $consequence }.
entry-finding-raised = { $author } a inscrit un constat ({ $severity } ; { $facility }) : { $title }
entry-recommendation-made = { $author } a recommandé : { $text }
entry-action-agreed = { $author } a inscrit une action convenue : { $text }
entry-action-moved = { $author } a reporté l’échéance d’une action au { $due } : { $text }
entry-action-status = { $author } a déclaré une action { $status } : { $text }
entry-action-verified = { $author } a vérifié une action : { $text }
entry-report-shared = { $author } a partagé le rapport avec l’autorité d’accueil, pour commentaires jusqu’au { $due }.
entry-host-commented = { $author } a commenté pour l’autorité d’accueil : { $text }
entry-host-signed = { $author } a signé le rapport pour l’autorité d’accueil.
entry-silence-recorded = { $author } a inscrit que l’autorité d’accueil a laissé passer le délai.
entry-aggregate-signed = { $author } a signé des chiffres pour le programme.
entry-mission-file = { $author } a joint le fichier « { $name } ».

# Why an entry was set aside.
rule-not-an-assessor = seul un évaluateur ou un gestionnaire peut le faire
rule-not-the-host = seule l’autorité d’accueil peut le faire
rule-unknown-visit = la visite désignée n’existe pas
rule-unknown-facility = l’installation désignée n’existe pas
rule-unknown-criterion = le critère désigné n’est pas demandé ici
rule-unknown-scenario = le scénario désigné n’est pas demandé ici
rule-unknown-finding = le constat désigné n’existe pas
rule-unknown-recommendation = la recommandation désignée n’existe pas
rule-unknown-action = l’action désignée n’existe pas
rule-not-done = l’action n’était pas déclarée exécutée
rule-already-verified = l’action était déjà vérifiée
rule-own-action = nul ne vérifie ce dont il est chargé ou qu’il a déclaré lui-même
rule-unknown-report = le rapport désigné n’existe pas
rule-report-hash-mismatch = la signature porte sur un autre texte du rapport
rule-already-signed = c’était déjà signé
rule-comment-still-open = l’autorité d’accueil pouvait encore commenter
rule-host-has-answered = l’autorité d’accueil a répondu

# A rule that stands in the way of what was asked.
error-not-an-assessor = Seul un évaluateur ou un gestionnaire de la mission peut faire cela.
error-not-the-host = Seules les personnes de l’autorité d’accueil peuvent faire cela.
error-unknown-visit = Cette visite n’existe pas dans la mission.
error-unknown-facility = Cette installation n’existe pas dans la mission.
error-unknown-criterion = Le modèle de cette mission n’a pas ce critère.
error-unknown-scenario = Le modèle de cette mission n’a pas ce scénario.
error-unknown-finding = Ce constat n’existe pas dans la mission.
error-unknown-recommendation = Ce constat n’a pas cette recommandation.
error-unknown-action = Cette action n’existe pas dans la mission.
error-not-done = Seul ce qui est déclaré exécuté peut être vérifié.
error-already-verified = Cette action est déjà vérifiée.
error-own-action = Nul ne vérifie ce dont il est chargé ou qu’il a lui-même déclaré exécuté. Demandez à un autre évaluateur.
error-figures-changed = Les chiffres ont changé depuis que vous les avez vus. Fermez, relisez-les, puis signez.
error-unknown-report = Ce rapport n’existe pas, ou n’a pas été partagé avec vous.
error-report-hash-mismatch = Ce n’est pas le rapport tel qu’il a été partagé. Rechargez la page et relisez-le.
error-already-signed = Vous avez déjà signé ce rapport.
error-comment-still-open = L’autorité d’accueil peut encore commenter.
error-host-has-answered = L’autorité d’accueil a répondu, ou son silence est déjà inscrit.
error-report-changed = Le rapport a changé depuis son affichage. Relisez-le ; rien n’a été partagé.
error-no-host = Aucune autorité d’accueil n’est encore admise. Admettez-la sur la page Personnes.
error-no-programme = La mission ne rend compte à aucun programme.
mission-reach = { $decided } cotations sur { $asked } arrêtées à cette visite, { $carried } reprises de la précédente, { $left } ouvertes
