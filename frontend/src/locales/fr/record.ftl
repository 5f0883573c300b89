record-title = Registre
record-lead = Votre ordinateur rejoue le registre du dossier depuis sa première inscription, sans se fier à aucun serveur.
record-check-again = Vérifier de nouveau
record-checking = Vérification de chaque inscription depuis la première…
record-good = Le registre du dossier est intègre.
record-good-text = Rien n’y a été altéré, omis ni déplacé, dans la mesure de vos propres vérifications.
record-checked-title = Ce qui a été vérifié
record-entries =
    { $shown } { $n ->
        [one] inscription
       *[other] inscriptions
     }, de la première à la dernière.
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
        [one] inscription est destinée à un groupe dont vous n’êtes pas membre : elle est à sa place et signée ; vous ne pouvez la lire.
       *[other] inscriptions sont destinées à des groupes dont vous n’êtes pas membre : elles sont à leur place et signées ; vous ne pouvez les lire.
     }
record-took = Durée : { $time }.
record-as-of = État au { $at }.
record-proves = Ceci montre que ce que vous avez est ce qui a été signé, dans cet ordre. Cela ne peut montrer si le serveur retient des inscriptions plus récentes.
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
record-wrong-do = Prévenez les administrateurs du dossier et l’exploitant, et comparez le code ci-dessous avec celui d’un collègue.
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
