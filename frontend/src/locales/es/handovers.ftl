handovers-title = Entregas
handovers-none =
    { $n ->
        [0] No tiene ningún indicio en custodia. Ninguno está en movimiento.
        [one] Tiene { $n } indicio en custodia. Ninguno está en movimiento.
       *[other] Tiene { $n } indicios en custodia. Ninguno está en movimiento.
     }
handovers-to-me = A mí
handovers-from-me = De mi parte
handovers-in-transit = En tránsito
handovers-disputed = En disputa
handovers-done = Concluidas
handover-from-to = De { $from } a { $to }
handover-desk = (ventanilla)
handover-to-desk = Ventanilla: { $name }
handover-answered-by = Respondido por { $name }
handover-seal-out = Precinto de salida
handover-seal-in = Precinto de llegada
handover-seal-out-was = Salió con el precinto { $seal }.
handover-seal-out-none = No se indicó precinto a la salida.
handover-condition = Estado

# Offering.
handover-offer = Ofrecer
handover-offer-title = Ofrecer indicios
handover-exhibits = Indicios
handover-to = A
handover-purpose-help = Por ejemplo: análisis de laboratorio, depósito, transporte.
handover-at = Entregado el
handover-undone = Usted firma esta oferta. No se puede deshacer; mientras no haya respuesta puede retirarla, y ambas quedan en el registro. Usted conserva la custodia hasta la aceptación.
handover-offer-submit = Firmar y ofrecer
handover-offered = Ofrecido. Usted conserva la custodia hasta la aceptación.

# Answering.
handover-answer = Responder
handover-answer-for = Responder por { $exhibit }
handover-answer-title = Responder: { $exhibit }
handover-your-answer = Su respuesta
handover-accept = Aceptar tal como se ofrece
handover-accept-reservation = Aceptar con reserva
handover-refuse = Rechazar
handover-reservation = Reserva
handover-refusal-reason = Motivo del rechazo
handover-photo = Foto de lo recibido
handover-photo-sending = La foto se cifra y se envía; después se firma su respuesta.
handover-received-at = Recibido o rechazado el
handover-accept-means = Usted firma esta respuesta y pasa a tener la custodia. No se puede deshacer.
handover-refuse-means = Usted firma esta respuesta. Quien entrega conserva la custodia y el indicio queda en disputa hasta que se resuelva. No se puede deshacer.
handover-answer-submit = Firmar la respuesta
handover-accepted = Aceptado. Ahora tiene usted la custodia.
handover-refused = Rechazado. Queda en disputa hasta que se resuelva.

# Withdrawing and settling.
handover-withdraw = Retirar la oferta
handover-withdraw-title = Retirar la oferta de { $exhibit }
handover-withdraw-text = { $to } ya no podrá responder. La oferta y su retirada quedan en el registro.
handover-settle = Resolver
handover-settle-title = Resolver: { $exhibit }
handover-settle-outcome = Quién lo tiene
handover-settle-giver = { $name } lo tiene y sigue siendo el poseedor.
handover-settle-receiver = { $name } lo tiene y es el poseedor.
handover-settled-by = Resuelto por { $name }
handover-settle-undone = La disputa y su resolución quedan en el registro.
reason = Motivo
reason-cancel = Cancelar
done-recorded = Queda anotado.
