# Vérifier un dossier de preuve, connecté ou non.

rail-verify = Vérifier
verify-title = Vérifier un dossier de preuve
verify-lead = Fonctionne sans réseau. Rien ne quitte cet ordinateur.
verify-choose = Choisir un dossier de preuve
verify-drop = ou déposez-le ici : le fichier ZIP tel qu’il vous a été remis
verify-busy = Vérification de { $name } ({ $size }) …
verify-progress = Vérifié jusqu’ici
verify-stop = Arrêter
verify-failed = Ce navigateur n’a pas pu vérifier { $name }. Essayez un autre navigateur, ou le programme hawser-verify.
verify-door = Vers la connexion
verify-good = Il tient : complet jusqu’à l’inscription { $entry }.
verify-not-confirmed = { $n ->
    [0] Le registre ne désigne aucun gardien indépendant du journal. La clé du journal elle-même a signé cet état.
    [one] Le gardien indépendant que le registre désigne n’a pas confirmé cet état. La clé du journal elle-même l’a signé.
   *[other] Aucun des { $n } gardiens indépendants que le registre désigne n’a confirmé cet état. La clé du journal elle-même l’a signé.
}
verify-confirmed = Confirmé par { $name }, gardien indépendant du journal, le { $at }
verify-checked-at = vérifié
verify-about = Ce qui a été remis
verify-made = Établi par { $name } ({ $party }) le { $at }.
verify-made-gone = Cette personne n’était plus membre à la fin de ce registre.
verify-signatures = { $shown } { $n ->
    [one] inscription avec sa signature
   *[other] inscriptions avec leurs signatures
 }
verify-acts = dont { $shown } { $n ->
    [one] change
   *[other] changent
 } les membres ou les accès
verify-opened = { $shown } { $n ->
    [one] a été divulguée et lue
   *[other] ont été divulguées et lues
 }
verify-encrypted = { $shown } { $n ->
    [one] est dans le dossier et encore chiffrée
   *[other] sont dans le dossier et encore chiffrées
 }
verify-withheld-one = L’inscription { $entry } est laissée de côté : { $why }
verify-withheld-some = Les inscriptions { $first } à { $last } sont laissées de côté : { $why }
verify-log = Pour le journal { $log } : comparez sa clé, sous les détails techniques, avec celle que son déploiement a publiée.
verify-undisclosed = Pour autant que cela a été divulgué : { $shown } { $n ->
    [one] inscription est fermée ou laissée
   *[other] inscriptions sont fermées ou laissées
 } de côté, et peuvent corriger ou transmettre ce qui est montré.
verify-unresolved = { $n ->
    [one] Une inscription renvoie
   *[other] { $n } inscriptions renvoient
 } à ce qui n’est pas divulgué ; on ne peut dire si elles comptent.
verify-unnamed = (nom non divulgué)
verify-unknown = Les inscriptions à partir de { $entry } jusqu’à la fin sont laissées de côté : des changements de membres peuvent s’y trouver.
verify-not-certified = (nom non certifié avec la clé)
verify-party-root = Racine de { $name }
verify-newer = Il a été établi avec une version plus récente de Hawser, nécessaire pour le vérifier.
verify-refused = L’inscription { $entry } de { $author } enfreint une règle de l’affaire et ne compte pas.
verify-exhibits = Pièces
verify-kind = Nature
verify-holder = Détenue par
verify-found = Trouvée
verify-place = Lieu
verify-identifiers = Identifiants
verify-seal = Scellé
verify-entry = Inscription
verify-corrected = { $field } : « { $old } » est devenu « { $new } » ({ $why }), par { $by }
verify-file-there = dans le dossier
verify-file-hash = pas dans le dossier, seulement son empreinte
verify-log-key = Clé du journal
verify-log-key-text = Comparez la clé du journal avec celle que le déploiement a publiée : c’est le registre lui-même qui la désigne. La clé publiée est ce qui suit ici le deuxième signe plus.
verify-record = Registre
verify-maker-key = Clé de l’auteur
verify-proves-title = Ce que cela prouve et ne prouve pas
verify-proves = Cela prouve
verify-proves-who = qui a signé chaque inscription, et qu’il avait le droit de l’écrire
verify-proves-order = dans quel ordre, qu’aucune n’a été altérée et qu’aucune ne manque sans que cela se voie : ce qui est laissé de côté est compté
verify-proves-files = que les fichiers sont ceux qui ont été joints
verify-proves-custody = ce que celui qui remet et celui qui reçoit une pièce ont chacun signé
verify-proves-not = Cela ne prouve pas
verify-proves-not-true = que ce que les gens ont écrit est vrai
verify-proves-not-clock = que leurs horloges étaient justes
verify-proves-not-later = ce qui a été écrit plus tard, ni ce que contiennent les inscriptions laissées de côté
verify-proves-not-key = qu’une clé appartient à une personne : les organisations le comparent entre elles
verify-proves-not-report = ce que dit le rapport qu’il contient : c’est la parole de son auteur
verify-program = Le programme hawser-verify arrive au même résultat, comme tout programme écrit d’après le protocole publié.
verify-wrong = Ce dossier de preuve ne tient pas.
verify-wrong-entry = L’inscription { $entry } est fausse.
verify-wrong-file = Dans le dossier : { $file }
verify-wrong-do = Ne vous y fiez pas tel quel. Demandez à qui vous l’a remis le fichier tel qu’il a été établi.
verify-unreadable = { $name } n’est pas un dossier de preuve, ou ne peut pas être lu.
verify-unreadable-do = Un dossier de preuve est un seul fichier ZIP. S’il a été décompressé, donnez son répertoire au programme hawser-verify. Ne le recompressez pas.

verify-fault-bad-container = Le fichier ZIP a été altéré, tronqué ou recompressé. S’il n’a été que recompressé, décompressez-le et donnez le répertoire à hawser-verify.
verify-fault-bad-path = Un fichier y porte un nom qu’aucun fichier d’un dossier ne porte.
verify-fault-bundle-signature = La signature de l’auteur du dossier ne correspond pas.
verify-fault-checkpoint-other-tree = Le journal a signé un autre registre que celui-ci.
verify-fault-cosignature = Une confirmation au nom d’un gardien du journal ne correspond pas.
verify-fault-entries-count = Il contient un autre nombre d’inscriptions qu’annoncé.
verify-fault-exhibit-numbers = Il numérote d’autres pièces que celles qui y sont.
verify-fault-file-changed = Un fichier n’est pas celui qui a été mis dedans.
verify-fault-file-missing = Un fichier manque.
verify-fault-file-unlisted = Il contient un fichier étranger ; le reste n’a pas été jugé. Certains systèmes ajoutent leurs propres fichiers aux répertoires.
verify-fault-file-without-entry = Aucune inscription divulguée n’a joint ce fichier.
verify-fault-file-without-meaning = Il contient un fichier qu’aucun dossier n’a.
verify-fault-key-without-content = Une clé a été remise pour une inscription qui n’a rien à ouvrir.
verify-fault-key-without-entry = Une clé a été remise pour une inscription absente.
verify-fault-keys-form = La liste des clés ne peut pas être lue.
verify-fault-maker-unknown = L’auteur du dossier n’a jamais été membre.
verify-fault-manifest-form = La liste du contenu n’est pas écrite comme il se doit.
verify-fault-not-withheld = Une inscription annoncée comme laissée de côté est présente.
verify-fault-proof = Une preuve prouve autre chose que ce qu’elle dit.
verify-fault-too-long = Un fichier y est plus long que possible.
verify-fault-withheld-beyond-end = Il laisse de côté des inscriptions qui n’existent pas.
verify-fault-withheld-without-ground = Une inscription est laissée de côté sans motif.
verify-fault-wrong-key = Une clé remise n’est pas celle de l’inscription.

ground-not-held = l’auteur du dossier n’y a pas accès
ground-other-matter = ne concerne pas ce dossier
ground-source-protection = protection d’une source ou d’une méthode
ground-ongoing-investigation = enquête en cours
ground-rights-of-others = droits de tiers
