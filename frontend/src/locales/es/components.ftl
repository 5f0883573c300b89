# Palabras de las piezas de las que se hacen las páginas.

loading = Cargando…
try-again = Reintentar
technical-detail = Detalle técnico
failure-code = Código
optional = opcional
close = Cerrar
cancel = Cancelar
done = Listo
actions = Acciones
copy = Copiar
copied = Copiado

## Campos

field-missing = Rellene este campo.
field-too-long = Demasiado largo: { $max } caracteres como máximo.
field-too-long-plain = Demasiado largo.
field-invalid = Este valor no puede ser correcto. Compruébelo.
field-control-character = Contiene un carácter que no se puede imprimir. Escríbalo de nuevo en lugar de pegarlo.
field-bidi-control = Contiene un carácter invisible que invierte el sentido del texto. Escríbalo de nuevo en lugar de pegarlo.
field-file-empty = Este archivo está vacío: 0 bytes. Compruebe si falló la copia y elíjalo de nuevo.
field-file-name-reversed = El nombre de este archivo contiene un carácter invisible que invierte el sentido del texto. Cambie el nombre del archivo y elíjalo de nuevo.
field-file-name-long = El nombre de este archivo es demasiado largo: como máximo { $value } caracteres.
field-file-name = El nombre de este archivo contiene un carácter que un nombre no puede tener, como / o \. Cambie el nombre del archivo y elíjalo de nuevo.
field-time = Indique el día como 2026-11-22 y la hora como 14:03.
field-ahead = Este momento está en el futuro. Indique cuándo ocurrió.
field-show = Mostrar
field-hide = Ocultar
field-not-noted = Anote primero las palabras y marque después la casilla.
field-country = Dos letras, por ejemplo FR o ES.

date-time-day = Día
date-time-day-form = AAAA-MM-DD
date-time-clock = Hora (24 h)
date-time-offset = Desfase
date-time-now = Ahora
date-time-echo = { $own } (en UTC: { $utc })

## Horas

when-day = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
when-more = UTC: { $utc }. Donde está usted: { $own }.

## Quién lo lee

readers-title = Quién podrá leer esto
readers-party = { $party }: { $people } { $people ->
    [one] persona
   *[other] personas
}
exercise-mark = Ejercicio. Nada de esto es real.

## Estados

badge-held = En custodia
badge-offered = Entrega ofrecida
badge-disputed = En disputa
badge-open = Pendiente
badge-accepted = Aceptado
badge-reserved = Aceptado con reservas
badge-refused = Rechazado
badge-settled = Resuelto
badge-withdrawn = Retirado
badge-active = Activo
badge-inactive = Ya no pertenece
badge-suspended = Suspendido
badge-ended = Finalizado
badge-invited = Invitado
badge-joined = Incorporado
badge-not-joined = Aún no incorporado
badge-verified = Comparado
badge-unverified = Aún no comparado
badge-late = Anotación tardía
badge-unseen = Nuevo
badge-conflict = Cambiado dos veces
badge-by-hash = Por huella
badge-admitted = Admitido
badge-declined = Denegado
badge-answered = Contestada
badge-done = Hecho
badge-expired = Caducada
badge-forged = Contestó otra persona
badge-waiting = En espera
badge-running = En curso
badge-needs-file = Elija el archivo de nuevo
badge-cancelled = Cancelado
badge-failed = Fallido
badge-fault = Anomalía del registro
badge-current = Esta
badge-me = Usted
badge-administrator = Administrador
badge-leader = Jefe de parte
badge-member = Miembro
badge-participant = Participante
badge-support = Apoyo

## Páginas de un caso

tabs-case = Páginas de este caso
tab-overview = Resumen
tab-evidence = Indicios
tab-hand-overs = Entregas
tab-timeline = Cronología
tab-people = Personas
tab-record = Registro
print-note = Impreso por { $name }, { $time }. Registro hasta la anotación { $entries }, código { $code }.

## A dialog that is left with something typed in it
dialog-unsent = Lo que ha escrito no está enviado.
dialog-write-on = Seguir
dialog-discard = Descartarlo
