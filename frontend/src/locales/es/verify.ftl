# Verificar un paquete, con sesión o sin ella.

rail-verify = Verificar
verify-title = Verificar un paquete
verify-lead = Funciona sin red. Nada sale de este ordenador.
verify-choose = Elegir un paquete
verify-drop = o suéltelo aquí: el archivo ZIP tal como se lo dieron
verify-busy = Comprobando { $name } ({ $size }) …
verify-progress = Comprobado hasta ahora
verify-stop = Parar
verify-failed = Este navegador no pudo comprobar { $name }. Pruebe otro navegador, o el programa hawser-verify.
verify-door = Ir a iniciar sesión
verify-good = Es válido: completo hasta la anotación { $entry }.
verify-not-confirmed = { $n ->
    [0] El registro no nombra a ningún guardián independiente de la bitácora. La propia clave de la bitácora ha firmado este estado.
    [one] El guardián independiente que nombra el registro no ha confirmado este estado. Lo ha firmado la propia clave de la bitácora.
   *[other] Ninguno de los { $n } guardianes independientes que nombra el registro ha confirmado este estado. Lo ha firmado la propia clave de la bitácora.
}
verify-confirmed = Confirmado por { $name }, guardián independiente de la bitácora, el { $at }
verify-checked-at = comprobado
verify-about = Lo que se entregó
verify-made = Hecho por { $name } ({ $party }) el { $at }.
verify-made-gone = Ya no era miembro al final de este registro.
verify-signatures = { $shown } { $n ->
    [one] anotación con su firma
   *[other] anotaciones con sus firmas
 }
verify-acts = { $shown } de ellas { $n ->
    [one] cambia
   *[other] cambian
 } miembros o accesos
verify-opened = { $shown } { $n ->
    [one] se reveló y se leyó
   *[other] se revelaron y se leyeron
 }
verify-encrypted = { $shown } { $n ->
    [one] está en el paquete y sigue cifrada
   *[other] están en el paquete y siguen cifradas
 }
verify-withheld-one = La anotación { $entry } se omite: { $why }
verify-withheld-some = Las anotaciones { $first } a { $last } se omiten: { $why }
verify-log = Para la bitácora { $log }: compare su clave, en el detalle técnico, con la que publicó su despliegue.
verify-undisclosed = Hasta donde se reveló: { $shown } { $n ->
    [one] anotación está cerrada u omitida
   *[other] anotaciones están cerradas u omitidas
 } y pueden corregir o entregar lo que se muestra.
verify-unresolved = { $n ->
    [one] Una anotación se refiere
   *[other] { $n } anotaciones se refieren
 } a algo que no se revela; no se puede decir si cuentan.
verify-unnamed = (sin nombre revelado)
verify-unknown = Las anotaciones desde { $entry } hasta el final se omiten: puede haber entre ellas cambios de miembros.
verify-not-certified = (nombre no certificado con la clave)
verify-party-root = Raíz de { $name }
verify-newer = Se hizo con una versión más nueva de Hawser, necesaria para comprobarlo.
verify-refused = La anotación { $entry } de { $author } incumple una regla del caso y no cuenta.
verify-exhibits = Indicios
verify-kind = Clase
verify-holder = En poder de
verify-found = Hallado
verify-place = Lugar
verify-identifiers = Identificadores
verify-seal = Precinto
verify-entry = Anotación
verify-corrected = { $field }: «{ $old }» pasó a «{ $new }» ({ $why }), por { $by }
verify-file-there = en el paquete
verify-file-hash = no está en el paquete, solo su hash
verify-log-key = Clave de la bitácora
verify-log-key-text = Compare la clave de la bitácora con la que publicó el despliegue: es el propio registro quien la nombra. La publicada es lo que aparece aquí tras el segundo signo más.
verify-record = Registro
verify-maker-key = Clave de quien lo hizo
verify-proves-title = Qué prueba esto y qué no
verify-proves = Prueba
verify-proves-who = quién firmó cada anotación, y que podía escribirla
verify-proves-order = en qué orden, que ninguna se alteró y que ninguna falta sin que se vea: lo omitido se cuenta
verify-proves-files = que los archivos son los que se adjuntaron
verify-proves-custody = lo que firmaron quien entrega y quien recibe un indicio
verify-proves-not = No prueba
verify-proves-not-true = que sea verdad lo que se escribió
verify-proves-not-clock = que sus relojes estuvieran en hora
verify-proves-not-later = lo que se escribió después, ni lo que contienen las anotaciones omitidas
verify-proves-not-key = que una clave sea de una persona: eso lo comparan las organizaciones entre sí
verify-proves-not-report = lo que dice el informe que contiene: es la palabra de quien lo hizo
verify-program = El programa hawser-verify llega a lo mismo, y también cualquier programa escrito según el protocolo publicado.
verify-wrong = Este paquete no es válido.
verify-wrong-entry = La anotación { $entry } es errónea.
verify-wrong-file = En el paquete: { $file }
verify-wrong-do = No se fíe de él tal como está. Pida a quien se lo dio el archivo tal como se hizo.
verify-unreadable = { $name } no es un paquete, o no se puede leer.
verify-unreadable-do = Un paquete es un único archivo ZIP. Si se descomprimió, dé su carpeta al programa hawser-verify. No lo vuelva a comprimir.

verify-fault-bad-container = El archivo ZIP se alteró, se cortó o se volvió a comprimir. Si solo se volvió a comprimir, descomprímalo y dé la carpeta a hawser-verify.
verify-fault-bad-path = Un archivo tiene un nombre que ningún archivo de un paquete tiene.
verify-fault-bundle-signature = La firma de quien hizo el paquete no encaja.
verify-fault-checkpoint-other-tree = La bitácora ha firmado otro registro.
verify-fault-cosignature = Una confirmación en nombre de un guardián de la bitácora no encaja.
verify-fault-entries-count = Contiene otro número de anotaciones del que dice.
verify-fault-exhibit-numbers = Numera otros indicios que los que están.
verify-fault-file-changed = Un archivo no es el que se puso.
verify-fault-file-missing = Falta un archivo.
verify-fault-file-unlisted = Hay un archivo que no corresponde; lo demás no se juzgó. Algunos sistemas añaden archivos propios a las carpetas.
verify-fault-file-without-entry = Ninguna anotación revelada adjuntó este archivo.
verify-fault-file-without-meaning = Hay un archivo que ningún paquete tiene.
verify-fault-key-without-content = Se entregó una clave para una anotación que no tiene nada que abrir.
verify-fault-key-without-entry = Se entregó una clave para una anotación que no está.
verify-fault-keys-form = La lista de claves no se puede leer.
verify-fault-maker-unknown = Quien hizo el paquete nunca fue miembro.
verify-fault-manifest-form = La lista del contenido no está escrita como debe.
verify-fault-not-withheld = Está una anotación que se dice omitida.
verify-fault-proof = Una prueba demuestra otra cosa de la que dice.
verify-fault-too-long = Un archivo es más largo de lo posible.
verify-fault-withheld-beyond-end = Omite anotaciones que no existen.
verify-fault-withheld-without-ground = Se omite una anotación sin motivo.
verify-fault-wrong-key = Una clave entregada no es la de la anotación.

ground-not-held = quien hizo el paquete no tiene acceso
ground-other-matter = no concierne a este paquete
ground-source-protection = protección de una fuente o de un método
ground-ongoing-investigation = una investigación en curso
ground-rights-of-others = derechos de terceros
