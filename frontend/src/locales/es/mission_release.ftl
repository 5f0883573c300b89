# What leaves the team of a mission: the report for the host authority, and figures for the programme.

## The report, as the team sees it

release-lead = Mientras no lo comparta, nadie fuera del equipo lee nada.
release-shared = Compartido con la autoridad anfitriona
release-nothing-shared = Aún no se ha compartido nada de esta visita.
release-preview = Lo que se compartiría ahora
release-preview-text = Palabra por palabra lo que leería la autoridad anfitriona: puntuaciones, riesgos y los hallazgos que se pueden comunicar, sin valoraciones, notas ni fotos.
release-unchanged = Es lo último que se compartió; nada ha cambiado desde entonces.
release-withheld =
    { $n ->
        [0] Ningún hallazgo queda en el equipo.
        [one] { $n } hallazgo queda en el equipo.
       *[other] { $n } hallazgos quedan en el equipo.
     }
release-no-host = Aún no hay ninguna autoridad anfitriona admitida: no se puede compartir nada.
release-by-manager = Lo comparte un gestor de la misión.
release-read = Leerlo
release-share = Compartir el informe
release-contents =
    { $findings ->
        [0] El informe no tiene hallazgos
        [one] El informe tiene { $findings } hallazgo
       *[other] El informe tiene { $findings } hallazgos
     }; { $withheld } { $withheld ->
        [one] queda en el equipo.
       *[other] quedan en el equipo.
     }
release-changed = La misión ha cambiado desde que abrió esto. Ciérrelo y lea de nuevo el informe antes de compartirlo.
release-no-way-back = Lo compartido no se puede retirar. Más tarde se puede compartir un informe más reciente; ambos quedan.
release-done = El informe está compartido.
field-day-past = Este día ya pasó. Indique uno que deje tiempo para comentar.
release-silence = Anotar que no se dijo nada
release-silence-text = Ha pasado el día hasta el que la autoridad anfitriona podía comentar, y no ha comentado ni firmado. Así se anota, y ella también lo lee. Todavía puede comentar.

## A report

report-title = Informe
report-title-of = Informe: { $port }, { $visit }
report-as-shared = El informe tal como se compartió
report-print-page = Página para imprimir
report-print = Imprimir
report-shared = Compartido por
report-comment-due = Comentarios hasta el
report-withheld = No figura en él
report-withheld-n =
    { $n ->
        [one] { $n } hallazgo que queda en el equipo
       *[other] { $n } hallazgos que quedan en el equipo
     }
report-signed-by = Firmado por la autoridad anfitriona:
report-comment-of-host = Comentario de la autoridad anfitriona
report-comment-late = fuera de plazo
report-template = Qué se preguntó
report-template-version = { $id }, versión { $version }
report-no-scenarios = No se apreció ningún escenario.
report-reach = Avance del equipo
report-no-findings = Ningún hallazgo de esta visita es comunicable. Los de visitas anteriores figuran en sus informes.
report-due = vence el { $date }
report-first-due = acordada al principio para el { $date }
report-done = comunicada como ejecutada el { $date }
report-verified = verificada el { $date }

## The host authority’s page

host-title = Informe
host-lead = Lo que el equipo de evaluación ha compartido con usted. Lo que usted diga figura al lado.
host-no-visits = Aún no hay ninguna visita prevista.
host-managers = Dirige la misión { $names }.
host-nothing-shared = El equipo aún no ha compartido ningún informe. Lo encontrará aquí, con el día hasta el que podrá comentar.
host-earlier = Informes anteriores de las mismas visitas
host-comment = Su comentario
host-comment-item = Comentar esto
host-comment-whole = Comentar el informe
host-comment-submit = Anotar el comentario
host-comment-readers = Podrán leerlo el equipo de evaluación y las personas de su organización en esta misión.
host-comment-stays = No se puede retirar; puede añadir otro.
host-commented = Su comentario está anotado.
host-sign = Firmar el informe
host-sign-title = Firmar el informe
host-sign-text = Usted firma en su propio nombre, por la autoridad anfitriona, exactamente el informe tal como figura en esta página.
host-sign-undone = No se puede deshacer. Todavía podrá comentar.
host-signed = Ha firmado el informe.

## Figures for the programme

reporting-title = Para el programa
reporting-text = Cifras y acciones, firmadas con su nombre. Ninguna valoración, nota, foto ni hallazgo sale de la misión.
reporting-programme = Programa: { $title }
reporting-programme-closed = La misión informa a un programa que no está abierto para usted.
reporting-no-programme = La misión no informa a ningún programa.
reporting-seen = Lo que verá el programa
reporting-findings = Hallazgos: { $critical } críticos, { $high } altos, { $medium } medios, { $low } bajos
reporting-no-actions = Sin acciones.
reporting-uncounted = Su firma aún no cuenta en el programa. Su gestor anota quién puede firmar por esta misión.
reporting-sign = Firmar
reporting-sign-and-report = Firmar y transmitir
reporting-sign-title = Firmar las cifras
reporting-sign-goes = Van al programa de inmediato.
reporting-sign-waits = Quedan en la misión hasta que un gestor del programa las lleve.
reporting-sign-undone = No se puede deshacer. Firme de nuevo más tarde: cuenta la firma más reciente de una visita.
reporting-reported = Las cifras están firmadas y el programa las tiene.
reporting-kept = Las cifras están firmadas. El programa aún no las tiene:
reporting-signed = Firmado hasta ahora
reporting-changed = Desde entonces han cambiado valoraciones, hallazgos o acciones. Lo firmado no lo dice.
reporting-has = el programa lo tiene
reporting-has-not = aún no está en el programa
reporting-report = Llevar al programa
