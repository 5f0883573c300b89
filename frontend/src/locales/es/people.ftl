# Roles and legal positions.
role-administrator = administrador
role-leader = jefe de equipo
role-member = miembro
role-participant = participante
role-support = apoyo
party-status-bound-member-state = Estado miembro vinculado por el Reglamento
party-status-member-state-not-bound = Estado miembro no vinculado por el Reglamento
party-status-union-body = Órgano de la Unión
party-status-third-state = Tercer Estado
party-status-international-court = Tribunal internacional

# Access groups.
group-team = Equipo
group-checking-desk = Ventanilla de control

# The people page.
people-title = Personas
people-name = Nombre
people-role = Función
people-since = Desde
people-could-open = Podía abrir
people-could-open-of = podía abrir { $n } de { $of }
people-state = Estado
people-actions = Acciones
people-founder = fundador
people-admitted-by = admisión por { $name }
people-name-verified = nombre verificado
people-name-unverified = nombre no verificado
people-holds =
    { $n ->
        [one] custodia { $n } indicio
       *[other] custodia { $n } indicios
     }
people-not-named = No se muestran las personas de { $party } que no se le han nombrado.
people-nobody = { $party } aún no ha designado a nadie.
people-nobody-admitted = Nadie de { $party } está admitido todavía.
people-compare-first = Compare el número de seguridad con esta organización antes de compartir nada.
people-compare-link = Comparar el número de seguridad
people-frozen = Alguien se fue o tiene claves nuevas, y las claves de estos grupos de acceso aún no se han renovado:
people-frozen-renew = Quien escriba a continuación las renovará con ello. También puede hacerlo ahora.
people-frozen-wait = No se puede escribir nada en ellos hasta que un administrador, o alguien que los tenga, las renueve.
people-renew = Renovar las claves
people-renewed = Las claves están renovadas.
people-vacant-title = No queda ningún administrador
people-vacant-text = Su organización fundó este registro. Nombre a una persona que participe en él. No podrá revocarlo: después deciden los propios administradores. Lo que solo podían leer antiguos administradores sigue siendo ilegible.
people-vacant-wait = La organización que fundó este registro puede nombrar a uno de sus miembros.
people-appoint-whom = Persona
people-appoint = Nombrar
people-appointed = Nombramiento anotado.
people-appoint-title = Nombrar a un administrador
people-appoint-text = { $name } admitirá entonces a las personas y decidirá qué se comparte. No podrá revocarlo.
people-vacant-nobody = No queda nadie que pueda administrar este registro. Quienes participan en él aún pueden leerlo.

# Joining.
people-join-title = Su organización está invitada
people-join-text = La incorporación se anota en nombre de su organización. Después podrá designar a sus personas.
people-join-administrator = Puede incorporarse un administrador de su organización.
people-join = Incorporarse
people-joined = Su organización se ha incorporado. Designe ahora a sus personas.

# Admitting a party.
people-admit-party = Admitir una parte
people-admit-party-text = La organización sabe entonces que esto existe. No puede leer nada hasta que se admita a sus personas, una por una. Una parte admitida permanece en el registro.
people-admit-party-submit = Admitir la parte
people-party = Organización
people-party-status = Pertenece a
people-no-contacts = Aún no conoce ninguna otra organización.
people-add-contact = Añadir una organización
people-party-admitted = Admitida. La organización ya puede incorporarse y designar a sus personas.

# Nominating.
people-nominate = Designar personas
people-nominate-title = Designar personas de su organización
people-nominate-text = Decide quien administra o gestiona. Usted firma la designación: obtienen como máximo esta función y este historial.
people-nominate-submit = Firmar y designar
people-nominated = Designación enviada. Aquí verá en qué queda.
people-history = Con lo escrito antes
people-history-help = De lo contrario, solo abren lo que se escriba desde su admisión.

# Nominations.
people-nominations = Designaciones
people-nominations-answered = Designaciones anteriores
people-grant-history = { $role }, con lo escrito antes
people-grant-from-now = { $role }, desde la admisión
people-waits-for-you = Pendiente de su decisión.
people-waits-for-administrator = Pendiente de quien admite a las personas.
people-waits-for-administrators = Pendiente de quienes admiten a las personas.
people-admit =
    { $n ->
        [0] Admitir
        [one] Admitir a { $n } persona
       *[other] Admitir a { $n } personas
     }
people-choose-all = Elegir todas
people-admit-title = Admitir personas
people-admit-text = Pueden leer lo que usted concede desde que lo confirma. El acceso puede finalizar, pero lo leído no se puede retirar.
people-admitted = Admisión anotada.
people-decline = Rechazar
people-decline-title = Rechazar la designación de { $name }
people-decline-text = Quien designó leerá su motivo. Puede volver a designar.
people-declined-because = Rechazada porque:
people-withdraw-nomination = Retirar
people-nomination-withdrawn = La designación queda retirada.

# Suspending, reinstating, ending, another role.
people-change-role = Cambiar función
people-suspend = Suspender
people-reinstate = Reincorporar
people-end = Poner fin al acceso
people-withdraw = Retirar a la persona…
people-withdraw-title = Retirar a { $name } de aquí
people-withdraw-text = Su organización retira a esta persona de aquí, y de nada más. No se puede deshacer: habría que designar de nuevo a esa persona.
standing-suspend-title = Suspender a { $name }
standing-reinstate-title = Reincorporar a { $name }
standing-end-title = Poner fin al acceso de { $name }
standing-role-title = Nueva función de { $name }
standing-suspend-text = No abrirá nada de lo que se escriba desde ahora, hasta su reincorporación. Puede haber conservado lo que podía abrir antes.
standing-reinstate-text = Podrá abrir de nuevo lo que se escriba para sus grupos.
standing-end-text = No abrirá nada de lo que se escriba desde ahora. No se puede deshacer; su organización tendría que designarla de nuevo. Puede haber conservado lo que podía abrir antes.
standing-role-text = Una función con menos acceso no abre nada más, desde ahora, de los grupos que deja.
standing-left-open = Primero hay que resolver esto: entregar lo que la persona custodia, responder a sus ofertas o retirarlas.
standing-despite = No puede o no quiere: continuar. Todo queda a su nombre hasta que un administrador lo ofrezca a alguien.
standing-open-offers =
    { $n ->
        [one] { $n } oferta de entrega sin respuesta
       *[other] { $n } ofertas de entrega sin respuesta
     }
standing-done-out = Queda anotado. No abrirá nada de lo que se escriba desde ahora.

# Desks.
desks-title = Ventanillas
desks-text = Un depósito o un mostrador. Responde cualquiera de sus agentes, en su propio nombre.
desks-none = Aún no hay ventanillas.
desk-open = Abrir una ventanilla
desk-change = Cambiar el personal
desk-change-title = Personal de { $name }
desk-name = Nombre
desk-name-help = Por ejemplo: depósito de indicios, mostrador del laboratorio.
desk-officers = Agentes
desk-none-closes = Sin ningún agente, la ventanilla queda cerrada.
group-shared = Compartido con una organización
group-special = Grupo de acceso especial
