# The list of cases, and making one.
cases-title = Dossiers
cases-new = Nouveau dossier
cases-empty = Aucun dossier. Créez-en un à partir de l’accord, ou attendez que votre organisation vous désigne.
cases-untitled = Dossier que vous ne pouvez pas encore lire
cases-column-case = Dossier
cases-column-standing = Vous êtes
cases-column-term = Terme
cases-column-waiting = En attente
cases-column-unseen = Nouveau
standing-invited = invité
standing-suspended = suspendu
standing-ended = terminé
term-today = dernier jour
term-days-left =
    { $n ->
        [one] encore { $n } jour
       *[other] encore { $n } jours
     }
term-days-over =
    { $n ->
        [one] échu depuis { $n } jour
       *[other] échu depuis { $n } jours
     }
new-case-title = Nouveau dossier
new-case-lead = D’après l’accord. Tout peut être rectifié par la suite ; rien n’est jamais effacé.
case-title = Intitulé
case-reference = Référence
case-reference-help = Celle de l’accord, par exemple JIT/2026/014.
case-purpose = Objet
case-starts = Premier jour
case-ends = Dernier jour
case-date-help = Année-mois-jour, par exemple 2026-03-01.
case-controller = Responsable du traitement
case-controller-help = Qui répond des données personnelles. Un État tiers ne peut rien transmettre avant sa désignation.
case-own-status = Votre organisation relève d’un
case-own-status-help = Sa situation juridique détermine ce qu’elle peut voir et faire.
new-case-readers-later = D’autres pourront lire le dossier quand leur organisation les aura désignés et que vous les aurez admis.
new-case-submit = Créer le dossier
choose = Choisir…
answer-yes = oui
answer-no = non

# Around every page of a case.
case-breadcrumb = Où vous êtes
case-access-ended = Votre accès a pris fin.
case-access-suspended = Votre accès est suspendu.
case-access-ended-text = Vous n’ouvrirez rien de ce qui s’écrit désormais. En cas d’erreur, adressez-vous à un administrateur du dossier.
case-fault-title = Le registre du dossier est altéré.
case-fault-text = La dernière partie intègre reste lisible. Plus rien ne peut y être inscrit.
case-fault-link = Voir quelle inscription
case-shut = Rien ne peut être inscrit dans ce dossier pour le moment.

# The overview.
overview-title = Vue d’ensemble
setup-title = Reste à mettre en place
setup-step-party = Admettre l’autre partie
setup-step-compare = Comparer avec elle le numéro de sécurité
setup-step-people = Désigner et admettre les personnes
setup-step-exhibit = Enregistrer la première pièce
open-points-title = Points en suspens
open-points-disputed =
    { $n ->
        [one] { $n } pièce contestée
       *[other] { $n } pièces contestées
     }
open-points-unanswered =
    { $n ->
        [one] { $n } proposition de remise sans réponse
       *[other] { $n } propositions de remise sans réponse
     }
open-points-without-photo =
    { $n ->
        [one] { $n } pièce sans photo
       *[other] { $n } pièces sans photo
     }
open-points-none = Aucun.
open-points-exhibits =
    { $n ->
        [one] { $n } pièce au total
       *[other] { $n } pièces au total
     }
terms-title = Termes
parties-title = Parties
parties-people = Personnes
party-members =
    { $n ->
        [one] { $n } membre
       *[other] { $n } membres
     }
party-leader = Chef d’équipe : { $name }
party-no-leader = Pas encore de chef d’équipe
recent-title = Dernières inscriptions
recent-all = Chronologie complète

# Corrections.
correct = Rectifier…
correct-field = Rectifier : { $field }
correct-title = Rectifier : { $field }
correct-old = Actuellement
correct-new = Valeur correcte
correct-why = Motif
correct-why-help = Lu par tous ceux qui peuvent lire le registre, également à l’impression.
correct-undone = L’ancienne valeur reste au registre à côté de la nouvelle. Ceci ne s’annule pas, mais peut être rectifié à nouveau.
correct-submit = Inscrire la rectification
correct-done = La rectification est inscrite.
field-unchanged = C’est la valeur qui figure déjà.
correct-more = État (code) ou référence
case-not-a-member = Vous n’êtes pas encore membre de ce dossier. Quand votre organisation l’aura rejoint et vous aura désigné, et qu’un administrateur vous aura admis, il s’ouvrira ici.
case-page-title = Dossier
