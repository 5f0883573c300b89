# Mots des éléments dont sont faites les pages d’évaluation portuaire.

error-data-file = Un fichier de cette page n’a pas pu être chargé. Vérifiez le réseau et réessayez ; le reste de la page fonctionne sans lui.

## Carte

map-label = Ports sur une carte
map-tools = Ce que montre la carte
map-nearer = Plus près
map-farther = Plus loin
map-west = Vers l’ouest
map-east = Vers l’est
map-north = Vers le nord
map-south = Vers le sud
map-ports = Tous les ports
map-whole = Terre entière
map-mark = { $figure } { $name }, { $country }, { $tone }
map-list = { $count ->
    [one] Le port de cette carte en toutes lettres
   *[other] Les { $count } ports en toutes lettres
}
map-nowhere = { $count ->
    [one] Un port n’a pas de position connue et ne figure que dans la liste.
   *[other] { $count } ports n’ont pas de position connue et ne figurent que dans la liste.
}
map-port = Port
map-figure = Valeur
map-tone = Niveau
map-position = Latitude / longitude
map-tone-none = non évalué
map-tone-low = faible
map-tone-medium = moyen
map-tone-high = élevé
map-tone-critical = critique

## Carte de chaleur

# After score and coverage, as in “62 80 %”.
heat-cell = examinés : { $row }, { $column }
heat-cell-unseen = non examiné : { $row }, { $column }
heat-numbers = Le grand nombre est la note en pour cent de la meilleure ; le petit est la couverture : les critères cotés, parmi les cotés et les non observés.
heat-unseen = non examiné, sans note
heat-band-weak = absent à faible
heat-band-partial = faible à partiel
heat-band-fair = partiel à efficace
heat-band-effective = efficace à éprouvé

## Choisir un port

port-search = Nom, UN/LOCODE ou pays
port-options = Ports trouvés
port-found = { $count ->
    [0] Aucun port trouvé. S’il n’est pas dans la liste, cochez ci-dessous.
    [one] Un port trouvé.
   *[other] { $count } ports trouvés ; 20 au plus sont affichés.
}
port-not-listed = Le port n’est pas dans la liste
port-list-missing = D’ici là, cochez ci-dessous et saisissez le port vous-même.
port-no-position = position inconnue
port-name = Nom du port
port-country = Pays
port-country-code = Pays, deux lettres
port-latitude = Latitude
port-latitude-help = Degrés décimaux, positifs au nord, par exemple -2,28.
port-longitude = Longitude
port-longitude-help = Degrés décimaux, positifs à l’est, par exemple -79,91.
field-port-not-chosen = Aucun port n’est encore choisi : prenez-en un dans la liste.
field-country-unknown = « { $value } » n’est pas un code de pays en usage.
field-degrees = « { $value } » ne peut se lire comme des degrés. Écrivez-les en décimales, par exemple -2,28, sans minutes ni lettres.
field-latitude = { $value } n’est pas une latitude : de -90 au sud à 90 au nord.
field-longitude = { $value } n’est pas une longitude : de -180 à l’ouest à 180 à l’est.
field-position-half = Indiquez la latitude et la longitude, ou aucune des deux.
