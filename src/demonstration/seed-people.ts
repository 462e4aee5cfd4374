import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { insertRows, type Row } from './insert-rows.js';
import { organisations } from './leusden/organisations.js';
import { cast, type CastMember } from './people/cast.js';
import { generatePeople, type GeneratedPerson } from './people/generate-people.js';
import type { OrganisationIds } from './seed-places.js';
import { seedProfiles, type Neighbour } from './seed-profiles.js';

const dayMs = 24 * 3_600_000;

/** Somebody with a part of their own or a townsperson, as they stand in the database. */
export type SeededPerson = CastMember & { readonly id: string };

/**
 * Everyone: the cast and the townspeople, with their keys, roles and profiles.
 * @returns the cast, and after it the townspeople in the order in which they were given
 */
export async function seedPeople(
  tx: Transaction,
  keyRing: KeyRing,
  organisationIds: OrganisationIds,
  generated: readonly GeneratedPerson[] = generatePeople(),
): Promise<readonly SeededPerson[]> {
  const people = everyone(generated);
  const sealed = people.map((person) => seal(tx, keyRing, person));
  await insertRows(
    tx,
    'person',
    sealed.map(({ person }) => person),
  );
  await insertRows(
    tx,
    'person_key',
    sealed.map(({ key }) => key),
  );
  await insertRows(
    tx,
    'membership',
    people.flatMap((person) => membership(tx, person, organisationIds)),
  );
  await seedProfiles(
    tx,
    people.flatMap(({ id, neighbourhoodCode, profile }): Neighbour[] =>
      profile && neighbourhoodCode ? [{ personId: id, neighbourhoodCode, profile }] : [],
    ),
  );
  await nameContacts(tx, people, organisationIds);
  return people;
}

function everyone(generated: readonly GeneratedPerson[]): SeededPerson[] {
  const townspeople = generated.map((person): CastMember => {
    return { ...person, organisationKey: null, role: person.profile ? 'neighbour' : 'caregiver' };
  });
  return [...cast, ...townspeople].map((person) => ({ ...person, id: newId() }));
}

/** Sealed as the people feature seals them, many at once. */
function seal(tx: Transaction, keyRing: KeyRing, person: SeededPerson): { readonly person: Row; readonly key: Row } {
  const { municipalityId } = tx.tenancy;
  const { id } = person;
  const { key, wrapped } = keyRing.newPersonKey(municipalityId, id);
  const cipher = new PersonCipher(municipalityId, key);
  const word = (column: string, text: string): Buffer => cipher.seal(text, { table: 'person', column, rowId: id });
  const since = new Date(tx.now - (person.profile?.willingForDays ?? 60) * dayMs);
  return {
    key: { municipality_id: municipalityId, person_id: id, wrapped_key: wrapped },
    person: {
      municipality_id: municipalityId,
      id,
      email_index: keyRing.emailIndex(municipalityId, person.email),
      email_enc: word('email_enc', person.email),
      given_name_enc: word('given_name_enc', person.givenName),
      family_name_enc: word('family_name_enc', 'Voorbeeld'),
      phone_enc: word('phone_enc', person.phone),
      language: 'nl',
      age_band: person.ageBand,
      status: 'active',
      created_at: since,
    },
  };
}

/** A neighbour belongs to the association of their buurt, or to the desk where there is none. */
function membership(tx: Transaction, person: SeededPerson, organisationIds: OrganisationIds): Row[] {
  const { neighbourhoodCode } = person;
  const home = organisations.find(({ neighbourhoodCodes }) => neighbourhoodCodes.includes(neighbourhoodCode ?? ''));
  const key = person.role === 'neighbour' ? (home?.key ?? 'huiskamer') : person.organisationKey;
  return [
    {
      municipality_id: tx.tenancy.municipalityId,
      id: newId(),
      person_id: person.id,
      association_id: key === null ? null : (organisationIds.get(key) ?? null),
      role: person.role,
      created_at: new Date(tx.now),
    },
  ];
}

async function nameContacts(
  tx: Transaction,
  people: readonly SeededPerson[],
  organisationIds: OrganisationIds,
): Promise<void> {
  const contacts = people.flatMap(({ id, organisationKey }) => {
    const organisationId = organisationKey === null ? undefined : organisationIds.get(organisationKey);
    return organisationId ? [{ id, organisationId }] : [];
  });
  await tx.query(
    `UPDATE association SET contact_person_id = contact.person_id
       FROM unnest($2::uuid[], $3::uuid[]) AS contact(organisation_id, person_id)
      WHERE association.municipality_id = $1 AND association.id = contact.organisation_id`,
    [tx.tenancy.municipalityId, contacts.map(({ organisationId }) => organisationId), contacts.map(({ id }) => id)],
  );
}
