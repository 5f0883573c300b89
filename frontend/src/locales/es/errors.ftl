# Qué ha fallado, qué significa, qué hacer.

error-unknown = Ha ocurrido un error para el que esta página no tiene palabras ({ $code }). No se ha cambiado nada. Reinténtelo; si persiste, comunique el código a su operador.

## La página y el agente

error-offline = No se puede llegar al servidor. No se ha enviado nada; lo que escribió sigue aquí.
error-agent-crashed = La parte de esta página que guarda sus claves se ha detenido. Vuelva a iniciarla y compruebe si su última anotación quedó registrada.
error-local-storage = Este navegador no deja que la página almacene datos, o su disco está lleno. Permita el almacenamiento para este sitio o libere espacio y reinténtelo.
error-other-tab = Hawser ya está abierto en otra pestaña de este navegador. Use esa pestaña, o ciérrela y reinténtelo.
error-update-needed = Esto se escribió con una versión más reciente de Hawser. Recargue la página para actualizarla.
error-form = Algunos campos requieren su atención.
error-record-fault = El registro del caso no es como lo escribieron sus miembros. La última parte correcta sigue siendo legible; no se acepta nada más. La página Registro indica qué anotación es errónea.
error-access-ended = Su acceso a este caso ha terminado. Lo que se escribe desde entonces no se puede abrir.
error-weak-passphrase = Esta frase de contraseña se podría adivinar. Elija una más larga o las seis palabras propuestas.
error-kit-wrong = Este kit de recuperación no pertenece a este nombre de acceso, o un kit más reciente lo ha sustituido.
error-kit-mistyped = Esto no es lo que figura en el kit de recuperación. Compárelo grupo por grupo; los dos últimos grupos detectan errores de escritura.
error-invitation-forged = La respuesta a esta invitación no viene de la persona que recibió el enlace. Retírela e invite de nuevo por un canal de confianza.
error-safety-number-differs = Las cifras no son iguales. No siga: alguien podría estar en medio de las dos organizaciones. Compárelas de nuevo por teléfono y, si siguen sin coincidir, avise a su responsable de seguridad.
error-name-taken = Este nombre de acceso ya está en uso. Elija otro.
error-file-altered = El archivo recibido no es el que se adjuntó. No se muestra. Avise a su administrador.
error-file-changed = Este no es el archivo cuyo envío comenzó, o ha cambiado desde entonces. Elija aquel archivo, o cancele y adjunte este como archivo nuevo.

## El servidor

error-bad-request = El servidor no entendió esta petición. Recargue la página y reinténtelo.
error-bad-identifier = Este enlace o número no tiene la forma esperada.
error-not-signed-in = Su sesión ya no está abierta. Vuelva a iniciarla; lo que escribió sigue aquí.
error-sign-in-refused = El nombre de acceso y la frase de contraseña no coinciden.
error-forbidden = No está autorizado a hacer esto.
error-suspended = Su acceso a este caso está suspendido.
error-cross-site = La petición venía de otro sitio y fue rechazada.
error-other-account = Otra cuenta ha iniciado sesión en este navegador. Vuelva a entrar con la suya.
error-not-found = Esto no existe o usted no tiene acceso.
error-method-not-allowed = El servidor no ofrece esto. Recargue la página para actualizarla.
error-head-moved = Otros estaban escribiendo en el mismo momento. Reinténtelo.
error-command-repeated = Esto ya está registrado.
error-already-exists = Esto ya existe con otro contenido.
error-wrong-state = Esto se ha resuelto entretanto. Vuelva a consultarlo.
error-invitation-gone = Esta invitación ya se usó, se retiró o ha caducado. Pida una nueva.
error-version-moved = Esto se cambió entretanto en otro lugar, quizá en otro navegador. Reinténtelo.
error-too-large = Esto supera el tamaño que acepta el servidor.
error-media-type = El servidor esperaba otro tipo de contenido.
error-bad-range = El servidor no tiene esta parte del archivo.
error-event-refused = El servidor rechazó la anotación porque infringe una regla del caso. No se ha registrado nada.
error-hash-mismatch = Algo se dañó por el camino. No se ha registrado nada; reinténtelo.
error-if-match-missing = El servidor no pudo saber de qué versión se trataba. Recargue la página y reinténtelo.
error-too-many = Demasiados intentos. Espere unos minutos y reinténtelo.
error-internal = El servidor ha fallado. No se ha registrado nada. Si persiste, comunique el detalle técnico a su operador.
error-storage-unavailable = El almacenamiento del servidor está lleno o no responde. No se ha registrado nada. Avise a su operador.
error-unavailable = El servidor se está iniciando o deteniendo. Reinténtelo en un minuto.

## El registro del caso

error-bad-layout = Una anotación del registro no tiene la forma debida.
error-public-part-changed = La parte pública de una anotación se cambió después de firmarla.
error-encrypted-part-changed = La parte cifrada de una anotación se cambió después de firmarla.
error-bad-signature = La firma de una anotación no es válida.
error-wrong-author-key = Una anotación está firmada con una clave que no es la de su autor.
error-wrong-sequence = Falta una anotación o figura dos veces.
error-wrong-previous = Una anotación no sigue a la anterior.
error-command-doubled = La misma orden consta dos veces en el registro.
error-wrong-past = Una anotación se escribió sobre un pasado distinto de este.
error-wrong-act-count = Una anotación se escribió tras otros cambios de miembros que los que se muestran aquí: uno de ellos se retiene.
error-bad-header = La cabecera de una anotación se contradice.
error-bad-membership = Una anotación sobre miembros u organizaciones no es válida.
error-cut-below-pin = El servidor ha omitido asientos que usted ya había visto, aquí o en otro navegador.
error-other-past = Los asientos hasta aquí no son los que usted había visto.
error-entries-missing = El servidor anuncia más asientos de los que entrega.
error-no-log = El servidor no indica ninguna clave con la que confirme lo que conserva.
error-other-log-key = El servidor indica para sus confirmaciones otra clave que la de la fundación de su organización.
error-checkpoint-unreadable = La confirmación del servidor de lo que conserva es ilegible.
error-checkpoint-other-origin = La confirmación del servidor es la de otro registro.
error-checkpoint-unsigned = La confirmación del servidor no está firmada con su clave.
error-checkpoint-signature = La confirmación del servidor lleva una firma que no corresponde.
error-checkpoint-other-tree = El servidor ha confirmado otros asientos que los que entrega.
error-access-key-missing = El servidor no entrega una clave que el registro indica para usted.
error-log-forked = El servidor ha firmado dos pasados distintos de este registro. No puede ser un error suyo, y se puede probar.
error-pinbook-damaged = Lo que sus navegadores han visto se guarda cifrado en el servidor y allí fue alterado. No se muestra nada hasta que se explique: avise a su operador.

## Quién puede hacer qué

error-genesis-once = Un registro solo puede empezar una vez.
error-unknown-author = El autor no es miembro de este caso.
error-not-active = La persona está suspendida o ya no pertenece.
error-not-administrator = Solo un administrador puede hacer esto.
error-not-root = Solo la propia organización puede hacer esto.
error-wrong-space-kind = Esto no corresponde aquí.
error-wrong-space = Esto se hizo para otro caso.
error-unknown-organisation = La organización no es parte de este caso.
error-organisation-known = La organización ya es parte del caso.
error-not-joined = La organización aún no se ha incorporado al caso.
error-not-verified = Aún no se ha comparado el número de seguridad con esta organización. Compárelo en la página Organización; hasta entonces no se comparte nada.
error-root-differs = La clave de esta organización no es la que usted conoce. No se comparte nada. Compare de nuevo el número de seguridad por teléfono.
error-wrong-organisation = La persona habla en nombre de otra organización.
error-unknown-member = La persona no es miembro de este caso.
error-member-known = La persona ya es miembro.
error-request-used = Esta designación ya se ha utilizado.
error-certificate-differs = Las claves de la persona han cambiado desde la designación. Pida una nueva designación.
error-policy-differs = Las reglas del caso han cambiado desde la designación. Pida una nueva designación.
error-beyond-consent = Esto daría más acceso del que consintió la organización que designa.
error-last-administrator = El último administrador no puede irse. Nombre antes a otro administrador.
error-administrators-left = Hay administradores, que deciden por sí mismos. No se puede nombrar a nadie.
error-not-founding-organisation = Solo la organización que fundó este registro puede nombrar a un administrador.
error-not-root-holder = Solo la persona que fundó aquí su organización guarda su clave raíz, que nombra y revoca administradores. Diríjase a ella.
error-key-number-differs = El número no es el de las claves pedidas. Compare de nuevo antes de certificar nada.
error-nobody-to-certify = Su organización no tiene otro administrador que pueda certificar sus claves. Pida a quien la fundó que nombre uno.
error-key-replaced = Esto se firmó con claves que su titular ha sustituido. Si son suyas, inicie sesión de nuevo aquí.
error-keys-not-newer = Estas claves no son más nuevas que las conocidas. No se ha cambiado nada.
error-keys-do-not-fit = Las claves que se le entregaron para este grupo de acceso no sirven. El registro nombra a quien las escribió. Pida a un administrador que renueve las claves.
error-oneself = No puede hacerlo consigo mismo. Pídalo a otro administrador.
error-unknown-group = Este grupo de acceso no existe.
error-group-known = Este grupo de acceso ya existe.
error-not-in-group = La persona no tiene acceso a este grupo.
error-group-frozen = No se puede escribir en este grupo de acceso hasta que un administrador renueve sus claves.
error-wrong-epoch = Las claves se renovaron entretanto. Reinténtelo.
error-wrong-members = Los miembros cambiaron entretanto. Reinténtelo.
error-wrong-recipient = Una clave no es la del certificado de la persona. No se ha compartido nada.
error-suite-too-low = El cifrado solicitado es más débil de lo que este caso permite.
error-wrong-group-sequence = Falta una anotación de este grupo de acceso o figura dos veces.
error-nothing-changes = Ya es así; no se ha cambiado nada.

## Claves, tarjetas, invitaciones

error-locked = Sus claves están bloqueadas. Desbloquéelas con su frase de contraseña; lo que escribió sigue aquí.
error-browser-unsupported = A este navegador le falta algo que Hawser necesita. Use una versión actual de Chromium, Edge, Firefox o Safari.
error-unknown-command = Esta página y su agente son de versiones distintas. Recargue la página para actualizarla.
error-server-answer = La respuesta del servidor no es válida. No se ha registrado nada. Si persiste, comunique el detalle técnico a su operador.
error-too-busy = Escriben tantas personas en este caso que su anotación no encontró sitio. Reinténtelo.
error-not-certified = Su organización aún no le ha confirmado, o no a esta persona. Su administrador lo hace en la página Organización.
error-no-organisation = Aún no pertenece a ninguna organización. Su administrador confirma la respuesta a la invitación; hasta entonces no hay nada que mostrar aquí.
error-does-not-open = Esto no se puede abrir con sus claves. Se escribió antes de que tuviera acceso, o para otros.
error-bad-recipient = Una clave para la que debía cifrarse esto no es válida. No se ha compartido nada.
error-bad-record = Una anotación del caso no tiene la forma debida. No se utiliza.
error-keyring-older = El servidor entregó un estado de sus claves anterior al que este navegador ha visto. No se ha abierto nada. Avise a su operador y no escriba su frase de contraseña en otro sitio hasta que se aclare.
error-keyring-parameters = El servidor indicó para sus claves una protección más débil o más fuerte de lo permitido. No se ha abierto nada. Avise a su operador.
error-keyring-other-account = El servidor entregó las claves de otra cuenta. No se ha abierto nada. Avise a su operador.
error-keyring-does-not-open = Su frase de contraseña es correcta, pero sus claves no se abren con ella. Use su kit de recuperación.
error-keyring-damaged = Sus claves guardadas están dañadas. Use su kit de recuperación; si tampoco sirve, avise a su operador.
error-card-forged = Esta tarjeta se cambió por el camino. Pídala de nuevo a la otra organización, por otro canal.
error-card-own = Esta es la tarjeta de su propia organización. Añada la que le dio la otra.
error-card-unreadable = Esta tarjeta no está completa. Cópiela de nuevo del primer al último carácter.
error-invitation-other-inviter = Esta invitación la hizo otro administrador. Solo quien la hizo puede confirmar la respuesta.
error-invitation-unreadable = Este enlace de invitación no está completo. Ábralo o cópielo de nuevo, con todo lo que sigue al signo #.
error-letter-forged = Un mensaje en nombre de una organización no viene de ella. No se utiliza. Avise a su responsable de seguridad.
error-letter-unreadable = Un mensaje de otra organización no se puede leer. Pídales que lo envíen de nuevo.
error-name-forged = El nombre indicado para una persona no es el que firmó su organización. No se ha registrado nada.
error-wrong-access-key = Las claves que se le entregaron para un grupo de acceso no son las anunciadas. No se utilizan.
