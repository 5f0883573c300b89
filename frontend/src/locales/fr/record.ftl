record-title = Registre
record-lead = Votre ordinateur rejoue le registre depuis sa première inscription, sans se fier à aucun serveur.
record-check-again = Vérifier de nouveau
record-checking = Vérification de chaque inscription depuis la première…
record-good = Le registre est intègre.
record-good-text = Rien n’y a été altéré, omis ni déplacé, dans la mesure de vos propres vérifications.
record-checked-title = Ce qui a été vérifié
record-entries =
    { $shown } { $n ->
        [one] inscription
       *[other] inscriptions
     }, de la première à la dernière.
record-entries-good =
    { $shown } { $n ->
        [one] inscription
       *[other] inscriptions
     }, de la première à la dernière intègre.
record-signatures =
    { $shown } { $n ->
        [one] signature
       *[other] signatures
     }, { $keys ->
        [one] par la clé de { $keys } personne.
       *[other] par les clés de { $keys } personnes.
     }
record-order = Chaque inscription suit la précédente, et son auteur était habilité à l’écrire.
record-opened =
    { $shown } { $n ->
        [one] inscription a été ouverte et lue.
       *[other] inscriptions ont été ouvertes et lues.
     }
record-withheld =
    { $shown } { $n ->
        [one] inscription est destinée à un groupe dont vous n’êtes pas membre : elle est à sa place ; vous ne pouvez ni la lire ni la vérifier.
       *[other] inscriptions sont destinées à des groupes dont vous n’êtes pas membre : elles sont à leur place ; vous ne pouvez ni les lire ni les vérifier.
     }
record-took = Durée : { $time }.
record-as-of = État au { $at }.
record-proves = Ceci montre que ce que vous avez est ce qui a été signé, dans cet ordre. Le serveur a confirmé la même chose avec sa propre clé. Cela ne peut montrer si le serveur retient des inscriptions plus récentes.
record-wrong = L’inscription { $seq } est altérée.
record-found-at = Constaté le
record-last-good =
    { $n ->
        [one] Seule
       *[other] Les
     } { $shown } { $n ->
        [one] inscription antérieure est intègre et reste lisible.
       *[other] inscriptions antérieures sont intègres et restent lisibles.
     } Plus rien n’est accepté.
record-wrong-do = Prévenez ceux qui administrent ou gèrent et l’exploitant, et comparez le code ci-dessous avec celui d’un collègue.
record-proof = Les deux signatures du serveur, et ce qui montre qu’elles se contredisent, figurent dans un fichier que chacun peut vérifier sans le serveur. Il ne contient aucun contenu.
record-proof-save = Enregistrer la preuve
record-signers = Par les clés de qui
record-signer = Personne
record-signer-party = Partie
record-signer-entries = Inscriptions
record-unreadable = Inscriptions illisibles
record-unreadable-text = Elles sont signées et à leur place ; leur contenu ne s’ouvre pas.
record-unreadable-line = Inscription { $seq } : illisible, de { $author }
record-technical = Détail technique
record-code = Code de comparaison des impressions
record-root = Racine de l’arbre
record-head = Dernière inscription

# A rule that stands in the way of what was asked.
error-duplicate-record = Inscription impossible : elle figure deux fois au registre.
error-already-opened = Inscription impossible : c’était déjà ouvert.
error-invalid = Inscription impossible : un champ n’est pas valable.
error-statement-malformed = Inscription impossible : la déclaration signée est illisible.
error-refers-to-unreadable = Inscription impossible : elle renvoie à une inscription que vous ne pouvez pas ouvrir.
error-unknown-exhibit = Inscription impossible : elle désigne une pièce inexistante.
error-unknown-parent = Inscription impossible : elle désigne une pièce d’origine inexistante.
error-parent-cycle = Inscription impossible : une pièce ne peut provenir d’elle-même.
error-unknown-offer = Inscription impossible : elle désigne une proposition de remise inexistante.
error-unknown-desk = Inscription impossible : elle désigne un guichet inexistant.
error-unknown-target = Inscription impossible : elle rectifie une inscription inexistante.
error-unknown-field = Inscription impossible : elle rectifie un champ qui ne peut l’être.
error-invalid-value = Inscription impossible : la nouvelle valeur ne convient pas au champ.
error-exhibit-twice = Inscription impossible : elle désigne deux fois la même pièce.
error-not-the-holder = Inscription impossible : le remettant n’était pas détenteur de la pièce.
error-already-offered = Inscription impossible : la remise de la pièce était déjà proposée.
error-in-dispute = Inscription impossible : la pièce faisait l’objet d’une contestation.
error-self-offer = Inscription impossible : nul ne peut se proposer une remise à soi-même.
error-person-removed = Inscription impossible : la personne n’a plus accès.
error-offer-hash-mismatch = Inscription impossible : elle répond à une autre version de la proposition.
error-not-in-offer = Inscription impossible : la pièce ne fait pas partie de la proposition.
error-already-answered = Inscription impossible : une réponse avait déjà été donnée.
error-offer-withdrawn = Inscription impossible : la proposition avait déjà été retirée.
error-not-the-addressee = Inscription impossible : la remise était proposée à quelqu’un d’autre.
error-own-offer = Inscription impossible : nul ne peut répondre à sa propre proposition.
error-not-the-giver = Inscription impossible : seul le remettant peut le faire.
error-not-in-dispute = Inscription impossible : la pièce ne faisait l’objet d’aucune contestation.
error-not-a-party-to-the-dispute = Inscription impossible : seuls le remettant et le destinataire peuvent la régler.
error-not-the-receiver = Inscription impossible : seul le destinataire peut le déclarer.
error-matters-open = Cette personne détient encore des pièces ou a des propositions en cours. Réglez-les d’abord.
error-not-a-member = Vous n’êtes pas encore membre ici.
error-file-unreadable = Le fichier n’est plus lisible. Choisissez-le de nouveau.
error-encryption-failed = Le navigateur n’a pu chiffrer ou déchiffrer ce fichier.
error-cancelled = L’opération a été annulée.
