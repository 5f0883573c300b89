# Programmes: the list, making one.
rail-programmes = Programmes
programmes-title = Programmes
programmes-new = Nouveau programme
programmes-empty = Aucun programme. Créez-en un, puis choisissez son premier port ; ou attendez que votre organisation vous désigne.
programmes-untitled = Programme que vous ne pouvez pas encore lire
programmes-column-programme = Programme
programmes-column-ports = Ports
programmes-column-overdue = En retard
new-programme-title = Nouveau programme
new-programme-lead = Pour des ports évalués ensemble. Il reçoit les chiffres et les actions que les missions signent pour lui ; jamais les cotations, notes, photos ou constats.
new-programme-readers-later = D’autres pourront lire le programme quand leur organisation les aura désignés et que vous les aurez admis.
new-programme-submit = Créer le programme
programme-name = Intitulé
programme-purpose = Objet
programme-purpose-help = En vue de quoi les ports sont évalués, et pour qui.

# Around every page of a programme.
programme-page-title = Programme
programme-not-a-member = Vous n’êtes pas encore membre de ce programme. Quand votre organisation l’aura rejoint et vous aura désigné, et qu’un gestionnaire vous aura admis, il s’ouvrira ici.
programme-access-ended-text = Vous n’ouvrirez rien de ce qui s’écrit désormais. En cas d’erreur, adressez-vous à un gestionnaire du programme.
programme-fault-title = Le registre du programme est altéré.
role-manager = gestionnaire
tabs-programme = Pages de ce programme
tab-map = Carte
tab-ports = Ports
tab-actions = Actions
tab-risks = Risques
tab-templates = Modèles

# The overview.
programme-overview-title = Vue d’ensemble
programme-as-of = Situation au { $date }.
programme-as-of-lead = Situation au { $date }
programme-open-overdue =
    { $n ->
        [one] Ouvrir l’action en retard ({ $n })
       *[other] Ouvrir les actions en retard ({ $n })
     }
programme-no-ports = Première mission : choisissez un port.
programme-no-ports-manager = Un gestionnaire du programme le choisit.
programme-nothing-reported = Pas encore de chiffres. Ils arrivent quand une personne signe les chiffres d’une visite dans une mission et les transmet ici.
programme-what-counts = Ce qui est compté
programme-due = À échéance sous { $days } jours
programme-due-definition = Actions qui ne sont pas exécutées et dont l’échéance tombe dans les { $days } jours suivant cette date.
programme-due-next = Prochaine : { $date }, { $owner }, { $port }.
programme-overdue = En retard
programme-overdue-definition = Actions qui ne sont pas exécutées et dont l’échéance est passée. Celles qui sont bloquées comptent aussi : seul l’achèvement arrête le décompte.
programme-overdue-longest = La plus ancienne : { $owner }, { $port }, { $since }.
programme-overdue-blocked =
    { $n ->
        [one] { $n } est bloquée.
       *[other] { $n } sont bloquées.
     }
programme-worst-risk = Risque résiduel le plus élevé
programme-worst-definition = Le risque résiduel le plus élevé de tous les ports à leur dernière visite : menace × vulnérabilité × conséquence, chacune de 1 à 5.
programme-worst-none = Aucun risque n’a encore été évalué.
programme-worst-where = { $port } : { $scenario }
programme-changes = Mieux et moins bien
programme-changes-figure = { $better } mieux, { $worse } moins bien
programme-changes-definition = Domaines et scénarios en meilleur ou en moins bon état qu’à la visite précédente, quand les deux visites les ont examinés. Une note plus haute est meilleure ; un risque plus bas est meilleur.
programme-changes-none = Rien n’est mieux ni moins bien qu’à la visite précédente.
programme-changes-one = { $port } : de { $before } à { $now }. { $what }
programme-changes-title = Mieux et moins bien qu’à la visite précédente
programme-change-what = Objet
programme-change-how = Par rapport à la visite précédente
programme-change-score = Note : { $title }
programme-change-risk = Risque résiduel : { $title }
programme-trend-better = mieux : de { $before } à { $now }
programme-trend-worse = moins bien : de { $before } à { $now }
programme-trend-same = inchangé : { $now }
programme-heat-title = Ports par domaine
programme-heat-caption = Note et couverture par port et par domaine, au { $date }
programme-next-actions = En retard et à venir
programme-no-actions = Aucune action n’est ouverte.
programme-all-actions = Toutes les actions
programme-more-actions =
    { $n ->
        [one] et { $n } autre
       *[other] et { $n } autres
     }
programme-next-days = Visites et observations attendues
programme-next-visit = visite prévue
programme-next-comment = commentaires de l’autorité d’accueil
programme-unplanned =
    { $n ->
        [one] { $n } port n’a pas de visite prévue.
       *[other] { $n } ports n’ont pas de visite prévue.
     }
programme-about-title = À propos de ce programme
programme-about-figures = Tous les chiffres viennent de ce que les évaluateurs et gestionnaires des missions ont signé pour ce programme. Pour chaque visite, le plus récent compte ; ce qui précède est conservé.

# Days and states.
programme-due-today = échéance aujourd’hui
programme-due-in =
    { $n ->
        [one] dans { $n } jour
       *[other] dans { $n } jours
     }
programme-overdue-by =
    { $n ->
        [one] { $n } jour de retard
       *[other] { $n } jours de retard
     }
programme-agreed-ago =
    { $n ->
        [one] convenue il y a { $n } jour
       *[other] convenue il y a { $n } jours
     }
programme-days-ago =
    { $n ->
        [one] il y a { $n } jour
       *[other] il y a { $n } jours
     }
programme-status-open = ouverte
programme-status-in-progress = en cours
programme-status-blocked = bloquée
programme-status-done = exécutée, non vérifiée
programme-status-verified = vérifiée
programme-findings-none = aucun à cette visite
programme-findings-of = { $severity } : { $n }

# Ports.
programme-map-lead = Le chiffre de chaque port est son risque résiduel le plus élevé.
programme-follow = Suivre un port
programme-follow-submit = Suivre ce port
programme-follow-known = Le programme suit déjà ce port. Suivi à nouveau, il y figure deux fois.
programme-followed = Le port est suivi.
programme-visit-planned = Prochaine visite
programme-visit-unplanned = non prévue
programme-visit-overdue = { $date }, en retard
programme-visit-none = Rien n’a encore été transmis.
programme-ports-lead = Dans l’ordre des prochaines échéances.
programme-port-overdue =
    { $n ->
        [one] { $n } action en retard
       *[other] { $n } actions en retard
     }
programme-port-open =
    { $n ->
        [0] aucune action ouverte
        [one] { $n } action ouverte
       *[other] { $n } actions ouvertes
     }
programme-port-visit = Dernière visite
programme-port-signed = Chiffres signés
programme-port-domains = Examinés
programme-port-looked-at = { $n } sur { $of } domaines, couverture { $coverage }
programme-port-since = Depuis la visite précédente : { $visit }
programme-port-more = Notes, risques et historique
programme-port-back = Tous les ports
programme-port-facts = Où en est le port
programme-port-unreported = Rien n’a encore été transmis pour ce port. Enregistrez ci-dessous la mission qui l’évalue ; ses chiffres arrivent quand une personne de la mission les signe.
programme-plan-visit = Prévoir la prochaine visite
programme-signed-by = par { $name }, { $time }
programme-signed-for = Signé par { $name } ({ $party })
programme-findings = Constats
programme-host = Autorité d’accueil
programme-risks-title = Risques résiduels
programme-risk-line = { $title } : { $figure } { $band }
programme-domains-title = Notes par domaine
programme-domains-definition = Note : la moyenne des critères cotés, en pour cent de la meilleure cotation. Couverture : la part des critères cotés parmi les cotés et les non observés. Ce qui est sans objet et ce que personne n’a encore arrêté ne comptent ni dans l’une ni dans l’autre. Ce qui n’a pas été examiné n’a pas de note.
programme-domain = Domaine
programme-score = Note
programme-coverage = Couverture
programme-ratings = Cotations
programme-ratings-count = cotés : { $rated }, non observés : { $unseen }, sans objet : { $beside }
programme-not-looked-at = non examiné
programme-history-title = Ce qui a été signé
programme-history-text = Du plus récent au plus ancien. Pour chaque visite, le plus récent compte.
programme-history-figures = Notes et risques
programme-superseded = remplacé par un plus récent
programme-template-named = Modèle { $id }, version { $version }
programme-missions-title = Missions
programme-missions-text = Ce que ces missions signent compte pour ce port, quand une personne nommée ici le signe.
programme-missions-none = Aucune mission ne transmet encore de chiffres pour ce port.
programme-mission = Mission
programme-mission-open = Ouvrir une mission
programme-mission-new = { $port }, pas encore de visite
programme-mission-visit = { $port } : { $kind }, { $day }
programme-mission-other = Une mission dont vous n’êtes pas membre
programme-mission-signers = Peuvent signer : { $people }
programme-change-signers = Changer qui peut signer
programme-register = Enregistrer une mission
programme-register-title = Qui peut signer pour une mission
programme-register-text = Le programme reçoit ce que ces personnes signent pour la mission, et les chiffres de personne d’autre. Vous pouvez enregistrer les missions dont vous êtes vous-même membre.
programme-register-none = Il ne reste aucune mission que vous puissiez enregistrer. Ouvrez-en une, ou demandez à y être désigné.
programme-register-submit = Enregistrer
programme-registered = La mission est enregistrée.
programme-signers = Dont la signature compte
programme-signers-help = Gestionnaires et évaluateurs de la mission. Leurs noms et organisations sont inscrits au programme.
programme-signers-none = Personne de cette mission ne pourrait signer pour elle.

# Actions.
programme-actions-none = Aucune action. Elles arrivent avec les chiffres que transmettent les missions.
programme-actions-count = { $shown } : { $n } sur { $all } actions
programme-actions-no-match = Aucune action ne correspond.
programme-more-rows = Afficher la suite
programme-show = Afficher
programme-show-open = Non exécutées
programme-show-overdue = En retard
programme-show-blocked = Bloquées
programme-show-done = Exécutées, non vérifiées
programme-show-verified = Vérifiées
programme-show-all = Toutes
programme-action = Action
programme-owner = Responsable
programme-due-day = Échéance
programme-original-due = d’abord convenue pour le { $date }
programme-days = Jours
programme-agreed = Convenue
programme-done-on = exécutée le { $date }
programme-verified-on = vérifiée le { $date }
programme-in-time = dans les délais
programme-not-in-time = hors délai
programme-on-time = { $share } dans les délais : { $n } sur { $of }
programme-on-time-none = On ne peut encore dire d’aucune action si elle a respecté les délais.
programme-on-time-definition = Actions exécutées au plus tard le jour d’abord convenu, parmi celles qui le sont ou dont ce jour est passé. Une échéance repoussée ne compte pas.
programme-until-verified = Du constat à la vérification : { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} en médiane, { $longest } au plus ; { $n ->
    [one] { $n } action
   *[other] { $n } actions
}
programme-until-verified-none = Aucune action n’est encore vérifiée : la durée du constat à la vérification n’est pas connue.
programme-until-verified-definition = Jours entre celui où le constat a été fait et celui où un autre membre de l’équipe a vérifié ce qui a été fait. La moitié des actions ont pris la durée médiane ou moins. Ce qui est exécuté sans être vérifié ne compte pas.
programme-accepted = { $share } des recommandations acceptées : { $n } sur { $of }
programme-accepted-none = Rien n’est encore recommandé.
programme-accepted-definition = Recommandations pour lesquelles une action avec un responsable et une échéance a été convenue, parmi toutes celles faites sur les constats que les missions peuvent transmettre.

# Risks.
programme-risks-none = Aucun risque n’a encore été transmis.
programme-risk-formula = Menace × vulnérabilité × conséquence
programme-risk-definition = Chacune est un degré de 1 à 5. L’équipe juge la menace et la conséquence ; la vulnérabilité est 5 moins la cotation moyenne des critères des domaines associés, arrondie, au moins 1. Le risque inhérent suppose une vulnérabilité de 5 : comme si rien ne s’y opposait.
programme-matrix-title = Risques résiduels par port
programme-risk-unseen = non évalué
programme-behind-title = Les chiffres de chacun, du plus élevé au plus bas
programme-behind-line = { $figure } { $band } · { $port } : { $scenario }
programme-risk-residual = Risque résiduel
programme-risk-threat = Menace
programme-risk-vulnerability = Vulnérabilité
programme-risk-consequence = Conséquence
programme-risk-inherent = Risque inhérent
programme-risk-confidence = Confiance
programme-risk-domains = Domaines associés
programme-risk-from-mean = 5 moins la cotation moyenne { $mean } ({ $points } points pour { $rated } cotations), arrondi : { $level }
programme-risk-points =
    { $points } points pour { $rated } { $n ->
        [one] cotation
       *[other] cotations
     }
programme-confidence-low = faible
programme-confidence-medium = moyenne
programme-confidence-high = élevée

# Templates.
templates-lead = Ce qu’une évaluation demande. Les missions en cours gardent la version avec laquelle elles ont commencé.
templates-import = Importer
templates-none = Le programme n’a pas encore de modèle.
templates-template = Modèle
templates-version = Version
templates-holds = Demande
templates-adopted = Adopté
templates-extent = domaines : { $domains }, critères : { $criteria }, scénarios : { $scenarios }
templates-derived = Copié de { $id }, version { $version }
templates-not-derived = N’est copié d’aucun autre modèle
templates-unfinished = Commencé et non adopté : { $title } ({ $id }, version { $version }). C’est gardé jusqu’à ce que vous quittiez ce programme, verrouilliez la page ou la rechargiez ; exportez-le pour le garder plus longtemps.
templates-resume = Poursuivre
templates-discard = Abandonner
templates-discard-title = Abandonner ce qui a été modifié ?
templates-discard-text = Ce que vous avez modifié depuis le début est perdu. Exportez-le d’abord si vous pouvez en avoir besoin.
templates-copy = Copier et modifier
templates-copy-anyway = L’abandonner et copier celui-ci
templates-copy-text = Vous avez commencé à modifier un autre modèle. Il est perdu si vous copiez celui-ci maintenant.
templates-export = Exporter
templates-back = Tous les modèles
templates-criteria =
    { $n ->
        [one] { $n } critère
       *[other] { $n } critères
     }
templates-only-if = Seulement si ceci est en place : { $title }
templates-scenarios = Scénarios
templates-scenarios-text = Chacun avec les domaines qui s’y opposent.
templates-import-title = Importer un modèle
templates-import-lead = Un modèle sous forme de fichier JSON, tel qu’il est exporté ici.
templates-import-file = Fichier
templates-import-chosen = Lu dans { $name }
templates-import-text = Texte JSON
templates-import-help = Tiré du fichier, ou collé ici.
templates-import-next = Rien n’est encore inscrit. Vous voyez ensuite ce qui ne va pas, le cas échéant, puis vous l’adoptez.
templates-import-read = Lire
templates-import-replaces = Vous avez commencé à modifier un modèle. Il est remplacé par ce que vous importez.
field-template-not-json = Ce n’est pas du JSON ; la première erreur est à ligne:colonne { $value }.
field-template-too-large = C’est trop volumineux : au plus { $value } Kio.
field-template-duplicate-key = Quelque chose y est nommé deux fois au même endroit.
field-template-fraction = Il contient un nombre à décimales ; un modèle n’a que des nombres entiers.
field-template-field-missing = « { $value } » y manque quelque part.
field-template-shape = C’est du JSON, mais pas celui d’un modèle. Exportez un modèle pour voir à quoi il ressemble.
field-template-file = Le fichier n’a pas pu être lu comme un texte. Choisissez-le à nouveau, ou collez son texte.
templates-draft-title = Modifier un modèle
templates-no-draft = Aucun modèle n’est en cours de modification. Choisissez-en un et copiez-le, ou importez-en un.
templates-draft-note = Rien n’est inscrit avant que vous l’adoptiez. Les missions en cours gardent la version avec laquelle elles ont commencé.
templates-managers-only = Seul un gestionnaire du programme peut adopter un modèle. Vous pouvez l’exporter.
templates-head-title = Nom et version
templates-id = Identifiant
templates-id-help = Lettres minuscules de a à z, chiffres et traits d’union ; le même dans toutes les langues.
templates-title-en = Titre en anglais
templates-title-fr = Titre en français
templates-title-es = Titre en espagnol
templates-guidance-en = Consignes en anglais
templates-guidance-fr = Consignes en français
templates-guidance-es = Consignes en espagnol
templates-criteria-title = Critères
templates-criteria-text = Les domaines et les scénarios se modifient dans le fichier exporté.
templates-add-criterion = Ajouter un critère
templates-criterion-new = Nouveau critère
templates-criterion-change = Modifier un critère
templates-condition = Demandé seulement si ceci est en place
templates-condition-none = toujours demandé
templates-take-over = Reprendre dans le modèle
templates-change = Modifier…
templates-change-named = Modifier : { $title }
templates-remove = Retirer
templates-remove-named = Retirer : { $title }
templates-taken-out = Retiré : { $title }
templates-put-back = Le remettre
templates-faulty = erreur
templates-adopt = Adopter { $id }, version { $version }
templates-adopt-text = Dès lors, des missions peuvent être ouvertes avec cette version. Elle ne peut être ni modifiée ni reprise, seulement suivie d’une plus récente. Les missions en cours gardent la leur.
templates-adopted-done = Le modèle est adopté.
templates-faults-title = Ce qui ne va pas
templates-faults-none = Rien : il peut être adopté.
templates-fault-go = Y aller
field-template-id = « { $value } » ne peut être un identifiant : de a à z, de 0 à 9 et traits d’union, 64 au plus.
field-template-id-taken = Un autre critère a l’identifiant { $value }.
field-template-version = Les versions sont des nombres entiers à partir de 1.
field-template-version-known = Le programme a déjà cette version. La suivante est { $value }.
field-template-derived = Il est copié de cette version ou d’une plus récente. Choisissez un nombre plus élevé.
field-template-circle = Il dépendrait de lui-même, par le biais d’autres critères.
field-template-faults = Il ne peut être adopté avant correction. Nombre d’erreurs : { $value }.
fault-place = { $field }, { $language }
fault-field-title = titre
fault-field-guidance = consignes
fault-language-en = anglais
fault-language-fr = français
fault-language-es = espagnol
fault-what-domains = Domaines
fault-what-criteria = Critères
fault-what-scenarios = Scénarios
fault-too-many = { $what } : { $found }, au plus { $max }. Rien d’autre n’a été examiné.
fault-id-malformed = { $id } : ne peut être un identifiant. De a à z, de 0 à 9 et traits d’union, 64 au plus.
fault-id-doubled = { $id } : figure deux fois comme identifiant.
fault-version-zero = { $id } : les versions sont des nombres entiers à partir de 1.
fault-derived-from-itself = { $id } : est dit copié de lui-même, dans cette version ou une plus récente.
fault-translation-missing = { $id } : le texte manque ({ $place }).
fault-text-too-long = { $id } : le texte est trop long, au plus { $max } caractères ({ $place }).
fault-text-refused = { $id } : le texte contient un caractère qu’aucun texte ne peut contenir ({ $place }).
fault-no-criteria = { $id } : n’a aucun critère.
fault-condition-unknown = { $id } : dépend de { $other }, qui n’existe pas.
fault-condition-cycle = Ceux-ci dépendent les uns des autres en cercle : { $members }
fault-no-domains = { $id } : le scénario n’a aucun domaine.
fault-domain-unknown = { $id } : le scénario désigne le domaine { $other }, qui n’existe pas.
fault-domain-twice = { $id } : le scénario désigne deux fois le domaine { $other }.

# Fields.
fieldname-port-name = nom du port
fieldname-port-country = pays du port
fieldname-port-locode = UN/LOCODE du port
fieldname-visit_planned = prochaine visite
field-date = Indiquez un jour qui existe sous la forme année-mois-jour, par exemple 2026-03-01.
field-past = Ce jour est passé. Donnez un jour à partir d’aujourd’hui, ou aucun.

# Entries of the record.
entry-programme-opened = { $author } a ouvert le programme « { $title } ».
entry-template-adopted = { $author } a adopté le modèle { $template }, version { $version }.
entry-port-followed = { $author } fait suivre au programme le port { $port }.
entry-mission-registered = { $author } a enregistré qui peut signer pour une mission à { $port }.
entry-aggregate-taken = { $author } a reçu des chiffres de { $port }, signés par { $signer }.

# Why an entry was set aside, or could not be made.
rule-not-a-manager = seul un gestionnaire peut le faire
rule-not-opened = rien n’était encore ouvert
rule-template-refused = ce modèle ne permet aucune évaluation
rule-template-known = le programme avait déjà cette version du modèle
rule-unknown-port = elle désigne un port qui n’est pas suivi
rule-unknown-mission = elle désigne une mission qui ne transmet rien ici
rule-not-a-reporter = le signataire ne peut signer pour cette mission
rule-already-taken = cela avait déjà été reçu
error-not-a-manager = Seul un gestionnaire peut le faire.
error-not-opened = Rien n’est encore ouvert ici.
error-template-refused = Ce modèle ne permet aucune évaluation : quelque chose n’y va pas.
error-template-known = Le programme a déjà cette version du modèle. Donnez-lui le numéro suivant.
error-unknown-port = Le programme ne suit pas ce port.
error-unknown-mission = Cette mission ne transmet rien au programme, ou vous n’y avez pas accès.
error-not-a-reporter = Pour cette mission, le programme ne retient pas la signature de cette personne.
error-already-taken = Ceci a déjà été reçu.
