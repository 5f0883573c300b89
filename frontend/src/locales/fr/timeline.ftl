# Sentences of the case record: one per kind of entry.
entry-case-opened = { $author } a ouvert le dossier.
entry-exhibit-logged = { $author } a enregistré la pièce { $exhibit } : { $description }
entry-file-attached = { $author } a joint le fichier « { $name } » à la pièce { $exhibit }.
entry-corrected =
    { $author } a rectifié la pièce { $exhibit }, { $field } : « { $old } » devient « { $new } ».{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-corrected-terms =
    { $author } a rectifié les termes du dossier, { $field } : « { $old } » devient « { $new } ».{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-handover-offered = { $author } a proposé la remise de { $exhibit } à { $to }.
entry-handover-accepted = { $author } a accepté { $exhibit } et en est désormais détenteur.
entry-handover-reserved =
    { $author } a accepté { $exhibit } avec réserve.{ $why ->
        [none] {""}
       *[other] {" "}Réserve : { $why }
     }
entry-handover-refused =
    { $author } a refusé { $exhibit } ; la remise est contestée.{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-handover-withdrawn =
    { $author } a retiré la proposition de remise de { $exhibit }.{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-dispute-settled =
    { $author } a réglé la contestation portant sur { $exhibit } : { $outcome }.{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-desk-opened = { $author } a ouvert le guichet « { $name } ».
entry-desk-changed = { $author } a modifié les agents du guichet « { $name } ».
entry-person-admitted =
    { $author } a admis { $person }{ $role ->
        [none] {""}
       *[other] {" "}({ $role })
     }.
entry-person-suspended =
    { $author } a suspendu l’accès de { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-person-reinstated =
    { $author } a rétabli l’accès de { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-person-ended =
    { $author } a mis fin à l’accès de { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-role-changed =
    { $author } a modifié le rôle de { $person }{ $role ->
        [none] {""}
       *[other] {" "}: { $role }
     }.{ $why ->
        [none] {""}
       *[other] {" "}Motif : { $why }
     }
entry-party-admitted = { $author } a admis { $party } comme partie.
entry-party-joined = { $author } a rejoint au nom de { $party }.
entry-party-verified = { $author } a comparé le numéro de sécurité de { $party } : il concorde.
entry-person-named = { $author } a inscrit le nom de { $person }.
entry-party-named = { $author } a inscrit le nom de { $party }.
entry-refused = Une inscription de { $author } a été écartée et ne change rien : { $rule }.
entry-unreadable = Illisible, de { $author }.
entry-unknown = Une inscription de { $author } d’un type inconnu de cette version. Elle est conservée.
entry-organisation-withdrew = { $party } a retiré { $person }.
entry-administrator-appointed = { $author } a nommé { $person } administrateur.
entry-keys-changed = { $author } a de nouvelles clés. Les anciennes ne signent plus rien.
entry-keys-renewed = { $author } a renouvelé le groupe d’accès.
entry-value-empty = (vide)

# Why an entry was set aside.
rule-duplicate-record = elle figure deux fois au registre
rule-already-opened = c’était déjà ouvert
rule-invalid = un champ n’est pas valable
rule-statement-malformed = la déclaration signée est illisible
rule-refers-to-unreadable = elle renvoie à une inscription que vous ne pouvez pas ouvrir
rule-unknown-exhibit = elle désigne une pièce inexistante
rule-unknown-parent = elle désigne une pièce d’origine inexistante
rule-parent-cycle = une pièce ne peut provenir d’elle-même
rule-unknown-offer = elle désigne une proposition de remise inexistante
rule-unknown-desk = elle désigne un guichet inexistant
rule-unknown-target = elle rectifie une inscription inexistante
rule-unknown-field = elle rectifie un champ qui ne peut l’être
rule-invalid-value = la nouvelle valeur ne convient pas au champ
rule-exhibit-twice = elle désigne deux fois la même pièce
rule-not-the-holder = le remettant n’était pas détenteur de la pièce
rule-already-offered = la remise de la pièce était déjà proposée
rule-in-dispute = la pièce faisait l’objet d’une contestation
rule-self-offer = nul ne peut se proposer une remise à soi-même
rule-person-removed = la personne n’a plus accès
rule-offer-hash-mismatch = elle répond à une autre version de la proposition
rule-not-in-offer = la pièce ne fait pas partie de la proposition
rule-already-answered = une réponse avait déjà été donnée
rule-offer-withdrawn = la proposition avait déjà été retirée
rule-not-the-addressee = la remise était proposée à quelqu’un d’autre
rule-own-offer = nul ne peut répondre à sa propre proposition
rule-not-the-giver = seul le remettant peut le faire
rule-not-in-dispute = la pièce ne faisait l’objet d’aucune contestation
rule-not-a-party-to-the-dispute = seuls le remettant et le destinataire peuvent la régler
rule-not-the-receiver = seul le destinataire peut le déclarer
rule-other = une règle du registre n’a pas été respectée

# The timeline page.
timeline-title = Chronologie
timeline-order = Ordre
timeline-order-happened = Date des faits
timeline-order-recorded = Ordre du registre
timeline-count = { $shown } inscriptions affichées sur { $total }
timeline-more = Afficher 100 de plus
timeline-all-seen = Tout marquer comme vu
timeline-all-seen-done = Tout est désormais marqué comme vu.
timeline-entry-number = Inscription { $seq }
timeline-late-reason = Motif : { $reason }
timeline-recorded-at = inscrit
timeline-empty = Aucune inscription. Ce que les membres inscrivent apparaît ici, dans l’ordre.
timeline-open-exhibit = Ouvrir la pièce
timeline-how-known-observed = constaté
timeline-how-known-estimated = estimé
timeline-how-known-reported = rapporté
