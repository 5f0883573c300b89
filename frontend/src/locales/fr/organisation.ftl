# Sa propre organisation et celles qu’elle connaît.

organisation-title = Organisation
organisation-people = Personnes
organisation-people-text = { $count ->
    [one] { $count } personne appartient à votre organisation.
   *[other] { $count } personnes appartiennent à votre organisation.
}
person-name = Nom
person-function = Fonction
person-standing = Statut

invitations-title = Invitations
invitations-empty = Personne n’est invité pour le moment. Invitez un collègue par un lien à usage unique.
invite = Inviter un collègue
invite-title = Inviter un collègue
invite-text = Le lien prouve que la personne qui répond est celle à qui vous l’avez remis. Remettez-le en main propre ou par un canal sûr, non par l’exploitant de ce serveur.
invite-for = Pour qui
invite-for-help = Pour votre propre liste. Personne d’autre ne le voit.
invite-hours = Valable
invite-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
invite-submit = Créer le lien
invite-link = Lien d’invitation
invite-link-text = Le lien ne s’affiche qu’une fois. Quiconque le détient peut répondre à la place de votre collègue, tant que vous n’avez pas confirmé qui a répondu.
invite-link-qr = Code QR du lien d’invitation
invitation-for = Pour
invitation-stage = État
invitation-until = Valable jusqu’au
invitation-answered = A répondu sous le nom de { $name }
invitation-forged = La réponse ne vient pas du détenteur du lien. Retirez l’invitation et invitez à nouveau.
invitation-certified = Confirmé. Votre collègue peut maintenant être désigné pour des dossiers.
invitation-withdrawn = Invitation retirée.
certify = Confirmer
certify-title = Confirmer ce collègue ?
certify-confirm = Confirmer comme collègue
certify-text = « { $name } » a répondu à l’invitation que vous aviez faite pour « { $meant } ». La réponse a été faite avec votre lien.
certify-effect = Vous signez ce nom et ces clés au nom de votre organisation. Les autres organisations le verront et s’y fieront ; cela peut être révoqué, non effacé.
withdraw = Retirer
withdraw-title = Retirer l’invitation ?
withdraw-confirm = Retirer l’invitation
withdraw-text = Le lien pour « { $meant } » ne fonctionne plus.

contacts-title = Autres organisations
contacts-text = Rien n’est partagé avec une organisation avant que son numéro de sécurité ait été comparé.
contacts-empty = Vous ne connaissez encore aucune autre organisation. Échangez vos cartes : donnez la vôtre et ajoutez la leur.
add-contact = Ajouter une organisation
add-contact-title = Ajouter une organisation
add-contact-text = Collez la carte que l’autre organisation vous a remise. Comparez ensuite avec elle le numéro de sécurité.
add-contact-card = Carte
add-contact-submit = Ajouter
contact-added = Ajoutée. Comparez maintenant le numéro de sécurité.
contact-name = Nom
contact-country = Pays
contact-number = Numéro de sécurité
own-card-title = Carte de votre organisation
own-card-text = Remettez-la à l’autre organisation. Elle ne contient rien de secret ; la comparaison du numéro de sécurité montre ensuite que personne ne l’a changée en chemin.
own-card-link = Lien de la carte
own-card-qr = Code QR de la carte

compare = Comparer
compare-look = Afficher
compare-title = Comparer le numéro de sécurité
compare-text = Appelez { $name } à un numéro que vous aviez déjà, ou rencontrez-vous. Lisez six groupes à haute voix et faites lire les six autres. Les deux côtés voient les mêmes douze groupes, ou quelqu’un s’interpose.
compare-qr = Code QR du numéro de sécurité
compare-type = Saisir ce que vous entendez
compare-digits = Chiffres lus par l’autre côté
compare-digits-help = Les soixante. Les espaces n’ont pas d’importance.
compare-effect = Votre confirmation est signée et montrée à tous les membres des dossiers que vous partagez.
compare-same = Les douze groupes sont identiques
compare-different = Ils diffèrent
compare-differs-text = N’allez pas plus loin et ne partagez rien avec cette organisation. Comparez à nouveau par une autre ligne. Si les groupes diffèrent toujours, prévenez votre responsable de la sécurité : la carte a pu être échangée en chemin.
compare-done = Numéro de sécurité confirmé.

# Administrateurs, et retrait d’une personne.
person-make-administrator = Nommer administrateur
person-make-administrator-title = Un administrateur de plus
person-make-administrator-text = { $name } pourra inviter et certifier des personnes, les désigner et les retirer, y compris vous-même, au nom de votre organisation.
person-end-administrator = Mettre fin à l’administration
person-end-administrator-title = Mettre fin à l’administration de { $name }
person-end-administrator-text = { $name } reste dans votre organisation et ne peut plus agir en son nom. Ce qui a été certifié et désigné reste valable.
person-withdraw = Retirer…
person-withdraw-look = Vérifier
withdrawal-title = Retirer { $name }
withdrawal-text = { $name } perd l’accès à tout ce qui figure ici, l’un après l’autre, puis n’appartient plus à votre organisation. C’est irréversible : pour revenir, il faut une nouvelle invitation, sous un autre compte.
withdrawal-text-again = { $name } n’appartient plus à votre organisation. Ce qui figure ici lui reste ouvert.
withdrawal-effect = Rien de ce qui sera écrit ensuite ne sera lisible pour cette personne, et ce qui pouvait être ouvert avant a pu être conservé. La connexion reste possible ; la fin de l’accès y est indiquée. Les pièces détenues restent à son nom jusqu’à ce qu’un administrateur les propose à quelqu’un. Là où personne d’autre n’administre, l’organisation fondatrice devra nommer quelqu’un, et ce que cette personne était seule à pouvoir lire ne sera plus lisible par personne.
withdrawal-case = Dossier : { $title }
withdrawal-mission = Mission portuaire : { $title }
withdrawal-programme = Programme : { $title }
withdrawal-case-unnamed = Un dossier dont le nom ne vous a jamais été communiqué
withdrawal-mission-unnamed = Une mission portuaire dont le nom ne vous a jamais été communiqué
withdrawal-programme-unnamed = Un programme dont le nom ne vous a jamais été communiqué
withdrawal-organisation = Votre organisation
withdrawal-go = { $n ->
    [0] Retirer
    [one] Retirer de { $n } registre et de l’organisation
   *[other] Retirer de { $n } registres et de l’organisation
}
withdrawal-rest = Réessayer le reste
withdrawal-left = Tout n’a pas pu être fait ; la raison figure à côté. Réessayez, ou demandez à qui l’administre de mettre fin à l’accès.
withdrawal-over = C’est fait. Rien de ce qui sera écrit désormais ne lui est lisible.

# Nouvelles clés de personnes.
key-requests-title = De nouvelles clés attendent d’être certifiées
key-request = { $name } a généré de nouvelles clés.
key-request-compare = Comparer
key-request-title = Comparer le numéro
key-request-text = Appelez { $name } à un numéro que vous connaissez, ou rencontrez cette personne, et faites-lui lire le numéro de sa page de compte. Ce doit être celui-ci :
key-request-same = C’est le même : certifier
key-request-differs = S’il diffère, ne certifiez pas. Faites demander à nouveau et comparez encore. S’il diffère toujours, quelqu’un d’autre détient les anciennes clés : prévenez votre responsable de la sécurité. Certifier retire les désignations en attente de cette personne ; refaites-les.
key-request-done = Certifié. La personne doit maintenant être en session : son navigateur porte les nouvelles clés dans chaque registre ; dès lors, les anciennes n’y signent plus rien.
withdrawal-busy = Fermer arrête après l’étape en cours. Le reste pourra se faire plus tard depuis la liste des personnes.
withdrawal-nothing-left = { $name } n’appartient plus à votre organisation et ne figure dans aucun de ses registres.
withdrawal-founder = { $name } a fondé ici votre organisation et garde sa clé racine, qui ne peut pas être reprise. Personne d’autre ne peut nommer ni révoquer d’administrateurs. Prévenez les organisations avec lesquelles vous travaillez.
