# Alrededor de cada página.

skip-to-content = Ir al contenido
rail-label = Páginas principales
rail-today = Hoy
rail-cases = Casos
rail-organisation = Organización
rail-account = Mi cuenta

saved-all = Todo guardado
saved-waiting = { $count ->
    [one] { $count } pendiente de guardar
   *[other] { $count } pendientes de guardar
}
saved-offline-since = Sin conexión desde las { $clock }{ $count ->
    [0] {""}
   *[other] , { $count } en espera
}
saved-offline = { $count ->
    [0] Sin conexión
   *[other] Sin conexión, { $count } en espera
}
language = Idioma
theme = Aspecto
theme-system = Automático
theme-light = Claro
theme-dark = Oscuro
lock = Bloquear
sign-out = Cerrar sesión
sign-out-waiting-title = ¿Cerrar sesión antes de que todo esté guardado?
sign-out-anyway = Cerrar sesión de todos modos
sign-out-waiting = { $count ->
    [one] { $count } anotación no ha llegado al servidor. Se perderá si cierra la sesión ahora.
   *[other] { $count } anotaciones no han llegado al servidor. Se perderán si cierra la sesión ahora.
}

idle-title = ¿Sigue ahí?
idle-text = { $seconds ->
    [one] Nadie ha usado esta página desde hace un rato. Se bloqueará en { $seconds } segundo.
   *[other] Nadie ha usado esta página desde hace un rato. Se bloqueará en { $seconds } segundos.
}
idle-stay = Seguir aquí
idle-lock-now = Bloquear ahora

crashed-text = La parte de esta página que guarda sus claves se ha detenido. Lo guardado está a salvo; lo que estaba enviando quizá no se haya registrado.
crashed-start-again = Empezar de nuevo
not-certified = Su organización aún no le ha confirmado. Su administrador ve la respuesta y le confirma; hasta entonces no se le puede designar para un caso.
kit-first = Confirme primero su kit de recuperación.

not-found-title = Esta página no existe
not-found-text = Puede que la dirección esté mal escrita o que su contenido se haya movido.
not-found-home = Ir a la primera página
start-title = Un momento
