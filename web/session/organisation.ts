import { computed, signal } from '@preact/signals';
import { kept, keep } from './kept.js';
import { me } from './session.js';

const KEY = 'organisation';
const chosen = signal<string | undefined>(kept<string | undefined>(KEY, undefined));

/** Organisations this person works at. */
export const organisations = computed(() => {
  const found = new Map<string, string>();
  for (const { role, associationId, associationName } of me.value?.memberships ?? []) {
    if ((role === 'coordinator' || role === 'desk') && associationId !== null) {
      found.set(associationId, associationName ?? '');
    }
  }
  return [...found].map(([id, name]) => ({ id, name }));
});

/** The organisation somebody works for now: the one that was chosen, else the first. */
export const organisation = computed(
  () => (organisations.value.find(({ id }) => id === chosen.value) ?? organisations.value[0])?.id,
);

/** Works for this organisation from now on, on this device. */
export function chooseOrganisation(id: string): void {
  chosen.value = id;
  keep(KEY, id);
}
