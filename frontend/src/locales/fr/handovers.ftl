handovers-title = Remises
handovers-none =
    { $n ->
        [0] Vous ne détenez aucune pièce. Aucune n’est en mouvement.
        [one] Vous détenez { $n } pièce. Aucune n’est en mouvement.
       *[other] Vous détenez { $n } pièces. Aucune n’est en mouvement.
     }
handovers-to-me = À moi
handovers-from-me = De ma part
handovers-in-transit = En cours
handovers-disputed = Contestées
handovers-done = Terminées
handover-from-to = De { $from } à { $to }
handover-desk = (guichet)
handover-to-desk = Guichet : { $name }
handover-answered-by = Réponse de { $name }
handover-seal-out = Scellé au départ
handover-seal-in = Scellé à l’arrivée
handover-seal-out-was = Elle est partie sous scellé { $seal }.
handover-seal-out-none = Aucun scellé n’a été indiqué au départ.
handover-condition = État

# Offering.
handover-offer = Proposer une remise
handover-offer-title = Proposer une remise
handover-exhibits = Pièces
handover-to = À
handover-purpose-help = Par exemple : analyse en laboratoire, conservation, transport.
handover-at = Remise effectuée le
handover-undone = Vous signez cette proposition. Elle ne s’annule pas ; tant qu’elle est sans réponse vous pouvez la retirer, et les deux restent au registre. Vous demeurez détenteur jusqu’à l’acceptation.
handover-offer-submit = Signer et proposer
handover-offered = Remise proposée. Vous demeurez détenteur jusqu’à l’acceptation.

# Answering.
handover-answer = Répondre
handover-answer-for = Répondre pour { $exhibit }
handover-answer-title = Répondre : { $exhibit }
handover-your-answer = Votre réponse
handover-accept = Accepter telle que proposée
handover-accept-reservation = Accepter avec réserve
handover-refuse = Refuser
handover-reservation = Réserve
handover-refusal-reason = Motif du refus
handover-photo = Photo de ce que vous avez reçu
handover-photo-sending = La photo est chiffrée et envoyée ; votre réponse sera ensuite signée.
handover-received-at = Reçue ou refusée le
handover-accept-means = Vous signez cette réponse. Vous devenez détenteur. Elle ne s’annule pas.
handover-refuse-means = Vous signez cette réponse. Le remettant reste détenteur et la pièce est contestée jusqu’au règlement. Elle ne s’annule pas.
handover-answer-submit = Signer la réponse
handover-accepted = Acceptée. Vous en êtes désormais détenteur.
handover-refused = Refusée. Elle est contestée jusqu’au règlement.

# Withdrawing and settling.
handover-withdraw = Retirer la proposition
handover-withdraw-title = Retirer la proposition de remise de { $exhibit }
handover-withdraw-text = { $to } ne pourra plus y répondre. La proposition et son retrait restent au registre.
handover-settle = Régler
handover-settle-title = Régler : { $exhibit }
handover-settle-outcome = Qui la détient
handover-settle-giver = { $name } l’a et reste le détenteur.
handover-settle-receiver = { $name } l’a et en est le détenteur.
handover-settled-by = Réglé par { $name }
handover-settle-undone = La contestation et son règlement restent au registre.
reason = Motif
reason-cancel = Annuler
done-recorded = C’est inscrit.
