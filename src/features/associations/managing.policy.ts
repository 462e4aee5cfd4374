import type { PersonActor } from '@app/platform/identity/actor.js';

/** What somebody may do with an organisation: nothing is known of it, look at its settings, or change them. */
export type Managing = 'none' | 'look' | 'change';

export function isAdministrator({ memberships }: PersonActor): boolean {
  return memberships.some(({ role }) => role === 'administrator');
}

/** An administrator changes every organisation of the municipality; organisers their own, unless that right was taken. */
export function managing(actor: PersonActor, organisationId: string): Managing {
  if (isAdministrator(actor)) return 'change';
  const own = actor.memberships.filter(
    ({ role, associationId }) => associationId === organisationId && (role === 'coordinator' || role === 'desk'),
  );
  if (own.length === 0) return 'none';
  return own.some(({ mayChangeSettings }) => mayChangeSettings === true) ? 'change' : 'look';
}
