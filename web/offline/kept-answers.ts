import { signal } from '@preact/signals';
import { retention } from '@app/domain/kernel/retention.js';
import { forgetEach, keep, kept } from '../session/kept.js';
import { serviceNow } from '../time/service-clock.js';

/**
 * Answers that can be read again without internet: my own requests and agreements. They lie on this device as long as
 * somebody is signed in, and a day at most, because an address that we took away must not stay readable here.
 */
const PREFIX = 'read-';
const keptForMs = retention.deviceHours * 3_600_000;

interface Kept {
  /** By the clock of this device: without internet there is no other. */
  readonly keptAt: number;
  /** By the clock of the service, for the reader. */
  readonly from: number;
  readonly data: unknown;
}

/** When the data on the screen are from, while they come from this device; undefined when they are fresh. */
export const readingFrom = signal<number | undefined>(undefined);

function isFresh(answer: Kept | undefined): answer is Kept {
  if (answer === undefined) return false;
  const age = Date.now() - answer.keptAt;
  return age >= 0 && age < keptForMs;
}

export function keepAnswer(address: string, data: unknown): void {
  keep(PREFIX + address, { keptAt: Date.now(), from: serviceNow(), data } satisfies Kept);
}

/** What an address answered within the last day; undefined when nothing is kept. */
export function keptAnswer(address: string): { readonly data: unknown } | undefined {
  const answer = kept<Kept | undefined>(PREFIX + address, undefined);
  if (!isFresh(answer)) return undefined;
  readingFrom.value = answer.from;
  return answer;
}

export function forgetKeptAnswers(): void {
  readingFrom.value = undefined;
  forgetEach(PREFIX, () => true);
}

/** At each start: what is older than a day goes, also when nobody opens it. */
export function forgetOldAnswers(): void {
  forgetEach(PREFIX, (answer) => !isFresh(answer as Kept));
}
