tab-exchange = Échanges
exchange-title = Échanges
exchange-ask = Adresser une demande
exchange-share = Partager
exchange-send = Envoyer pour contrôle
exchange-none = Aucune partie à ce dossier n’a un accès limité. Un État tiers ainsi admis envoie ici pour contrôle et lit ce qui est partagé avec lui.
exchange-no-controller-own = Vous ne pouvez encore rien envoyer : aucun responsable du traitement n’a été désigné. Qui peut le désigner : { $who }. Vous le verrez ici.
exchange-no-controller = { $party } ne peut encore rien envoyer : aucun responsable du traitement n’a été désigné. Qui peut le désigner, dans les termes du dossier : { $who }.
exchange-designate = Désigner un responsable du traitement
exchange-may-send = Vous pouvez envoyer pour contrôle depuis le { $since }. Responsable du traitement : { $controller }.
exchange-party-may-send = { $party } peut envoyer pour contrôle depuis le { $since }. Responsable du traitement : { $controller }.
exchange-sent-title = Ce que nous avons envoyé pour contrôle
exchange-received-title = Envoyé pour contrôle
exchange-nothing-sent = Rien n’a encore été envoyé.
exchange-answers = Répond à la demande : { $subject }
exchange-arrived = Fichiers arrivés : { $n } sur { $of }.
exchange-item-text = Le texte qui accompagnait l’envoi
exchange-reason = Motif : { $reason }
exchange-decided-by = Décidé par { $name }
exchange-meant-for = Destiné à : { $people }
exchange-shared-with-us = Partagé avec nous
exchange-shared-title = Partagé et transmis
exchange-nothing-shared = Rien n’a encore été partagé.
exchange-shared-with = Partagé avec { $party }
exchange-passed-on-from = Transmis de la part de { $party }
exchange-for-you = pour vous
exchange-redacted = copie caviardée
exchange-downloaded = Téléchargé par { $n } sur { $of }
exchange-requests-title = Demandes
exchange-asked-of = À { $party }
exchange-due = Réponse souhaitée pour le { $date }
exchange-read-by = Lue par { $name }, { $time }
exchange-unread = Personne ne l’a encore lue.
exchange-answered = Réponse envoyée
exchange-mark-read = Je l’ai lue
exchange-ask-title = Adresser une demande à une partie
exchange-subject = Objet de la demande
exchange-request-text = Ce qui est demandé, et pourquoi
exchange-request-due = Réponse souhaitée pour le
exchange-ask-submit = Envoyer la demande
exchange-asked = Demande envoyée.
exchange-addressees = À qui c’est destiné
exchange-addressees-help = Ces personnes en sont averties, et l’on voit si chacune l’a téléchargé. Qui d’autre peut le lire est indiqué plus bas.
exchange-everyone-of = Toutes les personnes de { $party }
outcome-waiting = en attente de contrôle
outcome-passed-on = transmis
outcome-passed-redacted = transmis en copie caviardée
outcome-returned = renvoyé
outcome-kept = gardé au guichet
desk-title = Guichet de contrôle
desk-empty = Rien n’est en attente de contrôle.
desk-previous = Précédent
desk-next = Suivant
desk-place = { $n } sur { $of }
desk-outcome = Suite à donner
decide-passed-on = Transmettre
decide-help-passed-on = tel qu’envoyé
decide-passed-redacted = Transmettre une copie caviardée
decide-help-passed-redacted = l’original reste au guichet
decide-returned = Renvoyer
decide-help-returned = avec un motif ; personne d’autre n’en a connaissance
decide-kept = Garder pour l’instant
decide-help-kept = reste au guichet et passe en dernier
desk-copy = Copie caviardée
desk-copy-help = Faites la copie en dehors de Hawser et joignez-la ici. Elle est liée à son original, que seuls le guichet et l’expéditeur peuvent lire.
desk-copy-chosen = La copie à transmettre
desk-limited-to-purpose = Le contenu se limite à ce qu’exige l’objet de l’équipe
desk-meets-conditions = Les conditions posées à l’envoi sont respectées
desk-reason = Motif
desk-reason-help = L’expéditeur le lit. Nécessaire, sauf si l’élément est transmis tel quel.
desk-decide = Inscrire la décision
desk-decided = La décision est inscrite.
submit-title = Envoyer pour contrôle
submit-text = Un administrateur du dossier contrôle l’envoi élément par élément. D’ici là, personne d’autre dans l’équipe n’en a connaissance. Vous verrez ici la suite donnée à chaque élément.
submit-what = De quoi il s’agit
submit-answers = Répond à la demande
submit-answers-none = aucune demande
submit-files = Fichiers
submit-files-help = Au plus { $max } à la fois.
submit-leave-out = Retirer
submit-leave-out-name = Retirer { $name }
submit-note = Texte d’accompagnement
submit-note-help = Il est contrôlé comme un élément à part.
submit-handling = Mode d’obtention, et ce qui peut en être fait
submit-submit = Envoyer pour contrôle
submit-sent = C’est envoyé pour contrôle.
share-title = Partager avec une partie à accès limité
share-exhibit = Pièce
share-what = Ce qui en est partagé
share-description = La description telle qu’enregistrée : { $description }
share-name = De quoi il s’agit, en quelques mots
share-reason = Pourquoi cette partie en a besoin
share-reason-help = Les personnes avec qui c’est partagé le lisent aussi.
share-necessity = J’ai vérifié que ce partage est nécessaire à l’objet de l’équipe
share-necessity-help = Règlement (UE) 2023/969, article 17
share-no-way-back = Ce qui a été partagé ne se reprend pas.
share-submit = Partager
share-shared = C’est partagé.
exhibit-onward = Transmission permise
exhibit-onward-help = Hawser s’y tient lors de tout partage.
onward-open = transmissible à qui l’accord le permet
onward-not-to-third-states = non transmissible à d’autres États tiers
onward-not-passed-on = non transmissible à d’autres
fieldname-handling-onward = transmission
people-party-access = Accès
people-party-access-help = Avec un accès limité, ses personnes lisent ce qui est partagé avec elles, et ce qu’elles envoient est d’abord contrôlé.
party-access-limited = limité : lit ce qui est partagé avec elle, envoie pour contrôle
party-access-team = membre de l’équipe comme les autres
limited-title = Ce que vous voyez ici
limited-text = Vous voyez ce qui a été partagé avec votre partie et tout ce qu’elle a envoyé. Un administrateur du dossier contrôle ce que vous envoyez avant que d’autres ne le voient.
limited-exchange = Aller aux échanges
open-points-awaiting = { $n ->
    [one] { $n } élément en attente de contrôle
   *[other] { $n } éléments en attente de contrôle
}

## Inscriptions au registre du dossier

entry-submission-sent = { $author } a envoyé pour contrôle : { $title }
entry-submission-file = { $author } a joint à cet envoi le fichier « { $name } ».
entry-redacted-copy = { $author } a joint une copie caviardée : « { $name } »
entry-submission-decided = { $author } a statué sur « { $title } » : { $outcome }.
entry-passed-on = { $author } a transmis « { $title } ».
entry-shared = { $author } a partagé « { $title } » avec { $party }.
entry-downloaded = { $author } a téléchargé « { $name } ».
entry-request-sent = { $author } a adressé une demande à { $party } : { $title }
entry-request-read = { $author } a lu la demande « { $title } ».

## Ce qui attend

waiting-check = { $what } : { $count ->
    [one] { $count } élément attend votre contrôle.
   *[other] { $count } éléments attendent votre contrôle.
}
waiting-check-action = Contrôler
waiting-controller = { $what } ne peut rien envoyer : aucun responsable du traitement n’est désigné.
waiting-controller-action = Désigner
waiting-request = Une demande adressée à votre partie : { $what }
waiting-request-action = Lire
waiting-shared = Partagé avec vous : { $what }
waiting-shared-action = Voir

## Pourquoi une inscription a été écartée

rule-belongs-elsewhere = elle n’a pas sa place ici
rule-not-administrator = seul un administrateur peut le faire
rule-no-controller = aucun responsable du traitement n’était désigné
rule-not-of-the-party = son auteur ne relève pas de cette partie
rule-unknown-item = elle désigne un élément qui n’est pas au guichet de contrôle
rule-already-decided = une décision avait déjà été prise
rule-not-announced = le fichier n’était pas annoncé dans l’envoi
rule-onward-limit = la transmission à ces lecteurs n’est pas permise
rule-may-not-share = le rôle de son auteur ne permet pas de partager
rule-not-shareable = cela ne peut être partagé
rule-unknown-share = elle désigne quelque chose qui n’a pas été partagé
rule-unknown-request = elle désigne une demande inexistante

## Échecs

error-belongs-elsewhere = Ceci n’a pas sa place ici. Rechargez la page et réessayez.
error-no-controller = Rien ne peut être envoyé avant la désignation d’un responsable du traitement. Un administrateur du dossier s’en charge.
error-not-of-the-party = Ceci est réservé aux personnes d’une autre partie.
error-unknown-item = Ceci n’est pas au guichet de contrôle, ou vous n’y avez pas accès.
error-already-decided = Une décision a été prise entre-temps. Consultez à nouveau l’élément.
error-not-announced = Il est arrivé plus de fichiers qu’annoncé, ou d’une autre personne que l’auteur de l’envoi.
error-onward-limit = La transmission à ces lecteurs n’est pas permise : la rubrique Traitement l’exclut. Choisissez d’autres destinataires, ou faites rectifier la limite par qui l’a fixée.
error-may-not-share = Votre rôle ne permet pas de partager.
error-not-shareable = Ceci ne peut être partagé.
error-unknown-share = Ceci n’a pas été partagé, ou vous n’y avez pas accès.
error-unknown-request = Cette demande n’existe pas.
error-not-limited = Ceci est réservé aux personnes d’une partie à accès limité.
error-status-forbids = Les personnes d’un État tiers ou d’une juridiction internationale ne peuvent administrer un dossier.
error-wrong-role = Ce rôle n’existe pas ici.
field-of-the-sender = Les auteurs de l’envoi l’ont déjà. Choisissez d’autres destinataires.
field-in-team = Les personnes de l’équipe le lisent déjà. Choisissez des personnes d’une partie à accès limité.
field-too-many = Trop de fichiers : au plus { $value } à la fois. Envoyez le reste séparément.
