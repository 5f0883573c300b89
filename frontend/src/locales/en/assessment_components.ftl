# Words of the parts that pages of port assessments are made of.

error-data-file = A file of this page could not be loaded. Check the network and try again; the rest of the page works without it.

## Map

map-label = Ports on a map
map-tools = What the map shows
map-nearer = Nearer
map-farther = Farther
map-west = Further west
map-east = Further east
map-north = Further north
map-south = Further south
map-ports = All ports
map-whole = Whole Earth
map-mark = { $figure } { $name }, { $country }, { $tone }
map-list = { $count ->
    [one] The port of this map in words
   *[other] All { $count } ports in words
}
map-nowhere = { $count ->
    [one] One port has no known position and stands in the list only.
   *[other] { $count } ports have no known position and stand in the list only.
}
map-port = Port
map-figure = Figure
map-tone = Level
map-position = Latitude / longitude
map-tone-none = not rated
map-tone-low = low
map-tone-medium = medium
map-tone-high = high
map-tone-critical = critical

## Heat map

# After score and coverage, as in “62 80 %”.
heat-cell = looked at: { $row }, { $column }
heat-cell-unseen = not looked at: { $row }, { $column }
heat-numbers = The large number is the score in percent of the best rating; the small one is the coverage: rated, of rated and not observed.
heat-unseen = not looked at, no score
heat-band-weak = absent to weak
heat-band-partial = weak to partial
heat-band-fair = partial to effective
heat-band-effective = effective to proven

## Choosing a port

port-search = Name, UN/LOCODE or country
port-options = Ports found
port-found = { $count ->
    [0] No port found. If it is not in the list, tick below.
    [one] One port found.
   *[other] { $count } ports found; at most 20 are shown.
}
port-not-listed = The port is not in the list
port-list-missing = Until then, tick below and type the port by hand.
port-no-position = no position known
port-name = Name of the port
port-country = Country
port-country-code = Country, two letters
port-latitude = Latitude
port-latitude-help = Decimal degrees, north positive, such as -2.28.
port-longitude = Longitude
port-longitude-help = Decimal degrees, east positive, such as -79.91.
field-port-not-chosen = No port is chosen yet: choose one from the list.
field-country-unknown = “{ $value }” is no country code that is in use.
field-degrees = “{ $value }” cannot be read as degrees. Write them with decimals, such as -2.28, without minutes or letters.
field-latitude = { $value } is no latitude: from -90 in the south to 90 in the north.
field-longitude = { $value } is no longitude: from -180 in the west to 180 in the east.
field-position-half = Give both latitude and longitude, or neither.
