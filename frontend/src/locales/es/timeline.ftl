# Sentences of the case record: one per kind of entry.
entry-case-opened = { $author } abrió el caso.
entry-exhibit-logged = { $author } registró el indicio { $exhibit }: { $description }
entry-file-attached = { $author } adjuntó el archivo «{ $name }» al indicio { $exhibit }.
entry-corrected =
    { $author } rectificó el indicio { $exhibit }, { $field }: «{ $old }» pasa a «{ $new }».{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-corrected-terms =
    { $author } rectificó los términos del caso, { $field }: «{ $old }» pasa a «{ $new }».{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-handover-offered = { $author } ofreció la entrega de { $exhibit } a { $to }.
entry-handover-accepted = { $author } aceptó { $exhibit } y asume su custodia.
entry-handover-reserved =
    { $author } aceptó { $exhibit } con reserva.{ $why ->
        [none] {""}
       *[other] {" "}Reserva: { $why }
     }
entry-handover-refused =
    { $author } rechazó { $exhibit }; la entrega queda en disputa.{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-handover-withdrawn =
    { $author } retiró la oferta de entrega de { $exhibit }.{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-dispute-settled =
    { $author } resolvió la disputa sobre { $exhibit }: { $outcome }.{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-desk-opened = { $author } abrió la ventanilla «{ $name }».
entry-desk-changed = { $author } cambió el personal de la ventanilla «{ $name }».
entry-person-admitted =
    { $author } admitió a { $person }{ $role ->
        [none] {""}
       *[other] {" "}({ $role })
     }.
entry-person-suspended =
    { $author } suspendió a { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-person-reinstated =
    { $author } reincorporó a { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-person-ended =
    { $author } puso fin al acceso de { $person }.{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-role-changed =
    { $author } cambió la función de { $person }{ $role ->
        [none] {""}
       *[other] {" "}a { $role }
     }.{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-party-admitted = { $author } admitió a { $party } como parte.
entry-party-joined = { $author } se incorporó en nombre de { $party }.
entry-party-verified = { $author } comparó el número de seguridad de { $party }: coincide.
entry-person-named = { $author } anotó el nombre de { $person }.
entry-party-named = { $author } anotó el nombre de { $party }.
entry-refused = Un asiento de { $author } quedó sin efecto: { $rule }.
entry-unreadable = Ilegible, de { $author }.
entry-unknown = Un asiento de { $author } de un tipo desconocido para esta versión. Se conserva.
entry-organisation-withdrew = { $party } retiró a { $person }.
entry-administrator-appointed = { $author } nombró administrador a { $person }.
entry-keys-changed = { $author } tiene claves nuevas. Las antiguas ya no firman nada.
entry-keys-renewed = { $author } renovó el grupo de acceso.
entry-value-empty = (vacío)

# Why an entry was set aside.
rule-duplicate-record = figura dos veces en el registro
rule-already-opened = ya estaba abierto
rule-invalid = un campo no es válido
rule-statement-malformed = la declaración firmada no se puede leer
rule-refers-to-unreadable = remite a un asiento que usted no puede abrir
rule-unknown-exhibit = nombra un indicio que no existe
rule-unknown-parent = nombra un indicio de origen que no existe
rule-parent-cycle = un indicio no puede proceder de sí mismo
rule-unknown-offer = nombra una oferta que no existe
rule-unknown-desk = nombra una ventanilla que no existe
rule-unknown-target = rectifica un asiento que no existe
rule-unknown-field = rectifica un campo que no se puede rectificar
rule-invalid-value = el nuevo valor no corresponde al campo
rule-exhibit-twice = nombra dos veces el mismo indicio
rule-not-the-holder = quien entrega no tenía la custodia del indicio
rule-already-offered = la entrega del indicio ya estaba ofrecida
rule-in-dispute = el indicio estaba en disputa
rule-self-offer = nadie puede ofrecerse una entrega a sí mismo
rule-person-removed = la persona ya no tiene acceso
rule-offer-hash-mismatch = responde a otra redacción de la oferta
rule-not-in-offer = el indicio no forma parte de la oferta
rule-already-answered = ya se había respondido
rule-offer-withdrawn = la oferta ya se había retirado
rule-not-the-addressee = la entrega se ofreció a otra persona
rule-own-offer = nadie puede responder a su propia oferta
rule-not-the-giver = solo puede hacerlo quien entrega
rule-not-in-dispute = el indicio no estaba en disputa
rule-not-a-party-to-the-dispute = solo pueden resolverla quien entrega y quien recibe
rule-not-the-receiver = solo puede declararlo quien recibe
rule-other = se incumplió una regla del registro

# The timeline page.
timeline-title = Cronología
timeline-order = Orden
timeline-order-happened = Fecha de los hechos
timeline-order-recorded = Orden del registro
timeline-count = Se muestran { $shown } de { $total } asientos
timeline-more = Mostrar 100 más
timeline-all-seen = Marcar todo como visto
timeline-all-seen-done = Todo lo anterior queda marcado como visto.
timeline-entry-number = Asiento { $seq }
timeline-late-reason = Motivo: { $reason }
timeline-recorded-at = anotado
timeline-empty = Aún no hay asientos. Lo que anoten los miembros aparecerá aquí, por orden.
timeline-open-exhibit = Abrir el indicio
timeline-how-known-observed = observado
timeline-how-known-estimated = estimado
timeline-how-known-reported = comunicado
