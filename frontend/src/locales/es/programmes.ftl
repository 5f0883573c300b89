# Programmes: the list, making one.
rail-programmes = Programas
programmes-title = Programas
programmes-new = Nuevo programa
programmes-empty = Aún no hay programas. Cree uno y elija su primer puerto, o espere a que su organización le designe.
programmes-untitled = Programa que aún no puede leer
programmes-column-programme = Programa
programmes-column-ports = Puertos
programmes-column-overdue = Vencidas
new-programme-title = Nuevo programa
new-programme-lead = Para puertos que se evalúan juntos. Recibe las cifras y las acciones que las misiones firman para él; nunca valoraciones, notas, fotos ni hallazgos.
new-programme-readers-later = Otras personas podrán leer el programa cuando su organización las designe y usted las admita.
new-programme-submit = Crear el programa
programme-name = Título
programme-purpose = Finalidad
programme-purpose-help = Para qué se evalúan los puertos y para quién.

# Around every page of a programme.
programme-page-title = Programa
programme-not-a-member = Usted aún no es miembro de este programa. Cuando su organización se haya incorporado y le haya designado, y un gestor le haya admitido, se abrirá aquí.
programme-access-ended-text = No podrá abrir nada de lo que se escriba a partir de ahora. Si es un error, consulte a un gestor del programa.
programme-fault-title = El registro del programa es incorrecto.
role-manager = gestor
tabs-programme = Páginas de este programa
tab-map = Mapa
tab-ports = Puertos
tab-actions = Acciones
tab-risks = Riesgos
tab-templates = Modelos

# The overview.
programme-overview-title = Resumen
programme-as-of = Situación a { $date }.
programme-as-of-lead = Situación a { $date }
programme-open-overdue =
    { $n ->
        [one] Abrir la acción vencida ({ $n })
       *[other] Abrir las acciones vencidas ({ $n })
     }
programme-no-ports = Primera misión: elija un puerto.
programme-no-ports-manager = Lo elige un gestor del programa.
programme-nothing-reported = Aún no hay cifras. Llegan cuando alguien firma en una misión las cifras de una visita y las comunica aquí.
programme-what-counts = Qué se cuenta
programme-due = Vencen en { $days } días
programme-due-definition = Acciones que no están ejecutadas y cuyo vencimiento cae en los { $days } días siguientes a esa fecha.
programme-due-next = Próxima: { $date }, { $owner }, { $port }.
programme-overdue = Vencidas
programme-overdue-definition = Acciones que no están ejecutadas y cuyo vencimiento ya pasó. Las bloqueadas también cuentan: solo ejecutarlas detiene el plazo.
programme-overdue-longest = La más antigua: { $owner }, { $port }, { $since }.
programme-overdue-blocked =
    { $n ->
        [one] { $n } está bloqueada.
       *[other] { $n } están bloqueadas.
     }
programme-worst-risk = Mayor riesgo residual
programme-worst-definition = El mayor riesgo residual de todos los puertos en su última visita: amenaza × vulnerabilidad × consecuencia, cada una de 1 a 5.
programme-worst-none = Aún no se ha evaluado ningún riesgo.
programme-worst-where = { $port }: { $scenario }
programme-changes = Mejor y peor
programme-changes-figure = { $better } mejor, { $worse } peor
programme-changes-definition = Ámbitos y escenarios que están mejor o peor que en la visita anterior, cuando ambas visitas los examinaron. Una puntuación más alta es mejor; un riesgo más bajo es mejor.
programme-changes-none = Nada está mejor ni peor que en la visita anterior.
programme-changes-one = { $port }: de { $before } a { $now }. { $what }
programme-changes-title = Mejor y peor que en la visita anterior
programme-change-what = Qué
programme-change-how = Frente a la visita anterior
programme-change-score = Puntuación: { $title }
programme-change-risk = Riesgo residual: { $title }
programme-trend-better = mejor: de { $before } a { $now }
programme-trend-worse = peor: de { $before } a { $now }
programme-trend-same = igual: { $now }
programme-heat-title = Puertos por ámbito
programme-heat-caption = Puntuación y cobertura por puerto y ámbito, a { $date }
programme-next-actions = Vencidas y próximas
programme-no-actions = No hay acciones abiertas.
programme-all-actions = Todas las acciones
programme-more-actions =
    { $n ->
        [one] y { $n } más
       *[other] y { $n } más
     }
programme-next-days = Visitas y observaciones previstas
programme-next-visit = visita prevista
programme-next-comment = comentarios de la autoridad anfitriona
programme-unplanned =
    { $n ->
        [one] { $n } puerto no tiene visita prevista.
       *[other] { $n } puertos no tienen visita prevista.
     }
programme-about-title = Acerca de este programa
programme-about-figures = Todas las cifras proceden de lo que los evaluadores y gestores de las misiones han firmado para este programa. De cada visita cuenta lo más reciente; lo anterior se conserva.

# Days and states.
programme-due-today = vence hoy
programme-due-in =
    { $n ->
        [one] en { $n } día
       *[other] en { $n } días
     }
programme-overdue-by =
    { $n ->
        [one] vencida hace { $n } día
       *[other] vencida hace { $n } días
     }
programme-agreed-ago =
    { $n ->
        [one] acordada hace { $n } día
       *[other] acordada hace { $n } días
     }
programme-days-ago =
    { $n ->
        [one] hace { $n } día
       *[other] hace { $n } días
     }
programme-status-open = abierta
programme-status-in-progress = en curso
programme-status-blocked = bloqueada
programme-status-done = ejecutada, no verificada
programme-status-verified = verificada
programme-findings-none = ninguno en esta visita
programme-findings-of = { $severity }: { $n }

# Ports.
programme-map-lead = La cifra de cada puerto es su mayor riesgo residual.
programme-follow = Seguir un puerto
programme-follow-submit = Seguir este puerto
programme-follow-known = El programa ya sigue este puerto. Si lo sigue de nuevo, figurará dos veces.
programme-followed = El programa sigue el puerto.
programme-visit-planned = Próxima visita
programme-visit-unplanned = sin planificar
programme-visit-overdue = { $date }, vencida
programme-visit-none = Aún no se ha comunicado nada.
programme-ports-lead = Por orden de lo que vence antes.
programme-port-overdue =
    { $n ->
        [one] { $n } acción vencida
       *[other] { $n } acciones vencidas
     }
programme-port-open =
    { $n ->
        [0] ninguna acción abierta
        [one] { $n } acción abierta
       *[other] { $n } acciones abiertas
     }
programme-port-visit = Última visita
programme-port-signed = Cifras firmadas
programme-port-domains = Examinado
programme-port-looked-at = { $n } de { $of } ámbitos, cobertura { $coverage }
programme-port-since = Desde la visita anterior: { $visit }
programme-port-more = Puntuaciones, riesgos e historial
programme-port-back = Todos los puertos
programme-port-facts = Cómo está el puerto
programme-port-unreported = Aún no se ha comunicado nada de este puerto. Inscriba abajo la misión que lo evalúa; sus cifras llegan cuando alguien de ella las firma.
programme-plan-visit = Planificar la próxima visita
programme-signed-by = por { $name }, { $time }
programme-signed-for = Firmado por { $name } ({ $party })
programme-findings = Hallazgos
programme-host = Autoridad anfitriona
programme-risks-title = Riesgos residuales
programme-risk-line = { $title }: { $figure } { $band }
programme-domains-title = Puntuaciones por ámbito
programme-domains-definition = Puntuación: la media de los criterios valorados, en tanto por ciento de la mejor valoración. Cobertura: los valorados, entre los valorados y los no observados. Lo que no procede y lo que nadie ha decidido aún no cuentan en ninguna. Lo que no se examinó no tiene puntuación.
programme-domain = Ámbito
programme-score = Puntuación
programme-coverage = Cobertura
programme-ratings = Valoraciones
programme-ratings-count = valorados: { $rated }, no observados: { $unseen }, no aplicables: { $beside }
programme-not-looked-at = no examinado
programme-history-title = Lo que se ha firmado
programme-history-text = Primero lo más reciente. De cada visita cuenta lo más reciente.
programme-history-figures = Puntuaciones y riesgos
programme-superseded = cuenta otro más reciente
programme-template-named = Modelo { $id }, versión { $version }
programme-missions-title = Misiones
programme-missions-text = Lo que firman estas misiones cuenta para este puerto, cuando lo firma alguien nombrado aquí.
programme-missions-none = Ninguna misión comunica aún cifras de este puerto.
programme-mission = Misión
programme-mission-open = Abrir una misión
programme-mission-new = { $port }, aún sin visita
programme-mission-visit = { $port }: { $kind }, { $day }
programme-mission-other = Una misión de la que usted no es miembro
programme-mission-signers = Pueden firmar: { $people }
programme-change-signers = Cambiar quién puede firmar
programme-register = Inscribir una misión
programme-register-title = Quién puede firmar por una misión
programme-register-text = El programa recibe lo que estas personas firman por la misión, y las cifras de nadie más. Puede inscribir las misiones de las que usted mismo es miembro.
programme-register-none = No queda ninguna misión que usted pueda inscribir. Abra una o pida que le designen para ella.
programme-register-submit = Inscribir
programme-registered = La misión está inscrita.
programme-signers = Cuya firma cuenta
programme-signers-help = Gestores y evaluadores de la misión. Sus nombres y organizaciones se anotan en el programa.
programme-signers-none = Nadie de esta misión podría firmar por ella.

# Actions.
programme-actions-none = Aún no hay acciones. Llegan con las cifras que comunican las misiones.
programme-actions-count = { $shown }: { $n } de { $all } acciones
programme-actions-no-match = Ninguna acción coincide.
programme-more-rows = Mostrar más
programme-show = Mostrar
programme-show-open = Sin ejecutar
programme-show-overdue = Vencidas
programme-show-blocked = Bloqueadas
programme-show-done = Ejecutadas, no verificadas
programme-show-verified = Verificadas
programme-show-all = Todas
programme-action = Acción
programme-owner = Responsable
programme-due-day = Vencimiento
programme-original-due = acordada al principio para el { $date }
programme-days = Días
programme-agreed = Acordada
programme-done-on = ejecutada el { $date }
programme-verified-on = verificada el { $date }
programme-in-time = en plazo
programme-not-in-time = fuera de plazo
programme-on-time = { $share } en plazo: { $n } de { $of }
programme-on-time-none = De ninguna acción se puede decir aún si cumplió el plazo.
programme-on-time-definition = Acciones ejecutadas como tarde el día acordado al principio, entre las que lo están o cuyo día ya pasó. Un vencimiento aplazado no cuenta.
programme-until-verified = Del hallazgo a la verificación: { $days ->
    [one] { $days } día
   *[other] { $days } días
} de mediana, { $longest } como máximo; { $n ->
    [one] { $n } acción
   *[other] { $n } acciones
}
programme-until-verified-none = Ninguna acción está verificada aún: no se conocen los días del hallazgo a la verificación.
programme-until-verified-definition = Días desde que se registró el hallazgo hasta que otra persona del equipo verificó lo hecho. La mitad de las acciones tardó la mediana o menos. Lo ejecutado sin verificar no cuenta.
programme-accepted = { $share } de las recomendaciones aceptadas: { $n } de { $of }
programme-accepted-none = Aún no se ha recomendado nada.
programme-accepted-definition = Recomendaciones sobre las que se acordó una acción con responsable y vencimiento, entre todas las hechas sobre hallazgos que las misiones pueden transmitir.

# Risks.
programme-risks-none = Aún no se ha comunicado ningún riesgo.
programme-risk-formula = Amenaza × vulnerabilidad × consecuencia
programme-risk-definition = Cada una es un grado de 1 a 5. El equipo juzga la amenaza y la consecuencia; la vulnerabilidad es 5 menos la valoración media de los criterios de los ámbitos asociados, redondeada, como mínimo 1. El riesgo inherente supone una vulnerabilidad de 5: como si nada se le opusiera.
programme-matrix-title = Riesgos residuales por puerto
programme-risk-unseen = sin evaluar
programme-behind-title = Las cifras de cada uno, de mayor a menor
programme-behind-line = { $figure } { $band } · { $port }: { $scenario }
programme-risk-residual = Riesgo residual
programme-risk-threat = Amenaza
programme-risk-vulnerability = Vulnerabilidad
programme-risk-consequence = Consecuencia
programme-risk-inherent = Riesgo inherente
programme-risk-confidence = Confianza
programme-risk-domains = Ámbitos asociados
programme-risk-from-mean = 5 menos la valoración media { $mean } ({ $points } puntos de { $rated } valoraciones), redondeado: { $level }
programme-risk-points =
    { $points } puntos de { $rated } { $n ->
        [one] valoración
       *[other] valoraciones
     }
programme-confidence-low = baja
programme-confidence-medium = media
programme-confidence-high = alta

# Templates.
templates-lead = Lo que pregunta una evaluación. Las misiones en curso siguen con la versión con la que empezaron.
templates-import = Importar
templates-none = El programa aún no tiene ningún modelo.
templates-template = Modelo
templates-version = Versión
templates-holds = Pregunta
templates-adopted = Adoptado
templates-extent = ámbitos: { $domains }, criterios: { $criteria }, escenarios: { $scenarios }
templates-derived = Copiado de { $id }, versión { $version }
templates-not-derived = No está copiado de otro modelo
templates-unfinished = Empezado y sin adoptar: { $title } ({ $id }, versión { $version }). Se conserva hasta que salga de este programa, bloquee la página o la recargue; expórtelo para conservarlo más tiempo.
templates-resume = Continuar
templates-discard = Descartar
templates-discard-title = ¿Descartar lo modificado?
templates-discard-text = Lo que ha modificado desde que empezó se pierde. Expórtelo antes si puede necesitarlo.
templates-copy = Copiar y modificar
templates-copy-anyway = Descartarlo y copiar este
templates-copy-text = Ha empezado a modificar otro modelo. Se pierde si copia este ahora.
templates-export = Exportar
templates-back = Todos los modelos
templates-criteria =
    { $n ->
        [one] { $n } criterio
       *[other] { $n } criterios
     }
templates-only-if = Solo si esto existe: { $title }
templates-scenarios = Escenarios
templates-scenarios-text = Cada uno con los ámbitos que se le oponen.
templates-import-title = Importar un modelo
templates-import-lead = Un modelo como archivo JSON, tal como se exporta aquí.
templates-import-file = Archivo
templates-import-chosen = Leído de { $name }
templates-import-text = Texto JSON
templates-import-help = Del archivo, o pegado aquí.
templates-import-next = Aún no se anota nada. Después verá qué falla en él, si algo falla, y lo adoptará.
templates-import-read = Leer
templates-import-replaces = Ha empezado a modificar un modelo. Lo sustituye lo que importe.
field-template-not-json = Esto no es JSON; el primer fallo está en línea:columna { $value }.
field-template-too-large = Es demasiado grande: { $value } KiB como máximo.
field-template-duplicate-key = Algo figura en él dos veces en el mismo lugar.
field-template-fraction = Contiene un número con decimales; un modelo solo tiene números enteros.
field-template-field-missing = Falta «{ $value }» en algún lugar.
field-template-shape = Es JSON, pero no el de un modelo. Exporte un modelo para ver cómo es.
field-template-file = El archivo no se pudo leer como texto. Elíjalo de nuevo o pegue su texto.
templates-draft-title = Modificar un modelo
templates-no-draft = No se está modificando ningún modelo. Elija uno y cópielo, o importe uno.
templates-draft-note = No se anota nada hasta que lo adopte. Las misiones en curso siguen con la versión con la que empezaron.
templates-managers-only = Solo un gestor del programa puede adoptar un modelo. Usted puede exportarlo.
templates-head-title = Nombre y versión
templates-id = Identificador
templates-id-help = Letras minúsculas de la a a la z, cifras y guiones; el mismo en todos los idiomas.
templates-title-en = Título en inglés
templates-title-fr = Título en francés
templates-title-es = Título en español
templates-guidance-en = Orientación en inglés
templates-guidance-fr = Orientación en francés
templates-guidance-es = Orientación en español
templates-criteria-title = Criterios
templates-criteria-text = Los ámbitos y los escenarios se modifican en el archivo exportado.
templates-add-criterion = Añadir un criterio
templates-criterion-new = Nuevo criterio
templates-criterion-change = Modificar un criterio
templates-condition = Se pregunta solo si esto existe
templates-condition-none = se pregunta siempre
templates-take-over = Incorporar al modelo
templates-change = Modificar…
templates-change-named = Modificar: { $title }
templates-remove = Quitar
templates-remove-named = Quitar: { $title }
templates-taken-out = Quitado: { $title }
templates-put-back = Volver a ponerlo
templates-faulty = fallo
templates-adopt = Adoptar { $id }, versión { $version }
templates-adopt-text = A partir de entonces se pueden abrir misiones con esta versión. No se puede modificar ni retirar, solo seguir con una más reciente. Las misiones en curso siguen con la suya.
templates-adopted-done = El modelo está adoptado.
templates-faults-title = Qué falla en él
templates-faults-none = Nada: se puede adoptar.
templates-fault-go = Ir allí
field-template-id = «{ $value }» no puede ser un identificador: de la a a la z, del 0 al 9 y guiones, 64 como máximo.
field-template-id-taken = Otro criterio tiene el identificador { $value }.
field-template-version = Las versiones son números enteros a partir de 1.
field-template-version-known = El programa ya tiene esta versión. La siguiente es { $value }.
field-template-derived = Está copiado de esta versión o de una posterior. Elija un número mayor.
field-template-circle = Dependería de sí mismo, a través de otros criterios.
field-template-faults = No se puede adoptar hasta corregirlo. Número de fallos: { $value }.
fault-place = { $field }, { $language }
fault-field-title = título
fault-field-guidance = orientación
fault-language-en = inglés
fault-language-fr = francés
fault-language-es = español
fault-what-domains = Ámbitos
fault-what-criteria = Criterios
fault-what-scenarios = Escenarios
fault-too-many = { $what }: { $found }, { $max } como máximo. No se ha examinado nada más.
fault-id-malformed = { $id }: no puede ser un identificador. De la a a la z, del 0 al 9 y guiones, 64 como máximo.
fault-id-doubled = { $id }: figura dos veces como identificador.
fault-version-zero = { $id }: las versiones son números enteros a partir de 1.
fault-derived-from-itself = { $id }: consta como copiado de sí mismo, en esta versión o en una posterior.
fault-translation-missing = { $id }: falta el texto ({ $place }).
fault-text-too-long = { $id }: el texto es demasiado largo, { $max } caracteres como máximo ({ $place }).
fault-text-refused = { $id }: el texto contiene un carácter que ningún texto puede contener ({ $place }).
fault-no-criteria = { $id }: no tiene ningún criterio.
fault-condition-unknown = { $id }: depende de { $other }, que no existe.
fault-condition-cycle = Estos dependen unos de otros en círculo: { $members }
fault-no-domains = { $id }: el escenario no tiene ningún ámbito.
fault-domain-unknown = { $id }: el escenario nombra el ámbito { $other }, que no existe.
fault-domain-twice = { $id }: el escenario nombra dos veces el ámbito { $other }.

# Fields.
fieldname-port-name = nombre del puerto
fieldname-port-country = país del puerto
fieldname-port-locode = UN/LOCODE del puerto
fieldname-visit_planned = próxima visita
field-date = Indique un día que exista como año-mes-día, por ejemplo 2026-03-01.
field-past = Ese día ya pasó. Indique un día a partir de hoy, o ninguno.

# Entries of the record.
entry-programme-opened = { $author } abrió el programa «{ $title }».
entry-template-adopted = { $author } adoptó el modelo { $template }, versión { $version }.
entry-port-followed = { $author } hizo que el programa siga el puerto { $port }.
entry-mission-registered = { $author } inscribió quién puede firmar por una misión en { $port }.
entry-aggregate-taken = { $author } recibió cifras de { $port }, firmadas por { $signer }.

# Why an entry was set aside, or could not be made.
rule-not-a-manager = solo puede hacerlo un gestor
rule-not-opened = aún no se había abierto nada
rule-template-refused = con este modelo no se puede evaluar
rule-template-known = el programa ya tenía esta versión del modelo
rule-unknown-port = nombra un puerto que no se sigue
rule-unknown-mission = nombra una misión que no comunica nada aquí
rule-not-a-reporter = quien firma no puede firmar por esta misión
rule-already-taken = ya se había recibido
error-not-a-manager = Solo puede hacerlo un gestor.
error-not-opened = Aquí aún no se ha abierto nada.
error-template-refused = Con este modelo no se puede evaluar: algo falla en él.
error-template-known = El programa ya tiene esta versión del modelo. Déle el número siguiente.
error-unknown-port = El programa no sigue ese puerto.
error-unknown-mission = Esta misión no comunica nada al programa, o usted no tiene acceso a ella.
error-not-a-reporter = El programa no tiene en cuenta la firma de esta persona para esta misión.
error-already-taken = Esto ya se había recibido.
