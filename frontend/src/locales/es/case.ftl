# The list of cases, and making one.
cases-title = Casos
cases-new = Nuevo caso
cases-empty = Aún no hay casos. Cree uno a partir del acuerdo o espere a que su organización le designe.
cases-untitled = Caso que aún no puede leer
cases-column-case = Caso
cases-column-standing = Usted es
cases-column-term = Plazo
cases-column-waiting = Pendiente
cases-column-unseen = Novedades
standing-invited = invitado
standing-suspended = suspendido
standing-ended = finalizado
term-today = último día
term-days-left =
    { $n ->
        [one] queda { $n } día
       *[other] quedan { $n } días
     }
term-days-over =
    { $n ->
        [one] vencido hace { $n } día
       *[other] vencido hace { $n } días
     }
new-case-title = Nuevo caso
new-case-lead = A partir del acuerdo. Todo puede rectificarse después; nada se sobrescribe.
case-title = Título
case-reference = Referencia
case-reference-help = La del acuerdo, por ejemplo JIT/2026/014.
case-purpose = Finalidad
case-starts = Primer día
case-ends = Último día
case-date-help = Año-mes-día, por ejemplo 2026-03-01.
case-controller = Responsable del tratamiento
case-controller-help = Quien responde de los datos personales. Un tercer Estado no puede enviar nada antes de su designación.
case-own-status = Su organización pertenece a
case-own-status-help = Su posición jurídica determina lo que puede ver y hacer.
new-case-readers-later = Otras personas podrán leer el caso cuando su organización las designe y usted las admita.
new-case-submit = Crear el caso
choose = Elija…
answer-yes = sí
answer-no = no

# Around every page of a case.
case-breadcrumb = Dónde está
case-access-ended = Su acceso ha finalizado.
case-access-suspended = Su acceso está suspendido.
case-access-ended-text = No podrá abrir nada de lo que se escriba a partir de ahora. Si es un error, consulte a un administrador del caso.
case-fault-title = El registro del caso es incorrecto.
case-fault-text = La última parte íntegra sigue siendo legible. No se puede anotar nada más.
case-fault-link = Ver qué asiento
case-shut = No se puede anotar nada en este caso por ahora.

# The overview.
overview-title = Resumen
setup-title = Queda por preparar
setup-step-party = Admitir a la otra parte
setup-step-compare = Comparar con ella el número de seguridad
setup-step-people = Designar y admitir a las personas
setup-step-exhibit = Registrar el primer indicio
open-points-title = Puntos pendientes
open-points-disputed =
    { $n ->
        [one] { $n } indicio en disputa
       *[other] { $n } indicios en disputa
     }
open-points-unanswered =
    { $n ->
        [one] { $n } oferta de entrega sin respuesta
       *[other] { $n } ofertas de entrega sin respuesta
     }
open-points-without-photo =
    { $n ->
        [one] { $n } indicio sin foto
       *[other] { $n } indicios sin foto
     }
open-points-none = Ninguno.
open-points-exhibits =
    { $n ->
        [one] { $n } indicio en total
       *[other] { $n } indicios en total
     }
terms-title = Términos
parties-title = Partes
parties-people = Personas
party-members =
    { $n ->
        [one] { $n } miembro
       *[other] { $n } miembros
     }
party-leader = Jefe de equipo: { $name }
party-no-leader = Aún sin jefe de equipo
recent-title = Últimos asientos
recent-all = Cronología completa

# Corrections.
correct = Rectificar…
correct-field = Rectificar: { $field }
correct-title = Rectificar: { $field }
correct-old = Ahora
correct-new = Valor correcto
correct-why = Motivo
correct-why-help = Lo leerán todos los que puedan leer el registro, también impreso.
correct-undone = El valor anterior queda en el registro junto al nuevo. No se puede deshacer, solo rectificar de nuevo.
correct-submit = Anotar la rectificación
correct-done = La rectificación está anotada.
field-unchanged = Este es el valor que ya figura.
correct-more = Estado (código) o referencia
case-not-a-member = Usted aún no es miembro de este caso. Cuando su organización se haya incorporado y le haya designado, y un administrador le haya admitido, se abrirá aquí.
case-page-title = Caso
