keepers-title = Custodios independientes de la bitácora
keepers-help = No leen nada del contenido. Cada uno confirma un registro solo si continúa lo que confirmó antes, para que a nadie se le muestre otro registro que a los demás. Compare cada clave con la que su custodio ha publicado: el servidor solo las transmite.
keepers-max-age = Admitir, compartir y exportar solo si se confirmó hace menos de
keepers-max-age-help = Más de la mitad de los custodios tienen que haber confirmado el registro en este plazo. Nada más espera: escribir y retirar a personas siempre es posible.
keepers-any-age = Sin límite
keepers-hours = { $n ->
    [one] 1 hora
   *[other] { $n } horas
}
keepers-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}
keepers-confirmed = Confirmado por { $n } de { $all } custodios independientes de la bitácora, a fecha de { $at }.
keepers-not-yet = Aún sin confirmar: { $needed } de { $all } custodios independientes tienen que confirmar este registro.
keepers-too-old = Sin confirmar desde hace demasiado: suficientes custodios independientes lo hicieron por última vez el { $at }.
keepers-newest = Las entradas más recientes aún no están confirmadas por suficientes custodios independientes. Las anteriores lo estaban, a fecha de { $at }.
keepers-overdue = Hasta que lo confirmen de nuevo no se puede admitir a nadie, compartir nada ni exportar expedientes.
keepers-to-record = Ver qué custodio va con retraso
keepers-none = No se designó ningún custodio de la bitácora al crearlo. Compare de vez en cuando el código del registro con un colega.
keepers-name = Custodio
keepers-at = Última confirmación
keepers-entries = Entradas
keepers-key = Clave
keepers-unknown = Nombre desconocido
keepers-never = Aún no
keepers-all = todas ({ $shown })
keepers-some = { $shown } de { $all }
keepers-rule = Admitir, compartir y exportar exigen que { $needed } de { $all } custodios hayan confirmado hace menos de { $age }.
keepers-rule-any = Nada espera a los custodios: no se fijó ningún límite al crearlo.
keepers-ask = Preguntarles ahora
error-not-confirmed = No se hizo, y no se escribió nada: menos de { $needed } de los { $keepers } custodios independientes de este registro lo confirmaron en el plazo fijado ({ $hours } h). Puede que uno no responda o que el reloj de este equipo esté mal. La página Registro muestra cuál va con retraso.
error-clock-behind-keepers = No se hizo, y no se escribió nada: los custodios independientes confirmaron este registro a una hora que aún no ha llegado según el reloj de este equipo. Ajuste el reloj e inténtelo de nuevo.
error-too-many-keepers = Un registro designa como máximo 16 custodios. Quite alguno.
field-keeper-key = «{ $value }» no es la clave de un custodio de la bitácora.
keepers-good = Suficientes custodios independientes de la bitácora han confirmado este registro.
keepers-late = Demasiado pocos custodios independientes de la bitácora han confirmado este registro últimamente.
keepers-clock = Según el reloj de este equipo, los custodios independientes confirmaron este registro a una hora que aún no ha llegado: { $at }. Ajuste el reloj.
error-keepers-not-known = Aún no se sabe qué custodios de la bitácora hay, y no se pueden designar más tarde. Inténtelo de nuevo en un momento.
