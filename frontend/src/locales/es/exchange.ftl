tab-exchange = Intercambio
exchange-title = Intercambio
exchange-ask = Solicitar algo
exchange-share = Compartir
exchange-send = Enviar para control
exchange-none = Ninguna parte de este caso tiene acceso limitado. Un tercer Estado así admitido envía aquí para control y lee lo que se comparte con él.
exchange-no-controller-own = Aún no puede enviar nada: no se ha designado responsable del tratamiento. Quién puede designarlo: { $who }. Lo verá aquí.
exchange-no-controller = { $party } aún no puede enviar nada: no se ha designado responsable del tratamiento. Quién puede designarlo, en los términos del caso: { $who }.
exchange-designate = Designar un responsable del tratamiento
exchange-may-send = Puede enviar para control desde el { $since }. Responsable del tratamiento: { $controller }.
exchange-party-may-send = { $party } puede enviar para control desde el { $since }. Responsable del tratamiento: { $controller }.
exchange-sent-title = Lo que hemos enviado para control
exchange-received-title = Enviado para control
exchange-nothing-sent = Aún no se ha enviado nada.
exchange-answers = Responde a la solicitud: { $subject }
exchange-arrived = Archivos recibidos: { $n } de { $of }.
exchange-item-text = El texto que acompañaba al envío
exchange-reason = Motivo: { $reason }
exchange-decided-by = Decidido por { $name }
exchange-meant-for = Destinado a: { $people }
exchange-shared-with-us = Compartido con nosotros
exchange-shared-title = Compartido y transmitido
exchange-nothing-shared = Aún no se ha compartido nada.
exchange-shared-with = Compartido con { $party }
exchange-passed-on-from = Transmitido de parte de { $party }
exchange-for-you = para usted
exchange-redacted = copia expurgada
exchange-downloaded = Descargado por { $n } de { $of }
exchange-requests-title = Solicitudes
exchange-asked-of = A { $party }
exchange-due = Respuesta deseada para el { $date }
exchange-read-by = Leída por { $name }, { $time }
exchange-unread = Nadie la ha leído todavía.
exchange-answered = Respuesta enviada
exchange-mark-read = La he leído
exchange-ask-title = Solicitar algo a una parte
exchange-subject = Asunto
exchange-request-text = Qué se solicita y por qué
exchange-request-due = Respuesta deseada para el
exchange-ask-submit = Enviar la solicitud
exchange-asked = Solicitud enviada.
exchange-addressees = A quién va dirigido
exchange-addressees-help = Se avisa a estas personas y se ve si cada una lo ha descargado. Más abajo figura quién más puede leerlo.
exchange-everyone-of = Todas las personas de { $party }
outcome-waiting = pendiente de control
outcome-passed-on = transmitido
outcome-passed-redacted = transmitido en copia expurgada
outcome-returned = devuelto
outcome-kept = conservado en la ventanilla
desk-title = Ventanilla de control
desk-empty = No hay nada pendiente de control.
desk-previous = Anterior
desk-next = Siguiente
desk-place = { $n } de { $of }
desk-outcome = Qué se hace con ello
decide-passed-on = Transmitir
decide-help-passed-on = tal como se envió
decide-passed-redacted = Transmitir una copia expurgada
decide-help-passed-redacted = el original queda en la ventanilla
decide-returned = Devolver
decide-help-returned = con un motivo; nadie más tiene conocimiento de ello
decide-kept = Conservar por ahora
decide-help-kept = queda en la ventanilla y pasa al final
desk-copy = Copia expurgada
desk-copy-help = Haga la copia fuera de Hawser y adjúntela aquí. Queda vinculada a su original, que solo pueden leer la ventanilla y el remitente.
desk-copy-chosen = La copia que se transmite
desk-limited-to-purpose = Se limita a lo que exige la finalidad del equipo
desk-meets-conditions = Cumple las condiciones con las que se envió
desk-reason = Motivo
desk-reason-help = El remitente lo lee. Es necesario, salvo que se transmita tal cual.
desk-decide = Anotar la decisión
desk-decided = La decisión está anotada.
submit-title = Enviar para control
submit-text = Un administrador del caso controla el envío elemento por elemento. Hasta entonces, nadie más del equipo tiene conocimiento de él. Aquí verá en qué queda cada elemento.
submit-what = De qué se trata
submit-answers = Responde a la solicitud
submit-answers-none = ninguna solicitud
submit-files = Archivos
submit-files-help = Como máximo { $max } a la vez.
submit-leave-out = Quitar
submit-leave-out-name = Quitar { $name }
submit-note = Texto que acompaña al envío
submit-note-help = Se controla como un elemento aparte.
submit-handling = Modo de obtención y qué puede hacerse con ello
submit-submit = Enviar para control
submit-sent = Queda enviado para control.
share-title = Compartir con una parte de acceso limitado
share-exhibit = Indicio
share-what = Qué se comparte de él
share-description = La descripción tal como se registró: { $description }
share-name = De qué se trata, en pocas palabras
share-reason = Por qué lo necesita esa parte
share-reason-help = También lo leen las personas con quienes se comparte.
share-necessity = He comprobado que compartirlo es necesario para la finalidad del equipo
share-necessity-help = Reglamento (UE) 2023/969, artículo 17
share-no-way-back = Lo compartido no se puede retirar.
share-submit = Compartir
share-shared = Queda compartido.
exhibit-onward = Transmisión permitida
exhibit-onward-help = Hawser lo respeta cuando se comparte algo.
onward-open = transmisible a quien el acuerdo permita
onward-not-to-third-states = no transmisible a otros terceros Estados
onward-not-passed-on = no transmisible a nadie más
fieldname-handling-onward = transmisión
people-party-access = Acceso
people-party-access-help = Con acceso limitado, sus personas leen lo que se comparte con ellas, y lo que envían se controla antes.
party-access-limited = limitado: lee lo que se comparte con ella, envía para control
party-access-team = miembro del equipo como los demás
limited-title = Lo que ve aquí
limited-text = Usted ve lo que se ha compartido con su parte y todo lo que esta ha enviado. Un administrador del caso controla lo que usted envía antes de que otros lo vean.
limited-exchange = Ir al intercambio
open-points-awaiting = { $n ->
    [one] { $n } elemento pendiente de control
   *[other] { $n } elementos pendientes de control
}

## Asientos del registro del caso

entry-submission-sent = { $author } envió para control: { $title }
entry-submission-file = { $author } adjuntó a ese envío el archivo «{ $name }».
entry-redacted-copy = { $author } adjuntó una copia expurgada: «{ $name }»
entry-submission-decided = { $author } decidió sobre «{ $title }»: { $outcome }.
entry-passed-on = { $author } transmitió «{ $title }».
entry-shared = { $author } compartió «{ $title }» con { $party }.
entry-downloaded = { $author } descargó «{ $name }».
entry-request-sent = { $author } dirigió una solicitud a { $party }: { $title }
entry-request-read = { $author } leyó la solicitud «{ $title }».

## Lo pendiente

waiting-check = { $what }: { $count ->
    [one] { $count } elemento espera su control.
   *[other] { $count } elementos esperan su control.
}
waiting-check-action = Controlar
waiting-controller = { $what } no puede enviar nada: no hay designado responsable del tratamiento.
waiting-controller-action = Designar
waiting-request = Una solicitud a su parte: { $what }
waiting-request-action = Leer
waiting-shared = Compartido con usted: { $what }
waiting-shared-action = Ver

## Por qué un asiento quedó sin efecto

rule-belongs-elsewhere = no corresponde aquí
rule-not-administrator = solo puede hacerlo un administrador
rule-no-controller = no se había designado responsable del tratamiento
rule-not-of-the-party = su autor no pertenece a esa parte
rule-unknown-item = nombra algo que no está en la ventanilla de control
rule-already-decided = ya se había decidido
rule-not-announced = el archivo no se anunció con el envío
rule-onward-limit = no se puede transmitir a estos lectores
rule-may-not-share = la función de su autor no permite compartir
rule-not-shareable = esto no se puede compartir
rule-unknown-share = nombra algo que no se compartió
rule-unknown-request = nombra una solicitud que no existe

## Fallos

error-belongs-elsewhere = Esto no corresponde aquí. Recargue la página y reinténtelo.
error-no-controller = No se puede enviar nada antes de designar un responsable del tratamiento. Lo hace un administrador del caso.
error-not-of-the-party = Esto corresponde a las personas de otra parte.
error-unknown-item = Esto no está en la ventanilla de control o usted no tiene acceso.
error-already-decided = Alguien ha decidido sobre esto entretanto. Vuelva a consultarlo.
error-not-announced = Llegaron más archivos de los anunciados, o de alguien distinto de quien hizo el envío.
error-onward-limit = No se puede transmitir a estos lectores: lo excluye su apartado Manejo. Elija otros destinatarios o pida a quien fijó el límite que lo rectifique.
error-may-not-share = Su función no le permite compartir.
error-not-shareable = Esto no se puede compartir.
error-unknown-share = Esto no se ha compartido o usted no tiene acceso.
error-unknown-request = Esta solicitud no existe.
error-not-limited = Esto corresponde a las personas de una parte de acceso limitado.
error-status-forbids = Las personas de un tercer Estado o de un tribunal internacional no pueden administrar un caso.
error-wrong-role = Esta función no existe aquí.
field-of-the-sender = Quienes lo enviaron ya lo tienen. Elija otros destinatarios.
field-in-team = Las personas del equipo ya lo leen. Elija personas de una parte de acceso limitado.
field-too-many = Demasiados archivos: como máximo { $value } a la vez. Envíe el resto por separado.
