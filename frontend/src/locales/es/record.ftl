record-title = Registro
record-lead = Su propio ordenador repasa el registro desde el primer asiento, sin fiarse de ningún servidor.
record-check-again = Comprobar de nuevo
record-checking = Comprobando cada asiento desde el primero…
record-good = El registro está íntegro.
record-good-text = Nada se ha alterado, omitido ni reordenado, hasta donde alcanzan sus propias comprobaciones.
record-checked-title = Qué se ha comprobado
record-entries =
    { $shown } { $n ->
        [one] asiento
       *[other] asientos
     }, del primero al último.
record-entries-good =
    { $shown } { $n ->
        [one] asiento
       *[other] asientos
     }, del primero al último íntegro.
record-signatures =
    { $shown } { $n ->
        [one] firma
       *[other] firmas
     }, { $keys ->
        [one] con la clave de { $keys } persona.
       *[other] con las claves de { $keys } personas.
     }
record-order = Cada asiento sigue al anterior y su autor estaba autorizado a escribirlo.
record-opened =
    { $n ->
        [one] Se abrió y leyó
       *[other] Se abrieron y leyeron
     } { $shown } { $n ->
        [one] asiento
       *[other] asientos
     }.
record-withheld =
    { $shown } { $n ->
        [one] asiento se escribió para un grupo al que usted no pertenece: está en su lugar; no puede leerlo ni comprobarlo.
       *[other] asientos se escribieron para grupos a los que usted no pertenece: están en su lugar; no puede leerlos ni comprobarlos.
     }
record-took = Duración: { $time }.
record-as-of = Situación a { $at }.
record-proves = Esto muestra que lo que usted tiene es lo que se firmó, en ese orden. El servidor ha confirmado lo mismo con su propia clave. No puede mostrar si el servidor retiene asientos más recientes.
record-wrong = El asiento { $seq } es incorrecto.
record-found-at = Detectado el
record-last-good =
    { $n ->
        [one] Solo
       *[other] Los
     } { $shown } { $n ->
        [one] asiento anterior está íntegro y sigue siendo legible.
       *[other] asientos anteriores están íntegros y siguen siendo legibles.
     } No se acepta nada más.
record-wrong-do = Avise a quienes administran o gestionan y al operador, y compare el código de abajo con el de un colega.
record-proof = Las dos firmas del servidor, y lo que muestra que se contradicen, constan en un archivo que cualquiera puede comprobar sin el servidor. No incluye ningún contenido.
record-proof-save = Guardar la prueba
record-signers = Con las claves de quién
record-signer = Persona
record-signer-party = Parte
record-signer-entries = Asientos
record-unreadable = Asientos ilegibles
record-unreadable-text = Están firmados y en su lugar; su contenido no se abre.
record-unreadable-line = Asiento { $seq }: ilegible, de { $author }
record-technical = Detalle técnico
record-code = Código para comparar impresiones
record-root = Raíz del árbol
record-head = Asiento más reciente

# A rule that stands in the way of what was asked.
error-duplicate-record = No se puede anotar: figura dos veces en el registro.
error-already-opened = No se puede anotar: ya estaba abierto.
error-invalid = No se puede anotar: un campo no es válido.
error-statement-malformed = No se puede anotar: la declaración firmada no se puede leer.
error-refers-to-unreadable = No se puede anotar: remite a un asiento que usted no puede abrir.
error-unknown-exhibit = No se puede anotar: nombra un indicio que no existe.
error-unknown-parent = No se puede anotar: nombra un indicio de origen que no existe.
error-parent-cycle = No se puede anotar: un indicio no puede proceder de sí mismo.
error-unknown-offer = No se puede anotar: nombra una oferta que no existe.
error-unknown-desk = No se puede anotar: nombra una ventanilla que no existe.
error-unknown-target = No se puede anotar: rectifica un asiento que no existe.
error-unknown-field = No se puede anotar: rectifica un campo que no se puede rectificar.
error-invalid-value = No se puede anotar: el nuevo valor no corresponde al campo.
error-exhibit-twice = No se puede anotar: nombra dos veces el mismo indicio.
error-not-the-holder = No se puede anotar: quien entrega no tenía la custodia del indicio.
error-already-offered = No se puede anotar: la entrega del indicio ya estaba ofrecida.
error-in-dispute = No se puede anotar: el indicio estaba en disputa.
error-self-offer = No se puede anotar: nadie puede ofrecerse una entrega a sí mismo.
error-person-removed = No se puede anotar: la persona ya no tiene acceso.
error-offer-hash-mismatch = No se puede anotar: responde a otra redacción de la oferta.
error-not-in-offer = No se puede anotar: el indicio no forma parte de la oferta.
error-already-answered = No se puede anotar: ya se había respondido.
error-offer-withdrawn = No se puede anotar: la oferta ya se había retirado.
error-not-the-addressee = No se puede anotar: la entrega se ofreció a otra persona.
error-own-offer = No se puede anotar: nadie puede responder a su propia oferta.
error-not-the-giver = No se puede anotar: solo puede hacerlo quien entrega.
error-not-in-dispute = No se puede anotar: el indicio no estaba en disputa.
error-not-a-party-to-the-dispute = No se puede anotar: solo pueden resolverla quien entrega y quien recibe.
error-not-the-receiver = No se puede anotar: solo puede declararlo quien recibe.
error-matters-open = Esta persona aún tiene indicios en custodia u ofertas abiertas. Resuélvalos primero.
error-not-a-member = Usted aún no es miembro aquí.
error-file-unreadable = El archivo ya no se puede leer. Elíjalo de nuevo.
error-encryption-failed = El navegador no pudo cifrar o descifrar este archivo.
error-cancelled = Se canceló.
