record-title = Registro
record-lead = Su propio ordenador repasa el registro del caso desde el primer asiento, sin fiarse de ningún servidor.
record-check-again = Comprobar de nuevo
record-checking = Comprobando cada asiento desde el primero…
record-good = El registro del caso está íntegro.
record-good-text = Nada se ha alterado, omitido ni reordenado, hasta donde alcanzan sus propias comprobaciones.
record-checked-title = Qué se ha comprobado
record-entries =
    { $shown } { $n ->
        [one] asiento
       *[other] asientos
     }, del primero al último.
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
        [one] asiento se escribió para un grupo al que usted no pertenece: está en su lugar y firmado; no puede leerlo.
       *[other] asientos se escribieron para grupos a los que usted no pertenece: están en su lugar y firmados; no puede leerlos.
     }
record-took = Duración: { $time }.
record-as-of = Situación a { $at }.
record-proves = Esto muestra que lo que usted tiene es lo que se firmó, en ese orden. No puede mostrar si el servidor retiene asientos más recientes.
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
record-wrong-do = Avise a los administradores del caso y al operador, y compare el código de abajo con el de un colega.
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
