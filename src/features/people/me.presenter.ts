import type { Me } from '@app/contracts/http/people.js';
import type { Role } from '@app/contracts/http/vocabulary.js';
import type { Person } from './person.store.js';

export interface NamedMembership {
  readonly role: Role;
  readonly associationId: string | null;
  readonly associationName: string | null;
}

const capabilityOfRole: Partial<Record<Role, Me['capabilities'][number]>> = {
  coordinator: 'coordinate',
  desk: 'coordinate',
  monitor: 'monitor',
  administrator: 'administer',
};

/** What somebody may do now: everyone may ask; helping takes a profile; the rest follows from roles. */
export function capabilitiesOf(roles: readonly Role[], hasProfile: boolean): Me['capabilities'] {
  const fromRoles = roles.map((role) => capabilityOfRole[role]).filter((capability) => capability !== undefined);
  return [
    ...new Set<Me['capabilities'][number]>(['ask-help', ...(hasProfile ? (['help'] as const) : []), ...fromRoles]),
  ];
}

/** A person as that person sees themselves. */
export function presentMe(
  person: Person,
  memberships: readonly NamedMembership[],
  hasProfile: boolean,
  passkeyRequired: boolean,
): Me {
  return {
    id: person.id,
    email: person.email ?? '',
    givenName: person.givenName,
    familyName: person.familyName,
    phone: person.phone,
    language: person.language,
    ageBand: person.ageBand,
    memberships: memberships.map(({ role, associationId, associationName }) => ({
      role,
      associationId,
      associationName,
    })),
    capabilities: capabilitiesOf(
      memberships.map(({ role }) => role),
      hasProfile,
    ),
    passkeyRequired,
  };
}
