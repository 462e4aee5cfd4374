import type { Tenancy } from '../database/tenancy.js';
import type { Language, Role } from '@app/contracts/http/vocabulary.js';

export interface ActorMembership {
  readonly role: Role;
  readonly associationId: string | null;
  /** False when this organiser may look at the settings of the organisation, and no more. */
  readonly mayChangeSettings?: boolean;
}

/** Somebody with a session. */
export interface PersonActor {
  readonly kind: 'person';
  readonly municipalityId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly memberships: readonly ActorMembership[];
  /** The session was opened with a passkey. */
  readonly byPasskey?: boolean;
  /** This person has a role that counts only in a session by passkey, and this is none. */
  readonly rolesHeldBack?: boolean;
}

/** Somebody without a session. */
export interface GuestActor {
  readonly kind: 'guest';
  readonly municipalityId: string;
  /** What the guest reads. */
  readonly language?: Language;
}

export type Actor = PersonActor | GuestActor;

/** Organisations whose requests this person looks after. */
export function organisationsOf(actor: PersonActor): readonly string[] {
  return actor.memberships
    .filter(({ role }) => role === 'coordinator' || role === 'desk')
    .map(({ associationId }) => associationId)
    .filter((id) => id !== null);
}

export function isOrganiser(actor: PersonActor): boolean {
  return organisationsOf(actor).length > 0 || actor.memberships.some(({ role }) => role === 'administrator');
}

/** Follows how people take part in the whole municipality, without being anybody's coordinator for it. */
export function isMonitor(actor: PersonActor): boolean {
  return actor.memberships.some(({ role }) => role === 'monitor' || role === 'administrator');
}

/** A transaction in this person's own name, optionally about one help request. */
export function asPerson(actor: PersonActor, subjectId?: string): Tenancy {
  return {
    municipalityId: actor.municipalityId,
    scope: 'person',
    personId: actor.personId,
    organisationIds: organisationsOf(actor),
    subjectId,
  };
}
