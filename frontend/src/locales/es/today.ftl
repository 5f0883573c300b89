today-title = Hoy
today-checked = Comprobado a las { $at }.
today-nothing-waits = No hay nada pendiente. Comprobado a las { $at }.

# Parts of the sentence that stands on top of the page.
today-part-disputed =
    { $n ->
        [one] { $n } indicio en disputa
       *[other] { $n } indicios en disputa
     }
today-part-offers-hours =
    { $n ->
        [one] { $n } oferta de entrega sin respuesta
       *[other] { $n } ofertas de entrega sin respuesta, la más antigua
     } desde hace { $hours } h
today-part-overdue =
    { $n ->
        [one] { $n } acción vencida
       *[other] { $n } acciones vencidas
    }
today-part-new-since =
    { $n ->
        [one] { $n } novedad
       *[other] { $n } novedades
     } desde { $at }
today-part-new =
    { $n ->
        [one] { $n } novedad
       *[other] { $n } novedades
     }
today-part-term =
    { $n ->
        [one] el plazo vence en { $n } día
       *[other] el plazo vence en { $n } días
     }
today-part-term-today = el plazo vence hoy
today-part-term-over =
    { $n ->
        [one] el plazo venció hace { $n } día
       *[other] el plazo venció hace { $n } días
     }
today-waiting-title = Pendiente de usted
today-waiting-organisation = Su organización
today-waiting-since = desde hace { $hours } h
today-waiting-since-days =
    { $days ->
        [one] desde hace { $days } día
       *[other] desde hace { $days } días
     }
today-fresh-title = Novedades desde su última visita
today-fresh-none = No hay novedades.
today-fresh-more =
    { $n ->
        [one] y { $n } más
       *[other] y { $n } más
     }

# What waits, and the action.
waiting-answer-offer = { $from } le ofrece la entrega de { $exhibit }.
waiting-answer-offer-action = Responder
waiting-dispute = { $exhibit } está en disputa.
waiting-dispute-action = Resolver
waiting-nomination =
    { $n ->
        [one] { $n } designación espera su decisión.
       *[other] { $n } designaciones esperan su decisión.
     }
waiting-nomination-action = Decidir
waiting-certify =
    { $n ->
        [one] { $n } persona ha respondido a su invitación.
       *[other] { $n } personas han respondido a sus invitaciones.
     }
waiting-certify-action = Comprobar y certificar
waiting-join-case = Su organización está invitada a un caso.
waiting-join-case-action = Incorporarse
waiting-compare = Compare el número de seguridad de { $party }.
waiting-compare-action = Comparar
waiting-confirm-kit = Su kit de recuperación aún no está confirmado.
waiting-confirm-kit-action = Confirmar
waiting-term-ends =
    { $n ->
        [one] El plazo vence en { $n } día.
       *[other] El plazo vence en { $n } días.
     }
waiting-term-ends-action = Abrir el caso
waiting-other = Hay algo pendiente aquí.
waiting-other-action = Abrir
waiting-offer-unanswered = { $to } no ha respondido a su oferta de entrega de { $exhibit }.
waiting-offer-unanswered-action = Ver

waiting-join-mission = Se invita a su organización a participar en la evaluación de { $port }.
waiting-join-mission-action = Participar
waiting-join-programme = Se invita a su organización a participar en este programa.
waiting-join-programme-action = Participar
waiting-programme-overdue =
    { $n ->
        [one] { $n } acción está vencida.
       *[other] { $n } acciones están vencidas.
    }
waiting-programme-overdue-action = Ver
waiting-programme-visit = { $port }: la visita prevista para el { $due } no está comunicada.
waiting-programme-visit-action = Ver
waiting-mission-rate =
    { $n ->
        [one] Le queda 1 criterio por valorar.
       *[other] Le quedan { $n } criterios por valorar.
    }
waiting-mission-rate-action = Valorar
waiting-mission-action = A su cargo hasta el { $due }: { $text }
waiting-mission-action-action = Ver
waiting-mission-verify = Comunicada como hecha, por verificar: { $text }
waiting-mission-verify-action = Verificar
waiting-mission-comment = Puede comentar el informe hasta el { $due }.
waiting-mission-comment-action = Comentar
waiting-mission-silence = La autoridad anfitriona podía comentar hasta el { $due } y no dijo nada.
waiting-mission-silence-action = Registrar
