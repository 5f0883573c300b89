# Acceso, alta, kit de recuperación, cuenta.

sign-in-title = Iniciar sesión
sign-in-lead = Los casos solo se abren en este equipo, con claves que su frase de contraseña desbloquea.
sign-in-name = Nombre de acceso
passphrase = Frase de contraseña
sign-in-submit = Iniciar sesión
sign-in-recover = ¿Ha perdido la frase de contraseña? Use su kit de recuperación
sign-in-invited = ¿Primera vez? Abra el enlace de invitación que le dio su organización.
left-idle = Bloqueado, porque nadie usó la página durante quince minutos. No se ha perdido nada.
left-session-ended = Su sesión ha terminado. Puede que se cerrara desde otro navegador.

unlock-title = Desbloquear
unlock-lead = Sus claves no se guardan en este navegador. Su frase de contraseña las recupera.
unlock-as = Sesión iniciada como { $name }
unlock-submit = Desbloquear
unlock-other = Entrar con otro nombre de acceso

## Frase de contraseña

passphrase-legend = Su frase de contraseña
passphrase-help = Desbloquea sus claves. El servidor nunca la conoce y nadie puede restablecerla.
passphrase-words = Seis palabras elegidas al azar para usted (recomendado)
passphrase-own = Una frase de contraseña propia
passphrase-again = Otras palabras
passphrase-noted = He anotado estas palabras o las sé de memoria
passphrase-noted-help = Guarde la nota donde guarda su carné profesional, nunca junto a este equipo.
passphrase-own-label = Frase de contraseña propia
passphrase-strength = Robustez
passphrase-good = Bastante robusta.
passphrase-refused = Demasiado fácil de adivinar.
passphrase-refused-too-short = Demasiado corta para resistir. Añada palabras.
passphrase-refused-common = Una de las primeras que probaría un atacante.
passphrase-refused-pattern = Sigue un trazado del teclado o sustituciones habituales.
passphrase-refused-repeated = Se repite.
passphrase-refused-sequence = Contiene una secuencia como abc o 1234.
passphrase-refused-date = Se basa en una fecha.
passphrase-refused-name = Contiene su nombre, su nombre de acceso o su organización.

## Alta

join-title = Incorporarse a Hawser
join-no-link = Esta dirección no contiene ninguna invitación. Abra el enlace completo que le dieron, con todo lo que sigue al signo #.
join-signed-in = Su sesión está abierta. Ciérrela antes de seguir una invitación.
join-stay = Mantener la sesión
join-stage-answered = Alguien ya contestó a esta invitación. Si no fue usted, avise a quien le invitó.
join-stage-done = Esta invitación ya se ha usado.
join-stage-withdrawn = Esta invitación se retiró. Pida una nueva.
join-stage-expired = Esta invitación ha caducado. Pida una nueva.
join-new-organisation = Va a crear una organización nueva como su primer administrador.
join-colleague = Un colega le invita a su organización. Su número corto es { $organisation }.
join-until = Válida hasta el { $when }
join-section-organisation = Organización
join-organisation-name = Nombre de la organización
join-organisation-name-help = Como firma, por ejemplo Fiscalía de Kestria.
join-country = Código del país
join-country-help = Dos letras. Ejercicios: de QM a QZ.
join-section-you = Usted
join-own-name = Su nombre
join-own-name-help = Como le conocen sus colegas y el tribunal. Figura en cada anotación suya.
join-function = Su función
join-function-help = Por ejemplo fiscal, investigador de aduanas, responsable de indicios.
join-section-sign-in = Acceso
join-sign-in-name-help = Por ejemplo QN-P1. El servidor lo ve, así que no tiene que ser su nombre.
join-submit = Crear mis claves
join-next = A continuación recibirá su kit de recuperación. Tenga a mano una impresora, o papel y bolígrafo.

sees-title = Qué puede ver el servidor
sees-never-title = Nunca
sees-never-content = Lo que escribe, adjunta o busca
sees-never-names = Su nombre, los títulos, los nombres de archivo, los motivos
sees-never-passphrase = Su frase de contraseña y sus claves
sees-yes-title = Sí
sees-yes-membership = Qué cuentas pertenecen a qué caso
sees-yes-when = Cuándo trabaja alguien y cuánto se envía
sees-yes-sign-in-name = Su nombre de acceso y su navegador
sees-lost = Si pierde la frase de contraseña y también el kit de recuperación, nadie podrá recuperar sus claves.

## Recuperación

recover-title = Usar el kit de recuperación
recover-lead = El kit sustituye una vez a la frase de contraseña perdida. Elegirá una nueva y recibirá un kit nuevo.
recover-kit = Kit de recuperación
recover-kit-help = Todos los grupos en orden. Los espacios, guiones y minúsculas no importan.
recover-submit = Fijar la nueva frase de contraseña
recover-sessions = Todas sus demás sesiones terminan.

kit-title = Su kit de recuperación
kit-lead = La única vuelta si pierde su frase de contraseña. Cuando siga adelante no se volverá a mostrar.
kit-for = Para
kit-at = En
kit-made = Emitido
kit-qr = Código QR del kit de recuperación
kit-checksum = Los dos últimos grupos detectan errores de escritura.
kit-rule-keep = Guarde esta hoja en la caja fuerte, lejos de su equipo.
kit-rule-secret = Quien la tenga puede abrir todo lo que usted puede abrir.
kit-rule-once = Al usarlo se crea un kit nuevo; este deja entonces de servir.
kit-print = Imprimir
kit-continue = Ya lo tengo, continuar
kit-later = Más tarde
kit-later-title = ¿Salir sin confirmar?
kit-later-text = El kit no volverá a mostrarse. Si no lo ha impreso o copiado por completo y pierde su frase de contraseña, se perderá todo lo que solo usted puede abrir.
kit-later-confirm = Salir sin confirmar
kit-confirm-title = Escriba de nuevo una parte
kit-confirm-text = Desde el papel, no de memoria: así se ve que la hoja se puede leer.
kit-confirm-group = Grupo { $number }
kit-confirm-submit = Confirmar
kit-back = Mostrar el kit de nuevo
kit-gone = El kit de recuperación se muestra una sola vez, justo después de crearse. Si lo tiene en papel, sirve aunque no lo haya confirmado. Si no, anote con cuidado su frase de contraseña y pregunte a un administrador de su organización qué hacer. Con claves nuevas, en Mi cuenta, recibe un kit nuevo.
kit-gone-on = Continuar a Hoy
kit-confirmed = Kit de recuperación confirmado.

## Cuenta

account-title = Mi cuenta
account-lead = Quién es usted aquí y dónde tiene la sesión abierta.
account-who = Usted
account-name = Nombre
account-function = Función
account-organisation = Organización
account-confirmed = Confirmado por la organización
account-confirmed-yes = Sí
account-confirmed-no = Aún no
account-kit = Kit de recuperación
account-kit-yes = Confirmado
account-kit-no = Sin confirmar
account-name-fixed = El nombre y la función figuran en su certificado, firmado por su organización. Para cambiarlos, pida una nueva invitación a su administrador.
sessions-title = Sesiones
sessions-text = Navegadores en los que tiene la sesión abierta. Cierre las que no conozca y cambie después su frase de contraseña. Si se pierde o le roban un ordenador, genere claves nuevas más abajo.
sessions-where = Navegador
sessions-unnamed = Navegador sin nombre
sessions-since = Desde
sessions-seen = Última actividad
sessions-revoke = Cerrar sesión remota
sessions-revoke-title = ¿Cerrar esta sesión?
sessions-revoke-text = { $label } queda sin sesión de inmediato. Se pierde lo escrito allí y aún no enviado.
sessions-revoked = Sesión cerrada.
change-title = Frase de contraseña
change-text = Una frase nueva genera una clave nueva para sus claves y cierra todas sus demás sesiones. Su kit de recuperación sigue siendo válido.
change-open = Cambiar la frase de contraseña
change-present = Frase de contraseña actual
change-submit = Cambiar la frase de contraseña
change-done = Frase de contraseña cambiada. Las demás sesiones han terminado.

# Las propias claves.
keys-title = Claves
keys-text = Sus claves firman lo que escribe y abren lo que puede leer. Permanecen en su navegador y, cifradas con su frase de contraseña, en el servidor.
keys-waiting = Sus nuevas claves esperan a ser certificadas.
keys-waiting-text = Hasta entonces siguen en uso las actuales. Llame a un administrador de su organización, a un número que conozca, y léale:
keys-ask = Pedir de nuevo
keys-asked = Se ha pedido a sus administradores.
keys-behind =
    { $n ->
        [one] { $n } registro conoce aún sus claves antiguas. Recibirá las nuevas a más tardar cuando escriba en él.
       *[other] { $n } registros conocen aún sus claves antiguas. Recibirán las nuevas a más tardar cuando escriba en ellos.
     }
keys-draw-open = Claves nuevas…
keys-draw = Generar claves nuevas
keys-draw-text = Hágalo si un ordenador, un navegador o una frase de contraseña suya puede estar en otras manos.
keys-draw-sessions = Se cierran sus demás sesiones. Elige una nueva frase de contraseña y recibe un nuevo kit de recuperación, que se muestra una sola vez; el anterior deja de servir. Tenga a mano impresora o papel.
keys-draw-certify = Un administrador de su organización compara con usted un número y certifica las claves nuevas. Mantenga entonces la sesión abierta: su navegador las lleva a cada registro, donde las antiguas ya no firman nada y se renuevan los grupos de acceso.
keys-draw-past = Quien tenga las claves antiguas puede haber abierto ya lo que abrían.
keys-draw-root = La clave raíz de su organización, que usted guarda, no cambia con esto. Si puede estar en otras manos, avise a las organizaciones con las que trabaja.
keys-draw-administrator = Usted administra su organización. Eso termina con las claves nuevas si las certifica otro administrador que no guarda la clave raíz; entonces la persona que la fundó aquí le devuelve esa función.
