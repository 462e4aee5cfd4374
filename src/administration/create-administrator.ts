import type { PeopleDirectory } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import type { Transaction, UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { AdministrationError } from './administration-error.js';
import type { AdministratorInput } from './arguments.js';
import type { Districts } from './districts-file.js';
import { importDistricts } from './import-districts.js';

/** Two runs at once take turns on this lock; the number spells "zbad". */
const administrationLock = 0x7a626164;

/** What was made; false or 0 for what was there already. */
export interface MadeAdministrator {
  readonly municipality: boolean;
  readonly desk: boolean;
  readonly administrator: boolean;
  readonly neighbourhoods: number;
}

interface PresentMunicipality {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isDemonstration: boolean;
}

/**
 * Makes the first person of an installation, in one transaction: municipality, desk, person, roles. What is there
 * stays as it is, so running it again is harmless. As long as the desk has no worker the administrator is the first:
 * a request that finds no neighbour always ends with a person.
 * @throws AdministrationError when the database is somebody else's, naming the option
 */
export async function createAdministrator(
  unitOfWork: UnitOfWork,
  people: PeopleDirectory,
  input: AdministratorInput,
  districts?: Districts,
): Promise<MadeAdministrator> {
  for (;;) {
    const known = await unitOfWork.run(asSystem(newId()), (tx) => findMunicipality(tx, input));
    const made = await unitOfWork.run(asSystem(known?.id ?? newId()), async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [administrationLock]);
      const present = await findMunicipality(tx, input);
      // Somebody else made it in between: begin again in that one.
      if (present && present.id !== tx.tenancy.municipalityId) return undefined;
      if (!present) await makeMunicipality(tx, input);
      return { municipality: !present, ...(await makeRest(tx, people, input, districts)) };
    });
    if (made) return made;
  }
}

async function makeRest(
  tx: Transaction,
  people: PeopleDirectory,
  input: AdministratorInput,
  districts: Districts | undefined,
): Promise<Omit<MadeAdministrator, 'municipality'>> {
  const neighbourhoods = districts ? await importDistricts(tx, districts) : 0;
  const desk = await findOrMakeDesk(tx, input.municipalityName);
  const administrator = await makeAdministrator(tx, people, input);
  if (!(await hasWorker(tx, desk.id))) await people.addMembership(tx, administrator.personId, 'desk', desk.id);
  return { neighbourhoods, desk: desk.isNew, administrator: administrator.isNew };
}

/** @throws AdministrationError when this municipality cannot be made or used here */
async function findMunicipality(tx: Transaction, input: AdministratorInput): Promise<PresentMunicipality | undefined> {
  const present = await tx.query<PresentMunicipality>(
    'SELECT id, code, name, is_demonstration AS "isDemonstration" FROM municipality ORDER BY code',
  );
  const fault = faultAmong(present, input);
  if (fault) throw new AdministrationError([fault]);
  return present.find(({ code }) => code === input.municipalityCode);
}

async function makeMunicipality(
  tx: Transaction,
  { municipalityCode, municipalityName, hostname }: AdministratorInput,
): Promise<void> {
  await tx.query('INSERT INTO municipality (id, code, name, hostname) VALUES ($1, $2, $3, $4)', [
    tx.tenancy.municipalityId,
    municipalityCode,
    municipalityName,
    hostname ?? null,
  ]);
}

function faultAmong(
  present: readonly PresentMunicipality[],
  { municipalityCode: code, municipalityName: name, hostname }: AdministratorInput,
): string | undefined {
  if (present.some(({ isDemonstration }) => isDemonstration)) {
    return 'This database holds the demonstration. Give the installation its own: set DATABASE_URL, or DATA_DIR to another folder.';
  }
  const known = present.find((one) => one.code === code);
  if (known && known.name !== name) {
    return `--municipality-name: ${code} is called ${known.name} here. Give that name, or check --municipality-code.`;
  }
  if (!known && present.length > 0 && hostname === undefined) {
    return `--hostname: this database serves ${present.map((one) => one.name).join(', ')} already. Say at which host name ${name} is reached.`;
  }
  return undefined;
}

async function findOrMakeDesk(
  tx: Transaction,
  municipalityName: string,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { municipalityId } = tx.tenancy;
  const [known] = await tx.query<{ id: string }>(
    `SELECT id FROM association WHERE municipality_id = $1 AND kind = 'desk'`,
    [municipalityId],
  );
  if (known) return { id: known.id, isNew: false };
  const id = newId();
  await tx.query(`INSERT INTO association (municipality_id, id, kind, name) VALUES ($1, $2, 'desk', $3)`, [
    municipalityId,
    id,
    `Loket ${municipalityName}`,
  ]);
  return { id, isNew: true };
}

async function makeAdministrator(
  tx: Transaction,
  people: PeopleDirectory,
  { email, givenName, familyName }: AdministratorInput,
): Promise<{ readonly personId: string; readonly isNew: boolean }> {
  const { personId } = await people.findOrCreateByEmail(tx, { email, givenName, familyName });
  await people.setNameIfMissing(tx, personId, { givenName, familyName });
  const roles = await tx.query(
    `SELECT 1 FROM membership WHERE municipality_id = $1 AND person_id = $2 AND role = 'administrator'`,
    [tx.tenancy.municipalityId, personId],
  );
  await people.addMembership(tx, personId, 'administrator', null);
  return { personId, isNew: roles.length === 0 };
}

async function hasWorker(tx: Transaction, deskId: string): Promise<boolean> {
  const workers = await tx.query(
    `SELECT 1 FROM membership WHERE municipality_id = $1 AND association_id = $2 AND role = 'desk' LIMIT 1`,
    [tx.tenancy.municipalityId, deskId],
  );
  return workers.length > 0;
}
