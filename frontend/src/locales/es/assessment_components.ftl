# Palabras de las piezas de las que se hacen las páginas de evaluación portuaria.

error-data-file = No se pudo cargar un archivo de esta página. Compruebe la red y reintente; el resto de la página funciona sin él.

## Mapa

map-label = Puertos en un mapa
map-tools = Qué muestra el mapa
map-nearer = Acercar
map-farther = Alejar
map-west = Más al oeste
map-east = Más al este
map-north = Más al norte
map-south = Más al sur
map-ports = Todos los puertos
map-whole = Toda la Tierra
map-mark = { $figure } { $name }, { $country }, { $tone }
map-list = { $count ->
    [one] El puerto de este mapa en palabras
   *[other] Los { $count } puertos en palabras
}
map-nowhere = { $count ->
    [one] Un puerto no tiene posición conocida y solo figura en la lista.
   *[other] { $count } puertos no tienen posición conocida y solo figuran en la lista.
}
map-port = Puerto
map-figure = Valor
map-tone = Nivel
map-position = Latitud / longitud
map-tone-none = sin valorar
map-tone-low = bajo
map-tone-medium = medio
map-tone-high = alto
map-tone-critical = crítico

## Mapa de calor

# After score and coverage, as in “62 80 %”.
heat-cell = examinado: { $row }, { $column }
heat-cell-unseen = no examinado: { $row }, { $column }
heat-numbers = El número grande es la puntuación en tanto por ciento de la mejor; el pequeño es la cobertura: los valorados, entre los valorados y los no observados.
heat-unseen = no examinado, sin puntuación
heat-band-weak = ausente a débil
heat-band-partial = débil a parcial
heat-band-fair = parcial a eficaz
heat-band-effective = eficaz a demostrado

## Elegir un puerto

port-search = Nombre, UN/LOCODE o país
port-options = Puertos encontrados
port-found = { $count ->
    [0] Ningún puerto encontrado. Si no está en la lista, marque abajo.
    [one] Un puerto encontrado.
   *[other] { $count } puertos encontrados; se muestran 20 como máximo.
}
port-not-listed = El puerto no está en la lista
port-list-missing = Mientras tanto, marque abajo y escriba el puerto a mano.
port-no-position = posición desconocida
port-name = Nombre del puerto
port-country = País
port-country-code = País, dos letras
port-latitude = Latitud
port-latitude-help = Grados decimales, positivos al norte, por ejemplo -2,28.
port-longitude = Longitud
port-longitude-help = Grados decimales, positivos al este, por ejemplo -79,91.
field-port-not-chosen = Aún no hay puerto elegido: elija uno de la lista.
field-country-unknown = «{ $value }» no es un código de país en uso.
field-degrees = «{ $value }» no se puede leer como grados. Escríbalos con decimales, por ejemplo -2,28, sin minutos ni letras.
field-latitude = { $value } no es una latitud: de -90 en el sur a 90 en el norte.
field-longitude = { $value } no es una longitud: de -180 en el oeste a 180 en el este.
field-position-half = Indique la latitud y la longitud, o ninguna de las dos.
