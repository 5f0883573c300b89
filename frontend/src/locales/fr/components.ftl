# Mots des éléments dont les pages sont faites.

loading = Chargement…
try-again = Réessayer
technical-detail = Détail technique
failure-code = Code
optional = facultatif
close = Fermer
cancel = Annuler
done = Terminé
actions = Actions
copy = Copier
copied = Copié

## Champs

field-missing = Veuillez remplir ce champ.
field-too-long = Trop long : { $max } caractères au plus.
field-too-long-plain = Trop long.
field-invalid = Cette valeur ne peut pas être juste. Veuillez la vérifier.
field-control-character = Contient un caractère non imprimable. Veuillez le saisir à nouveau au lieu de le coller.
field-bidi-control = Contient un caractère invisible qui inverse le sens du texte. Veuillez le saisir à nouveau au lieu de le coller.
field-file-empty = Ce fichier est vide : 0 octet. Vérifiez que la copie s’est bien passée, puis choisissez-le à nouveau.
field-file-name-reversed = Le nom de ce fichier contient un caractère invisible qui inverse le sens du texte. Renommez le fichier, puis choisissez-le à nouveau.
field-file-name-long = Le nom de ce fichier est trop long : { $value } caractères au plus.
field-file-name = Le nom de ce fichier contient un caractère qu’un nom ne peut pas avoir, comme / ou \. Renommez le fichier, puis choisissez-le à nouveau.
field-time = Indiquez le jour sous la forme 2026-11-22 et l’heure sous la forme 14:03.
field-ahead = Ce moment est dans l’avenir. Indiquez quand cela s’est passé.
field-show = Afficher
field-hide = Masquer
field-not-noted = Notez d’abord les mots, puis cochez la case.
field-country = Deux lettres, par exemple FR ou ES.

date-time-day = Jour
date-time-day-form = AAAA-MM-JJ
date-time-clock = Heure (24 h)
date-time-offset = Décalage
date-time-now = Maintenant
date-time-echo = { $own } (en UTC : { $utc })

## Heures

when-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
when-more = UTC : { $utc }. Là où vous êtes : { $own }.

## Qui lit

readers-title = Qui pourra lire ceci
readers-party = { $party } : { $people } { $people ->
    [one] personne
   *[other] personnes
}
exercise-mark = Exercice. Rien ici n’est réel.

## États

badge-held = Détenu
badge-offered = Remise proposée
badge-disputed = Contesté
badge-open = En attente
badge-accepted = Accepté
badge-reserved = Accepté avec réserve
badge-refused = Refusé
badge-settled = Réglé
badge-withdrawn = Retiré
badge-active = Actif
badge-inactive = N’en fait plus partie
badge-suspended = Suspendu
badge-ended = Terminé
badge-invited = Invité
badge-joined = A rejoint
badge-not-joined = N’a pas encore rejoint
badge-verified = Comparé
badge-unverified = Pas encore comparé
badge-late = Saisie tardive
badge-unseen = Nouveau
badge-conflict = Modifié deux fois
badge-by-hash = Par empreinte
badge-admitted = Admis
badge-declined = Écarté
badge-answered = Répondu
badge-done = Fait
badge-expired = Expiré
badge-forged = Quelqu’un d’autre a répondu
badge-waiting = En attente
badge-running = En cours
badge-needs-file = Choisir à nouveau le fichier
badge-cancelled = Annulé
badge-failed = Échec
badge-fault = Anomalie du registre
badge-current = Celle-ci
badge-me = Vous
badge-administrator = Administrateur
badge-leader = Chef de partie
badge-member = Membre
badge-participant = Participant
badge-support = Appui

## Pages d’un dossier

tabs-case = Pages de ce dossier
tab-overview = Vue d’ensemble
tab-evidence = Pièces
tab-hand-overs = Remises
tab-timeline = Chronologie
tab-people = Personnes
tab-record = Registre
print-note = Imprimé par { $name }, { $time }. Registre jusqu’à l’entrée { $entries }, code { $code }.

## A dialog that is left with something typed in it
dialog-unsent = Ce que vous avez saisi n’est pas envoyé.
dialog-write-on = Continuer
dialog-discard = Abandonner
