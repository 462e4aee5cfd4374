/** What the program can do and how to ask for it. */
export const helpText = `Administration of an installation of Zorgzame Buurten.

  npm run admin -- create-administrator --email <address> --given-name <name> [--family-name <name>]
                   --municipality-code <GM0000> --municipality-name <name>
                   [--hostname <name>] [--districts <file>]
  npm run admin -- rebuild-participation
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

explain makes every decision about a request again from what is stored with it, compares, and tells in Dutch why these
people were asked; it names nobody.

Settings come from the environment, as for npm start: DATABASE_URL with ENCRYPTION_KEY, or DATA_DIR for the embedded
database. With the embedded database, stop the application first.
`;
