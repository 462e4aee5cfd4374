/** What the program can do and how to ask for it. */
export const helpText = `Administration of an installation of Zorgzame Buurten.

  npm run admin -- create-administrator --email <address> --given-name <name> [--family-name <name>]
                   --municipality-code <GM0000> --municipality-name <name>
                   [--hostname <name>] [--districts <file>]
  npm run admin -- rebuild-participation
  npm run admin -- import-neighbourhoods <file> --municipality-code <GM0000>
  npm run admin -- import-postcodes <file> --municipality-code <GM0000>
  npm run admin -- import-members <file> --municipality-code <GM0000> [--association <name>] [--only-good-rows]
                   [--report <file>]
  npm run admin -- publish-quarter <quarter, for example 2026-Q3> [--reason <why it is corrected>]
  npm run admin -- council-report <quarter>
  npm run explain -- <id of a request>

create-administrator makes the first person of an installation, who onboards the rest. It makes the municipality and
its desk when they are not there; as long as the desk has no worker, the administrator is the first. Running it again
changes nothing that is there.

  --email              where the administrator receives the code to sign in with
  --given-name         given name of the administrator
  --family-name        family name of the administrator
  --municipality-code  code of Statistics Netherlands (CBS), for example GM0327
  --municipality-name  for example Leusden
  --hostname           host name at which this municipality is reached; only needed when the database serves several
  --districts          JSON file with the districts (wijken) and neighbourhoods (buurten) of the municipality:
                       [{ "code": "WK032700", "name": "Leusden-Centrum Oost", "neighbourhoods": [
                         { "code": "BU03270000", "name": "Hamershof", "dwellings": 812,
                           "longitude": 5.428, "latitude": 52.1292 } ] }]

rebuild-participation makes all figures of participation anew from the facts they are kept from, and tells how many were
different.

import-neighbourhoods takes the neighbourhoods from GeoJSON: the map of CBS (wijk- en buurtkaart) of any year, or a coarser
one, in WGS84 or RD. A code that is gone gives its place to the one that lies there now: areas of associations, homes and
requests go along. Doing it twice changes nothing.

import-postcodes takes over in which neighbourhood each postcode lies, so that people who do not know the name of theirs can
find it: the list of CBS "buurt, wijk en gemeente voor postcode huisnummer" as CSV (columns PC6, Huisnummer, Buurt), of the
whole country or of the municipality, of the same year as the neighbourhoods. Doing it twice changes nothing.

import-members invites the people in a CSV file (columns e-mail, voornaam, achternaam, buurtcode; comma, semicolon or tab; UTF-8,
UTF-16 with its mark, or Windows-1252). Nobody is enrolled: each says so after the invitation. Rows with faults are listed
in a file beside it, by line; as long as there are any, nothing is done, unless --only-good-rows leaves them out. Doing it twice changes nothing.

  --association        the association that invites; without it the one of the neighbourhood in each row
  --only-good-rows     leave out rows with faults
  --report             where to list the faults; default: beside the file

publish-quarter publishes the figures of a quarter that is over, for good. The last one published can be published again
as a correction, with a reason. council-report writes what was published as a PDF into this folder.

explain makes every decision about a request again from what is stored with it, compares, and tells in Dutch why these
people were asked; it names nobody.

Settings come from the environment, as for npm start: DATABASE_URL with ENCRYPTION_KEY, or DATA_DIR for the embedded
database. With the embedded database, stop the application first.
`;
