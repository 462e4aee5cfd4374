import type { Channel } from '@app/contracts/http/vocabulary.js';

/** Without a choice: e-mail, else a voice call, because a landline cannot show a text message. */
export function reachableBy(person: {
  readonly email: boolean;
  readonly phone: boolean;
  readonly channels: readonly Channel[] | null;
}): readonly Channel[] {
  const works = (channel: Channel): boolean => (channel === 'email' ? person.email : person.phone);
  const chosen = (person.channels ?? []).filter(works);
  if (chosen.length > 0) return chosen;
  const fallback: readonly Channel[] = ['email', 'voice'];
  return fallback.filter(works).slice(0, 1);
}
