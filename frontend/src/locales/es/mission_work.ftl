# A visit at work: the grid, one criterion, the team’s rating, scores and risks.

## The grid

visit-grid = Ámbitos por lugar, con lo que le queda
visit-grid-help = Cada casilla lleva al primero de sus criterios que le queda.
visit-domain = Ámbito
visit-left = Le quedan { $left }, { $mine } están valorados.
visit-nothing-left = No le queda nada en esta visita.
visit-cell-left = quedan { $left }
visit-cell-done = listo
visit-cell-carried = de antes
visit-cell-untouched = si hace falta
visit-cell-not-asked = no se pregunta
visit-cell-of = { $n } de { $asked }
visit-cell-team = equipo: { $n }
visit-cell-label = { $domain }, { $place }

## One criterion

rate-position = { $domain } { $n } de { $of } · { $place }
rate-left = Le quedan: { $here } aquí ({ $place }), { $all } en total.
rate-to-grid = A la tabla
rate-own = Su valoración
rate-keys = Las teclas 0 a 4 valoran, Intro guarda, las flechas a izquierda y derecha llevan al criterio anterior y al siguiente.
rate-why-not-observed = Por qué no se pudo observar
rate-why-not-applicable = Por qué no procede
rate-evidence = En qué se apoya
rate-note = Qué se vio
rate-photos = Fotos
rate-previous = Anterior
rate-next = Siguiente
rate-save-next = Guardar y seguir
rate-saving =
    { $n ->
        [one] Guardando…
       *[other] Guardando { $n } valoraciones…
     }
rate-saved = Guardado.
rate-saved-at = Guardado el { $time }.
rate-open = Aún sin guardar.
rate-open-elsewhere =
    { $n ->
        [one] Hay algo elegido y sin guardar en un criterio:
       *[other] Hay algo elegido y sin guardar en { $n } criterios:
     }
rate-not-saved = No se pudo guardar una valoración o una foto suya.
rate-not-saved-text = Lo que eligió se conserva en esta página hasta que la bloquee o la cierre. Vuelva y guárdelo de nuevo:
rate-not-asked = Esto no se pregunta aquí: aquello de lo que depende está ausente o no procede.
rate-others = Valoraciones de los demás
rate-others-none = Nadie más lo ha valorado todavía.
rate-team = Equipo
rate-carried = de antes
rate-carried-from = de: { $visit }
rate-earlier = Valoraciones anteriores
rate-rests-on = Se apoya en: { $evidence }
rate-dissent = difiere de la del equipo

## The team’s rating

team-lead = Solo cuenta lo que decide el equipo. Lo que valoró cada uno queda al lado.
team-empty = Aún no hay nada valorado en esta visita.
team-undecided =
    { $n ->
        [one] Queda { $n } criterio por decidir.
       *[other] Quedan { $n } criterios por decidir.
     }
team-all-decided = Todo lo valorado está decidido.
team-filter = Mostrar
team-filter-all = todo
team-filter-undecided = lo que queda por decidir
team-filter-differ = donde las valoraciones difieren
team-none-of-filter = Nada de este tipo.
team-criterion = Criterio
team-decision = Valoración del equipo
team-rating = Valoración del equipo
team-not-decided = sin decidir
team-carried = { $rating }, de antes
team-differ = las valoraciones difieren
team-conflict = dos decisiones a la vez; la otra: { $rating }
team-decide = Decidir
team-decide-again = Decidir de nuevo
team-decided = La valoración del equipo está anotada.
team-reason-help = Necesario si no se pudo observar. Si las valoraciones difieren, diga por qué el equipo decide así.
team-dissent-stays = Quien valora de otro modo queda en el registro junto a la valoración del equipo.
team-take-over =
    { $n ->
        [one] Tomar { $n } en que todos coinciden
       *[other] Tomar { $n } en que todos coinciden
     }
team-take-over-title = Tomar donde todos coinciden
team-take-over-text =
    { $n ->
        [one] { $n } criterio está valorado y sin decidir, y todos los que lo valoraron coinciden. Su valoración pasa a ser la del equipo.
       *[other] { $n } criterios están valorados y sin decidir, y todos los que los valoraron coinciden. Su valoración pasa a ser la del equipo.
     }
team-take-over-alone =
    { $n ->
        [one] { $n } de ellos lo valoró una sola persona.
       *[other] { $n } de ellos los valoró una sola persona.
     }
team-take-over-reason =
    { $n ->
        [one] Por qué { $n } no se pudo observar
       *[other] Por qué { $n } no se pudieron observar
     }
team-taken-over = Las valoraciones del equipo están anotadas.

## Scores and risks

scores-lead = De las valoraciones del equipo, incluidas las tomadas de antes.
scores-domains = Ámbitos
scores-nothing = El equipo aún no ha decidido nada. Lo que valoró cada uno no cuenta por sí solo.
scores-score = Puntuación
scores-before = Visita anterior
scores-counted = Recuento
scores-places = Por lugar
scores-counts = { $sum } puntos de { $rated } valorados; { $unseen } no observados, { $na } no proceden
scores-carried =
    { $n ->
        [one] { $n } de antes
       *[other] { $n } de antes
     }
scores-help = Puntuación: puntos de los criterios valorados, en tanto por ciento del máximo. Cobertura: valorados, de valorados y no observados. Lo que no procede no cuenta en ninguna. Lo que no se examinó no tiene puntuación.
scores-scenarios = Escenarios
scores-formula = Riesgo = amenaza × vulnerabilidad × consecuencia, cada una de 1 a 5. Vulnerabilidad = 5 − valoración media de los ámbitos que se le oponen, redondeada, medios hacia arriba, al menos 1. 1–19 bajo, 20–44 medio, 45–79 alto, 80–125 crítico.
scores-mapped = Se le oponen: { $domains }
scores-judge = Apreciar
scores-judge-again = Apreciar de nuevo
scores-judged = La apreciación está anotada.
scores-not-judged = Nadie ha apreciado aún la amenaza y la consecuencia.
scores-not-rated = Está apreciado, pero ninguno de sus criterios está valorado: no hay cifra de riesgo.
scores-residual-before = Riesgo residual en la visita anterior: { $n }
scores-threat = Amenaza
scores-threat-help = Qué tan probable es que se intente aquí.
scores-consequence = Consecuencia
scores-consequence-help = Qué tan grave sería.
mission-threat-1 = remota
mission-threat-2 = improbable
mission-threat-3 = posible
mission-threat-4 = probable
mission-threat-5 = esperada
mission-consequence-1 = leve
mission-consequence-2 = limitada
mission-consequence-3 = seria
mission-consequence-4 = grave
mission-consequence-5 = extrema
risk-domain = Ámbito
risk-sum = Puntos
risk-rated = Valorados
risk-mean = Media
risk-together = En conjunto
risk-vulnerability = Vulnerabilidad
risk-vulnerability-formula = 5 − { $mean } = { $value }, redondeado a { $rounded }
risk-residual = Riesgo residual
risk-inherent = Riesgo inherente
risk-formula = { $threat } × { $vulnerability } × { $consequence } = { $risk }
risk-confidence = Confianza
