# La propia organización y las que conoce.

organisation-title = Organización
organisation-people = Personas
organisation-people-text = { $count ->
    [one] { $count } persona pertenece a su organización.
   *[other] { $count } personas pertenecen a su organización.
}
person-name = Nombre
person-function = Función
person-standing = Situación

invitations-title = Invitaciones
invitations-empty = Ahora mismo no hay nadie invitado. Invite a un colega con un enlace de un solo uso.
invite = Invitar a un colega
invite-title = Invitar a un colega
invite-text = El enlace prueba que quien contesta es la persona a la que usted se lo dio. Entréguelo en mano o por un canal de confianza, no a través del operador de este servidor.
invite-for = Para quién
invite-for-help = Para su propia lista. Nadie más lo ve.
invite-hours = Válida durante
invite-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
invite-submit = Crear el enlace
invite-link = Enlace de invitación
invite-link-text = El enlace se muestra una sola vez. Quien lo tenga puede contestar en lugar de su colega, hasta que usted confirme quién contestó.
invite-link-qr = Código QR del enlace de invitación
invitation-for = Para
invitation-stage = Estado
invitation-until = Válida hasta
invitation-answered = Contestó como { $name }
invitation-forged = La respuesta no viene de quien tiene el enlace. Retírela e invite de nuevo.
invitation-certified = Confirmado. Ya se puede designar a su colega para casos.
invitation-withdrawn = Invitación retirada.
certify = Confirmar
certify-title = ¿Confirmar a este colega?
certify-confirm = Confirmar como colega
certify-text = «{ $name }» contestó a la invitación que usted hizo para «{ $meant }». La respuesta se hizo con su enlace.
certify-effect = Usted firma este nombre y estas claves en nombre de su organización. Otras organizaciones lo verán y se fiarán de ello; se puede revocar, no borrar.
withdraw = Retirar
withdraw-title = ¿Retirar la invitación?
withdraw-confirm = Retirar la invitación
withdraw-text = El enlace para «{ $meant }» deja de funcionar.

contacts-title = Otras organizaciones
contacts-text = No se comparte nada con una organización antes de comparar su número de seguridad.
contacts-empty = Aún no conoce ninguna otra organización. Intercambien tarjetas: dé la suya y añada la de ellos.
add-contact = Añadir una organización
add-contact-title = Añadir una organización
add-contact-text = Pegue la tarjeta que le dio la otra organización. Compare después con ella el número de seguridad.
add-contact-card = Tarjeta
add-contact-submit = Añadir
contact-added = Añadida. Compare ahora el número de seguridad.
contact-name = Nombre
contact-country = País
contact-number = Número de seguridad
own-card-title = Tarjeta de su organización
own-card-text = Désela a la otra organización. No contiene nada secreto; al comparar después el número de seguridad se ve que nadie la cambió por el camino.
own-card-link = Enlace de la tarjeta
own-card-qr = Código QR de la tarjeta

compare = Comparar
compare-look = Mostrar
compare-title = Comparar el número de seguridad
compare-text = Llame a { $name } a un teléfono que ya tuviera, o reúnanse. Lea seis grupos en voz alta y deje que lean los otros seis. Ambos ven los mismos doce grupos, o hay alguien en medio.
compare-qr = Código QR del número de seguridad
compare-type = Escribir lo que oye
compare-digits = Cifras leídas por la otra parte
compare-digits-help = Las sesenta. Los espacios no importan.
compare-effect = Su confirmación queda firmada y la ven todos los miembros de los casos que comparten.
compare-same = Los doce grupos son iguales
compare-different = No coinciden
compare-differs-text = No siga y no comparta nada con esta organización. Compare de nuevo por otra línea. Si los grupos siguen sin coincidir, avise a su responsable de seguridad: puede que cambiaran la tarjeta por el camino.
compare-done = Número de seguridad confirmado.

# Administradores, y retirada de una persona.
person-make-administrator = Hacer administrador
person-make-administrator-title = Un administrador más
person-make-administrator-text = { $name } podrá invitar y certificar a personas, designarlas y retirarlas, también a usted, en nombre de su organización.
person-end-administrator = Poner fin a la administración
person-end-administrator-title = Poner fin a la administración de { $name }
person-end-administrator-text = { $name } sigue en su organización y ya no puede actuar en su nombre. Lo que certificó y designó sigue siendo válido.
person-withdraw = Retirar…
person-withdraw-look = Comprobar
withdrawal-title = Retirar a { $name }
withdrawal-text = { $name } pierde el acceso a todo lo que aparece aquí, uno tras otro, y después deja de pertenecer a su organización. No se puede deshacer: para volver hace falta una nueva invitación, con otra cuenta.
withdrawal-text-again = { $name } ya no pertenece a su organización. Lo que aparece aquí aún puede abrirlo.
withdrawal-effect = No abrirá nada de lo que se escriba desde entonces, y lo que podía abrir antes pudo conservarlo. Aún podrá iniciar sesión y verá que su acceso ha terminado. Los indicios que tiene siguen a su nombre hasta que un administrador los ofrezca a alguien. Donde nadie más administre, la organización fundadora tendrá que nombrar a alguien, y lo que solo esa persona podía leer ya no podrá leerlo nadie.
withdrawal-case = Caso: { $title }
withdrawal-mission = Misión portuaria: { $title }
withdrawal-programme = Programa: { $title }
withdrawal-case-unnamed = Un caso cuyo nombre nunca se le comunicó
withdrawal-mission-unnamed = Una misión portuaria cuyo nombre nunca se le comunicó
withdrawal-programme-unnamed = Un programa cuyo nombre nunca se le comunicó
withdrawal-organisation = Su organización
withdrawal-go = { $n ->
    [0] Retirar
    [one] Retirar de { $n } registro y de la organización
   *[other] Retirar de { $n } registros y de la organización
}
withdrawal-rest = Intentar de nuevo el resto
withdrawal-left = Algo no se pudo hacer; al lado figura el motivo. Inténtelo de nuevo o pida a quien lo administra que ponga fin al acceso.
withdrawal-over = Hecho. Ya no abre nada de lo que se escriba desde ahora.

# Claves nuevas de personas.
key-requests-title = Hay claves nuevas que esperan a ser certificadas
key-request = { $name } ha generado claves nuevas.
key-request-compare = Comparar
key-request-title = Comparar el número
key-request-text = Llame a { $name } a un número que conozca, o véale en persona, y pídale que lea el número de su página de cuenta. Debe ser este:
key-request-same = Es el mismo: certificar
key-request-differs = Si difiere, no certifique. Haga que lo pida de nuevo y compare otra vez. Si sigue difiriendo, otra persona tiene las claves antiguas: avise a su responsable de seguridad. Al certificar se retiran sus designaciones pendientes; vuelva a hacerlas.
key-request-done = Certificado. La persona debe tener ahora la sesión abierta: su navegador lleva las claves nuevas a cada registro; desde entonces las antiguas no firman nada en él.
withdrawal-busy = Si cierra, se detiene tras el paso en curso. El resto puede hacerse después desde la lista de personas.
withdrawal-nothing-left = { $name } ya no pertenece a su organización y no figura en ninguno de sus registros.
withdrawal-founder = { $name } fundó aquí su organización y guarda su clave raíz, que no se puede recuperar. Nadie más puede nombrar ni revocar administradores. Avise a las organizaciones con las que trabaja.
