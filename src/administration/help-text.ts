/** What the program can do and how to ask for it. */
export const helpText = `Administration of an installation of Zorgzame Buurten.

  npm run admin -- create-administrator --email <address> --given-name <name> [--family-name <name>]
                   --municipality-code <GM0000> --municipality-name <name> [--districts <file>]

create-administrator makes the first person of an installation, who onboards the rest. It makes the municipality and
its desk when they are not there. Running it again changes nothing that is there.

  --email              where the administrator receives the code to sign in with
  --given-name         given name of the administrator
  --family-name        family name of the administrator
  --municipality-code  code of Statistics Netherlands (CBS), for example GM0327
  --municipality-name  for example Leusden
  --districts          JSON file with the districts (wijken) and neighbourhoods (buurten) of the municipality

Settings come from the environment, as for npm start: DATABASE_URL with ENCRYPTION_KEY, or DATA_DIR for the embedded
database. With the embedded database, stop the application first.
`;
