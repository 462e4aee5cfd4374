import type { PersonActor } from '@app/platform/identity/actor.js';

/** Who reads what people think of the site: who runs it for the municipality, and who follows participation. */
export function mayReadFeedback({ memberships }: Pick<PersonActor, 'memberships'>): boolean {
  return memberships.some(({ role }) => role === 'administrator' || role === 'monitor');
}
