# Ce qui a échoué, ce que cela signifie, que faire.

error-unknown = Une erreur est survenue pour laquelle cette page n’a pas de mots ({ $code }). Rien n’a été modifié. Réessayez ; si elle persiste, communiquez le code à votre exploitant.

## La page et l’agent

error-offline = Le serveur est injoignable. Rien n’a été envoyé ; votre saisie est toujours là.
error-agent-crashed = La partie de cette page qui détient vos clés s’est arrêtée. Redémarrez-la et vérifiez si votre dernière inscription a été enregistrée.
error-local-storage = Ce navigateur ne permet pas à la page de stocker des données, ou son disque est plein. Autorisez le stockage pour ce site ou libérez de la place, puis réessayez.
error-other-tab = Hawser est déjà ouvert dans un autre onglet de ce navigateur. Utilisez cet onglet, ou fermez-le et réessayez.
error-update-needed = Ceci a été écrit par une version plus récente de Hawser. Rechargez la page pour la mettre à jour.
error-form = Certains champs demandent votre attention.
error-record-fault = Le registre du dossier n’est pas tel que ses membres l’ont écrit. La dernière partie correcte reste lisible ; rien de plus n’est accepté. La page Registre indique quelle inscription est fautive.
error-access-ended = Votre accès à ce dossier a pris fin. Ce qui est écrit depuis lors ne peut pas être ouvert.
error-weak-passphrase = Cette phrase de passe pourrait être devinée. Prenez-en une plus longue, ou les six mots proposés.
error-kit-wrong = Ce kit de secours n’appartient pas à cet identifiant, ou un kit plus récent l’a remplacé.
error-kit-mistyped = Ce n’est pas ce qui figure sur le kit de secours. Comparez groupe par groupe ; les deux derniers groupes décèlent les fautes de frappe.
error-invitation-forged = La réponse à cette invitation ne vient pas de la personne qui a reçu le lien. Retirez-la et invitez à nouveau par un canal sûr.
error-safety-number-differs = Les chiffres ne sont pas les mêmes. N’allez pas plus loin : quelqu’un pourrait s’interposer entre les deux organisations. Comparez à nouveau par téléphone et, s’ils diffèrent toujours, prévenez votre responsable de la sécurité.
error-name-taken = Cet identifiant est déjà utilisé. Choisissez-en un autre.
error-file-altered = Le fichier reçu n’est pas celui qui avait été joint. Il n’est pas affiché. Prévenez votre administrateur.
error-file-changed = Ce n’est pas le fichier dont l’envoi a commencé, ou il a changé depuis. Choisissez ce fichier-là, ou annulez et joignez celui-ci comme nouveau fichier.

## Le serveur

error-bad-request = Le serveur n’a pas compris cette demande. Rechargez la page et réessayez.
error-bad-identifier = Ce lien ou ce numéro n’a pas la forme attendue.
error-not-signed-in = Vous n’êtes plus connecté. Reconnectez-vous ; votre saisie est toujours là.
error-sign-in-refused = L’identifiant et la phrase de passe ne correspondent pas.
error-forbidden = Vous n’êtes pas autorisé à faire cela.
error-suspended = Votre accès à ce dossier est suspendu.
error-cross-site = La demande venait d’un autre site et a été refusée.
error-other-account = Un autre compte s’est connecté dans ce navigateur. Reconnectez-vous avec le vôtre.
error-not-found = Ceci n’existe pas, ou vous n’y avez pas accès.
error-method-not-allowed = Le serveur ne propose pas cela. Rechargez la page pour la mettre à jour.
error-head-moved = D’autres écrivaient au même moment. Veuillez réessayer.
error-command-repeated = Ceci a déjà été enregistré.
error-already-exists = Ceci existe déjà avec un autre contenu.
error-wrong-state = Ceci a été traité entre-temps. Consultez-le à nouveau.
error-invitation-gone = Cette invitation a été utilisée ou retirée, ou elle a expiré. Demandez-en une nouvelle.
error-version-moved = Ceci a été modifié ailleurs entre-temps, peut-être dans un autre navigateur. Réessayez.
error-too-large = Ceci dépasse la taille que le serveur accepte.
error-media-type = Le serveur attendait un autre type de contenu.
error-bad-range = Le serveur ne possède pas cette partie du fichier.
error-event-refused = Le serveur a refusé l’inscription, car elle enfreint une règle du dossier. Rien n’a été enregistré.
error-hash-mismatch = Quelque chose a été endommagé en chemin. Rien n’a été enregistré ; veuillez réessayer.
error-if-match-missing = Le serveur n’a pas pu savoir de quelle version il s’agissait. Rechargez la page et réessayez.
error-too-many = Trop de tentatives. Attendez quelques minutes, puis réessayez.
error-internal = Le serveur a échoué. Rien n’a été enregistré. Si cela persiste, communiquez le détail technique à votre exploitant.
error-storage-unavailable = L’espace de stockage du serveur est plein ou injoignable. Rien n’a été enregistré. Prévenez votre exploitant.
error-unavailable = Le serveur démarre ou s’arrête. Réessayez dans une minute.

## Le registre du dossier

error-bad-layout = Une inscription du registre n’a pas la forme requise.
error-public-part-changed = La partie publique d’une inscription a été modifiée après sa signature.
error-encrypted-part-changed = La partie chiffrée d’une inscription a été modifiée après sa signature.
error-bad-signature = La signature d’une inscription n’est pas valable.
error-wrong-author-key = Une inscription est signée avec une clé qui n’est pas celle de son auteur.
error-wrong-sequence = Une inscription manque, ou figure deux fois.
error-wrong-previous = Une inscription ne suit pas celle qui la précède.
error-command-doubled = La même commande figure deux fois au registre.
error-wrong-past = Une inscription a été écrite à la suite d’un autre passé que celui-ci.
error-wrong-act-count = Une inscription a été écrite après d’autres changements de membres que ceux montrés ici : l’un d’eux est retenu.
error-bad-header = L’en-tête d’une inscription se contredit.
error-bad-membership = Une inscription sur les membres ou les organisations n’est pas valable.
error-cut-below-pin = Le serveur a omis des inscriptions que vous aviez déjà vues, ici ou dans un autre navigateur.
error-other-past = Les inscriptions jusqu’ici ne sont pas celles que vous aviez vues.
error-entries-missing = Le serveur annonce plus d’inscriptions qu’il n’en remet.
error-no-log = Le serveur n’indique aucune clé par laquelle il confirme ce qu’il conserve.
error-other-log-key = Le serveur indique pour ses confirmations une autre clé que celle de la fondation de votre organisation.
error-checkpoint-unreadable = La confirmation par le serveur de ce qu’il conserve est illisible.
error-checkpoint-other-origin = La confirmation du serveur est celle d’un autre registre.
error-checkpoint-unsigned = La confirmation du serveur n’est pas signée de sa clé.
error-checkpoint-signature = La confirmation du serveur porte une signature qui ne convient pas.
error-checkpoint-other-tree = Le serveur a confirmé d’autres inscriptions que celles qu’il remet.
error-access-key-missing = Le serveur ne remet pas une clé que le registre indique pour vous.
error-log-forked = Le serveur a signé deux passés différents de ce registre. L’erreur ne peut venir de vous, et cela peut être prouvé.
error-pinbook-damaged = Ce que vos navigateurs ont vu est conservé chiffré sur le serveur et y a été altéré. Rien n’est affiché tant que ce n’est pas expliqué : prévenez votre exploitant.

## Qui peut faire quoi

error-genesis-once = Un registre ne peut commencer qu’une fois.
error-unknown-author = L’auteur n’est pas membre de ce dossier.
error-not-active = La personne est suspendue ou n’en fait plus partie.
error-not-administrator = Seul un administrateur peut faire cela.
error-not-root = Seule l’organisation elle-même peut faire cela.
error-wrong-space-kind = Ceci n’a pas sa place ici.
error-wrong-space = Ceci a été fait pour un autre dossier.
error-unknown-organisation = L’organisation n’est pas partie à ce dossier.
error-organisation-known = L’organisation est déjà partie au dossier.
error-not-joined = L’organisation n’a pas encore rejoint le dossier.
error-not-verified = Le numéro de sécurité n’a pas encore été comparé avec cette organisation. Comparez-le sur la page Organisation ; d’ici là, rien n’est partagé.
error-root-differs = La clé de cette organisation n’est pas celle que vous connaissez. Rien n’est partagé. Comparez à nouveau le numéro de sécurité par téléphone.
error-wrong-organisation = La personne relève d’une autre organisation.
error-unknown-member = La personne n’est pas membre de ce dossier.
error-member-known = La personne est déjà membre.
error-request-used = Cette désignation a déjà servi.
error-certificate-differs = Les clés de la personne ont changé depuis la désignation. Demandez une nouvelle désignation.
error-policy-differs = Les règles du dossier ont changé depuis la désignation. Demandez une nouvelle désignation.
error-beyond-consent = Cela donnerait plus d’accès que l’organisation désignante n’en a consenti.
error-last-administrator = Le dernier administrateur ne peut pas partir. Nommez d’abord un autre administrateur.
error-administrators-left = Il y a des administrateurs, qui décident eux-mêmes. Personne ne peut être nommé.
error-not-founding-organisation = Seule l’organisation à l’origine de ce registre peut nommer un administrateur.
error-not-root-holder = Seule la personne qui a fondé ici votre organisation en garde la clé racine, qui nomme et révoque les administrateurs. Adressez-vous à elle.
error-key-number-differs = Le numéro n’est pas celui des clés demandées. Comparez à nouveau avant de certifier quoi que ce soit.
error-nobody-to-certify = Votre organisation n’a pas d’autre administrateur qui puisse certifier vos clés. Demandez à qui l’a fondée d’en nommer un.
error-key-replaced = Ceci a été signé avec des clés que leur titulaire a remplacées. Si ce sont les vôtres, reconnectez-vous ici.
error-keys-not-newer = Ces clés ne sont pas plus récentes que celles qui sont connues. Rien n’a été changé.
error-keys-do-not-fit = Les clés qui vous ont été remises pour ce groupe d’accès ne conviennent pas. Le registre nomme qui les a écrites. Demandez à un administrateur de renouveler les clés.
error-oneself = Vous ne pouvez pas le faire pour vous-même. Demandez à un autre administrateur.
error-unknown-group = Ce groupe d’accès n’existe pas.
error-group-known = Ce groupe d’accès existe déjà.
error-not-in-group = La personne n’a pas accès à ce groupe.
error-group-frozen = Rien ne peut être écrit dans ce groupe d’accès tant qu’un administrateur n’en a pas renouvelé les clés.
error-wrong-epoch = Les clés ont été renouvelées entre-temps. Veuillez réessayer.
error-wrong-members = Les membres ont changé entre-temps. Veuillez réessayer.
error-wrong-recipient = Une clé n’est pas celle du certificat de la personne. Rien n’a été partagé.
error-suite-too-low = Le chiffrement demandé est plus faible que ce que ce dossier permet.
error-wrong-group-sequence = Une inscription de ce groupe d’accès manque, ou figure deux fois.
error-nothing-changes = C’est déjà le cas ; rien n’a été modifié.

## Clés, cartes, invitations

error-locked = Vos clés sont verrouillées. Déverrouillez-les avec votre phrase de passe ; votre saisie est toujours là.
error-browser-unsupported = Il manque à ce navigateur une fonction dont Hawser a besoin. Utilisez une version récente de Chromium, Edge, Firefox ou Safari.
error-unknown-command = Cette page et son agent sont de versions différentes. Rechargez la page pour la mettre à jour.
error-server-answer = La réponse du serveur n’est pas valable. Rien n’a été enregistré. Si cela persiste, communiquez le détail technique à votre exploitant.
error-too-busy = Tant de personnes écrivent dans ce dossier que votre inscription n’a pas trouvé de place. Veuillez réessayer.
error-not-certified = Votre organisation ne vous a pas encore confirmé, ou pas cette personne. Son administrateur le fait sur la page Organisation.
error-no-organisation = Vous n’appartenez pas encore à une organisation. Son administrateur confirme votre réponse à l’invitation ; d’ici là, il n’y a rien à afficher ici.
error-does-not-open = Ceci ne peut pas être ouvert avec vos clés. Cela a été écrit avant votre accès, ou pour d’autres.
error-bad-recipient = Une clé pour laquelle ceci devait être chiffré n’est pas valable. Rien n’a été partagé.
error-bad-record = Une inscription du dossier n’a pas la forme requise. Elle n’est pas utilisée.
error-keyring-older = Le serveur a fourni un état de vos clés plus ancien que celui que ce navigateur a vu. Rien n’a été ouvert. Prévenez votre exploitant et ne saisissez pas votre phrase de passe ailleurs avant d’en avoir l’explication.
error-keyring-parameters = Le serveur a indiqué pour vos clés une protection plus faible ou plus forte que permis. Rien n’a été ouvert. Prévenez votre exploitant.
error-keyring-other-account = Le serveur a fourni les clés d’un autre compte. Rien n’a été ouvert. Prévenez votre exploitant.
error-keyring-does-not-open = Votre phrase de passe est juste, mais elle n’ouvre pas vos clés. Utilisez votre kit de secours.
error-keyring-damaged = Vos clés enregistrées sont endommagées. Utilisez votre kit de secours ; si cela échoue aussi, prévenez votre exploitant.
error-card-forged = Cette carte a été modifiée en chemin. Redemandez-la à l’autre organisation, par un autre canal.
error-card-own = C’est la carte de votre propre organisation. Ajoutez celle que l’autre vous a remise.
error-card-unreadable = Cette carte est incomplète. Copiez-la à nouveau du premier au dernier caractère.
error-invitation-other-inviter = Cette invitation a été faite par un autre administrateur. Seul son auteur peut confirmer la réponse.
error-invitation-unreadable = Ce lien d’invitation est incomplet. Ouvrez-le ou copiez-le à nouveau, avec tout ce qui suit le signe #.
error-letter-forged = Un message au nom d’une organisation ne vient pas d’elle. Il n’est pas utilisé. Prévenez votre responsable de la sécurité.
error-letter-unreadable = Un message d’une autre organisation est illisible. Demandez-lui de le renvoyer.
error-name-forged = Le nom indiqué pour une personne n’est pas celui que son organisation a signé. Rien n’a été enregistré.
error-wrong-access-key = Les clés qui vous ont été remises pour un groupe d’accès ne sont pas celles qui étaient annoncées. Elles ne sont pas utilisées.
