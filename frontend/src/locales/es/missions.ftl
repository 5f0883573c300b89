# Port missions: the list, opening one, what stands around its pages, its overview.
rail-missions = Misiones portuarias
missions-title = Misiones portuarias
missions-new = Abrir una misión
missions-empty = Aún no hay misiones portuarias. Abra una para un puerto o espere a que su organización le designe.
missions-unnamed = Misión que aún no puede leer
missions-column-port = Puerto
missions-column-standing = Usted es
missions-column-visit = Visita
missions-column-due = Próximo vencimiento
missions-column-unseen = Novedades
missions-no-visit = aún sin visita
missions-nothing-due = nada vence
missions-overdue =
    { $n ->
        [one] { $n } acción vencida
       *[other] { $n } acciones vencidas
     }

new-mission-title = Abrir una misión
new-mission-lead = La evaluación conjunta de un puerto. Lo que anota el equipo solo lo lee el equipo; la autoridad anfitriona lee lo que usted comparte con ella.
new-mission-programme = Programa
new-mission-programme-help = El programa al que la misión transmite, firmadas, cifras y acciones. Nada más pasa a él.
new-mission-no-programme = ninguno
new-mission-port = Puerto
new-mission-other-port = otro puerto, que el programa sigue desde ahora
new-mission-template = Qué se pregunta
new-mission-template-help = La misión conserva esta versión hasta el final.
new-mission-template-version = { $title }, versión { $version }: { $criteria } { $criteria ->
    [one] criterio
   *[other] criterios
}
new-mission-host = Autoridad anfitriona
new-mission-no-host = se designa más tarde
new-mission-host-help = Todavía no se le comunica nada. Admítala en la página Personas una vez comparado su número de seguridad.
new-mission-readers-later = Otras personas podrán leer la misión cuando su organización las designe y usted las admita.

# Around every page of a mission.
mission-page-title = Misión portuaria
mission-access-ended-text = No podrá abrir nada de lo que se escriba desde ahora. Si es un error, diríjase a un gestor de la misión.
mission-fault-title = El registro de la misión es incorrecto.
mission-not-a-member = Usted aún no es miembro de esta misión. Cuando su organización se haya incorporado y le haya designado, y un gestor le haya admitido, se abrirá aquí.
mission-access-help = La autoridad anfitriona tiene acceso limitado: sus personas leen los informes compartidos con ella, los comentan y los firman.
mission-access-limited = autoridad anfitriona: los informes compartidos con ella
mission-access-team = miembro del equipo como los demás
mission-port-wide = puerto en su conjunto
tabs-mission = Páginas de esta misión
tab-visit = Visita
tab-team = Valoración del equipo
tab-scores = Puntuaciones y riesgos
tab-findings = Hallazgos
tab-release = Informe y anfitriona
tab-host = Informe

# The overview.
mission-step-facility = Añadir la primera instalación
mission-step-visit = Abrir la primera visita
mission-step-people = Designar y admitir a otro evaluador
mission-step-compare = Comparar el número de seguridad con las demás organizaciones
mission-step-host = Admitir a la autoridad anfitriona
mission-points-overdue =
    { $n ->
        [one] { $n } acción está vencida
       *[other] { $n } acciones están vencidas
     }
mission-points-open =
    { $n ->
        [one] { $n } acción no está ejecutada
       *[other] { $n } acciones no están ejecutadas
     }
mission-points-unverified =
    { $n ->
        [one] { $n } acción consta como ejecutada y no está verificada
       *[other] { $n } acciones constan como ejecutadas y no están verificadas
     }
mission-points-conflicts =
    { $n ->
        [one] { $n } cambio hecho por dos personas a la vez
       *[other] { $n } cambios hechos por dos personas a la vez
     }
mission-about = De qué trata
mission-to-programme = Abrir el programa
mission-no-host = No se ha designado autoridad anfitriona.
mission-days = del { $from } al { $to }
visits-title = Visitas
visit-none = Aún no hay visitas.
visit-none-manager = La abre un gestor de la misión.
visit-chooser = Visita mostrada
visit-open = Abrir una visita
visit-opened = La visita está abierta.
visit-kind = Tipo
visit-kind-help = Un seguimiento vuelve a mirar una parte; el resto se toma de la visita anterior. Una autoevaluación no toma nada.
visit-starts = Primer día
visit-ends = Último día
visit-facilities = Instalaciones que se examinan
visit-facilities-help = Cada una se valora por separado. Sin ninguna, se valora el puerto en su conjunto.
visit-host-learns = La autoridad anfitriona conoce el tipo y los días de la visita, y nada más.
visit-team = Valoración del equipo
visit-decided = decididos: { $decided }, pendientes: { $left }
visit-carried = tomados de antes: { $n }
visit-findings = Hallazgos
visit-findings-n =
    { $n ->
        [0] ninguno
        [one] { $n } hallazgo
       *[other] { $n } hallazgos
     }
visit-host = Autoridad anfitriona
visit-programme = Programa
visit-signed = cifras firmadas
visit-not-signed = aún nada firmado
visit-progress-of = { $name }: { $rated } valorados de { $cells }
visit-rated-of = { $rated } valorados de { $cells }
visit-rate-next = Valorar el siguiente
facilities-title = Instalaciones
facilities-none = Aún no hay instalaciones. Una visita también puede valorar el puerto en su conjunto.
facility-add = Añadir una instalación
facility-added = La instalación está añadida.
facility-new = Otra instalación
facility-name = Nombre
facility-name-help = Por ejemplo, una terminal o un muelle.
facility-visit = Visita que la examina
facility-no-visit = ninguna por ahora

# Words of assessments.
role-assessor = evaluador
role-host = autoridad anfitriona
mission-visit-baseline = visita inicial
mission-visit-follow-up = visita de seguimiento
mission-visit-self-assessment = autoevaluación
mission-rating-absent = ausente
mission-rating-weak = débil
mission-rating-partial = parcial
mission-rating-effective = eficaz
mission-rating-proven = demostrado
mission-rating-not-applicable = no procede
mission-rating-not-observed = no observado
mission-evidence-document = documento
mission-evidence-interview = entrevista
mission-evidence-observation = observación
mission-evidence-test = prueba
mission-evidence-data = datos
mission-mark-proven-by-interview-alone = demostrado solo por una entrevista
mission-mark-without-evidence = sin apoyo
mission-mark-explained-proven-by-interview-alone = Demostrado, y solo lo dice una entrevista. Cuenta, y quien lo lea verá esta marca.
mission-mark-explained-without-evidence = No se ha marcado nada en que se apoye. Cuenta, y quien lo lea verá esta marca.
mission-severity-low = baja
mission-severity-medium = media
mission-severity-high = alta
mission-severity-critical = crítica
mission-priority-low = en la próxima ocasión
mission-priority-medium = dentro del año
mission-priority-high = en unas semanas
mission-status-open = no iniciada
mission-status-in-progress = en curso
mission-status-blocked = bloqueada
mission-status-done = ejecutada
mission-band-low = bajo
mission-band-medium = medio
mission-band-high = alto
mission-band-critical = crítico
mission-confidence-low = baja: se vio poco, o las fuentes se contradicen
mission-confidence-medium = media: se vio la mayor parte
mission-confidence-high = alta: se vio y se probó
mission-score = { $score } · cobertura { $coverage }
mission-score-none = – · cobertura { $coverage }
mission-not-looked-at = – no examinado
mission-host-signed = ha firmado
mission-host-signed-commented = ha comentado y firmado
mission-host-commented = ha comentado
mission-host-silent = dejó pasar el plazo
mission-host-asked = puede comentar hasta el { $date }
mission-host-not-asked = aún no se ha compartido nada
fieldname-text = texto
fieldname-severity = gravedad
fieldname-releasable = la autoridad anfitriona puede leerlo
fieldname-priority = prioridad
fieldname-cost = coste
fieldname-donor = posible donante

# Entries of the record.
entry-mission-opened = { $author } abrió la misión al puerto de { $port }.
entry-corrected-named =
    { $author } rectificó { $of ->
        [facility] la instalación
        [visit] la visita
        [finding] el hallazgo
        [recommendation] la recomendación
        [action] la acción
        [file] el archivo
        [port] el puerto
        [terms] los términos del programa
       *[other] el puerto evaluado
    } «{ $of_name }», { $field }: «{ $old }» pasó a «{ $new }».{ $why ->
        [none] {""}
       *[other] {" "}Motivo: { $why }
     }
entry-facility-added = { $author } añadió la instalación { $facility }.
entry-visit-opened = { $author } abrió una visita: { $visit }, del { $starts } al { $ends }.
entry-rated = { $author } valoró { $criterion } ({ $facility }): { $rating }.
entry-team-rated = { $author } anotó la valoración del equipo. Criterios decididos: { $count }.
entry-scenario-assessed = { $author } apreció { $scenario }: amenaza { $threat }, consecuencia { $consequence }.
entry-finding-raised = { $author } anotó un hallazgo ({ $severity }; { $facility }): { $title }
entry-recommendation-made = { $author } recomendó: { $text }
entry-action-agreed = { $author } anotó una acción acordada: { $text }
entry-action-moved = { $author } aplazó una acción al { $due }: { $text }
entry-action-status = { $author } informó de que una acción está { $status }: { $text }
entry-action-verified = { $author } verificó una acción: { $text }
entry-report-shared = { $author } compartió el informe con la autoridad anfitriona, para comentarios hasta el { $due }.
entry-host-commented = { $author } comentó por la autoridad anfitriona: { $text }
entry-host-signed = { $author } firmó el informe por la autoridad anfitriona.
entry-silence-recorded = { $author } anotó que la autoridad anfitriona dejó pasar el plazo.
entry-aggregate-signed = { $author } firmó cifras para el programa.
entry-mission-file = { $author } adjuntó el archivo «{ $name }».

# Why an entry was set aside.
rule-not-an-assessor = solo puede hacerlo un evaluador o un gestor
rule-not-the-host = solo puede hacerlo la autoridad anfitriona
rule-unknown-visit = nombra una visita que no existe
rule-unknown-facility = nombra una instalación que no existe
rule-unknown-criterion = nombra un criterio que aquí no se pregunta
rule-unknown-scenario = nombra un escenario que aquí no se pregunta
rule-unknown-finding = nombra un hallazgo que no existe
rule-unknown-recommendation = nombra una recomendación que no existe
rule-unknown-action = nombra una acción que no existe
rule-not-done = la acción no constaba como ejecutada
rule-already-verified = la acción ya estaba verificada
rule-own-action = nadie verifica lo que tiene a su cargo o de lo que informó
rule-unknown-report = nombra un informe que no existe
rule-report-hash-mismatch = firma otro texto del informe
rule-already-signed = ya estaba firmado
rule-comment-still-open = la autoridad anfitriona aún podía comentar
rule-host-has-answered = la autoridad anfitriona ha respondido

# A rule that stands in the way of what was asked.
error-not-an-assessor = Solo un evaluador o un gestor de la misión puede hacer esto.
error-not-the-host = Solo las personas de la autoridad anfitriona pueden hacer esto.
error-unknown-visit = No existe tal visita en esta misión.
error-unknown-facility = No existe tal instalación en esta misión.
error-unknown-criterion = El modelo de esta misión no tiene tal criterio.
error-unknown-scenario = El modelo de esta misión no tiene tal escenario.
error-unknown-finding = No existe tal hallazgo en esta misión.
error-unknown-recommendation = No existe tal recomendación en este hallazgo.
error-unknown-action = No existe tal acción en esta misión.
error-not-done = Solo se puede verificar lo que consta como ejecutado.
error-already-verified = Esta acción ya está verificada.
error-own-action = Nadie verifica lo que tiene a su cargo o comunicó como ejecutado. Pídaselo a otro evaluador.
error-figures-changed = Las cifras han cambiado desde que las vio. Cierre, vuelva a leerlas y firme.
error-unknown-report = No existe tal informe, o no se compartió con usted.
error-report-hash-mismatch = Este no es el informe tal como se compartió. Recargue la página y léalo de nuevo.
error-already-signed = Usted ya ha firmado este informe.
error-comment-still-open = La autoridad anfitriona aún puede comentar.
error-host-has-answered = La autoridad anfitriona ha respondido, o su silencio ya está anotado.
error-report-changed = El informe ha cambiado desde que se mostró. Léalo de nuevo; no se ha compartido nada.
error-no-host = Aún no hay ninguna autoridad anfitriona admitida. Admítala en la página Personas.
error-no-programme = La misión no informa a ningún programa.
mission-reach = { $decided } de { $asked } valoraciones decididas en esta visita, { $carried } trasladadas de la anterior, { $left } abiertas
