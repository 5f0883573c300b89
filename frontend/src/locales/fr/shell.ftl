# Autour de chaque page.

skip-to-content = Aller au contenu
rail-label = Pages principales
rail-today = Aujourd’hui
rail-cases = Dossiers
rail-organisation = Organisation
rail-account = Mon compte

saved-all = Tout est enregistré
saved-waiting = { $count ->
    [one] { $count } en attente d’enregistrement
   *[other] { $count } en attente d’enregistrement
}
saved-offline-since = Hors ligne depuis { $clock }{ $count ->
    [0] {""}
   *[other] , { $count } en attente
}
saved-offline = { $count ->
    [0] Hors ligne
   *[other] Hors ligne, { $count } en attente
}
language = Langue
theme = Apparence
theme-system = Automatique
theme-light = Clair
theme-dark = Sombre
lock = Verrouiller
sign-out = Se déconnecter
sign-out-waiting-title = Se déconnecter avant que tout soit enregistré ?
sign-out-anyway = Se déconnecter quand même
sign-out-waiting = { $count ->
    [one] { $count } inscription n’est pas parvenue au serveur. Elle sera perdue si vous vous déconnectez maintenant.
   *[other] { $count } inscriptions ne sont pas parvenues au serveur. Elles seront perdues si vous vous déconnectez maintenant.
}

idle-title = Toujours là ?
idle-text = { $seconds ->
    [one] Personne n’a utilisé cette page depuis un moment. Elle se verrouille dans { $seconds } seconde.
   *[other] Personne n’a utilisé cette page depuis un moment. Elle se verrouille dans { $seconds } secondes.
}
idle-stay = Rester
idle-lock-now = Verrouiller maintenant

crashed-text = La partie de cette page qui détient vos clés s’est arrêtée. Ce qui était enregistré est en sûreté ; ce que vous étiez en train d’envoyer ne l’est peut-être pas.
crashed-start-again = Redémarrer
not-certified = Votre organisation ne vous a pas encore confirmé. Son administrateur voit votre réponse et vous confirme ; d’ici là, vous ne pouvez pas être désigné pour un dossier.
kit-first = Veuillez d’abord confirmer votre kit de secours.

not-found-title = Cette page n’existe pas
not-found-text = L’adresse est peut-être mal saisie, ou ce qu’elle désignait a été déplacé.
not-found-home = Aller à la première page
start-title = Un instant
