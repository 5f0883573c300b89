# Connexion, inscription, kit de secours, compte.

sign-in-title = Connexion
sign-in-lead = Les dossiers ne s’ouvrent que sur cet ordinateur, avec des clés que déverrouille votre phrase de passe.
sign-in-name = Identifiant
passphrase = Phrase de passe
sign-in-submit = Se connecter
sign-in-recover = Phrase de passe perdue ? Utilisez votre kit de secours
sign-in-invited = Première visite ? Ouvrez le lien d’invitation que votre organisation vous a remis.
left-idle = Verrouillé, car personne n’a utilisé la page pendant quinze minutes. Rien n’est perdu.
left-session-ended = Votre session a pris fin. Elle a peut-être été fermée depuis un autre navigateur.

unlock-title = Déverrouiller
unlock-lead = Vos clés ne sont pas conservées dans ce navigateur. Votre phrase de passe les rétablit.
unlock-as = Connecté en tant que { $name }
unlock-submit = Déverrouiller
unlock-other = Se connecter sous un autre identifiant

## Phrase de passe

passphrase-legend = Votre phrase de passe
passphrase-help = Elle déverrouille vos clés. Le serveur ne la connaît jamais et personne ne peut la réinitialiser.
passphrase-words = Six mots tirés pour vous (recommandé)
passphrase-own = Une phrase de passe de mon choix
passphrase-again = D’autres mots
passphrase-noted = J’ai noté ces mots ou je les connais par cœur
passphrase-noted-help = Gardez la note là où vous gardez votre carte professionnelle, jamais près de cet ordinateur.
passphrase-own-label = Phrase de passe choisie
passphrase-strength = Robustesse
passphrase-good = Assez robuste.
passphrase-refused = Trop facile à deviner.
passphrase-refused-too-short = Trop courte pour résister. Ajoutez des mots.
passphrase-refused-common = L’une des premières qu’un attaquant essaierait.
passphrase-refused-pattern = Suit un tracé du clavier ou des substitutions courantes.
passphrase-refused-repeated = Se répète.
passphrase-refused-sequence = Contient une suite telle que abc ou 1234.
passphrase-refused-date = Repose sur une date.
passphrase-refused-name = Contient votre nom, votre identifiant ou votre organisation.

## Inscription

join-title = Rejoindre Hawser
join-no-link = Cette adresse ne contient pas d’invitation. Ouvrez le lien complet qui vous a été remis, y compris tout ce qui suit le signe #.
join-signed-in = Vous êtes connecté. Déconnectez-vous avant de suivre une invitation.
join-stay = Rester connecté
join-stage-answered = Quelqu’un a déjà répondu à cette invitation. Si ce n’est pas vous, prévenez la personne qui vous a invité.
join-stage-done = Cette invitation a été utilisée.
join-stage-withdrawn = Cette invitation a été retirée. Demandez-en une nouvelle.
join-stage-expired = Cette invitation a expiré. Demandez-en une nouvelle.
join-new-organisation = Vous créez une nouvelle organisation, dont vous serez le premier administrateur.
join-colleague = Un collègue vous invite dans son organisation. Son numéro court est { $organisation }.
join-until = Valable jusqu’au { $when }
join-section-organisation = Organisation
join-organisation-name = Nom de l’organisation
join-organisation-name-help = Tel qu’elle signe, par exemple Parquet de Kestria.
join-country = Code du pays
join-country-help = Deux lettres. Exercices : QM à QZ.
join-section-you = Vous
join-own-name = Votre nom
join-own-name-help = Tel que vos collègues et le tribunal vous connaissent. Chacune de vos inscriptions le porte.
join-function = Votre fonction
join-function-help = Par exemple procureur, enquêteur des douanes, gestionnaire des scellés.
join-section-sign-in = Connexion
join-sign-in-name-help = Par exemple QN-P1. Le serveur le voit ; ce n’est donc pas forcément votre nom.
join-submit = Créer mes clés
join-next = Vous recevrez ensuite votre kit de secours. Préparez une imprimante, ou de quoi écrire.

sees-title = Ce que le serveur peut voir
sees-never-title = Jamais
sees-never-content = Ce que vous écrivez, joignez ou recherchez
sees-never-names = Votre nom, les titres, les noms de fichiers, les motifs
sees-never-passphrase = Votre phrase de passe et vos clés
sees-yes-title = Oui
sees-yes-membership = Quels comptes appartiennent à quel dossier
sees-yes-when = Quand quelqu’un travaille, et combien est envoyé
sees-yes-sign-in-name = Votre identifiant et votre navigateur
sees-lost = Si vous perdez à la fois la phrase de passe et le kit de secours, personne ne peut rétablir vos clés.

## Secours

recover-title = Utiliser le kit de secours
recover-lead = Le kit remplace une fois votre phrase de passe perdue. Vous choisissez une nouvelle phrase de passe et recevez un nouveau kit.
recover-kit = Kit de secours
recover-kit-help = Tous les groupes dans l’ordre. Espaces, tirets et minuscules n’ont pas d’importance.
recover-submit = Définir la nouvelle phrase de passe
recover-sessions = Toutes vos autres sessions prennent fin.

kit-title = Votre kit de secours
kit-lead = Le seul moyen de revenir si vous perdez votre phrase de passe. Une fois cette page quittée, il ne s’affiche plus.
kit-for = Pour
kit-at = Sur
kit-made = Établi
kit-qr = Code QR du kit de secours
kit-checksum = Les deux derniers groupes décèlent les fautes de frappe.
kit-rule-keep = Conservez cette feuille au coffre, loin de votre ordinateur.
kit-rule-secret = Quiconque la détient peut ouvrir tout ce que vous pouvez ouvrir.
kit-rule-once = S’en servir crée un nouveau kit ; celui-ci ne fonctionne alors plus.
kit-print = Imprimer
kit-continue = Je l’ai, continuer
kit-later = Plus tard
kit-later-title = Partir sans confirmer ?
kit-later-text = Le kit ne s’affichera plus. Si vous ne l’avez pas imprimé ou recopié entièrement et que vous perdez votre phrase de passe, tout ce que vous seul pouvez ouvrir est perdu.
kit-later-confirm = Partir sans confirmer
kit-confirm-title = Recopiez-en une partie
kit-confirm-text = D’après votre feuille, pas de mémoire : cela montre qu’elle est lisible.
kit-confirm-group = Groupe { $number }
kit-confirm-submit = Confirmer
kit-back = Afficher à nouveau le kit
kit-gone = Le kit de secours ne s’affiche qu’une fois, juste après sa création. Si vous l’avez sur papier, il fonctionne, confirmé ou non. Sinon, notez soigneusement votre phrase de passe et demandez à un administrateur de votre organisation que faire. De nouvelles clés, sous Mon compte, s’accompagnent d’un nouveau kit.
kit-gone-on = Continuer vers Aujourd’hui
kit-confirmed = Kit de secours confirmé.

## Compte

account-title = Mon compte
account-lead = Qui vous êtes ici, et où vous êtes connecté.
account-who = Vous
account-name = Nom
account-function = Fonction
account-organisation = Organisation
account-confirmed = Confirmé par l’organisation
account-confirmed-yes = Oui
account-confirmed-no = Pas encore
account-kit = Kit de secours
account-kit-yes = Confirmé
account-kit-no = Non confirmé
account-name-fixed = Le nom et la fonction figurent dans votre certificat, signé par votre organisation. Pour les changer, demandez une nouvelle invitation à son administrateur.
sessions-title = Sessions
sessions-text = Navigateurs dans lesquels vous êtes connecté. Fermez ceux que vous ne connaissez pas, puis changez de phrase de passe. Si un ordinateur est perdu ou volé, générez de nouvelles clés ci-dessous.
sessions-where = Navigateur
sessions-unnamed = Navigateur sans nom
sessions-since = Connecté
sessions-seen = Vu pour la dernière fois
sessions-revoke = Fermer la session
sessions-revoke-title = Fermer cette session ?
sessions-revoke-text = { $label } est déconnecté immédiatement. Ce qui y est saisi et pas encore envoyé est perdu.
sessions-revoked = Session fermée.
change-title = Phrase de passe
change-text = Une nouvelle phrase de passe tire une nouvelle clé pour vos clés et ferme toutes vos autres sessions. Votre kit de secours reste valable.
change-open = Changer de phrase de passe
change-present = Phrase de passe actuelle
change-submit = Changer de phrase de passe
change-done = Phrase de passe changée. Les autres sessions ont pris fin.

# Ses propres clés.
keys-title = Clés
keys-text = Vos clés signent ce que vous écrivez et ouvrent ce que vous pouvez lire. Elles restent dans votre navigateur et, chiffrées par votre phrase de passe, sur le serveur.
keys-waiting = Vos nouvelles clés attendent d’être certifiées.
keys-waiting-text = Jusque-là, les clés actuelles restent en usage. Appelez un administrateur de votre organisation, à un numéro que vous connaissez, et lisez-lui :
keys-ask = Demander à nouveau
keys-asked = La demande est faite à vos administrateurs.
keys-behind =
    { $n ->
        [one] { $n } registre connaît encore vos anciennes clés. Il recevra les nouvelles au plus tard lorsque vous y écrirez.
       *[other] { $n } registres connaissent encore vos anciennes clés. Ils recevront les nouvelles au plus tard lorsque vous y écrirez.
     }
keys-draw-open = Nouvelles clés…
keys-draw = Générer de nouvelles clés
keys-draw-text = À faire si un ordinateur, un navigateur ou une phrase de passe à vous a pu tomber en d’autres mains.
keys-draw-sessions = Vos autres sessions sont fermées. Vous choisissez une nouvelle phrase de passe et recevez un nouveau kit de secours, affiché une seule fois ; l’ancien ne fonctionne plus. Préparez une imprimante ou du papier.
keys-draw-certify = Un administrateur de votre organisation compare un numéro avec vous et certifie les nouvelles clés. Restez alors en session : votre navigateur les porte dans chaque registre, où les anciennes ne signent plus rien et où les groupes d’accès sont renouvelés.
keys-draw-past = Quiconque détient les anciennes clés a déjà pu ouvrir ce qu’elles ouvraient.
keys-draw-root = La clé racine de votre organisation, que vous gardez, n’est pas changée. Si elle a pu tomber en d’autres mains, prévenez les organisations avec lesquelles vous travaillez.
keys-draw-administrator = Vous administrez votre organisation. Cela prend fin avec les nouvelles clés si un autre administrateur les certifie sans garder la clé racine ; la personne qui l’a fondée ici vous redonne alors cette fonction.
